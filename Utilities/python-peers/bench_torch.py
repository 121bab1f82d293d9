#!/usr/bin/env python3
"""The benchmark's workloads in PyTorch, to be run in turn with ours.

    bench_torch.py WORKLOAD [--seconds S] [--compile] [--channels-last]

Prints a JSON line for each measure, {"workload": "mlp", "measure": "step", "value": 2.1, "unit": "ms"}, and
exits with 2 for a workload that it lacks, or that has no such variant. The workloads are described in README.md beside this
file. Models are PyTorch's own, with its initialisation: losses differ from ours, the work does not.
"""

import argparse
import json
import os
import resource
import statistics
import sys
import time


def measure(workload, name, value, unit):
    print(json.dumps({"workload": workload, "measure": name, "value": value, "unit": unit}), flush=True)


def peak_rss(workload):
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                measure(workload, "peak_rss", int(line.split()[1]) / 1024, "MB")


def page_faults():
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def median_of_blocks(seconds, block):
    """Calls `block`, which gives a time, until the seconds are over (at least five times): the median."""
    end = time.perf_counter() + seconds
    times = []
    while len(times) < 5 or time.perf_counter() < end:
        times.append(block())
    return statistics.median(times)


def numbers(*shape):
    """The same numbers in [-0.5, 0.5) in every language: multiplicative hashes of 0, 1, 2, …"""
    count = 1
    for extent in shape:
        count *= extent
    hashed = (np.arange(count, dtype=np.uint64) * 2654435761 % 2**32).astype(np.float64)
    return torch.from_numpy((hashed / 2**32 - 0.5).astype(np.float32)).reshape(shape)


def measure_steps(name, seconds, step, last_step, block):
    for _ in range(last_step):
        step()

    def timed(count):
        start = time.perf_counter()
        for _ in range(count):
            step()
        return (time.perf_counter() - start) / count

    measure(name, "step", 1e3 * median_of_blocks(seconds, lambda: timed(1)), "ms")
    cpu, faults, count = time.process_time(), page_faults(), 0

    def counted():
        nonlocal count
        count += block
        return timed(block)

    median_of_blocks(seconds, counted)
    measure(name, "cpu_ms", 1e3 * (time.process_time() - cpu) / count, "ms")
    measure(name, "page_faults", (page_faults() - faults) / count, "1/step")


def train(name, options, model, loss, batch, last_step=10, block=10, optimizer=None):
    """One step of SGD, or of another optimizer, after the other."""
    optimizer = optimizer or torch.optim.SGD(model.parameters(), lr=0.01)

    def forward(*batch):
        return loss(model(batch[0]), *batch[1:])

    forward = torch.compile(forward) if options.compile else forward

    def step():
        optimizer.zero_grad(set_to_none=True)
        forward(*batch).backward()
        optimizer.step()

    measure_steps(name, options.seconds, step, last_step, block)


def infer(name, options, model, inputs, block=10):
    model = torch.compile(model) if options.compile else model

    def step():
        with torch.inference_mode():
            model(inputs)

    measure_steps(name, options.seconds, step, 10, block)


# ---------------------------------------------------------------- models


def mlp_model():
    return nn.Sequential(nn.Linear(784, 512), nn.ReLU(), nn.Linear(512, 512), nn.ReLU(), nn.Linear(512, 10))


def cnn_model():
    return nn.Sequential(
        nn.Conv2d(3, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), nn.ReLU(),
        nn.MaxPool2d(2), nn.Flatten(), nn.Linear(4096, 128), nn.Linear(128, 10))


def recurrent(kind):
    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = kind(64, 256, batch_first=True)

        def forward(self, x):
            return self.layer(x)[0]

    return Model()


def transformer_model():
    class Block(nn.Module):
        def __init__(self):
            super().__init__()
            self.norm1, self.norm2 = nn.LayerNorm(256), nn.LayerNorm(256)
            self.projection, self.output = nn.Linear(256, 768), nn.Linear(256, 256)
            self.up, self.down = nn.Linear(256, 1024), nn.Linear(1024, 256)

        def forward(self, x):
            batch, times, size = x.shape
            q, k, v = (
                y.reshape(batch, times, 8, 32).transpose(1, 2)
                for y in self.projection(self.norm1(x)).split(256, dim=-1))
            mixed = F.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + self.output(mixed.transpose(1, 2).reshape(batch, times, size))
            return x + self.down(F.gelu(self.up(self.norm2(x)), approximate="tanh"))

    class Model(nn.Module):
        def __init__(self):
            super().__init__()
            self.tokens, self.positions = nn.Embedding(1000, 256), nn.Embedding(128, 256)
            self.blocks = nn.ModuleList(Block() for _ in range(4))
            self.norm, self.logits = nn.LayerNorm(256), nn.Linear(256, 1000)

        def forward(self, tokens):
            x = self.tokens(tokens) + self.positions(torch.arange(tokens.shape[1]))
            for block in self.blocks:
                x = block(x)
            return self.logits(self.norm(x))

    return Model()


def resnet_model():
    class Block(nn.Module):
        """A bottleneck that halves the picture: 1x1, 3x3 in steps of two, 1x1, and 1x1 in steps of two beside it."""

        def __init__(self):
            super().__init__()
            self.convs = nn.Sequential(
                nn.Conv2d(64, 32, 1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
                nn.Conv2d(32, 32, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(32), nn.ReLU(),
                nn.Conv2d(32, 128, 1, bias=False), nn.BatchNorm2d(128))
            self.beside = nn.Sequential(nn.Conv2d(64, 128, 1, stride=2, bias=False), nn.BatchNorm2d(128))

        def forward(self, x):
            return F.relu(self.convs(x) + self.beside(x))

    return Block()


def pictures(options, *shape):
    images = numbers(*shape).permute(0, 3, 1, 2)
    return images.contiguous(memory_format=torch.channels_last if options.channels_last else torch.contiguous_format)


def on_pictures(options, model):
    return model.to(memory_format=torch.channels_last) if options.channels_last else model


# ---------------------------------------------------------------- workloads


def mlp(options):
    labels = torch.arange(128) * 7 % 10
    train("mlp", options, mlp_model(), F.cross_entropy, (numbers(128, 784), labels), 50, 50)


def mlp_inference(options):
    infer("mlp_inference", options, mlp_model(), numbers(128, 784), 50)


def cnn(options):
    batch = (pictures(options, 64, 32, 32, 3), torch.arange(64) * 7 % 10)
    train("cnn", options, on_pictures(options, cnn_model()), F.cross_entropy, batch)


def cnn_inference(options):
    infer("cnn_inference", options, on_pictures(options, cnn_model()), pictures(options, 64, 32, 32, 3))


def mean_square(outputs):
    return (outputs**2).mean()


def lstm(options):
    train("lstm", options, recurrent(nn.LSTM), mean_square, (numbers(32, 64, 64),))


def lstm_inference(options):
    infer("lstm_inference", options, recurrent(nn.LSTM), numbers(32, 64, 64))


def gru(options):
    train("gru", options, recurrent(nn.GRU), mean_square, (numbers(32, 64, 64),))


def transformer(options):
    text = (torch.arange(8 * 129) * 7 % 1000).reshape(8, 129)
    model = transformer_model()
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4, weight_decay=0.01)

    def loss(logits, targets):
        return F.cross_entropy(logits.flatten(0, 1), targets.flatten())

    train("transformer", options, model, loss, (text[:, :-1], text[:, 1:]), 10, 5, optimizer)


def transformer_inference(options):
    text = (torch.arange(8 * 129) * 7 % 1000).reshape(8, 129)
    infer("transformer_inference", options, transformer_model(), text[:, :-1], 5)


def resnet(options):
    batch = (pictures(options, 16, 32, 32, 64),)
    train("resnet", options, on_pictures(options, resnet_model()), mean_square, batch)


def depthwise(options):
    model = nn.Sequential(nn.Conv2d(64, 64, 3, padding=1, groups=64), nn.ReLU(), nn.Conv2d(64, 64, 3, padding=1, groups=4))
    train("depthwise", options, on_pictures(options, model), mean_square, (pictures(options, 16, 32, 32, 64),))


def attention(times):
    def run(options):
        name = f"attention_{times}"
        q, k, v = (numbers(1, 8, times, 64).requires_grad_() for _ in range(3))

        def forward(q, k, v):
            return mean_square(F.scaled_dot_product_attention(q, k, v, is_causal=True))

        forward = torch.compile(forward) if options.compile else forward

        def step():
            q.grad = k.grad = v.grad = None
            forward(q, k, v).backward()

        measure_steps(name, options.seconds, step, 5, 5)

    return run


def tiny(options):
    x = torch.zeros(8)

    def block():
        start = time.perf_counter()
        for _ in range(2000):
            x + 1
        return (time.perf_counter() - start) / 2000

    measure("tiny", "dispatch", 1e6 * median_of_blocks(options.seconds, block), "us")


def eager(options):
    x = numbers(64)

    def block():
        start = time.perf_counter()
        y = x
        for _ in range(50):
            y = y * 1.0001
            y = y + 0.5
            y = torch.sin(y)
            y = torch.clamp(y, min=-1)
        return (time.perf_counter() - start) / 200

    measure("eager", "per_op", 1e6 * median_of_blocks(options.seconds, block), "us")


def scan(options):
    """10,000 short steps of a recurrence."""
    matrix = 0.1 * numbers(16, 16)

    def block():
        start = time.perf_counter()
        state = torch.ones(16)
        for _ in range(10000):
            state = torch.tanh(matrix @ state + 0.1)
        return time.perf_counter() - start

    measure("scan", "loop", 1e3 * median_of_blocks(options.seconds, block), "ms")


def linalg(options):
    for rows in (64, 256, 1024):
        matrix = numbers(rows, rows)
        square = matrix @ matrix.T + rows * 0.01 * torch.eye(rows)
        right = numbers(rows)
        for name, call in (
            ("cholesky", lambda: torch.linalg.cholesky(square)), ("solve", lambda: torch.linalg.solve(square, right)),
            ("eigh", lambda: torch.linalg.eigh(square)), ("svd", lambda: torch.linalg.svd(matrix)),
            ("eig", lambda: torch.linalg.eig(matrix)),
        ):

            def block():
                start = time.perf_counter()
                call()
                return time.perf_counter() - start

            measure("linalg", f"{name}_{rows}", 1e3 * median_of_blocks(options.seconds / 12, block), "ms")


WORKLOADS = {
    f.__name__: f for f in (
        mlp, cnn, lstm, gru, transformer, mlp_inference, cnn_inference, lstm_inference, transformer_inference, resnet,
        depthwise, tiny, eager, scan, linalg,
    )
} | {f"attention_{times}": attention(times) for times in (512, 2048)}
PICTURES = ("cnn", "cnn_inference", "resnet", "depthwise")
NOT_COMPILED = ("tiny", "eager", "scan", "linalg")


def main():
    global F, nn, np, torch
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workload")
    parser.add_argument("--seconds", type=float, default=3, help="how long each measure may take")
    parser.add_argument("--compile", action="store_true", help="compile the function with torch.compile")
    parser.add_argument("--channels-last", action="store_true", help="keep pictures with their channels last")
    options = parser.parse_args()
    workload = WORKLOADS.get(options.workload)
    if (
        workload is None or options.channels_last and options.workload not in PICTURES
        or options.compile and options.workload in NOT_COMPILED
    ):
        print(f"bench_torch: there is no such variant of '{options.workload}'", file=sys.stderr)
        return 2
    try:
        import numpy as np
        import torch
        import torch.nn.functional as F
        from torch import nn
    except ImportError as error:
        print(
            f"bench_torch: {error}. Install Utilities/python-peers/requirements-torch.txt into the Python that runs "
            "this (python3 -m venv, then pip install -r).", file=sys.stderr)
        return 1
    torch.set_num_threads(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count())
    torch.manual_seed(42)
    workload(options)
    peak_rss(options.workload)
    return 0


if __name__ == "__main__":
    sys.exit(main())
