#!/usr/bin/env python3
"""The benchmark's workloads in Python's blox on JAX, to be run in turn with ours.

    bench_blox.py WORKLOAD [--seconds S]

Prints a JSON line for each measure, {"workload": "mlp", "measure": "step", "value": 2.1, "unit": "ms"}, and
exits with 2 for a workload that it lacks. BENCH_T0 in the environment holds the wall clock, in seconds since
1970, just before the process was started; `startup` counts from there. The workloads are described in
README.md beside this file.
"""

import time

STARTED = time.time()

import argparse  # noqa: E402  (the clock comes first)
import json
import os
import resource
import statistics
import sys

SGD = 0.01


def measure(workload, name, value, unit):
    print(json.dumps({"workload": workload, "measure": name, "value": value, "unit": unit}), flush=True)


def peak_rss(workload, name="peak_rss", field="VmHWM:"):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(field):
                measure(workload, name, int(line.split()[1]) / 1024, "MB")


def page_faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def median_of_blocks(seconds, block):
    """Calls `block`, which gives a time, until the seconds are over (at least five times): the median."""
    end = time.perf_counter() + seconds
    times = []
    while len(times) < 5 or time.perf_counter() < end:
        times.append(block())
    return statistics.median(times)


# ---------------------------------------------------------------- data and models


def numbers(count):
    """The same numbers in [-0.5, 0.5) in every language: multiplicative hashes of 0, 1, 2, …"""
    hashed = (np.arange(count, dtype=np.uint64) * 2654435761 % 2**32).astype(np.float64)
    return (hashed / 2**32 - 0.5).astype(np.float32)


def make_classes():
    class Stack(bx.Module):
        """Linear layers with relu between them."""

        def __init__(self, graph, sizes, rng, last_relu=False):
            super().__init__(graph)
            self.layers = [
                bx.Linear(graph.child(f"linear_{i}"), size, rng=rng) for i, size in enumerate(sizes)
            ]
            self.last_relu = last_relu

        def __call__(self, params, x):
            for i, layer in enumerate(self.layers):
                x, params = layer(params, x)
                if self.last_relu or i + 1 < len(self.layers):
                    x = jax.nn.relu(x)
            return x, params

    return Stack


def build(sizes, last_relu=False):
    graph = bx.Graph("net")
    rng = bx.Rng(graph.child("rng"))
    return make_classes()(graph.child("model"), sizes, rng, last_relu), rng


def initialize(model, rng, dummy, jitted=False):
    def init(x):
        _, params = model(rng.seed(bx.Params(), seed=42), x)
        return params.locked()

    return (jax.jit(init) if jitted else init)(dummy)


def make_step(model, loss_of_output):
    """The README's training step: split, gradient, update, merge. Hands the loss back too."""

    def step(params, *batch):
        trainable, non_trainable = params.split()

        def loss_fn(t, nt):
            outputs, new_params = model(t.merge(nt), batch[0])
            return loss_of_output(outputs, *batch[1:]), new_params.split()[1]

        grad_fn = jax.value_and_grad(loss_fn, has_aux=True)
        (loss, new_non_trainable), grads = grad_fn(trainable, non_trainable)
        new_trainable = jax.tree.map(lambda w, g: w - SGD * g, trainable, grads)
        return loss, new_trainable.merge(new_non_trainable)

    return jax.jit(step, donate_argnums=0)


def cross_entropy(logits, labels):
    log_probabilities = jax.nn.log_softmax(logits)
    return -jnp.mean(jnp.take_along_axis(log_probabilities, labels[:, None], axis=1))


MLP_SIZES = (512, 512, 10)


def mlp_batch():
    images = numbers(128 * 784).reshape(128, 784)
    labels = (np.arange(128) * 7 % 10).astype(np.int32)
    return jnp.asarray(images), jnp.asarray(labels)


# ---------------------------------------------------------------- workloads


def mlp(seconds):
    model, rng = build(MLP_SIZES)
    batch = mlp_batch()
    params = initialize(model, rng, batch[0][:1])
    step = make_step(model, cross_entropy)
    measure_training("mlp", seconds, lambda p: step(p, *batch)[::-1], params, last_step=50, block=50)


def measure_training(name, seconds, step, state, last_step, block):
    """`step` takes a state to the next one and the loss. The measures of a training workload."""
    state, loss = step(state)
    measure(name, "first_loss", float(loss), "1")
    for _ in range(last_step - 1):
        state, loss = step(state)
    measure(name, "last_loss", float(loss), "1")  # of that step, however long the measuring takes

    def waiting():
        nonlocal loss, state
        start = time.perf_counter()
        state, loss = step(state)
        loss.block_until_ready()
        return time.perf_counter() - start

    measure(name, "step", 1e3 * median_of_blocks(seconds, waiting), "ms")
    cpu, faults, count = time.process_time(), page_faults(), 0

    def pipelined():
        nonlocal loss, state, count
        start = time.perf_counter()
        for _ in range(block):
            state, loss = step(state)
        loss.block_until_ready()
        count += block
        return (time.perf_counter() - start) / block

    measure(name, "step_pipelined", 1e3 * median_of_blocks(seconds, pipelined), "ms")
    measure(name, "cpu_ms", 1e3 * (time.process_time() - cpu) / count, "ms")
    measure(name, "page_faults", (page_faults() - faults) / count, "1/step")


def cnn(seconds):
    class Model(bx.Module):
        def __init__(self, graph, rng):
            super().__init__(graph)
            self.conv1 = bx.Conv(graph.child("conv1"), kernel_size=(3, 3), output_channels=32, rng=rng)
            self.conv2 = bx.Conv(graph.child("conv2"), kernel_size=(3, 3), output_channels=64, rng=rng)
            self.hidden = bx.Linear(graph.child("hidden"), 128, rng=rng)
            self.logits = bx.Linear(graph.child("logits"), 10, rng=rng)

        def __call__(self, params, x):
            x, params = self.conv1(params, x)
            x = bx.max_pool(jax.nn.relu(x), (2, 2), (2, 2))
            x, params = self.conv2(params, x)
            x = bx.max_pool(jax.nn.relu(x), (2, 2), (2, 2))
            x, params = self.hidden(params, x.reshape(x.shape[0], -1))
            return self.logits(params, x)

    graph = bx.Graph("net")
    rng = bx.Rng(graph.child("rng"))
    model = Model(graph.child("model"), rng)
    images = jnp.asarray(numbers(64 * 32 * 32 * 3).reshape(64, 32, 32, 3))
    labels = jnp.asarray((np.arange(64) * 7 % 10).astype(np.int32))
    step = make_step(model, cross_entropy)
    params = initialize(model, rng, images[:1])
    measure_training("cnn", seconds, lambda p: step(p, images, labels)[::-1], params, last_step=10, block=10)


def lstm(seconds):
    class Model(bx.Module):
        def __init__(self, graph, rng):
            super().__init__(graph)
            self.lstm = bx.LSTM(graph.child("lstm"), 256, rng=rng)

        def __call__(self, params, x):
            (outputs, _), params = self.lstm.apply(params, x)
            return outputs, params

    graph = bx.Graph("net")
    rng = bx.Rng(graph.child("rng"))
    model = Model(graph.child("model"), rng)
    x = jnp.asarray(numbers(32 * 64 * 64).reshape(32, 64, 64))
    # The original unrolls a sequence when it initialises: one time is enough.
    params = initialize(model, rng, x[:1, :1])
    step = make_step(model, lambda y: jnp.mean(y**2))
    measure_training("lstm", seconds, lambda p: step(p, x)[::-1], params, last_step=10, block=10)


def make_transformer():
    class Block(bx.Module):
        def __init__(self, graph, rng):
            super().__init__(graph)
            self.norm1 = bx.LayerNorm(graph.child("norm1"), rng=rng)
            self.query, self.key, self.value, self.output = (
                bx.Linear(graph.child(name), 256, rng=rng) for name in ("query", "key", "value", "output"))
            self.norm2 = bx.LayerNorm(graph.child("norm2"), rng=rng)
            self.up = bx.Linear(graph.child("up"), 1024, rng=rng)
            self.down = bx.Linear(graph.child("down"), 256, rng=rng)

        def __call__(self, params, x):
            batch, time_, size = x.shape
            h, params = self.norm1(params, x)
            heads = []
            for layer in (self.query, self.key, self.value):
                y, params = layer(params, h)
                heads.append(y.reshape(batch, time_, 8, size // 8))
            q, k, v = heads
            scores = jnp.einsum("bqhd,bkhd->bhqk", q, k) / np.sqrt(size // 8).astype(np.float32)
            scores = jnp.where(jnp.tril(jnp.ones((time_, time_), bool)), scores, -jnp.inf)
            mixed = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(scores), v)
            y, params = self.output(params, mixed.reshape(batch, time_, size))
            x = x + y
            h, params = self.norm2(params, x)
            h, params = self.up(params, h)
            h, params = self.down(params, jax.nn.gelu(h))
            return x + h, params

    class Model(bx.Module):
        def __init__(self, graph, rng, positions=128):
            super().__init__(graph)
            self.tokens = bx.Embed(graph.child("tokens"), 1000, 256, rng=rng)
            self.positions = bx.Embed(graph.child("positions"), positions, 256, rng=rng)
            self.blocks = [Block(graph.child(f"block_{i}"), rng) for i in range(4)]
            self.norm = bx.LayerNorm(graph.child("norm"), rng=rng)
            self.logits = bx.Linear(graph.child("logits"), 1000, rng=rng)

        def __call__(self, params, tokens):
            x, params = self.tokens(params, tokens)
            places, params = self.positions(params, jnp.arange(tokens.shape[1]))
            x = x + places
            for block in self.blocks:
                x, params = block(params, x)
            x, params = self.norm(params, x)
            return self.logits(params, x)

    return Model


def transformer(seconds):
    import optax

    graph = bx.Graph("net")
    rng = bx.Rng(graph.child("rng"))
    model = make_transformer()(graph.child("model"), rng)
    text = (np.arange(8 * 129) * 7 % 1000).astype(np.int32).reshape(8, 129)
    inputs, targets = jnp.asarray(text[:, :-1]), jnp.asarray(text[:, 1:])
    params = initialize(model, rng, inputs[:1])
    optimizer = optax.adamw(3e-4, weight_decay=0.01)

    def step(state, inputs, targets):
        params, moments = state
        trainable, non_trainable = params.split()

        def loss_fn(t, nt):
            logits, new_params = model(t.merge(nt), inputs)
            log_probabilities = jax.nn.log_softmax(logits)
            loss = -jnp.mean(jnp.take_along_axis(log_probabilities, targets[..., None], axis=-1))
            return loss, new_params.split()[1]

        (loss, new_non_trainable), grads = jax.value_and_grad(loss_fn, has_aux=True)(trainable, non_trainable)
        updates, moments = optimizer.update(grads, moments, trainable)
        return (optax.apply_updates(trainable, updates).merge(new_non_trainable), moments), loss

    step = jax.jit(step, donate_argnums=0)
    state = (params, optimizer.init(params.split()[0]))
    measure_training("transformer", seconds, lambda s: step(s, inputs, targets), state, last_step=10, block=5)


def attentions(_seconds):
    query = jnp.asarray(numbers(2 * 600 * 8 * 64).reshape(2, 600, 8, 64))
    keys = jnp.asarray(numbers(2 * 1024 * 8 * 64).reshape(2, 1024, 8, 64))
    values = keys + 0
    total, start = jnp.float32(0), time.perf_counter()
    for number in range(30):
        mixed = jax.nn.dot_product_attention(query + number * 0.01, keys, values)
        total = total + mixed.sum()
    measure("attentions", "sum", float(total), "1")
    measure("attentions", "attention", 1e3 * (time.perf_counter() - start) / 30, "ms")
    peak_rss("attentions", "rss", "VmRSS:")


def prompts(seconds):
    graph = bx.Graph("net")
    rng = bx.Rng(graph.child("rng"))
    model = make_transformer()(graph.child("model"), rng, positions=1024)
    text = jnp.asarray((np.arange(4 * 1024) * 7 % 1000).astype(np.int32).reshape(4, 1024))
    params = initialize(model, rng, text[:1, :8])
    forward = jax.jit(lambda params, inputs: model(params, inputs)[0].max())
    for length in (512, 300, 400, 600):
        prompt = text[:, :length]
        float(forward(params, prompt))

        def waiting():
            start = time.perf_counter()
            forward(params, prompt).block_until_ready()
            return time.perf_counter() - start

        measure("prompts", f"prompt_{length}", 1e3 * median_of_blocks(seconds / 4, waiting), "ms")
    peak_rss("prompts", "rss", "VmRSS:")


def tiny(seconds):
    add_one = jax.jit(lambda x: x + 1)
    x = jnp.zeros(8, jnp.float32)
    add_one(x).block_until_ready()

    def dispatch():
        start = time.perf_counter()
        for _ in range(2000):
            y = add_one(x)
        y.block_until_ready()
        return (time.perf_counter() - start) / 2000

    def dispatch_and_wait():
        start = time.perf_counter()
        for _ in range(2000):
            add_one(x).block_until_ready()
        return (time.perf_counter() - start) / 2000

    measure("tiny", "dispatch", 1e6 * median_of_blocks(seconds, dispatch), "us")
    measure("tiny", "dispatch_and_wait", 1e6 * median_of_blocks(seconds, dispatch_and_wait), "us")


def eager(seconds):
    x = jnp.asarray(numbers(64))

    def operators():
        start = time.perf_counter()
        y = x
        for _ in range(50):
            y = y * 1.0001
            y = y + 0.5
            y = jnp.sin(y)
            y = jnp.maximum(y, -1)
        y.block_until_ready()
        return (time.perf_counter() - start) / 200

    def lax_functions():
        start = time.perf_counter()
        y = x
        for _ in range(50):
            y = lax.mul(y, 1.0001)
            y = lax.add(y, 0.5)
            y = lax.sin(y)
            y = lax.max(y, -1.0)
        y.block_until_ready()
        return (time.perf_counter() - start) / 200

    operators(), lax_functions()
    measure("eager", "per_op", 1e6 * median_of_blocks(seconds, operators), "us")
    measure("eager", "per_op_lax", 1e6 * median_of_blocks(seconds, lax_functions), "us")


def treecall(seconds):
    model, rng = build((8,) * 20, last_relu=True)
    x = jnp.asarray(numbers(8).reshape(1, 8))
    params = initialize(model, rng, x)
    forward = jax.jit(model)
    forward(params, x)[0].block_until_ready()

    def call():
        start = time.perf_counter()
        for _ in range(200):
            y, _ = forward(params, x)
        y.block_until_ready()
        return (time.perf_counter() - start) / 200

    measure("treecall", "call", 1e6 * median_of_blocks(seconds, call), "us")


def startup(_seconds, name="startup", jitted=False):
    began = float(os.environ.get("BENCH_T0") or STARTED)
    clock = [began]

    def lap(part, at=None):
        at = at or time.time()
        measure(name, part, at - clock[-1], "s")
        clock.append(at)

    lap("interpreter", STARTED)
    lap("import")  # the libraries were imported before the workload was called
    batch = jax.block_until_ready(mlp_batch())
    lap("data")
    model, rng = build(MLP_SIZES)
    params = jax.block_until_ready(initialize(model, rng, batch[0][:1], jitted))
    lap("init")
    traced = make_step(model, cross_entropy).trace(params, *batch)
    lap("trace")
    lowered = traced.lower()
    lap("lower")
    compiled = lowered.compile()
    lap("compile")
    loss, params = compiled(params, *batch)
    loss = float(loss)
    lap("first_step")
    measure(name, "total", clock[-1] - began, "s")
    measure(name, "first_loss", loss, "1")


def startup_jitinit(seconds):
    startup(seconds, "startup_jitinit", jitted=True)


def depth(_seconds):
    x = jnp.asarray(numbers(32 * 64).reshape(32, 64))
    for count in (10, 50, 200):
        model, rng = build((64,) * count, last_relu=True)
        params = initialize(model, rng, x[:1])
        step = make_step(model, lambda y: jnp.mean(y**2))
        start = time.perf_counter()
        lowered = step.lower(params, x)
        middle = time.perf_counter()
        lowered.compile()
        measure("depth", f"trace_lower_{count}", 1e3 * (middle - start), "ms")
        measure("depth", f"compile_{count}", 1e3 * (time.perf_counter() - middle), "ms")


WORKLOADS = {
    f.__name__: f for f in (
        mlp, cnn, lstm, transformer, attentions, prompts, tiny, eager, treecall, startup, startup_jitinit, depth,
    )
}


def main():
    global bx, jax, jnp, lax, np
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload")
    parser.add_argument("--seconds", type=float, default=3, help="how long each measure may take")
    arguments = parser.parse_args()
    workload = WORKLOADS.get(arguments.workload)
    if workload is None:
        known = ", ".join(WORKLOADS)
        print(f"bench_blox: no workload '{arguments.workload}'; there are {known}", file=sys.stderr)
        return 2
    os.environ.setdefault("JAX_PLATFORMS", "cpu")
    try:
        import blox as bx
        import jax
        import jax.numpy as jnp
        import numpy as np
        from jax import lax
    except ImportError as error:
        print(
            f"bench_blox: {error}. Install Utilities/python-peers/requirements.txt into the Python that runs "
            "this (python3 -m venv, then pip install -r).", file=sys.stderr)
        return 1
    workload(arguments.seconds)
    peak_rss(arguments.workload)
    return 0


if __name__ == "__main__":
    sys.exit(main())
