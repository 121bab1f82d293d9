#!/usr/bin/env python3
"""Records what optax makes of 20 steps of each optimizer, and the values of its schedules and losses, for OptimizersTests.

    python3 -m venv venv; venv/bin/pip install jax==0.10.2 optax==0.2.8
    venv/bin/python Utilities/generate/optax_values.py

For each optimizer: the parameters after 20 steps in float32, the sum of the sizes of all numbers in the state, and the
parameters after 20 steps in bfloat16. Gradients are given by a formula that the tests know too (`gradient`). For bfloat16 the
statistics are formed in float32, as ours are: optax is given float32 and its updates are rounded.
"""

import json
import pathlib
import warnings

import jax
import jax.numpy as jnp
import numpy as np
import optax
from optax import contrib

warnings.simplefilter("ignore")
FILE = pathlib.Path(__file__).resolve().parent.parent.parent / "Tests/OptimizersTests/OptaxValues.json"
STEPS = 20
SHAPES = {"b": (4,), "w": (3, 4)}


def numbers(name, function):
    size = int(np.prod(SHAPES[name]))
    offset = 0.0 if name == "b" else 0.3
    return np.array([function(i, offset) for i in range(size)], np.float32).reshape(SHAPES[name])


def params(dtype):
    return {k: jnp.asarray(numbers(k, lambda i, o: np.cos(0.7 * i + o))).astype(dtype) for k in SHAPES}


def gradient(step, dtype):
    return {k: jnp.asarray(numbers(k, lambda i, o: np.sin(1.7 * step + 0.9 * i + o) * (0.5 + 0.1 * i) + 0.2)).astype(dtype)
            for k in SHAPES}


def value(step):
    return jnp.float32(1 + 0.5 * np.cos(step))


def loss(p):
    return sum(jnp.sum((x - 0.5) ** 2 * (1 + jnp.arange(x.size).reshape(x.shape))) + 0.1 * jnp.sum(x ** 4)
               for x in jax.tree.leaves(p))


KERNELS = {"b": False, "w": True}
RATE = 0.05

OPTIMIZERS = {
    "adam": optax.adam(RATE), "adamNesterov": optax.adam(RATE, b1=0.8, eps_root=1e-3, nesterov=True),
    "adamMuDtype": optax.adam(RATE, mu_dtype=jnp.bfloat16), "nadam": optax.nadam(RATE),
    "adamw": optax.adamw(RATE, weight_decay=0.1), "adamwMask": optax.adamw(RATE, weight_decay=0.1, mask=KERNELS),
    "nadamw": optax.nadamw(RATE, weight_decay=0.1), "adamax": optax.adamax(RATE),
    "adamaxw": optax.adamaxw(RATE, weight_decay=0.1, mask=KERNELS), "amsgrad": optax.amsgrad(RATE),
    "adabelief": optax.adabelief(RATE), "adabeliefNesterov": optax.adabelief(RATE, nesterov=True),
    "yogi": optax.yogi(RATE), "radam": optax.radam(RATE), "radamNesterov": optax.radam(RATE, nesterov=True),
    "adan": optax.adan(RATE, weight_decay=0.1), "adadelta": optax.adadelta(1.0, weight_decay=0.01),
    "adagrad": optax.adagrad(RATE), "adafactor": optax.adafactor(RATE),
    "adafactorFactored": optax.adafactor(RATE, min_dim_size_to_factor=2, momentum=0.9, weight_decay_rate=1e-3),
    "lion": optax.lion(RATE, weight_decay=0.1), "signSgd": optax.sign_sgd(RATE), "signum": optax.signum(RATE),
    "lamb": optax.lamb(RATE, weight_decay=0.1, mask=KERNELS),
    "lars": optax.lars(RATE, weight_decay=0.1, weight_decay_mask=KERNELS, trust_ratio_mask=KERNELS),
    "fromage": optax.fromage(RATE), "sgd": optax.sgd(RATE), "sgdMomentum": optax.sgd(RATE, momentum=0.9),
    "sgdNesterov": optax.sgd(RATE, momentum=0.9, nesterov=True), "rmsprop": optax.rmsprop(RATE),
    "rmspropCentered": optax.rmsprop(RATE, centered=True, momentum=0.9, nesterov=True, initial_scale=1.0),
    "rmspropOutside": optax.rmsprop(RATE, eps=1e-3, eps_in_sqrt=False, bias_correction=True),
    "rprop": optax.rprop(RATE), "novograd": optax.novograd(RATE, weight_decay=0.01), "sm3": optax.sm3(RATE),
    "optimisticGradientDescent": optax.optimistic_gradient_descent(RATE, alpha=0.9, beta=0.4),
    "optimisticAdam": optax.optimistic_adam(RATE), "optimisticAdamV2": optax.optimistic_adam_v2(RATE, alpha=0.9, beta=0.4),
    "polyakSgd": optax.polyak_sgd(0.1), "noisySgd": optax.noisy_sgd(RATE, key=3),
    "muon": contrib.muon(RATE, weight_decay=0.1), "muonAol": contrib.muon(RATE, preconditioning="aol", nesterov=False),
    "prodigy": contrib.prodigy(1.0, estim_lr0=1e-2, weight_decay=0.01),
    "dadaptAdamw": contrib.dadapt_adamw(1.0, estim_lr0=1e-2, weight_decay=0.01),
    "dog": contrib.dog(1.0, init_step=("heuristic", 1e-2)), "dogRate": contrib.dog(1.0, init_step=("learning_rate", 1e-2)),
    "dowg": contrib.dowg(1.0), "momo": contrib.momo(0.1, adapt_lower_bound=True, weight_decay=0.01),
    "momoAdam": contrib.momo_adam(RATE), "adopt": contrib.adopt(RATE), "ademamix": contrib.ademamix(RATE, b3=0.99),
    "simplifiedAdemamix": contrib.simplified_ademamix(RATE, alpha=0.5), "acprop": contrib.acprop(RATE),
    "cocob": contrib.cocob(), "madgrad": contrib.madgrad(RATE),
    "scheduleFreeSgd": contrib.schedule_free_sgd(RATE, warmup_steps=5),
    "scheduleFreeAdamw": contrib.schedule_free_adamw(RATE, weight_decay=0.1),
    "sam": contrib.sam(optax.sgd(RATE, momentum=0.9), optax.chain(contrib.normalize(), optax.sgd(0.1)), sync_period=2),
    "clips": optax.chain(optax.zero_nans(), optax.clip_by_block_rms(0.4), optax.adaptive_grad_clip(0.3), optax.centralize(),
                         optax.ema(0.7), optax.scale_by_learning_rate(RATE)),
    "applyEvery": optax.chain(optax.sgd(RATE), optax.apply_every(3)),
    "normalized": optax.chain(optax.normalize_by_update_norm(0.5), optax.keep_params_nonnegative(), optax.scale(-RATE)),
    "plateau": optax.chain(optax.sgd(RATE), contrib.reduce_on_plateau(patience=2, factor=0.5, cooldown=2, accumulation_size=2)),
    "multiSteps": optax.MultiSteps(optax.adam(RATE), 3).gradient_transformation(),
    "applyIfFinite": optax.apply_if_finite(optax.adam(RATE), 3),
    "partition": optax.partition({"a": optax.adam(RATE), "b": optax.sgd(RATE)}, {"b": "b", "w": "a"}),
    "freeze": optax.chain(optax.sgd(RATE, momentum=0.9), optax.freeze({"b": True, "w": False})),
    "onecycle": optax.adam(optax.cosine_onecycle_schedule(20, 0.1)),
}
# Optimizers whose states here and there hold other things.
OTHER_STATES = {"muon", "muonAol", "adamMuDtype", "adafactor", "adafactorFactored", "lookahead", "sam", "noisySgd", "plateau", "clips"}
WITH_VALUE = {"polyakSgd", "momo", "momoAdam", "plateau"}


def run(name, optimizer, dtype):
    p = params(dtype)
    wide = lambda tree: jax.tree.map(lambda x: x.astype(jnp.float32), tree)
    state = optimizer.init(wide(p))
    for step in range(STEPS):
        extra = {"value": value(step)} if name in WITH_VALUE else {}
        updates, state = optimizer.update(wide(gradient(step, dtype)), state, wide(p), **extra)
        updates = jax.tree.map(lambda u: u.astype(dtype), updates)
        p = optax.apply_updates(p, updates)
    sizes = [float(jnp.sum(jnp.abs(x.astype(jnp.float32)))) for x in jax.tree.leaves(state)
             if jnp.issubdtype(jnp.asarray(x).dtype, jnp.floating)]
    flat = [float(x) for k in sorted(p) for x in np.asarray(p[k].astype(jnp.float32)).ravel()]
    return flat, None if name in OTHER_STATES else sum(sizes)


def lookahead():
    optimizer = optax.lookahead(optax.sgd(RATE, momentum=0.9), 3, 0.4)
    p = optax.LookaheadParams.init_synced(params(jnp.float32))
    state = optimizer.init(p)
    for step in range(STEPS):
        updates, state = optimizer.update(gradient(step, jnp.float32), state, p)
        p = optax.apply_updates(p, updates)
    return [float(x) for k in sorted(SHAPES) for x in np.asarray(p.fast[k]).ravel()]


def searched(optimizer, steps):
    p = params(jnp.float32)
    state = optimizer.init(p)
    for _ in range(steps):
        v, g = jax.value_and_grad(loss)(p)
        updates, state = optimizer.update(g, state, p, value=v, grad=g, value_fn=loss)
        p = optax.apply_updates(p, updates)
    return [float(x) for k in sorted(p) for x in np.asarray(p[k]).ravel()] + [float(loss(p))]


SCHEDULES = {
    "polynomial": optax.polynomial_schedule(1.0, 0.1, 2, 10, 3), "linear": optax.linear_schedule(1.0, 0.1, 10, 3),
    "exponential": optax.exponential_decay(0.5, 3, 0.7, transition_begin=4, staircase=True, end_value=0.1),
    "cosine": optax.cosine_decay_schedule(0.5, 12, alpha=0.1, exponent=2.0),
    "piecewise": optax.piecewise_constant_schedule(0.1, {4: 0.1, 2: 0.5}),
    "interpolated": optax.piecewise_interpolate_schedule("cosine", 0.1, {4: 2.0, 9: 0.5}),
    "linearOnecycle": optax.linear_onecycle_schedule(20, 0.5), "cosineOnecycle": optax.cosine_onecycle_schedule(20, 0.5),
    "warmupConstant": optax.warmup_constant_schedule(0.1, 0.5, 5),
    "warmupCosine": optax.warmup_cosine_decay_schedule(0.1, 0.5, 5, 15, 0.05, 1.5),
    "warmupExponential": optax.warmup_exponential_decay_schedule(0.1, 0.5, 5, 4, 0.6, transition_begin=2, end_value=0.2),
    "sgdr": optax.sgdr_schedule([
        dict(init_value=0.0, peak_value=1.0, warmup_steps=2, decay_steps=8, end_value=0.1),
        dict(init_value=0.1, peak_value=0.5, warmup_steps=3, decay_steps=10, end_value=0.0)]),
}


def losses():
    x = jnp.asarray(np.array([np.sin(0.9 * i + 0.2) * 2 for i in range(12)], np.float32).reshape(3, 4))
    y = jnp.asarray(np.array([np.cos(1.3 * i) for i in range(12)], np.float32).reshape(3, 4))
    p = jax.nn.softmax(y)
    labels, signs = jnp.array([2, 0, 3]), jnp.where(y > 0, 1.0, -1.0)
    bits = (y > 0).astype(jnp.float32)
    mask = jnp.array([[True, True, False, True], [True, True, True, True], [False, True, False, True]])
    logits = jnp.asarray(np.array([np.sin(0.37 * i * i) * 2 for i in range(2 * 6 * 5)], np.float32).reshape(2, 6, 5))
    ctc = (logits, jnp.array([[0., 0, 0, 0, 0, 0], [0, 0, 0, 0, 1, 1]]), jnp.array([[1, 1, 3], [4, 2, 0]]),
           jnp.array([[0., 0, 0], [0, 0, 1]]))
    values = {
        "squaredError": optax.losses.squared_error(x, y), "logCosh": optax.losses.log_cosh(x, y),
        "cosineSimilarity": optax.losses.cosine_similarity(x, y), "cosineDistance": optax.losses.cosine_distance(x, y, epsilon=1e-3),
        "cosineSimilarityWhere": optax.losses.cosine_similarity(x, y, where=mask),
        "hinge": optax.losses.hinge_loss(x, signs), "perceptron": optax.losses.perceptron_loss(x, signs),
        "sparsemax": optax.losses.sparsemax_loss(x, y > 0),
        "safeSoftmax": optax.losses.safe_softmax_cross_entropy(x, p), "softmaxWhere": optax.losses.softmax_cross_entropy(x, p, where=mask),
        "integerWhere": optax.losses.softmax_cross_entropy_with_integer_labels(x, jnp.array([1, 0, 3]), where=mask),
        "multiclassHinge": optax.losses.multiclass_hinge_loss(x, labels),
        "multiclassPerceptron": optax.losses.multiclass_perceptron_loss(x, labels),
        "multiclassSparsemax": optax.losses.multiclass_sparsemax_loss(x, labels),
        "poly": optax.losses.poly_loss_cross_entropy(x, p), "polyWhere": optax.losses.poly_loss_cross_entropy(x, p, epsilon=1.0, where=mask),
        "kl": optax.losses.kl_divergence(jax.nn.log_softmax(x), p), "klWhere": optax.losses.kl_divergence(jax.nn.log_softmax(x), p, where=mask),
        "klLog": optax.losses.kl_divergence_with_log_targets(jax.nn.log_softmax(x), jax.nn.log_softmax(y)),
        "generalizedKl": optax.losses.generalized_kl_divergence(x, p), "ctc": optax.losses.ctc_loss(*ctc),
        "focal": optax.losses.sigmoid_focal_loss(x, bits), "focalAlpha": optax.losses.sigmoid_focal_loss(x, bits, alpha=0.3, gamma=1.5),
        "smooth": optax.losses.smooth_labels(p, 0.1), "ntxent": optax.losses.ntxent(x, jnp.array([0, 1, 0])),
        "triplet": optax.losses.triplet_margin_loss(x, y, x * y), "ranking": optax.losses.ranking_softmax_loss(x, p),
        "rankingWhere": optax.losses.ranking_softmax_loss(x, p, where=mask),
        "dice": optax.losses.dice_loss(logits, jax.nn.one_hot(jnp.arange(12).reshape(2, 6) % 5, 5)),
        "diceBackground": optax.losses.dice_loss(
            logits, jax.nn.one_hot(jnp.arange(12).reshape(2, 6) % 5, 5), alpha=0.3, beta=0.7, ignore_background=True,
            class_weights=jnp.arange(5.0), reduction="none"),
        "binaryDice": optax.losses.binary_dice_loss(x, bits),
        "generalizedDice": optax.losses.multiclass_generalized_dice_loss(
            logits, jax.nn.one_hot(jnp.arange(12).reshape(2, 6) % 5, 5)),
        "ctcGradient": jax.grad(lambda l: optax.losses.ctc_loss(l, *ctc[1:]).sum())(logits),
    }
    return {k: [float(v) for v in np.asarray(x).ravel()] for k, x in values.items()}


def rounded(x):
    if isinstance(x, list):
        return [rounded(v) for v in x]
    return x if x is None else float(f"{x:.7g}")


def main():
    optimizers = {}
    for name, optimizer in OPTIMIZERS.items():
        single, state = run(name, optimizer, jnp.float32)
        # Noise in bfloat16 is drawn in bfloat16, and so is other noise.
        half = None if name == "noisySgd" else run(name, optimizer, jnp.bfloat16)[0]
        optimizers[name] = {"float32": rounded(single), "state": rounded(state), "bfloat16": rounded(half)}
    lines = {
        "optimizers": optimizers,
        "lookahead": {"lookahead": rounded(lookahead())},
        "searches": {
            "lbfgs": rounded(searched(optax.lbfgs(), 6)),
            "lbfgsPlain": rounded(searched(optax.lbfgs(0.05, memory_size=3, linesearch=None), 8)),
            "lbfgsBacktracking": rounded(searched(optax.lbfgs(
                linesearch=optax.scale_by_backtracking_linesearch(10, store_grad=True)), 6)),
            "zoom": rounded(searched(optax.chain(optax.sgd(1.0), optax.scale_by_zoom_linesearch(15)), 6)),
            "backtracking": rounded(searched(optax.chain(optax.sgd(1.0), optax.scale_by_backtracking_linesearch(15)), 6)),
        },
        "schedules": {k: rounded([float(s(jnp.int32(c))) for c in range(22)]) for k, s in SCHEDULES.items()},
        "losses": {k: rounded(v) for k, v in losses().items()},
    }
    text = "{\n" + ",\n".join(
        f'  "{family}": {{\n' + ",\n".join(f'    "{k}": {json.dumps(v)}' for k, v in cases.items()) + "\n  }"
        for family, cases in lines.items()) + "\n}\n"
    FILE.write_text(text)


if __name__ == "__main__":
    main()
