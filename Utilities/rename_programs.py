#!/usr/bin/env python3
"""Takes Swift programs from the library's old names and labels to the new ones, by the table Utilities/renames.txt.

    python3 Utilities/rename_programs.py FOLDER           rewrites the .swift files below FOLDER, and the Swift in its .md files
    python3 Utilities/rename_programs.py FOLDER --check   writes nothing: lists what it would change, and ends with 1 if there is anything

It reads Swift's tokens, not its types. So it goes by names and labels: `x.flipped(axis: 0)` is changed whatever `x` is, if the
labels fit. It does not change, but lists as `file:line: ambiguous: …` for a person to look at,

  - what Swift's own types have too (`x.sorted()`, `x.wait()`), unless the receiver is surely a tensor: it was declared as
    `Tensor`, or comes from a function that makes tensors;
  - names that the program declares itself (a `rank` of its own), unless the labels differ;
  - calls on optionals (`x?.flipped()`) that became functions, and arguments that have to be written out to be changed.

Comments and strings stay as they are, but for what is interpolated. To run it again changes nothing.
"""

import argparse
import pathlib
import re
import sys

from rename_rules import read_rules
from rename_source import Source, declarations
from swift_tokens import tokens_of

TABLE = pathlib.Path(__file__).resolve().parent / "renames.txt"
FENCE = re.compile(r"(^```swift\n)(.*?)(^```)", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")
INDENTED = re.compile(r"^(\s*///)?(    +)(\S.*)$", re.MULTILINE)
COMMENT = re.compile(r"^(\s*///?.*)$", re.MULTILINE)


def sources(folder):
    if folder.is_file():
        return [folder]
    files = (f for f in folder.rglob("*") if f.suffix in [".swift", ".md"])
    return sorted(f for f in files if not any(part.startswith(".") for part in f.relative_to(folder).parts))


def spans_renamed(text, rules, source=""):
    """Code in the backticks of comments and pages; a word that is a parameter in the source means that."""
    def renamed(span):
        code = span[1]
        word = re.fullmatch(r"(\w+)(\([\w:]*\))?", code)
        if word and re.search(rf"\b{word[1]}\s*:", source):
            return span[0]
        if word and word[1] in rules:
            new = {rule.new.base for rule in rules[word[1]]}
            return f"`{new.pop()}{word[2] or ''}`" if len(new) == 1 else span[0]
        return f"`{Source(code, rules).rewritten()[0]}`"
    return SPAN.sub(renamed, text)


def examples_renamed(text, rules):
    """Lines of code in comments and pages, which are indented by four spaces or more."""
    def renamed(line):
        return (line[1] or "") + line[2] + Source(line[3], rules).rewritten()[0]
    return INDENTED.sub(renamed, text)


def strings_renamed(text, rules):
    """Names in strings that can be nothing else, for they have a capital within; and code in backticks."""
    new = {old: {rule.new.base for rule in found if rule.kind != "property"} for old, found in rules.items()}
    words = "|".join(old for old, bases in new.items() if len(bases) == 1 and old not in bases and re.search("[a-z][A-Z]", old))
    tokens, inside, edits = tokens_of(text), [], []
    for token, following in zip(tokens, tokens[1:]):
        if token.kind == "open":
            inside.append(token.text == "string")
        elif token.kind == "close" and inside:
            inside.pop()
        if inside and inside[-1] and following.start > token.end:
            piece = text[token.end:following.start]
            renamed = re.sub(rf"\b({words})\b", lambda w: next(iter(new[w[1]])), spans_renamed(piece, rules))
            edits.append((token.end, following.start, renamed))
    for start, end, piece in reversed(edits):
        text = text[:start] + piece + text[end:]
    return text


def rewritten(file, text, rules, declared, with_comments, is_library=False):
    notes = []
    if file.suffix == ".md":
        def program(found):
            new, more = Source(found[2], rules, declared).rewritten()
            first = text.count("\n", 0, found.start(2))
            notes.extend((line + first, note) for line, note in more)
            return found[1] + new + found[3]
        new = FENCE.sub(program, text)
        if with_comments:
            new = "".join(part if part.startswith("```") else examples_renamed(spans_renamed(part, rules), rules)
                          for part in re.split(r"(^```.*?^```)", new, flags=re.DOTALL | re.MULTILINE))
        return new, notes
    new, notes = Source(text, rules, declared, is_library).rewritten()
    if with_comments:
        new = COMMENT.sub(lambda c: examples_renamed(spans_renamed(c[1], rules, text), rules), new)
        new = strings_renamed(new, rules)
    return new, notes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, nargs="+", help="a folder, or one file")
    parser.add_argument("--check", action="store_true", help="write nothing, list what would be changed")
    parser.add_argument("--library", action="store_true",
                        help="the folder is of the library itself: what it declares is no sign of another meaning")
    parser.add_argument("--comments", action="store_true", help="also code in comments, pages and strings")
    options = parser.parse_args()
    rules = read_rules(TABLE)
    files = [f for folder in options.folder for f in sources(folder)]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    declared = {}
    if not options.library:
        for file, text in texts.items():
            for name, labels in (declarations(text).items() if file.suffix == ".swift" else []):
                declared.setdefault(name, []).extend(labels)
    changed = 0
    for file, text in texts.items():
        new, notes = rewritten(file, text, rules, declared, options.comments, options.library)
        for line, note in notes:
            print(f"{file}:{line}: {note}")
        if new == text:
            continue
        changed += 1
        if options.check:
            old_lines, new_lines = text.splitlines(), new.splitlines()
            for number, (old, line) in enumerate(zip(old_lines, new_lines), 1):
                if old != line:
                    print(f"{file}:{number}:\n  - {old.strip()}\n  + {line.strip()}")
        else:
            file.write_text(new, encoding="utf-8")
    print(f"{changed} of {len(files)} files {'would be changed' if options.check else 'changed'}")
    return 1 if options.check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
