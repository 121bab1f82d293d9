"""Reads Utilities/renames.txt: rules that say how a call with old names and labels is written with the new ones."""

import dataclasses
import re

from swift_tokens import tokens_of


class Unclear(Exception):
    """What a rule cannot write for the arguments that it met."""


def split(text):
    """The parts between the commas that are in no bracket."""
    parts, start, depth = [], 0, 0
    for token in tokens_of(text):
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if depth == 0 and token.text == "," and token.kind == "mark":
            parts.append(text[start:token.start].strip())
            start = token.end
    last = text[start:].strip()
    return parts + [last] if last or parts else parts


def is_simple(text):
    return re.fullmatch(r"[\w.$]+", text) is not None


def choose(value, yes, no):
    if value in ["true", "false"]:
        return yes if value == "true" else no
    if value.startswith("!") and is_simple(value[1:]):
        return f"{value[1:]} ? {no} : {yes}"
    return f"{value if is_simple(value) else f'({value})'} ? {yes} : {no}"


def negation(value):
    if value in ["true", "false"]:
        return "false" if value == "true" else "true"
    return f"!{value}" if is_simple(value) else f"!({value})"


def padding(low, high, interior):
    """`lax.pad`'s list of one triple for each axis, of three lists that are written out."""
    lists = [split(text[1:-1]) for text in [low, high, interior] if text.startswith("[") and text.endswith("]")]
    if len(lists) < 3 or len({len(l) for l in lists}) > 1:
        raise Unclear("write the three lists as one of (low, high, interior)")
    return "[" + ", ".join(f"({', '.join(parts)})" for parts in zip(*lists)) + "]"


def pairs(texts):
    """(start, schedule) of tuples that are written out."""
    out = []
    for text in texts:
        parts = split(text[1:-1]) if text.startswith("(") and text.endswith(")") else []
        if len(parts) != 2:
            raise Unclear("write the schedules and their boundaries as two lists")
        out.append([re.sub(r"^(start|schedule):\s*", "", part) for part in parts])
    return out


FUNCTIONS = {
    "choose": choose,
    "not": negation,
    "padding": padding,
    "schedules": lambda first, following: f"[{', '.join([first] + [s for _, s in pairs(following)])}]",
    "boundaries": lambda following: f"[{', '.join(start for start, _ in pairs(following))}]",
}


@dataclasses.dataclass
class Parameter:
    label: str
    variables: list
    is_optional: bool = False
    is_closure: bool = False
    is_variadic: bool = False

    @staticmethod
    def read(text):
        label, colon, rest = text.partition(":") if re.match(r"\w+:", text) else ("", "", text)
        rest = rest.strip()
        ends = {"?": False, "{}": False, "...": False}
        while end := next((e for e in ends if rest.endswith(e)), None):
            ends[end] = True
            rest = rest.removesuffix(end)
        variables = split(rest[1:-1]) if rest.startswith("(") else [rest]
        return Parameter(label, variables, ends["?"], ends["{}"], ends["..."])


@dataclasses.dataclass
class Name:
    """One side of a rule: `receiver.base(…)`, `receiver.base[…]` or `receiver.base`."""

    receiver: str
    base: str
    bracket: str
    inside: list

    @staticmethod
    def read(text):
        found = re.fullmatch(r"(?:(\w+)\.)?(\w+)(?:([(\[])(.*)[)\]])?", text)
        if not found:
            raise SystemExit(f"renames: {text} is no name")
        return Name(found[1] or "", found[2], found[3] or "", split(found[4] or ""))


class Rule:
    def __init__(self, line, values):
        body, *flags = re.split(r"\s+@(?=after|except|only|throws|pair)", line.strip())
        self.after = [w.strip() for f in flags if f.startswith("after") for w in f[6:-1].split(",")]
        self.excepted = [w.strip() for f in flags if f.startswith("except") for w in f[7:-1].split(",")]
        self.makers = [w.strip() for f in flags if f.startswith("only") for w in f[5:-1].split(",")]
        self.throws, self.is_pair = "throws" in flags, "pair" in flags
        self.is_ambiguous = body.startswith("!")
        old, _, new = body.lstrip("!").partition(" -> ")
        self.old, self.new = Name.read(old.strip()), Name.read(new.strip())
        self.parameters = [Parameter.read(text) for text in self.old.inside]
        self.value = self.old.receiver if self.old.receiver in values else None
        self.type = values.get(self.old.receiver, self.old.receiver)
        self.results = [(p.label, text.partition(":")[2].strip() if p.label else text)
                        for text, p in ((t, Parameter.read(t)) for t in self.new.inside)]
        self.text = body

    @property
    def kind(self):
        if self.value:
            return "method" if self.old.bracket else "property"
        if not self.old.bracket:
            return "name"
        return "static" if self.type else "function"

    @property
    def becomes_function(self):
        return bool(self.value) and not self.new.receiver

    def match(self, arguments, trailing):
        """What the variables stand for: a list of arguments each, or nothing where the labels are others."""
        found, at, has_trailing = {}, 0, trailing is not None
        for parameter in self.parameters:
            if at < len(arguments) and (arguments[at].label or "") == parameter.label:
                count = 1
                while parameter.is_variadic and at + count < len(arguments) and not arguments[at + count].label:
                    count += 1
                taken = arguments[at:at + count]
                at += count
                if len(parameter.variables) > 1:
                    parts = split(taken[0].value[1:-1]) if taken[0].value.startswith("(") else []
                    if len(parts) != len(parameter.variables):
                        raise Unclear("write the tuple out")
                    found.update({v: [p] for v, p in zip(parameter.variables, parts)})
                else:
                    found[parameter.variables[0]] = taken
            elif parameter.is_closure and has_trailing:
                found[parameter.variables[0]], has_trailing = [trailing], False
            elif not parameter.is_optional and not parameter.is_variadic:
                return None
        if at < len(arguments) or (has_trailing and any(p.is_closure for p in self.parameters)):
            return None
        return found


def evaluate(text, values):
    """What an expression of the right side is for the values (texts, or lists of them); nothing if one is left out."""
    if called := re.fullmatch(r"@(\w+)\((.*)\)", text):
        parts = split(called[2])
        arguments = [values.get(part, part if part.startswith(".") else None) for part in parts]
        return None if None in arguments else FUNCTIONS[called[1]](*arguments)
    if text.startswith("("):
        parts = [evaluate(part, values) for part in split(text[1:-1])]
        return None if None in parts else f"({', '.join(parts)})"
    variable, bar, default = text.partition("|")
    return values.get(variable, default if bar else None)


def read_rules(path):
    rules, values = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("receivers:"):
            values = dict(pair.split() for pair in line.partition(":")[2].split(","))
        elif line.strip() and not line.startswith("#"):
            rule = Rule(line, values)
            rules.setdefault(rule.old.base, []).append(rule)
    return rules
