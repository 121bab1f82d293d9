#!/usr/bin/env python3
"""Fails when a Swift file in Sources is longer than a file should be, or reads the environment past `Settings`.

A file past LIMIT lines is two files. One that has a reason to be longer is listed in
Utilities/long-files.txt, a line each: `path: reason`, or `folder/: reason` for all in it. An entry that is no longer
needed fails too.

Variables of the environment are read in one place, which says what is wrong with them.
"""

import re
import sys
from pathlib import Path

LIMIT = 400
ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "Utilities" / "long-files.txt"
ENVIRONMENT = re.compile(r"\bgetenv\(|processInfo\.environment\b")
READER = "Sources/PJRT/FileSystem.swift"


def allowed():
    entries = {}
    for number, line in enumerate(LIST.read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        path, _, reason = line.partition(":")
        if not reason.strip():
            raise SystemExit(f"{LIST.name}:{number}: say why: `path: reason`")
        entries[path.strip()] = reason.strip()
    return entries


def main():
    listed, problems = allowed(), []
    long = set()
    for file in sorted((ROOT / "Sources").rglob("*.swift")):
        path = file.relative_to(ROOT).as_posix()
        text = file.read_text(encoding="utf-8")
        lines = len(text.splitlines())
        if path != READER and ENVIRONMENT.search(text):
            problems.append(f"{path}: reads the environment itself. Ask `Settings`.")
        if lines > LIMIT:
            entry = next((name for name in listed if path == name or name.endswith("/") and path.startswith(name)), None)
            if entry:
                long.add(entry)
            else:
                problems.append(
                    f"{path}: {lines} lines; {LIMIT} is the limit. Split it, or give the reason in {LIST.name}.")
    for path in sorted(set(listed) - long):
        problems.append(f"{LIST.name}: {path} is not over {LIMIT} lines (any more): remove it.")
    for problem in problems:
        print(f"check_files: {problem}", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
