"""What surrounds the tokens of a Swift source: types, values before a dot, arguments."""

import dataclasses

from rename_rules import Unclear
from swift_tokens import tokens_of

KEYWORDS = set("""as associatedtype await break case catch class continue defer do else enum extension fallthrough for func guard if
import in inout is let operator protocol repeat return some static struct subscript switch throw throws try typealias var where
while any borrowing consuming yield""".split())
TYPE_KEYWORDS = {"extension", "struct", "class", "enum", "protocol", "actor"}


@dataclasses.dataclass
class Argument:
    label: str
    value: str
    start: int  # of the label, if there is one
    value_start: int
    end: int


class SwiftText:
    """A text with its tokens."""

    def __init__(self, text):
        self.text = text
        self.read()

    def read(self):
        """Reads the tokens anew, after the text has changed."""
        self.tokens = tokens_of(self.text)
        self.contexts = self.type_contexts()

    def token(self, index):
        return self.tokens[index] if 0 <= index < len(self.tokens) else None

    def is_text(self, index, *texts):
        token = self.token(index)
        return token is not None and token.text in texts

    def type_contexts(self):
        """For each token the innermost type (or extension of it) whose braces it is in."""
        contexts, stack, pending = [], [], None
        self.members, bodies, ends = [], [], []  # the text of the member of a type that a token is in
        for index, token in enumerate(self.tokens):
            following = self.token(index + 1)
            if token.text in TYPE_KEYWORDS and not self.is_text(index - 1, ".") and following and following.name \
                    and following.text not in {"func", "var", "let", "init"}:
                pending, at = following.text, index + 2
                while self.is_text(at, ".") and self.token(at + 1) and self.token(at + 1).name:
                    pending, at = pending + "." + self.tokens[at + 1].text, at + 2
            if token.kind == "open":
                is_body = token.text == "{" and pending
                partner = self.tokens[token.partner].end if token.partner > 0 else len(self.text)
                member = None
                if bodies and bodies[-1] is not None:
                    member = bodies[-1]
                elif token.text == "{" and ends and ends[-1] is not None and not is_body:
                    member = (ends[-1], partner)
                bodies.append(None if is_body else member)
                ends.append(token.end if is_body else None)
                stack.append(pending if is_body else (stack[-1] if stack else None))
                pending = None if is_body else pending
            contexts.append(stack[-1] if stack else None)
            self.members.append(bodies[-1] if bodies else None)
            if token.kind == "close" and stack:
                stack.pop()
                bodies.pop()
                ends.pop()
                if ends and ends[-1] is not None and token.text == "}":
                    ends[-1] = token.end
        return contexts

    def ends_value(self, index):
        """Whether a value ends with this token, so that a dot after it is of the value."""
        token = self.token(index)
        if token is None:
            return False
        if token.kind == "close" or token.kind == "number":
            return True
        if token.kind == "operator":
            return set(token.text) <= set("!?") and self.touches(index - 1, index) and self.touches(index, index + 1)
        return token.kind == "name" and token.text not in KEYWORDS

    def touches(self, a, b):
        first, second = self.token(a), self.token(b)
        return first is not None and second is not None and first.end == second.start

    def enclosing(self, index):
        """The opening bracket that the token is in, -1 if there is none."""
        index -= 1
        while index >= 0 and self.tokens[index].kind != "open":
            index = self.tokens[index].partner - 1 if self.tokens[index].kind == "close" else index - 1
        return index

    def receiver_start(self, dot):
        """The first token of the value before the dot."""
        at = dot - 1
        while True:
            token = self.tokens[at]
            if token.kind == "operator":
                at -= 1
                continue
            if token.kind == "close":
                at = token.partner
                if at < 0:
                    raise Unclear("brackets do not match")
                opening, before = self.tokens[at], at - 1
                if opening.text == "{" and self.is_text(before, ":") and self.token(before - 1).name:
                    at = before - 2 + 1  # the label of a second trailing closure
                    at -= 1
                    continue
                same_line = before >= 0 and "\n" not in self.text[self.tokens[before].end:opening.start]
                adjoins = self.touches(before, at) if opening.text != "{" else same_line
                if adjoins and self.is_text(before, ">") and opening.text == "(":
                    before = self.generics_start(before) - 1
                if opening.text != "string" and adjoins and self.ends_value(before):
                    at = before
                    continue
            if self.is_text(at - 1, "."):
                if not self.ends_value(at - 2):
                    return at - 1
                at -= 2
                continue
            if self.is_text(at - 1, "\\", "@", "#"):
                return at - 1
            return at

    def generics_start(self, index):
        depth = 0
        while index >= 0:
            depth += {">": 1, "<": -1}.get(self.tokens[index].text, 0)
            if depth == 0:
                return index
            index -= 1
        return index

    def arguments(self, opening):
        """The arguments between the bracket and its partner."""
        token, out = self.tokens[opening], []
        if token.partner < 0:
            raise Unclear("brackets do not match")
        at = opening + 1
        while at < token.partner:
            end = at
            while end < token.partner and self.tokens[end].text != ",":
                end = self.tokens[end].partner + 1 if self.tokens[end].kind == "open" else end + 1
                if end == 0:
                    raise Unclear("brackets do not match")
            first, last = self.tokens[at], self.tokens[end - 1]
            is_labelled = first.kind == "name" and self.is_text(at + 1, ":") and end > at + 1
            value = self.tokens[at + 2] if is_labelled and at + 2 < end else first
            label = first.name if is_labelled else ""
            out.append(Argument(label, self.text[value.start:last.end], first.start, value.start, last.end))
            at = end + 1
        return out
