#!/usr/bin/env python3
"""Holds the targets of the tensor library to their floors, and each of them to small cycles of files.

Fails when a file uses what is declared on a floor above its own (the compiler says so too, but only after minutes), and
when more than LARGEST files of one target use each other in a circle.

    python3 Utilities/check_floors.py           fails on what is wrong
    python3 Utilities/check_floors.py --map     shows how many names each floor uses of each, and the cycles

Names are found by reading, without the compiler: comments and strings are left out, and a name counts as used from above
where every declaration of it stands on a higher floor than the file. Types, functions that belong to no type, and
members whose names are of several words are followed.
"""

import argparse
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCES = ROOT / "Sources"
# From the lowest up: a file may use what is on its own floor and below.
FLOORS = ["TensorCore", "TensorPrimitives", "TensorTransformations", "TensorFunctions", "TensorDistributed"]
# The targets that the floors stand on, whose names anyone may use.
BELOW = ["StableHLO", "PJRT", "Coordination", "DurableFiles"]
# How many files of a target may use each other in a circle.
LARGEST = 25

TYPE = re.compile(r"\b(?:struct|class|enum|protocol|actor|typealias|associatedtype)\s+([A-Za-z_]\w*)")
FUNCTION = re.compile(r"^(?:(?:public|package|internal)\s+)?func\s+`?([A-Za-z_]\w*)", re.MULTILINE)
MEMBER = re.compile(r"\b(?:func|var|let)\s+`?([A-Za-z_]\w*)")
CASES = re.compile(r"\bcase\s+([a-z_]\w*(?:\s*,\s*[a-z_]\w*)*)")
# Names of generic and other parameters, which a file has for itself.
PARAMETER = re.compile(r"[(<,]\s*(?:each\s+|\w+\s+)?(\w+)\s*:")
# What nobody else can use.
PRIVATE = re.compile(r"\b(?:file)?private\s+(?:static\s+)?(?:func|var|let|struct|enum|final class|class|typealias)\s+`?\w+")
TYPE_USE = re.compile(r"\b[A-Z]\w*")
# A name before a brace may also be the end of a condition: `if case .value(let value) = operand {`.
CALL = re.compile(r"(?<![.\w`])([a-z]\w*)\s*\(|(?<![.\w`])(?<!= )([a-z]\w*)\s*\{")
# A member of one short word may be anyone's: only those of several words are followed.
MEMBER_USE = re.compile(r"\.([a-z]+[A-Z]\w*)")

# Names of Swift's own, which ours share.
STANDARD = {"Key", "nil", "repeat", "var", "abs", "isFinite", "isInfinite", "isNaN", "max", "min", "print", "switch", "zip"}


def code(text):
    """The text without comments and without what strings say; what they interpolate stays."""
    out, place, depth = [], 0, 0
    while place < len(text):
        if text.startswith("//", place):
            end = text.find("\n", place)
            place = len(text) if end < 0 else end
        elif text.startswith("/*", place):
            end = text.find("*/", place)
            place = len(text) if end < 0 else end + 2
        elif text.startswith('"""', place):
            place = string(text, place + 3, '"""', out)
        elif text[place] == '"':
            place = string(text, place + 1, '"', out)
        else:
            out.append(text[place])
            place += 1
    return "".join(out)


def string(text, place, end, out):
    while place < len(text) and not text.startswith(end, place):
        if text.startswith("\\(", place):
            start, depth = place + 2, 1
            place = start
            while place < len(text) and depth:
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
            out.append(" " + code(text[start:place - 1]) + " ")
        elif text[place] == "\\":
            place += 2
        else:
            place += 1
    out.append(' "" ')
    return place + len(end)


def names(text):
    """What a file declares."""
    cases = {case.strip() for found in CASES.findall(text) for case in found.split(",")}
    return set(TYPE.findall(text)) | set(FUNCTION.findall(text)) | set(MEMBER.findall(text)) | cases


class Map:
    """Who uses whose names: by floor, upwards, and from file to file."""

    def __init__(self):
        elsewhere = set()
        for target in BELOW:
            for file in (SOURCES / target).rglob("*.swift"):
                elsewhere |= names(code(file.read_text(encoding="utf-8")))
        files, declared = {}, collections.defaultdict(set)
        for floor, target in enumerate(FLOORS):
            for file in sorted((SOURCES / target).rglob("*.swift")):
                text = code(file.read_text(encoding="utf-8"))
                path = file.relative_to(SOURCES).as_posix()
                used = set(TYPE_USE.findall(text)) | set(MEMBER_USE.findall(text))
                used |= {name for pair in CALL.findall(text) for name in pair if name}
                files[path] = (floor, used - names(text) - set(PARAMETER.findall(text)))
                for name in names(PRIVATE.sub(" ", text)):
                    declared[name].add(path)
        self.table, self.above = collections.Counter(), []
        self.uses = {path: set() for path in files}
        for path, (floor, used) in files.items():
            for name in sorted(used & declared.keys()):
                if name in elsewhere | STANDARD or len(name) < 2:
                    continue
                lowest = min(files[place][0] for place in declared[name])
                self.table[floor, lowest] += 1
                if lowest > floor:
                    self.above.append(f"{path}: {name} is declared in {FLOORS[lowest]}, above")
                # A name of one file alone says which file is meant.
                if len(declared[name]) == 1:
                    self.uses[path] |= {place for place in declared[name] if files[place][0] == floor}

    def cycles(self):
        """The groups of files that use each other in a circle, the largest first (Tarjan's algorithm)."""
        index, low, stack, found = {}, {}, [], []

        def visit(path):
            index[path] = low[path] = len(index)
            stack.append(path)
            for other in self.uses[path]:
                if other not in index:
                    visit(other)
                    low[path] = min(low[path], low[other])
                elif other in stack:
                    low[path] = min(low[path], index[other])
            if low[path] == index[path]:
                group = []
                while not group or group[-1] != path:
                    group.append(stack.pop())
                found.append(sorted(group))

        for path in self.uses:
            if path not in index:
                visit(path)
        return sorted((group for group in found if len(group) > 1), key=len, reverse=True)


def show(map):
    width = max(len(name) for name in FLOORS) + 2
    print("uses ->".ljust(width) + "".join(name.rjust(width) for name in FLOORS))
    for floor, name in enumerate(FLOORS):
        cells = (str(map.table[floor, other] or "").rjust(width) for other in range(len(FLOORS)))
        print(name.ljust(width) + "".join(cells))
    for group in map.cycles():
        print(f"\na cycle of {len(group)}:")
        for path in group:
            print(f"  {path} -> {', '.join(sorted(map.uses[path] & set(group)))}")


def main():
    parser = argparse.ArgumentParser(description="Holds the tensor library's targets to their floors.")
    parser.add_argument("--map", action="store_true", help="show how many names each floor uses of each")
    arguments = parser.parse_args()
    sys.setrecursionlimit(10_000)
    map = Map()
    if arguments.map:
        show(map)
        return 0
    problems = sorted(map.above)
    problems += [f"{len(group)} files use each other in a circle, more than {LARGEST}: {', '.join(group)}"
                 for group in map.cycles() if len(group) > LARGEST]
    for problem in problems:
        print(f"check_floors: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
