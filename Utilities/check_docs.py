#!/usr/bin/env python3
"""Holds the public functions that compute to the rule that their documentation says when their result has failed.

    python3 Utilities/check_docs.py     fails on a function whose doc comment says nothing of it

"Fails if the axis is out of range." or "Never fails by itself." will do. DocC shows each declaration alone, so that
"As above" says nothing. What is generated is documented by its generator.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = ["Sources/TensorFunctions", "Sources/TensorPrimitives/Numerics"]
GENERATED = "// Made by "

FUNCTION = re.compile(r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*public\s+(?:(?:static|mutating|prefix)\s+)*(?:func\s+(?P<name>\S+?)[(<\s]"
                      r"|(?P<subscript>subscript)\b)")
FAILS = re.compile(r"\b[Ff]ails?\b")
ELSEWHERE = re.compile(r"^As above|^See above", re.IGNORECASE)


def problems(file):
    text = file.read_text(encoding="utf-8")
    if text.startswith(GENERATED):
        return
    doc = []
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if stripped.startswith("///"):
            doc.append(stripped[3:].strip())
            continue
        found = FUNCTION.match(line)
        if found:
            name = found["name"] or found["subscript"]
            where = f"{file.relative_to(ROOT)}:{number}: {name}"
            if not doc:
                yield f"{where} has no documentation"
            elif ELSEWHERE.match(doc[0]):
                yield f"{where} points elsewhere, where nobody sees it: say what it does"
            elif not FAILS.search(" ".join(doc)):
                yield f"{where} does not say when its result has failed: \"Fails if …\" or \"Never fails by itself.\""
        if not stripped.startswith("@"):
            doc = []


def main():
    found = [problem for folder in FOLDERS for file in sorted((ROOT / folder).rglob("*.swift")) for problem in problems(file)]
    for problem in found:
        print(f"check_docs: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
