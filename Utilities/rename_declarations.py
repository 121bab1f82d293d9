#!/usr/bin/env python3
"""Takes the library's own declarations to the new names, after rename_programs.py --library has rewritten the calls.

    python3 Utilities/rename_declarations.py Sources/Tensors Sources/Blox Sources/Optimizers

By the table renames.txt: names, labels and their order; a method that became a function moves out of its extension, with
`self` as its first parameter; names of operations in texts of errors follow. What a rule composes (`(a, b)`, `@…`) is left
for a person, and listed.
"""

import dataclasses
import pathlib
import re
import sys

from rename_programs import TABLE
from rename_rules import read_rules
from swift_text import KEYWORDS, SwiftText
from swift_tokens import tokens_of


@dataclasses.dataclass
class Declared:
    """A declaration of a function: tokens of its name and brackets, and the text that it is, with its comment."""

    name: int
    opening: int
    start: int
    end: int
    parameters: list  # (label, internal name, the rest from the colon on)


def parameters_of(text, tokens, opening):
    out, at = [], opening + 1
    close = tokens[opening].partner
    while at < close:
        end, depth = at, 0
        while end < close and (tokens[end].text != "," or depth):
            depth += {"<": 1, ">": -1}.get(tokens[end].text, 0)
            end = tokens[end].partner + 1 if tokens[end].kind == "open" else end + 1
        names = []
        first = at
        while tokens[first].text in "@" or (tokens[first].kind == "name" and tokens[first - 1].text == "@"):
            first += 1
        colon = next(i for i in range(first, end) if tokens[i].text == ":")
        names = [tokens[i].text for i in range(first, colon)]
        rest = text[tokens[colon].start:tokens[end - 1].end]
        before = text[tokens[at].start:tokens[first].start]
        label = "" if names[0] == "_" else names[0]
        out.append((label, names[-1], before + rest if not before else rest))
        at = end + 1
    return out


def declaration(text, tokens, index):
    """The function whose `func` is the token."""
    opening = index + 2
    if tokens[opening].text == "<":
        depth = 0
        while True:
            depth += {"<": 1, ">": -1}.get(tokens[opening].text, 0)
            opening += 1
            if depth == 0:
                break
    body = opening
    while tokens[body].text != "{":
        body = tokens[body].partner + 1 if tokens[body].kind == "open" else body + 1
    start = text.rfind("\n", 0, tokens[index].start) + 1
    while start > 0:
        before = text.rfind("\n", 0, start - 1) + 1
        if not re.match(r"\s*(///|@)", text[before:start]):
            break
        start = before
    end = text.find("\n", tokens[tokens[body].partner].end) + 1
    return Declared(index + 1, opening, start, end, parameters_of(text, tokens, opening))


def matching(rules, name, labels, is_static, context):
    """The rule whose old side is this declaration."""
    for rule in rules.get(name, []):
        is_kind = {"method": not is_static and context == rule.type, "static": is_static and context == rule.type,
                   "function": context is None}.get(rule.kind, False)
        if is_kind and [p.label for p in rule.parameters][:len(labels)] == labels[:len(rule.parameters)] \
                and set(labels) == {p.label for p in rule.parameters}:
            return rule
    return None


def parameter(label, name, rest):
    name = name.strip("`")
    written = "_ " if not label else "" if label == name else label + " "
    return f"{written}{name}{rest}"


def new_parameters(rule, declared):
    """The parameters as they are written now, or nothing if the rule composes them."""
    by_variable = {p.variables[0]: d for p, d in zip(rule.parameters, declared.parameters) if len(p.variables) == 1}
    out = []
    if rule.becomes_function and rule.results[0][1] != rule.value:
        return None
    for label, text in rule.results:
        variable = text.partition("|")[0]
        if variable == rule.value:
            continue
        if not re.fullmatch(r"\w+", variable) or variable not in by_variable:
            return None
        _, name, rest = by_variable[variable]
        out.append(parameter(label, name, rest))
    return out


class File:
    def __init__(self, path, text, rules, members, nested):
        self.path, self.text, self.rules, self.members, self.nested = path, text, rules, members, nested
        self.moved = []

    def rewritten(self):
        self.text = self.renamed_variables(self.text)
        done = set()
        while self.rewrite_one(done):
            pass
        self.text = re.sub(r"\nextension \w+ \{\s*\}\n", "\n", self.text)
        for name in set(re.findall(r"^  private (?:static )?(?:func|var|let|struct|enum) (\w+)", self.text, re.M)):
            if any(re.search(rf"\b{name}\b", function) for function in self.moved):
                self.text = re.sub(rf"^  private ((?:static )?(?:func|var|let|struct|enum) {name}\b)", r"  fileprivate \1", self.text, flags=re.M)
        for old, new in [("keepDims", "keepdims"), ("equalNaN", "equalNan")]:
            self.text = re.sub(rf"\b{old}\b", new, self.text)
            self.text = re.sub(rf"\b{new} {new}:", f"{new}:", self.text)
        return self.operation_names(self.text)

    def renamed_variables(self, text):
        source, edits = SwiftText(text), []
        tokens, contexts = source.tokens, source.contexts
        for index, token in enumerate(tokens[1:], 1):
            for rule in self.rules.get(token.name, []) if token.name else []:
                if rule.kind == "property" and tokens[index - 1].text in ["var", "let"] and (
                        contexts[index] == rule.type or contexts[index] == "TensorType"):
                    if self.is_member(tokens, index):
                        edits.append((token.start, token.end, rule.new.base))
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
        return text

    @staticmethod
    def is_member(tokens, index):
        """Whether the declaration stands in the braces of a type, not of a function."""
        depth = 0
        for at in range(index - 1, -1, -1):
            if tokens[at].kind == "close":
                depth += 1
            elif tokens[at].kind == "open":
                depth -= 1
                if depth < 0:
                    line = at - 1
                    while line >= 0 and tokens[line].text not in ["{", "}"]:
                        if tokens[line].text in ["extension", "struct", "class", "enum"]:
                            return True
                        if tokens[line].text in ["func", "var", "init", "="]:
                            return False
                        line -= 1
                    return False
        return False

    def rewrite_one(self, done):
        source = SwiftText(self.text)
        tokens, contexts = source.tokens, source.contexts
        for index, token in enumerate(tokens[:-2]):
            if token.text != "func" or tokens[index + 1].kind != "name" or tokens[index + 1].name not in self.rules:
                continue
            declared = declaration(self.text, tokens, index)
            labels = [label for label, _, _ in declared.parameters]
            line = self.text[self.text.rfind("\n", 0, token.start) + 1:token.start]
            key = (tokens[index + 1].name, str(declared.parameters), contexts[index])
            if "public" not in line or key in done:
                continue
            rule = matching(self.rules, tokens[index + 1].name, labels, "static" in line, contexts[index])
            if rule is None:
                continue
            done.add(key)
            parameters = new_parameters(rule, declared)
            if parameters is None or rule.new.bracket != "(":
                print(f"{self.path}: by hand: {rule.text}")
                continue
            if (rule.becomes_function or (rule.kind == "static" and not rule.new.receiver)):
                self.move_out(rule, declared, tokens, parameters)
            else:
                self.rewrite_in_place(rule, declared, tokens, parameters)
            return True
        return False

    def rewrite_in_place(self, rule, declared, tokens, parameters):
        opening = tokens[declared.opening]
        head = self.text[tokens[declared.name].end:opening.end]
        name = f"`{rule.new.base}`" if rule.new.base in ["repeat", "var"] else rule.new.base
        self.text = self.text[:tokens[declared.name].start] + name + head + ", ".join(parameters) \
            + self.text[tokens[opening.partner].start:]

    def move_out(self, rule, declared, tokens, parameters):
        chunk = self.text[declared.start:declared.end]
        end_of_extension = self.text.index("\n}\n", declared.end - 1) + 3
        words = {t.name for t in tokens_of(chunk) if t.name}
        renames = {}
        receiver = next((n for n in ["x", "a", "tensor"] if n not in words), "operand")
        if any(name == "other" for _, name, _ in declared.parameters) and not words & {"a", "b"}:
            receiver, renames = "a", {"other": "b"}
        if rule.kind == "static":
            receiver = None
        function = self.function(rule, chunk, declared, parameters, receiver, renames)
        self.moved.append(function)
        rest = self.text[declared.end:end_of_extension]
        before = self.text[:declared.start]
        if before.endswith("\n\n") and rest.startswith("\n"):
            rest = rest[1:]
        if before.endswith("{\n") and rest.startswith("\n"):
            rest = rest[1:]
        if rest.startswith("}"):
            before = before.rstrip("\n") + "\n"
        after = self.text[end_of_extension:]
        # Functions keep their order: what moved before stands right after the extension.
        moved, mark = "", "\n// moved\n"
        position = after.rfind(mark) + len(mark) if mark in after else 0
        moved, after = after[:position], after[position:]
        self.text = before + rest + moved + "\n" + function + mark + after

    def function(self, rule, chunk, declared, parameters, receiver, renames):
        chunk = re.sub(r"^  ", "", chunk, flags=re.M)
        tokens = tokens_of(chunk)
        index = next(i for i, t in enumerate(tokens) if t.text == "func")
        found = declaration(chunk, tokens, index)
        local = {name for _, name, _ in declared.parameters}
        for at, token in enumerate(tokens[:-1]):
            if at and tokens[at - 1].text == ".":
                continue
            if token.text in ["let", "var", "func", "for"] and tokens[at + 1].name:
                local.add(tokens[at + 1].name)
            if token.text in ["let", "var", "for"] and tokens[at + 1].text == "(":
                local |= {t.name for t in tokens[at + 1:tokens[at + 1].partner] if t.name}
            if token.text == "in" and tokens[at - 1].name:
                before = at - 1
                while tokens[before].name or tokens[before].text == ",":
                    if tokens[before].name:
                        local.add(tokens[before].name)
                    before -= 1
        edits = []
        closing = tokens[tokens[found.opening].partner]
        inside = ", ".join(([f"_ {receiver}: Tensor"] if receiver else []) + parameters)
        for at, token in enumerate(tokens):
            if token.start < closing.end or not token.name or token.text in KEYWORDS or tokens[at - 1].text == ".":
                continue
            is_label = tokens[at + 1].text == ":" and tokens[at - 1].text in ["(", ","] if at + 1 < len(tokens) else False
            if is_label:
                continue
            if token.text == "self" and receiver:
                edits.append((token.start, token.end, receiver))
            elif token.text in renames:
                edits.append((token.start, token.end, renames[token.text]))
            elif token.name in self.nested:
                edits.append((token.start, token.start, "Tensor."))
            elif receiver and token.name in self.members and token.name not in local and \
                    not (token.text == "type" and tokens[at + 1].text == "("):
                edits.append((token.start, token.start, f"{receiver}."))
        for name in renames:
            inside = re.sub(rf"\b{name}\b", renames[name], inside)
        for name in self.nested:
            inside = re.sub(rf"(?<![\w.]){name}\b", f"Tensor.{name}", inside)
        edits.append((tokens[found.opening].end, closing.start, inside))
        edits.append((tokens[found.name].start, tokens[found.name].end, rule.new.base))
        edits.sort(reverse=True)
        for start, end, new in edits:
            chunk = chunk[:start] + new + chunk[end:]
        chunk = re.sub(r"(///   - )other:", r"\1b:", chunk) if renames else chunk
        if receiver:
            chunk = re.sub(r"/// - Parameters:\n", f"/// - Parameters:\n///   - {receiver}: the tensor.\n", chunk)
        if any(n in ["b", "other", "y"] for n in re.findall(r"\b_ (\w+): Tensor", inside)[1:]):
            chunk = re.sub(r"(///.*)\bthis tensor\b", r"\1the first", chunk)
            chunk = re.sub(r"(///.*)\bthe other\b", r"\1the second", chunk)
        return chunk.replace("public static func", "public func")

    def operation_names(self, text):
        tokens, edits = tokens_of(text), []
        for token, following in zip(tokens, tokens[1:]):
            if token.text == "string" and following.text == "string end":
                word = text[token.end:following.start]
                new = {rule.new.base for rule in self.rules.get(word, []) if rule.kind != "property"}
                if len(new) == 1 and new != {word} and word not in ["rank", "wait", "constant", "linear", "joined"]:
                    edits.append((token.end, following.start, new.pop()))
        for start, end, new in reversed(edits):
            text = text[:start] + new + text[end:]
        return text.replace("\n// moved\n", "")


def members_of(texts):
    """Names of the values and methods, and of the nested types, of Tensor."""
    members, nested = set(), set()
    for text in texts:
        source = SwiftText(text)
        tokens, contexts = source.tokens, source.contexts
        for index, token in enumerate(tokens[:-1]):
            name = tokens[index + 1].name
            if contexts[index] == "Tensor" and name and File.is_member(tokens, index):
                if token.text in ["func", "var", "let"] and "static" not in text[text.rfind("\n", 0, token.start):token.start]:
                    members.add(name)
                elif token.text in ["enum", "struct"]:
                    nested.add(name)
    return members, nested


def main():
    rules = read_rules(TABLE)
    files = sorted(f for folder in sys.argv[1:] for f in pathlib.Path(folder).rglob("*.swift"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    members, nested = members_of(texts.values())
    members -= {rule.new.base for found in rules.values() for rule in found if rule.becomes_function}
    members |= {rule.new.base for found in rules.values() for rule in found if rule.value and rule.new.receiver == rule.value}
    for file, text in texts.items():
        new = File(file, text, rules, members, nested).rewritten()
        if new != text:
            file.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
