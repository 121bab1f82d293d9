#!/usr/bin/env python3
"""Writes docs/JAXNames.md, the table from JAX's names to ours, from the names in the doc comments.

A public declaration says which function it corresponds to in its first sentences: (`jnp.sum`), (`lax.scan`).
From the top of the checkout:

    python3 Utilities/generate/jax_names.py           writes the page
    python3 Utilities/generate/jax_names.py --check   fails when the page is not what it would write, or when a
                                                      public function says no name and is not among OURS, or
                                                      has another name than the rule says and is no exception
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "JAXNames.md"
HAND = ROOT / "docs" / "JAXNames.hand.md"

# Where a public function is looked for that says no name.
FOLDERS = ["Sources/TensorCore", "Sources/TensorPrimitives", "Sources/TensorTransformations", "Sources/TensorFunctions",
           "Sources/TensorDistributed", "Sources/Optimizers"]
WATCHED = ["Numerics", "NN", "Random", "Transformations", "Sharding", "Trees", "Optimizers", "Debugging"]

DECLARATION = re.compile(
    r"^(?P<indent>\s*)(?:@\w+(?:\([^)]*\))?\s+)*(?:public|open)\s+(?P<modifiers>(?:(?:static|final|mutating|indirect|prefix)\s+)*)"
    r"(?P<kind>func|var|let|struct|class|enum|protocol|init|subscript)\b\s*(?P<name>`?\w+`?|[^\s(\w]+)?")
CASE = re.compile(r"^\s+case\s+(?P<name>\w+)")
CONTEXT = re.compile(r"^(?:public\s+|open\s+)?(?:final\s+)?(?:indirect\s+)?"
                     r"(?:extension|struct|class|enum|protocol)\s+(?P<name>[\w.]+)")
NAME = re.compile(r"`((?:jax|jnp|lax|optax)\.[\w.]+(?:\([\w]*\)(?:\.\w+)?)?)`")

SECTIONS = [
    ("Transformations", "jax", ["jax."]),
    ("Debugging", "jax.debug", ["jax.debug.", "jax.disable_jit", "jax.debug_nans", "jax.config."]),
    ("Trees", "jax.tree", ["jax.tree.", "jax.flatten_util."]),
    ("Devices and shardings", "jax.sharding", [
        "jax.sharding.", "jax.device", "jax.local_devices", "jax.make_mesh", "jax.make_array", "jax.Array",
        "jax.shard_map", "jax.distributed", "jax.process_"]),
    ("lax", "jax.lax", ["lax.", "jax.lax."]),
    ("numpy", "jax.numpy (jnp)", ["jnp."]),
    ("numpy.fft", "jax.numpy.fft", ["jnp.fft"]),
    ("numpy.linalg", "jax.numpy.linalg, jax.lax.linalg", ["jnp.linalg", "lax.linalg."]),
    ("nn", "jax.nn", ["jax.nn."]),
    ("nn.initializers", "jax.nn.initializers", ["jax.nn.initializers"]),
    ("random", "jax.random", ["jax.random"]),
    ("scipy.special", "jax.scipy.special", ["jax.scipy."]),
    ("ops", "jax.ops", ["jax.ops."]),
    ("optax", "optax", ["optax."]),
]

# Public functions that stand for nothing of JAX's, and why.
OURS = {
    "appendLeaves": "what a type implements to be a tree",
    "forEachLeaf": "what a type implements to be a tree",
    "hasSameStructure": "what a type implements to be a tree",
    "hashStructure": "what a type implements to be a tree",
    "readLeaves": "what a type implements to be a tree",
    "leafName": "what a type implements to be a tree",
    "next": "of LeafReader, for types that are trees",
    "quantizedMatmul": "products with kernels of integers, which JAX's libraries write by hand",
    "checked": "errors travel with tensors",
    "callAsFunction": "calling a value",
    "featuresFirst": "a usual order of axes, which JAX writes out",
    "featuresLast": "a usual order of axes, which JAX writes out",
    "explicit": "a padding as pairs, as in JAX",
    "leafShardings": "what a type implements to be a tree of shardings",
    "average": "of OptimizerState: optax has a name for each, such as mu and nu",
    "poissonLoss": "PyTorch's, which optax leaves out",
    "dynamicLossScale": "flax.training.dynamic_scale's",
    "lossScale": "of dynamicLossScale",
    "hash": "Swift's Hashable",
    "==": "Swift's Equatable",
    "encode": "Swift's Codable",
}

# Names of JAX that stand beside those of functions for something that they have in common.
SHARED = {"jnp.ndarray.at", "optax.GradientTransformation.init"}


def declarations():
    """(folder, context, declaration, JAX's names) of what is public."""
    for top in FOLDERS:
        for file in sorted((ROOT / top).rglob("*.swift")):
            yield from declarations_of(file)


def declarations_of(file):
    context, doc = None, []
    for line in file.read_text(encoding="utf-8").splitlines():
        text = line.strip()
        if text.startswith("///"):
            doc.append(text[3:].strip())
            continue
        found = DECLARATION.match(line) or CASE.match(line)
        if found:
            names = NAME.findall(" ".join(doc))
            kind = found.groupdict().get("kind", "case")
            modifiers = found.groupdict().get("modifiers") or ""
            yield file, context, kind, modifiers.split(), found["name"], names, line
        opened = CONTEXT.match(line)
        if opened and not text.endswith("}"):
            context = opened["name"]
        elif line.startswith("}"):
            context = None
        if not text.startswith("@"):
            doc = []


def spelled(context, kind, modifiers, name, line):
    """How a user writes it."""
    name = (name or "").strip("`")
    if kind in ["struct", "class", "enum", "protocol"]:
        return name if context in [None, name] else f"{context}.{name}"
    if kind == "init":
        return f"{context}(…)"
    if not re.match(r"\w", name):
        return f"{name}x" if "prefix" in modifiers else f"x {name} y"
    label = re.search(r"\((\w+)(?::| \w+:)", line)
    like = "(like:)" if label and label.group(1) == "like" else ""
    if context is None:
        return name
    if kind == "case" or "static" in modifiers:
        return f"{context}.{name}{like}"
    return f"{'x' if context == 'Tensor' else context}.{name}"


def section_of(name):
    best = max(SECTIONS, key=lambda section: max((len(p) for p in section[2] if name.startswith(p)), default=-1))
    return best[0]


def rows():
    table = {}
    for _, context, kind, modifiers, name, names, line in declarations():
        for python in names:
            ours = table.setdefault(python, [])
            text = spelled(context, kind, modifiers, name, line)
            if text not in ours:
                ours.append(text)
    return table


def page():
    table = rows()
    out = [HAND.read_text(encoding="utf-8").rstrip(), ""]
    for title, heading, _ in SECTIONS:
        names = sorted((n for n in table if section_of(n) == title), key=str.lower)
        if not names:
            continue
        out += [f"## {heading}", "", "| JAX | Swift |", "|---|---|"]
        out += [f"| `{n}` | {', '.join(f'`{t}`' for t in table[n]).replace('|', chr(92) + '|')} |" for n in names]
        out.append("")
    return "\n".join(out)


def nameless():
    """Public functions in the folders that are watched, of no JAX name and without a reason."""
    named, without = set(), {}
    for file, context, kind, modifiers, name, names, _ in declarations():
        if kind != "func" or not any(f"/{folder}/" in file.as_posix() for folder in WATCHED):
            continue
        key = (context, name)
        if names:
            named.add(key)
        else:
            without.setdefault(key, file)
    hand = HAND.read_text(encoding="utf-8")
    return [f"{file.relative_to(ROOT)}: {context or ''}.{name}" for (context, name), file in without.items()
            if (context, name) not in named and name not in OURS and f"{(name or '').strip('`')}" not in hand]


def lower_camel_case(name):
    first, *others = name.removeprefix("jax_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in others)


def misnamed():
    """Names of JAX whose functions here have none of JAX's name in lower camel case, and are no exception."""
    found = {}
    for _, context, kind, modifiers, name, names, line in declarations():
        name = (name or "").strip("`")
        if kind not in ["func", "var", "let"] or not re.match(r"\w", name) or "prefix" in modifiers:
            continue
        for python in names:
            found.setdefault(python, set()).add(name)
    hand = HAND.read_text(encoding="utf-8")
    exceptions = hand[hand.index("## Exceptions"):hand.index("## What has no counterpart")]
    return [f"{python} is {', '.join(sorted(ours))}" for python, ours in sorted(found.items())
            if lower_camel_case(python.split(".")[-1]) not in ours and f"`{python}`" not in exceptions
            and python not in SHARED]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    wanted = page()
    if not parser.parse_args().check:
        PAGE.write_text(wanted, encoding="utf-8")
        return 0
    problems = [f"{line}: say in its doc comment which function of JAX it is, (`jnp.…`), "
                "or in JAXNames.hand.md or OURS what it is for" for line in nameless()]
    problems += [f"{line}: its name in lower camel case is the rule; exceptions stand in JAXNames.hand.md"
                 for line in misnamed()]
    if not PAGE.exists() or PAGE.read_text(encoding="utf-8") != wanted:
        problems.append("docs/JAXNames.md is not up to date: run python3 Utilities/generate/jax_names.py")
    for problem in problems:
        print(f"jax_names: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
