#!/usr/bin/env python3
"""Fails when a file of Sources/Tensors uses what is declared on a floor above its own.

Utilities/floors.txt says which floor a file is on. What already goes up is listed in Utilities/back-edges.txt, a line for
each file and name; a new one fails, and so does a line that is no longer true, so that the list only gets shorter.

    python3 Utilities/check_floors.py           fails on a difference to the list
    python3 Utilities/check_floors.py --map     shows how many names each floor uses of each
    python3 Utilities/check_floors.py --write   writes the list anew

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
SOURCES = ROOT / "Sources" / "Tensors"
FLOORS = ROOT / "Utilities" / "floors.txt"
# The targets that the floors stand on, whose names anyone may use.
BELOW = ["StableHLO", "PJRT", "Coordination"]
LIST = ROOT / "Utilities" / "back-edges.txt"

TYPE = re.compile(r"\b(?:struct|class|enum|protocol|actor|typealias|associatedtype)\s+([A-Za-z_]\w*)")
FUNCTION = re.compile(r"^(?:(?:public|package|internal)\s+)?func\s+`?([A-Za-z_]\w*)", re.MULTILINE)
MEMBER = re.compile(r"\b(?:func|var|let|case)\s+`?([A-Za-z_]\w*)")
TYPE_USE = re.compile(r"\b[A-Z]\w*")
CALL = re.compile(r"(?<![.\w`])([a-z]\w*)\s*[({]")
# A member of one short word may be anyone's: only those of several words are followed.
MEMBER_USE = re.compile(r"\.([a-z]+[A-Z]\w*)")

# Names of Swift's own, which ours share.
STANDARD = {"abs", "isFinite", "isInfinite", "isNaN", "max", "min", "print", "repeat", "switch", "zip"}


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


def floors():
    """The floors in order, and which one a path lies on."""
    order, prefixes = [], []
    for line in FLOORS.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        floor, _, paths = line.partition(":")
        if floor not in order:
            order.append(floor)
        prefixes += [(path, floor) for path in paths.split()]
    prefixes.sort(key=lambda pair: -len(pair[0]))
    return order, prefixes


def names(text):
    """What a file declares."""
    return set(TYPE.findall(text)) | set(FUNCTION.findall(text)) | set(MEMBER.findall(text))


def edges():
    """For every file its floor and the names that it uses of each floor; and the names that go up, by file."""
    order, prefixes = floors()
    files, declared = {}, collections.defaultdict(set)
    elsewhere = set()
    for target in BELOW:
        for file in (SOURCES.parent / target).rglob("*.swift"):
            elsewhere |= names(code(file.read_text(encoding="utf-8")))
    for file in sorted(SOURCES.rglob("*.swift")):
        path = file.relative_to(SOURCES).as_posix()
        floor = next((floor for prefix, floor in prefixes if path.startswith(prefix)), None)
        if floor is None:
            raise SystemExit(f"check_floors: {path} is on no floor: say in {FLOORS.name} on which")
        text = code(file.read_text(encoding="utf-8"))
        used = set(TYPE_USE.findall(text)) | set(CALL.findall(text)) | set(MEMBER_USE.findall(text))
        files[path] = (order.index(floor), used - names(text))
        for name in names(text):
            declared[name].add(order.index(floor))
    lowest = {name: min(floors) for name, floors in declared.items()
              if name not in elsewhere | STANDARD and len(name) > 1}
    table = collections.Counter()
    above = []
    for path, (floor, used) in sorted(files.items()):
        for name in sorted(used & lowest.keys()):
            table[floor, lowest[name]] += 1
            if lowest[name] > floor:
                above.append(f"{path}: {name} ({order[lowest[name]]})")
    return order, table, above


def show(order, table):
    width = max(map(len, order)) + 2
    print("uses ->".ljust(width) + "".join(name.rjust(width) for name in order))
    for floor, name in enumerate(order):
        print(name.ljust(width) + "".join(str(table[floor, other] or "").rjust(width) for other in range(len(order))))


def main():
    parser = argparse.ArgumentParser(description="Holds Sources/Tensors to its floors.")
    parser.add_argument("--map", action="store_true", help="show how many names each floor uses of each")
    parser.add_argument("--write", action="store_true", help="write the list of what goes up anew")
    arguments = parser.parse_args()
    order, table, found = edges()
    if arguments.map:
        show(order, table)
        return 0
    if arguments.write:
        head = "# What goes up in Sources/Tensors: file, name and its floor. Made by Utilities/check_floors.py --write.\n"
        LIST.write_text(head + "\n".join(found) + "\n", encoding="utf-8")
        return 0
    known = [line for line in LIST.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    problems = [f"{line} is declared above: use something below, or move one of the two"
                for line in sorted(set(found) - set(known))]
    problems += [f"{LIST.name}: '{line}' does not go up (any more): remove the line" for line in sorted(set(known) - set(found))]
    for problem in problems:
        print(f"check_floors: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
