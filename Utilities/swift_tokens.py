"""A small tokenizer of Swift: names, numbers, operators, brackets and strings, whose interpolations are tokens too.

Comments are no tokens. Every opening bracket knows its closing one and the other way round.
"""

import dataclasses
import re

NAME = re.compile(r"`[^`\n]+`|\$\w+|[^\W\d]\w*")
NUMBER = re.compile(r"0[xob][\da-fA-F_]+(?:\.[\da-fA-F_]+)?(?:[pP][+-]?\d+)?|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?")
MEMBER_NUMBER = re.compile(r"\d+")
DOT_OPERATOR = re.compile(r"\.[-+*/=<>!&|^~?%.]+")
OPERATOR = re.compile(r"[-+*/=<>!&|^~?%]+")
STRING = re.compile(r'(#*)("""|")')
EXPRESSION = re.compile(r"(#+)/.*?/\1", re.DOTALL)
CLOSING = {"(": ")", "[": "]", "{": "}", "string": "string end"}


@dataclasses.dataclass
class Token:
    """`kind` is name, number, operator, mark (one of . , : ; @ # \\), open or close; of a string the quotes are brackets."""

    kind: str
    text: str
    start: int
    end: int
    partner: int = -1

    @property
    def name(self):
        return self.text.strip("`") if self.kind == "name" else None


def tokens_of(text):
    return Tokenizer(text).run()


class Tokenizer:
    def __init__(self, text):
        self.text, self.tokens, self.open = text, [], []

    def run(self):
        self.read(0, None)
        return self.tokens

    def add(self, kind, text, start, end):
        token = Token(kind, text, start, end)
        if kind == "open":
            self.open.append(len(self.tokens))
        elif kind == "close" and self.open and CLOSING[self.tokens[self.open[-1]].text] == text:
            token.partner = self.open.pop()
            self.tokens[token.partner].partner = len(self.tokens)
        self.tokens.append(token)

    def read(self, at, end_depth):
        """Tokens from `at` on; up to the bracket that closes the depth `end_depth`, if given. Gives where it ended."""
        text = self.text
        while at < len(text):
            here = text[at]
            if here.isspace():
                at += 1
            elif text.startswith("//", at):
                at = len(text) if (line := text.find("\n", at)) < 0 else line
            elif text.startswith("/*", at):
                at = self.comment(at)
            elif expression := EXPRESSION.match(text, at):
                self.add("open", "string", at, at + 1)
                self.add("close", "string end", expression.end() - 1, expression.end())
                at = expression.end()
            elif string := STRING.match(text, at):
                at = self.string(at, string[1], string[2])
            elif here in "([{":
                self.add("open", here, at, at + 1)
                at += 1
            elif here in ")]}":
                self.add("close", here, at, at + 1)
                at += 1
                if end_depth is not None and len(self.open) == end_depth:
                    return at
            else:
                at = self.word(at)
        return at

    def word(self, at):
        after_dot = bool(self.tokens) and self.tokens[-1].text == "."
        number = MEMBER_NUMBER if after_dot else NUMBER
        for kind, pattern in [("name", NAME), ("number", number), ("operator", DOT_OPERATOR), ("operator", OPERATOR)]:
            if found := pattern.match(self.text, at):
                end = found.end()
                for comment in ["//", "/*"] if kind == "operator" else []:
                    if (cut := found[0].find(comment)) > 0:
                        end = min(end, at + cut)
                self.add(kind, self.text[at:end], at, end)
                return end
        self.add("mark", self.text[at], at, at + 1)
        return at + 1

    def comment(self, at):
        depth = 0
        for mark in re.compile(r"/\*|\*/").finditer(self.text, at):
            depth += 1 if mark[0] == "/*" else -1
            if depth == 0:
                return mark.end()
        return len(self.text)

    def string(self, start, hashes, quote):
        at = start + len(hashes) + len(quote)
        self.add("open", "string", start, at)
        escape, end = "\\" + hashes, quote + hashes
        while at < len(self.text):
            if self.text.startswith(end, at):
                self.add("close", "string end", at, at + len(end))
                return at + len(end)
            if self.text.startswith(escape, at):
                at += len(escape)
                if at < len(self.text) and self.text[at] == "(":
                    depth = len(self.open)
                    self.add("open", "(", at, at + 1)
                    at = self.read(at + 1, depth)
                else:
                    at += 1
            elif self.text[at] == "\n" and quote == '"':
                break  # a quote that is none, as in a regular expression
            else:
                at += 1
        self.add("close", "string end", at, at)
        return at
