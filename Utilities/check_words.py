#!/usr/bin/env python3
"""Fails on words that were replaced by the field's own, or by plain English, where they come back.

Each row says what is banned, what to say, and where: in all of Sources, or in the folders that have been cleared of
it. A folder that is cleared of a word is added to its row.

    python3 Utilities/check_words.py
"""

import dataclasses
import pathlib
import re
import sys

from check_floors import code

ROOT = pathlib.Path(__file__).resolve().parent.parent
ALL = ["Sources"]
# The folders in which an index is not a place, a communicator not a lane, and so on.
CLEARED = ["Sources/Blox", "Sources/Checkpoints", "Sources/CMPI", "Sources/Coordination", "Sources/Data",
           "Sources/DurableFiles", "Sources/Images", "Sources/Logs", "Sources/Metrics", "Sources/Optimizers", "Sources/PJRT",
           "Sources/TensorDistributed"]
FLOORS = ["Sources/TensorCore", "Sources/TensorPrimitives", "Sources/TensorTransformations", "Sources/TensorFunctions"]
ENDINGS = {".swift", ".c", ".h", ".md"}


@dataclasses.dataclass
class Word:
    banned: str  # a regular expression for whole words
    instead: str
    folders: list
    # Whether only names are meant: a comment may still say that something takes the place of something else.
    is_name: bool = False


WORDS = [
    Word("CoordinatorRoom", "CoordinatorServer", ALL),
    Word("Guests?|guests?", "session", ALL),
    Word("welcome[ds]?|welcoming", "register", ALL),
    Word("depart(s|ed|ing)?|[dD]epartures?|hasDepartures", "disconnect, disconnections", ALL),
    Word("checkHearts", "checkHeartbeats", ALL),
    Word("ProcessCard", "CollectiveHeader", ALL),
    Word("ProcessLane", "ProcessCommunicator", ALL),
    Word("chainEnd|isChained|chainedCall|ProcessChain", "token, ordered effects", ALL),
    Word("MadeUpShapes|madeUpShapes", "FailedShapeReads", ALL),
    Word("outputFlags|companion", "a result type of its own, such as JVPProgram", ALL),
    Word("noted of", "the metadata of", ALL),
    Word("not heard of|was heard of", "heard from", ALL),
    Word("so many", "the number, by its name", ALL),
    Word("for want of", "for lack of, or why", ALL),
    Word("who uses the package", "users of the package", ALL),
    Word("places?|Places?", "axis, index, offset, location", CLEARED + FLOORS, is_name=True),
    Word("lanes?", "process, communicator; a lane is an element of a vmap",
         ["Sources/CMPI", "Sources/Coordination", "Sources/PJRT", "Sources/TensorDistributed"], is_name=True),
    Word("biased|located|rejected\\w*|restored|finished", "a verb: addingBias, withModulePath, unflattened; or failure",
         ["Sources/Blox"], is_name=True),
    Word("Sequenceable", "UnaryLayer", ALL),
    Word("rooms?", "capacity", CLEARED, is_name=True),
    Word("cards?", "header", CLEARED, is_name=True),
    Word("arriving|sent", "cotangentsIn, cotangentsOut", FLOORS, is_name=True),
    Word("RuledFunction|FunctionWith(Tangent|Cotangent)Rule", "CustomDerivativePrimitive, CustomJVPFunction", ALL),
    Word("MeshLanes", "MeshAxisGroups; a lane is an element of a vmap", ALL),
    Word("share", "subgradient, or what it is a part of", FLOORS, is_name=True),
]


def problems(file, words):
    text = file.read_text(encoding="utf-8")
    names = code(text) if file.suffix != ".md" else ""
    for word in words:
        # A comment may go on in the next line.
        banned = word.banned.replace(" ", r"\s+(?:///?\s*)?")
        searched = names if word.is_name else text
        for found in re.finditer(rf"\b(?:{banned})\b", searched):
            where = str(file.relative_to(ROOT)) + ("" if word.is_name else f":{text.count(chr(10), 0, found.start()) + 1}")
            yield f"{where}: \"{' '.join(found.group().split())}\"; say {word.instead}"


def main():
    found = []
    for file in sorted((ROOT / "Sources").rglob("*")):
        if file.suffix not in ENDINGS:
            continue
        folder = "/".join(file.relative_to(ROOT).parts[:2])
        words = [word for word in WORDS if word.folders is ALL or folder in word.folders]
        found += problems(file, words)
    for problem in found:
        print(f"check_words: {problem}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
