#!/usr/bin/env python3
"""Runs benchmarks of several libraries in turn and prints a table of medians and ratios.

    Benchmarks/compare.py --ours .build/release/bench [--rounds 5] [--seconds 3] [WORKLOAD …]
    Benchmarks/compare.py --ours .build/release/bench --peer "blox=python3 Utilities/python-peers/bench_blox.py"
    Benchmarks/compare.py --ours .build/release/bench --pinned 1 cnn

A benchmark is any command that is called as `COMMAND WORKLOAD --seconds S`, prints a JSON line for each
measure, {"workload": …, "measure": …, "value": …, "unit": …}, and exits with 2 for a workload that it lacks.
BENCH_T0 tells it the wall clock just before it was started.

With `--pinned CORE` every workload is run a second time in each round, on one thread of that core alone; its CPU time is
`pinned_cpu_ms`, which others on the machine disturb least.

The machine's speed drifts, so the commands take turns in each round, every round in another order, and a ratio is
the median of the ratios of the rounds, with the smallest and the largest in brackets. Below 1 we are
faster or smaller. Standard library only.
"""

import argparse
import json
import os
import shlex
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORKLOADS = (
    "mlp", "cnn", "lstm", "transformer", "gru", "resnet", "depthwise", "attention_512", "attention_2048",
    "mlp_inference", "cnn_inference", "lstm_inference", "transformer_inference", "attentions", "prompts", "scan", "linalg",
    "tiny", "eager", "treecall", "startup", "startup_jitinit", "depth",
)
LACKS_WORKLOAD = 2


# How XLA's and OpenMP's pools are told to have one thread.
ONE_THREAD = {"NPROC": "1", "PJRT_NPROC": "1", "OMP_NUM_THREADS": "1"}


def run(command, workload, seconds, core=None):
    """One process: its measures, as {name: (value, unit)}, or None if it lacks the workload."""
    environment = dict(os.environ, BENCH_T0=repr(time.time()))
    if core is not None:
        environment.update(ONE_THREAD)
        command = ["taskset", "-c", str(core), *command]
    try:
        done = subprocess.run(
            [*command, workload, "--seconds", str(seconds)], env=environment, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    except OSError as error:
        raise SystemExit(f"compare: {command[0]} could not be started: {error.strerror}") from error
    if done.returncode == LACKS_WORKLOAD:
        return None
    if done.returncode != 0:
        tail = "\n".join(done.stderr.strip().splitlines()[-10:])
        raise SystemExit(f"compare: {shlex.join(command)} {workload} ended with {done.returncode}:\n{tail}")
    measures = {}
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            said = json.loads(line)
            measures[said["measure"]] = (said["value"], said["unit"])
    return measures


def collect(commands, workload, rounds, seconds, core=None):
    """The measures of all rounds: {measure: (unit, {name: [value of each round]})}."""
    rows, lacking = {}, set()
    names = list(commands)
    for turn in range(rounds):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            if name in lacking:
                continue
            print(f"  {workload} round {turn + 1} of {rounds}: {name}", file=sys.stderr, flush=True)
            measures = run(commands[name], workload, seconds)
            if measures is None:
                lacking.add(name)
                continue
            if core is not None and "cpu_ms" in measures:
                pinned = run(commands[name], workload, seconds, core)
                measures["pinned_cpu_ms"] = pinned["cpu_ms"]
            for measure, (value, unit) in measures.items():
                rows.setdefault(measure, (unit, {}))[1].setdefault(name, []).append(value)
    return rows


def number(value):
    if value is None:
        return ""
    digits = 3 if abs(value) < 1000 else 4
    return f"{value:.{digits}g}" if value == 0 or 1e-3 <= abs(value) < 1e5 else f"{value:.2e}"


def ratio(ours, theirs):
    """The ratios of the rounds, in words."""
    ratios = [a / b for a, b in zip(ours or [], theirs or []) if b]
    if not ratios:
        return ""
    middle = f"{statistics.median(ratios):.2f}x"
    return middle if len(ratios) == 1 else f"{middle} ({min(ratios):.2f}–{max(ratios):.2f})"


def table(results, names):
    ours, peers = names[0], names[1:]
    header = ["workload", "measure", "unit", ours]
    for peer in peers:
        header += [peer, f"{ours} / {peer}"]
    lines = [header, ["---"] * 3 + ["---:"] * (len(header) - 3)]
    for workload, rows in results.items():
        for measure, (unit, values) in rows.items():
            middles = {name: statistics.median(v) for name, v in values.items()}
            line = [workload, measure, unit, number(middles.get(ours))]
            for peer in peers:
                # A loss is shown to be compared by eye: a ratio of losses says nothing.
                comparable = unit != "1"
                line += [number(middles.get(peer))]
                line += [ratio(values.get(ours), values.get(peer)) if comparable else ""]
            lines.append(line)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def default_peers():
    def command(python, script):
        return f"{shlex.quote(python)} {shlex.quote(str(ROOT / 'Utilities/python-peers' / script))}"

    peers = ["blox=" + command(os.environ.get("BLOX_PYTHON") or sys.executable, "bench_blox.py")]
    torch = os.environ.get("BLOX_TORCH_PYTHON")
    if torch:
        eager = command(torch, "bench_torch.py")
        peers += [f"torch={eager}", f"torch.compile={eager} --compile", f"channels_last={eager} --channels-last"]
    return peers


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=f"default: {' '.join(WORKLOADS)}")
    parser.add_argument("--ours", required=True, help="our command")
    parser.add_argument(
        "--peer", action="append", metavar="NAME=COMMAND",
        help="a command to compare with (may be repeated); default: Python's blox, run by $BLOX_PYTHON, and PyTorch in its "
        "variants, run by $BLOX_TORCH_PYTHON if that is set")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3, help="how long each measure may take")
    parser.add_argument(
        "--pinned", type=int, metavar="CORE", help="measure CPU time on one thread of this core, too (needs taskset)")
    parser.add_argument("--json", metavar="FILE", help="write every round's values there, too")
    arguments = parser.parse_args()
    commands = {"ours": shlex.split(arguments.ours)}
    for peer in arguments.peer or default_peers():
        name, equals, command = peer.partition("=")
        if not equals or not command.strip():
            parser.error(f"--peer {peer}: should be NAME=COMMAND")
        commands[name] = shlex.split(command)
    if arguments.rounds < 1:
        parser.error("--rounds: at least 1")
    results = {}
    for workload in arguments.workloads or WORKLOADS:
        results[workload] = collect(
            commands, workload, arguments.rounds, arguments.seconds, arguments.pinned)
        if not results[workload]:
            print(f"compare: no command has the workload '{workload}'", file=sys.stderr)
    if arguments.json:
        Path(arguments.json).write_text(json.dumps(results, indent=1) + "\n")
    print(table(results, list(commands)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
