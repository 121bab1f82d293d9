"""One Swift source in the old names: finds what the rules of renames.txt are of, and rewrites it."""

import dataclasses
import re

from rename_rules import Unclear, evaluate
from swift_text import KEYWORDS, TYPE_KEYWORDS, Argument, SwiftText
from swift_tokens import tokens_of

MODULES = {"Tensors", "Blox", "Optimizers", "Checkpoints"}
# Types whose static functions are reached by a dot alone, where the type is known from what surrounds them.
IMPLICIT = {"Tensor", "Initializer", "GradientTransformation", "Schedule"}
TENSOR_MAKERS = {"Tensor", "reshape", "astype", "cast", "ravel", "raveled", "flatten", "zeros", "ones", "full", "arange",
                 "linspace", "relu", "exp", "log", "sqrt", "abs", "concatenate", "stack", "argsort", "cumsum", "matmul",
                 "mean", "square", "uniform", "normal", "randint", "permutation", "squeeze", "transpose", "select", "roll"}


@dataclasses.dataclass
class Edit:
    start: int
    end: int
    text: str


@dataclasses.dataclass
class Match:
    start: int
    end: int
    edits: list


class Source(SwiftText):
    """`declared` has the names that the program itself declares, with the labels of each: what it may mean by them is not known.
    In the library itself they are what the rules are of.
    """

    def __init__(self, text, rules, declared=None, is_library=False):
        self.rules, self.declared, self.is_library = rules, declared or {}, is_library
        self.notes = {}
        super().__init__(text)

    def rewritten(self):
        """The text with new names, and (line, note) of what a person has to decide."""
        for _ in range(30):
            self.notes = {}
            matches = self.innermost(self.matches())
            if not matches:
                break
            for edit in sorted((e for m in matches for e in m.edits), key=lambda e: (e.start, e.end), reverse=True):
                self.text = self.text[:edit.start] + edit.text + self.text[edit.end:]
            self.read()
        return self.text, [(self.text.count("\n", 0, at) + 1, note) for at, note in sorted(self.notes.items())]

    @staticmethod
    def innermost(matches):
        """Matches that contain no other; what surrounds them is found again in the next round."""
        chosen = []
        for match in sorted(matches, key=lambda m: (m.end - m.start, m.start)):
            if all(match.end <= c.start or c.end <= match.start for c in chosen):
                chosen.append(match)
        return chosen

    # What the rules are of.

    def matches(self):
        out = []
        for index, token in enumerate(self.tokens):
            if token.kind != "name" or token.name not in self.rules or self.is_text(index - 1, "func", "case", "let", "var"):
                continue
            for rule in self.rules[token.name]:
                try:
                    found = self.match(rule, index)
                except Unclear as problem:
                    self.note(token, rule, str(problem))
                    break
                if found:
                    if found.edits:
                        out.append(found)
                    break
        return out

    def note(self, token, rule, why):
        self.notes[token.start] = f"ambiguous: {rule.text}: {why}"

    def match(self, rule, index):
        has_dot = self.is_text(index - 1, ".")
        is_member = has_dot and self.ends_value(index - 2)
        is_key_path = has_dot and self.is_key_path(index)
        if rule.kind == "property":
            return self.match_property(rule, index, is_member or is_key_path, has_dot)
        if rule.kind == "name":
            return self.match_name(rule, index, has_dot)
        opening = index + 1 if self.is_text(index + 1, "(") and self.touches(index, index + 1) else None
        has_closure = any(p.is_closure for p in rule.parameters)
        if opening is None and not (has_closure and self.is_text(index + 1, "{")):
            return self.match_reference(rule, index, has_dot)
        place = self.place(rule, index, has_dot, is_member)
        if place is None or (rule.is_pair and not self.is_made_a_pair(index)):
            return None
        arguments = self.arguments(opening) if opening is not None else []
        after = self.tokens[opening].partner + 1 if opening is not None else index + 1
        trailing = self.trailing(after) if has_closure else None
        found = rule.match(arguments, trailing)
        if found is None:
            return None
        start, end = self.start_of(place, index), self.tokens[after - 1].end
        edits = self.call_edits(rule, index, place, opening, arguments, found)
        problem = self.doubt(rule, [a.label for a in arguments], place) if edits else None
        if problem:
            raise Unclear(problem)
        return Match(start, end, edits)

    def is_made_a_pair(self, index):
        """Whether a pair of names, `(a, b) =`, is set to what is called, or a part of the pair is taken: `.0`."""
        closing = self.tokens[index + 1].partner if self.is_text(index + 1, "(") else -1
        if closing > 0 and self.is_text(closing + 1, ".") and self.is_text(closing + 2, "0", "1"):
            return True
        equals = index - 2 if self.is_text(index - 1, "try") else index - 1
        return self.is_text(equals, "=") and self.is_text(equals - 1, ")") and \
            len(self.arguments(self.tokens[equals - 1].partner)) == 2

    def is_key_path(self, index):
        at = index - 1
        while self.is_text(at, ".") and not self.is_text(at - 1, "\\"):
            if not self.ends_value(at - 1):
                return False
            at -= 2
            if self.is_text(at, "\\"):
                return True
        return self.is_text(at - 1, "\\")

    def place(self, rule, index, has_dot, is_member):
        """How the function is reached: (first token of the receiver, its dot), `self`, a type's dot; nothing if it is another."""
        before = self.token(index - 2)
        if rule.kind == "method":
            if is_member and not (before.kind == "name" and before.text in MODULES):
                return ("value", index - 1)
            return ("self",) if not has_dot and self.contexts[index] == rule.type else None
        if rule.kind == "static":
            if is_member and before.kind == "name" and not self.is_text(index - 3, ".") or \
                    (is_member and self.is_text(index - 3, ".") and self.is_text(index - 4, *MODULES)):
                named = before.text == rule.type or (before.text == "Self" and self.contexts[index] == rule.type)
                return ("type", index - 2) if named else None
            if has_dot and not is_member:
                allowed = rule.type in IMPLICIT
                if allowed and rule.after:
                    is_labelled = self.is_text(index - 2, ":") and self.is_text(index - 3, *rule.after)
                    allowed = is_labelled or self.is_text(self.enclosing(index) - 1, *rule.after)
                return ("implicit", index - 1) if allowed else None
            return ("bare",) if not has_dot and self.contexts[index] == rule.type else None
        if has_dot:
            return ("module",) if is_member and before.text in MODULES else None
        return ("bare",)

    def start_of(self, place, index):
        if place[0] == "value":
            return self.tokens[self.receiver_start(place[1])].start
        if place[0] in ["type", "implicit"]:
            return self.tokens[place[1]].start
        return self.tokens[index].start

    def trailing(self, index):
        if not self.is_text(index, "{") or "\n" in self.text[self.tokens[index - 1].end:self.tokens[index].start]:
            return None
        opening = self.tokens[index]
        return Argument("", "", opening.start, opening.start, opening.start)

    def doubt(self, rule, labels, place):
        """Why it is not certain that this is the library's, or nothing."""
        for declared in self.declared.get(rule.old.base, []) if place[0] != "type" else []:
            if declared is None or not labels or set(labels) <= set(declared):
                return f"the program declares a {rule.old.base} of its own"
        if place[0] == "value":
            start = self.receiver_start(place[1])
            if rule.becomes_function and not self.is_library and self.is_shadowed(rule.new.base, start):
                return f"there is a {rule.new.base} of its own"
            is_sure = self.is_surely_tensor(start, place[1]) or (rule.throws and self.is_text(start - 1, "try"))
            if rule.is_ambiguous and not is_sure:
                return "Swift's own types have it too"
        return None

    def is_shadowed(self, name, index):
        """Whether a variable or function of the name is declared in braces around the token."""
        for at in range(len(self.tokens) - 1):
            if self.tokens[at].text in ["let", "var", "func"] and self.tokens[at + 1].name == name:
                opening = self.enclosing(at)
                if opening < 0 or opening < index < self.tokens[opening].partner:
                    return True
        return False

    def is_surely_tensor(self, start, dot):
        """Whether the value between the tokens is a tensor for all that can be seen in the source."""
        last = self.tokens[dot - 1]
        if last.text == ")":
            called = last.partner - 1
            return self.token(called) is not None and self.tokens[called].name in TENSOR_MAKERS
        if dot - start == 1 and last.kind == "name":
            name = re.escape(last.name)
            others = rf"\b{name}\s*(:\s*\[|=\s*\[|:\s*(Set|Array|String))"
            sure = rf"\b{name}\s*(:\s*(inout\s+)?Tensor\b(?!\.)|=\s*(try\s+)?(Tensor\b(?!\.type)|Random\.(normal|uniform)))"
            return re.search(sure, self.text) is not None and re.search(others, self.text) is None
        return False

    # What is written instead.

    def match_property(self, rule, index, is_member, has_dot):
        token = self.tokens[index]
        if self.is_text(index + 1, "("):
            return None
        prefix = ""
        if not is_member:
            is_own = not has_dot and not rule.makers and self.contexts[index] == rule.type and not self.is_text(index + 1, ":")
            if not is_own or self.is_local(token.name, index):
                return None
            prefix = "self." if self.is_local(rule.new.base, index) else ""
        elif self.is_of(rule.excepted, index) or (rule.makers and not self.is_of(rule.makers, index)):
            return None
        if rule.old.base in self.declared:
            raise Unclear(f"the program declares a {rule.old.base} of its own")
        return Match(token.start, token.end, [Edit(token.start, token.end, prefix + rule.new.base)])

    def is_local(self, name, index):
        """Whether the member of a type that the token is in, or else the source, has a variable or parameter of this name."""
        start, end = self.members[index] or (0, len(self.text))
        declared = rf"\b(let|var)\s+{name}\b|\b{name}\s*:|[{{(,]\s*{name}\s*(,[\s\w,]*)?\bin\b|\blet\s*\([^)]*\b{name}\b"
        return re.search(declared, self.text[start:end]) is not None

    def is_of(self, makers, index):
        """Whether the receiver has one of the names, or was made by a function of one of them."""
        before = index - 2
        if self.token(before) and self.tokens[before].kind == "operator":
            before -= 1
        token = self.token(before)
        if token is None or not makers:
            return False
        name = self.token(token.partner - 1).name if token.text == ")" and token.partner > 0 else token.name
        made = rf"\b{re.escape(name or '')}\s*=\s*(try\s+)?[\w.]*\b({'|'.join(makers)})\("
        return name in makers or (name is not None and re.search(made, self.text) is not None)

    def match_name(self, rule, index, has_dot):
        token = self.tokens[index]
        if (has_dot and not self.is_text(index - 2, *MODULES)) or self.is_text(index + 1, ":"):
            return None
        if rule.old.base in self.declared:
            raise Unclear(f"the program declares a {rule.old.base} of its own")
        return Match(token.start, token.end, [Edit(token.start, token.end, rule.new.base)])

    def match_reference(self, rule, index, has_dot):
        """A function that is named without being called, as in `map(x, isNaN)`."""
        token = self.tokens[index]
        if rule.kind == "static":
            is_it = self.is_text(index - 2, rule.type) and has_dot
        else:
            is_it = rule.kind == "function" and not has_dot and not self.is_text(index + 1, ":")
        has_labels = any(p.label for p in rule.parameters) or any(label for label, _ in rule.results)
        if not is_it or (has_labels and (rule.kind == "static" or rule.old.base[0].isupper())) or (
                rule.old.base == rule.new.base and rule.old.receiver == rule.new.receiver):
            return None
        if rule.old.base in self.declared or self.is_local(token.name, index):
            return None
        start = token.start if rule.new.receiver == rule.old.receiver else self.tokens[index - 2].start
        return Match(start, token.end, [Edit(start, token.end, rule.new.base)])

    def call_edits(self, rule, index, place, opening, arguments, found):
        plain = [(label, text) for label, text in rule.results if re.fullmatch(r"\w+", text)]
        kept = [(label, found[text][0]) for label, text in plain
                if text != rule.value and text in found and len(found[text]) == 1]
        is_first = not rule.becomes_function or rule.results[0][1] == rule.value
        is_plain = len(plain) == len(rule.results) and rule.new.bracket == "(" and is_first and \
            all(isinstance(a, Argument) for _, a in kept) and \
            [id(a) for _, a in kept if a in arguments] == [id(a) for a in arguments]
        is_optional = place[0] == "value" and rule.becomes_function and self.is_text(place[1] - 1, "?")
        if is_plain and opening is not None and not is_optional:
            return self.edits_in_place(rule, index, place, opening, arguments, kept)
        if is_plain and opening is None:
            return [Edit(self.tokens[index].start, self.tokens[index].end, rule.new.base)]
        return self.edits_of_all(rule, index, place, opening, found)

    def edits_of_optional(self, rule, start, dot, end, inside):
        """`x?.flipped()` as `x.map { flip($0) }`."""
        following = self.token(next((i for i, t in enumerate(self.tokens) if t.start >= end), -1))
        chained = "?" if following and following.text == "." else ""
        value = self.text[start:self.tokens[dot - 1].start]
        attempt = "try " if rule.throws else ""
        return [Edit(start, end, f"{value}.map {{ {attempt}{rule.new.base}({inside}) }}{chained}")]

    def head_edits(self, rule, index, place, opening, has_arguments):
        """The name and the receiver."""
        token, after = self.tokens[index], self.tokens[opening].end
        if not rule.becomes_function:
            if place[0] == "type" and not rule.new.receiver:
                return [Edit(self.tokens[index - 2].start, token.end, rule.new.base)]
            if place[0] == "implicit" and not rule.new.receiver:
                return [Edit(self.tokens[index - 1].start, token.end, rule.new.base)]
            own = "self." if place[0] == "self" and rule.new.base in KEYWORDS else ""
            return [Edit(token.start, token.end, own + rule.new.base)]
        comma = ""
        if has_arguments:
            comma = "," if self.text[after:after + 1].isspace() else ", "
        if place[0] == "self":
            return [Edit(token.start, after, f"{rule.new.base}(self{comma}")]
        first, last = self.receiver_start(place[1]), place[1] - 1
        start, end = self.tokens[first].start, self.tokens[last].end
        edits = [Edit(start, start, f"{rule.new.base}("), Edit(end, after, comma)]
        if self.is_in_parentheses(first, last):
            edits[0] = Edit(start, start + 1, f"{rule.new.base}(")
            edits[1] = Edit(end - 1, after, comma)
        return edits

    def is_in_parentheses(self, first, last):
        """Whether the value is one expression in parentheses, which an argument does not need."""
        if self.tokens[first].text != "(" or self.tokens[first].partner != last:
            return False
        return len(self.arguments(first)) == 1 and not self.is_text(first + 1, "try", "await")

    def edits_in_place(self, rule, index, place, opening, arguments, kept):
        edits = self.head_edits(rule, index, place, opening, bool(arguments))
        for label, argument in kept:
            written = f"{label}: " if label else ""
            if argument in arguments and label != argument.label:
                edits.append(Edit(argument.start, argument.value_start, written))
        return [e for e in edits if self.text[e.start:e.end] != e.text]

    def edits_of_all(self, rule, index, place, opening, found):
        values = {}
        for parameter in rule.parameters:
            for variable in parameter.variables:
                if variable in found:
                    texts = [a.value if isinstance(a, Argument) else a for a in found[variable]]
                    values[variable] = texts if parameter.is_variadic else texts[0]
        start, token = self.start_of(place, index), self.tokens[index]
        if rule.value:
            values[rule.value] = "self"
            if place[0] == "value":
                first, last = self.receiver_start(place[1]), place[1] - 1
                inner = rule.becomes_function and self.is_in_parentheses(first, last)
                values[rule.value] = self.text[self.tokens[first].start + inner:self.tokens[last].end - inner]
        trailing = {v for v, a in found.items() if isinstance(a[0], Argument) and a[0].start == a[0].end}
        is_optional = place[0] == "value" and rule.becomes_function and self.is_text(place[1] - 1, "?")
        if is_optional:
            values[rule.value] = "$0"
        arguments = [(label, evaluate(text, values)) for label, text in rule.results if text not in trailing]
        inside = ", ".join((f"{label}: " if label else "") + value for label, value in arguments if value is not None)
        closing = {"(": ")", "[": "]"}[rule.new.bracket]
        head = ""
        if rule.value and rule.new.receiver:
            head = values[rule.value] + "."
            if place[0] == "self":
                head = "self." if rule.new.base in KEYWORDS else ""
        elif rule.new.receiver and place[0] in ["type", "implicit"]:
            head = self.text[start:token.start]
        end = self.tokens[self.tokens[opening].partner].end
        if is_optional:
            if any("$0" in value for variable, value in values.items() if variable != rule.value):
                raise Unclear("the receiver is optional: use map")
            return self.edits_of_optional(rule, start, place[1], end, inside)
        return [Edit(start, end, f"{head}{rule.new.base}{rule.new.bracket}{inside}{closing}")]


def declarations(text):
    """The names that a source declares, of functions with their labels, of variables of types with none."""
    tokens, out = tokens_of(text), {}
    depth_of_types, stack, pending = set(), [], False
    for index, token in enumerate(tokens[:-1]):
        following = tokens[index + 1]
        if token.text in TYPE_KEYWORDS and following.kind == "name" and following.text not in {"func", "var", "let", "init"}:
            pending = True
        if token.kind == "open":
            stack.append(token.text == "{" and pending)
            pending = pending and token.text != "{"
        elif token.kind == "close" and stack:
            stack.pop()
        if token.text == "func" and following.kind == "name":
            opening = next((i for i in range(index + 2, len(tokens)) if tokens[i].text == "("), None)
            labels = re.findall(r"(?:^|,)\s*(\w+)(?:\s+\w+)?\s*:", text[tokens[opening].end:tokens[tokens[opening].partner].start]) \
                if opening is not None and tokens[opening].partner > 0 else []
            out.setdefault(following.name, []).append(["" if l == "_" else l for l in labels])
        elif token.text in ["var", "let", "case"] and following.kind == "name" and stack and stack[-1]:
            out.setdefault(following.name, []).append(None)
    return out
