#!/usr/bin/env python3
"""Writes Tests/Fuzz/Generated: a call of every public function with arguments that are drawn at random.

What an argument is drawn by follows from its type (DRAWN). A function with a type that is not there is called by hand,
in Tests/Fuzz/Calls+ByHand.swift under its name, or has a reason in REASONS.

    python3 Utilities/generate/fuzz_calls.py           writes the files
    python3 Utilities/generate/fuzz_calls.py --check   fails when they are not what it would write
"""

import argparse
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDERS = ["Sources/TensorCore", "Sources/TensorPrimitives", "Sources/TensorTransformations", "Sources/TensorFunctions",
           "Sources/TensorDistributed", "Sources/Blox", "Sources/Optimizers"]
OUTPUT = ROOT / "Tests" / "Fuzz" / "Generated"
BY_HAND = ROOT / "Tests" / "Fuzz" / "Calls+ByHand.swift"

# An expression that draws a value of the type; `d` is the Draw.
DRAWN = {
    "Tensor": "d.tensor()", "[Tensor]": "d.tensors()", "Tensor...": "d.tensor(), d.tensor()",
    "[[Tensor]]": "[d.tensors(), d.tensors()]",
    "Int": "d.int()", "[Int]": "d.ints()", "[[Int]]": "[d.ints(), d.ints()]", "Int...": "d.int(), d.int()",
    "(Int, Int)": "(d.int(), d.int())", "[(Int, Int)]": "d.pairs()", "([Int], [Int])": "(d.ints(), d.ints())",
    "Bool": "d.bool()", "Double": "d.double()", "String": "d.text()", "[String]": "[d.text(), d.text()]",
    "String...": "d.text(), d.text()", "[String?]": "[d.text(), nil]",
    "DType": "d.dtype()", "Shape": "d.shape()", "ScalarLiteral": "d.literal()",
    "any AxisList": "d.axes()", "(any AxisList)": "d.axes()", "any AxisNameList": "d.text()",
    "any TensorIndex...": "d.index(), d.index()", "any SpatialExtents": "d.extents()",
    "(any SpatialExtents)": "d.extents()",
    "IndexMode": "d.one(of: [.fill, .clip, .wrap, .promiseInBounds])",
    "Precision": "d.one(of: [.default, .high, .highest])",
    "Random.Mode": "d.one(of: [.low, .high, .highest])",
    "FFT.Normalization": "d.one(of: [.backward, .ortho, .forward])",
    "Linalg.NormOrder": "d.one(of: [.p(d.double()), .infinity, .negativeInfinity, .frobenius, .nuclear])",
    "Tensor.QuantileMethod": "d.one(of: [.linear, .lower, .higher, .midpoint, .nearest])",
    "Tensor.PaddingMode": "d.paddingMode()",
    "Tensor.ConvolutionMode": "d.one(of: [.full, .same, .valid])",
    "Initializer.FanMode": "d.one(of: [.fanIn, .fanOut, .fanAverage])",
    "Initializer.Distribution": "d.one(of: [.normal, .truncatedNormal, .uniform])",
    "WindowOperation": "d.one(of: [.add, .max, .min, .multiply])", "Padding": "d.padding()",
    "ConvDimensionNumbers": "d.convDimensionNumbers()",
    "GatherDimensionNumbers": "d.gatherDimensionNumbers()",
    "ScatterDimensionNumbers": "d.scatterDimensionNumbers()",
    "MeshgridIndexing": "d.one(of: [.xy, .ij])", "Linalg.QRMode": "d.one(of: [.reduced, .complete])",
    "Linalg.SchurOutput": "d.one(of: [.real, .complex])",
    "Tensor.SearchSide": "d.one(of: [.left, .right])",
    "(([Int], [Int]), ([Int], [Int]))": "((d.ints(), d.ints()), (d.ints(), d.ints()))",
    "(before: Int, after: Int)": "(before: d.int(), after: d.int())",
    "Initializer": "d.initializer()", "Schedule": "d.schedule()", "GradientTransformation": "d.optimizer()",
    "GradientTransformation...": "d.optimizer(), d.optimizer()",
    "Metadata": "d.metadata()", "Metadata.Value": "d.metadataValue()", "Graph": "try d.graph()",
    "[Graph]": "[try d.graph()]", "Rng": "try d.rng()", "Params": "try d.params()",
    "Mesh": "try d.mesh()", "PartitionSpec": "d.spec()", "[PartitionSpec]": "[d.spec(), d.spec()]",
    "PartitionSpec.Entry...": "d.entry(), d.entry()", "[PartitionSpec.Entry]": "[d.entry(), d.entry()]",
    "NamedSharding": "try d.sharding()", "any ShardingTree": "try d.sharding()",
    "[(any ShardingTree)?]": "[try d.sharding(), nil]", "(any ShardingTree)?...": "try d.sharding(), nil",
    "KeyValuePairs<String, Int>": '["i": d.int(), "j": d.int()]',
    "T": "d.tensors()", "Tree": "d.tensors()", "some TensorTree": "d.tensors()", "any TensorTree": "d.tensors()",
    "(Tensor) -> Tensor": "{ -$0 }", "@escaping (Tensor) -> Tensor": "{ -$0 }",
    "@escaping @Sendable (Tensor) -> Tensor": "{ -$0 }",
    "(_ path: String, _ tensor: Tensor) -> Tensor": "{ path, x in path.isEmpty ? x : -x }",
    "Shape...": "d.shape(), d.shape()", "RotaryOptions": "d.rotaryOptions()",
    "RotaryScaling": "d.rotaryScaling()", "NormPlacement": "d.one(of: [.before, .after, .both])",
    "(Tensor, Tensor) -> Tensor": "{ $0 + $1 }", "(Tensor, Tensor, Tensor) -> Tensor": "{ $0 + $1 * $2 }",
    "@escaping @Sendable (_ param: Tensor) -> Bool": "{ $0.ndim > 1 }",
    "@escaping @Sendable (_ count: Tensor) -> Tensor": "{ $0 * 2 }",
    "@escaping @Sendable (_ gradient: Tensor, _ param: Tensor) -> Tensor": "{ $0 + $1 }",
    "[Int: Double]": "[d.int(): d.double()]", "[Schedule]": "[d.schedule(), d.schedule()]", "[(low: Int, high: Int, interior: Int)]": "[(d.int(), d.int(), d.int())]",
    "Mask": "d.mask()",
    "@escaping Mask": "d.mask()",
    "(name: String, transformation: GradientTransformation)...": '("a", d.optimizer()), (d.text(), d.optimizer())',
    "@escaping UpdateWithExtraArgs": "{ gradients, state, arguments in (zip(gradients, arguments.params).map { $0 + $1 }, state) }",
    "@escaping @Sendable (ExtraArgs) -> OptimizerState": "{ OptimizerState(averages: [$0.params]) }",
    "((Tree) -> Tensor)": "{ (tree: [Tensor]) in globalNorm(tree) }",
    "@escaping (Tree) -> Tensor": "{ (tree: [Tensor]) in globalNorm(tree) }",
    "InitialGuessStrategy": "d.one(of: [.one, .keep])", "Interpolation": "d.one(of: [.linear, .cosine])",
    "LionMode": "d.one(of: [.hard, .smooth, .refined])",
    "MuonPreconditioning": "d.one(of: [.frobenius, .spectral, .aol, .schatten])",
    "DogInitialStep": "d.one(of: [.distance(d.double()), .learningRate(d.double()), .heuristic(d.double())])",
    "[[Double]]": "[[d.double(), d.double(), d.double()]]", "(Double, Double)": "(d.double(), d.double())",
    "[(initValue: Double, peakValue: Double, warmupSteps: Int, decaySteps: Int, endValue: Double)]":
        "[(d.double(), d.double(), d.int(), d.int(), d.double()), (d.double(), d.double(), d.int(), d.int(), d.double())]",
    "@escaping @Sendable (_ step: Tensor) -> Tensor": "{ remainder($0, 2) .== 0 }",
    "SkipCondition": "GradientTransformation.skipNotFinite()",
    "@escaping @Sendable (Hyperparams) -> GradientTransformation": '{ .sgd(learningRate: $0["rate"]) }',
    "[String: Schedule]": '["rate": d.schedule()]', "[String: Tensor]": "[d.text(): d.tensor()]",
    "@escaping @Sendable (_ updates: [Tensor]) -> Tensor": "{ globalNorm($0) }",
    "[String: @Sendable (_ updates: [Tensor]) -> Tensor]": '["norm": { globalNorm($0) }]',
    "[String: GradientTransformation]": '["a": d.optimizer(), "b": d.optimizer()]',
    "@escaping @Sendable (_ path: [String], _ param: Tensor) -> String": '{ _, param in param.ndim > 1 ? "a" : "b" }',
    "OptimizerState": "d.optimizerState()", "KeyValueCache": "try d.keyValueCache()",
    "GRUState": "GRUState(hidden: d.tensor())", "LSTMState": "LSTMState(hidden: d.tensor(), cell: d.tensor())",
    "any Layer": "try d.layer()", "some Layer": "try d.layer()", "any UnaryLayer": "try d.layer()",
    "[any UnaryLayer]": "[try d.layer(), try d.layer()]", "Param": "Param(d.tensor())",
    "(_ path: [String], _ param: Param) throws -> Bool": "{ path, _ in path.count > 1 }",
    "(_ path: [String], _ param: Param) throws -> PartitionSpec": "{ _, _ in d.spec() }",
    "(_ path: [String], _ layer: Linear) -> Bool": "{ path, _ in path.count > 1 }",
    "[[String]: Tensor]": "[[d.text()]: d.tensor()]", "@autoclosure () -> Shape?": "d.optional(d.shape())",
    "[String: Metadata.Value]": "[d.text(): d.metadataValue()]", "(String, Metadata.Value)...": "(d.text(), d.metadataValue())",
}

# What a method is called on.
RECEIVERS = {
    "Tensor": "d.tensor()", "Shape": "d.shape()", "Initializer": "d.initializer()",
    "IndexedTensor": "d.tensor().at[d.index()]", "IndexableTensor": "d.tensor().at", "RangeIndex": "d.range()",
    "Graph": "try d.graph()", "Params": "try d.params()", "Module": "try d.layer()", "Mesh": "try d.mesh()",
    "NamedSharding": "try d.sharding()", "Schedule": "d.schedule()", "GradientTransformation": "d.optimizer()",
    "OptimizerState": "d.optimizerState()", "Metadata": "d.metadata()", "Rng": "try d.rng()",
    "DTypePolicy": "DTypePolicy(computation: d.dtype(), output: d.dtype())", "Param": "Param(d.tensor())",
    "Int": "d.int()", "TensorTree": "d.tensors()",
}

# Names of types inside of others, as their own file writes them.
NESTED = {
    ("Random", "Mode"): "Random.Mode", ("FFT", "Normalization"): "FFT.Normalization",
    ("Linalg", "NormOrder"): "Linalg.NormOrder", ("Tensor", "QuantileMethod"): "Tensor.QuantileMethod",
    ("Linalg", "QRMode"): "Linalg.QRMode", ("Linalg", "SchurOutput"): "Linalg.SchurOutput", ("Tensor", "SearchSide"): "Tensor.SearchSide",
    ("Tensor", "PaddingMode"): "Tensor.PaddingMode", ("Tensor", "ConvolutionMode"): "Tensor.ConvolutionMode",
    ("Initializer", "FanMode"): "Initializer.FanMode",
    ("Initializer", "Distribution"): "Initializer.Distribution", ("PartitionSpec", "Entry"): "PartitionSpec.Entry",
    ("Metadata", "Value"): "Metadata.Value",
}

# Functions that are not called, by a regular expression of their keys, and why.
REASONS = {
    r"Distributed\..*|MPI\..*|Processes\..*": "they join processes: ProcessTests",
    r"Setting\..*": "it holds a value",
    r"Backend\..*": "the backend is one for the process: LimitTests",
    r".*\.hash\(into:\)|.*\.==\(.*": "Swift's own protocols",
    r".*\.(appendElements|forEachLeaf|appendLeaves|readLeaves|hasSameStructure|hashStructure|leafShardings|leafName|next)\(.*":
        "what a type implements to be a tree: the functions of trees call them",
    r"debugPrint\(.*|display\(.*|writeDisplay\(.*": "they write to the terminal or a file",
    r"(Bool|TensorScalar|Float|Double|Complex|Double\.Float16)\.init\(.*": "reading a tensor calls them",
    r"(TensorError|ModelError|Origin|Static|Axis|Program|LeafReader|Lowered|JacobianTree|PartitionSpec\.Entry|Metadata\.Value|GRUState|LSTMState|BidirectionalState|SequentialBuilder)\..*":
        "a value without arithmetic; what takes it calls it",
    r"ParamsSharding\..*|OptimizerStateSharding\..*": "look-ups of a path",
    r"OptimizerState\.set\(.*": "it changes a state in its place: WrapperTests",
    r"GradientTransformation\.Hyperparams\..*": "injectHyperparams calls it",
    r"(disableJit|debugNans|explainCacheMisses)\(.*": "they run a function; the fuzz runs everything without them",
    r"(Array|Optional|Dictionary)\..*": "Swift's collections as trees",
}

SKIPPED_ATTRIBUTES = ("@_spi",)

DECLARATION = re.compile(
    r"^(?P<indent>[ ]*)(?P<attributes>(?:@\w+(?:\([^)]*\))?\s+)*)(?:public|open)\s+"
    r"(?P<modifiers>(?:(?:static|final|mutating|indirect|prefix|override|convenience|required)\s+)*)"
    r"(?P<kind>func|init|subscript)\b\??\s*(?P<name>`?\w+`?|[-+*/.<>=!&|~^%]+(?=[\s(]))?", re.M)
CONTEXT = re.compile(
    r"^(?P<indent>[ ]*)(?:@\w+(?:\([^)]*\))?\s+)*(?:public\s+|open\s+|package\s+|fileprivate\s+|private\s+)?"
    r"(?:final\s+)?(?:indirect\s+)?(?P<kind>extension|struct|class|enum|protocol|actor)\s+(?P<name>[\w.]+)", re.M)
OPERATOR = re.compile(r"^[-+*/.<>=!&|~^%]+$")


def closing(text, start, opening="(", ending=")"):
    depth = 0
    for index in range(start, len(text)):
        if text[index] == opening:
            depth += 1
        elif text[index] == ending:
            depth -= 1
            if depth == 0:
                return index
    raise ValueError(text[start:start + 80])


def parts(text):
    """The text between commas that stand outside of brackets."""
    result, depth, current = [], 0, ""
    text = text.replace("->", "\0")
    for character in text:
        depth += character in "([{<"
        depth -= character in ")]}>"
        if character == "," and depth == 0:
            result.append(current)
            current = ""
        else:
            current += character
    if current.strip():
        result.append(current)
    return [" ".join(part.replace("\0", "->").split()) for part in result]


class Function:
    """A public function, initializer or subscript."""

    def __init__(self, text, match):
        self.kind, self.name = match["kind"], (match["name"] or "").strip("`")
        self.modifiers = match["modifiers"].split()
        stack = []
        for context in CONTEXT.finditer(text[:match.start()]):
            indent = len(context["indent"])
            if indent < len(match["indent"]):
                stack = [entry for entry in stack if entry[0] < indent] + [(indent, context["name"])]
        self.context = ".".join(name for _, name in stack) if match["indent"] else ""
        start = match.end()
        self.generics = ""
        if text[start:start + 1] == "<":
            end = closing(text, start, "<", ">")
            self.generics, start = text[start:end + 1], end + 1
        start = text.index("(", start)
        end = closing(text, start)
        self.parameters = [self.parameter(part) for part in parts(text[start + 1:end])]
        self.throws = re.match(r"\s*(?:async\s+)?throws", text[end + 1:end + 40]) is not None
        self.optional = text[match.start():match.end()].rstrip().endswith("init?")

    def parameter(self, text):
        text = re.sub(r"^@SequentialBuilder ", "", text)
        match = re.match(r"(?:(\w+|`\w+`) )?(\w+|`\w+`) ?: (.*)$", text)
        # A parameter of a subscript has a label only where one is written beside its name.
        label = match[1] or ("_" if self.kind == "subscript" else match[2])
        kind = re.split(r" = (?!=)", match[3])[0]
        return ("" if label == "_" else label.strip("`"), kind)

    @property
    def key(self):
        labels = "".join(f"{label or '_'}:" for label, _ in self.parameters)
        name = self.name if self.kind == "func" else self.kind
        return f"{self.context}.{name}({labels})" if self.context else f"{name}({labels})"

    def drawn(self, kind):
        """The expression for a parameter of a type, or nil."""
        kind = NESTED.get((self.context.split(".")[0], kind), kind)
        for (context, nested), full in NESTED.items():
            if self.context.split(".")[0] == context:
                kind = re.sub(rf"(?<![\w.]){nested}(?!\w)", full, kind)
        if kind in DRAWN:
            return DRAWN[kind]
        if kind.endswith("?") and kind[:-1] in DRAWN:
            inner = DRAWN[kind[:-1]]
            return f"try d.optional({inner[4:]})" if inner.startswith("try ") else f"d.optional({inner})"
        return None

    def call(self, factories):
        """The statements that call the function, or nil."""
        arguments = []
        for label, kind in self.parameters:
            expression = self.drawn(kind.removeprefix("inout "))
            if expression is None:
                return None
            arguments.append((label, expression, kind.startswith("inout ")))
        listed = ", ".join(f"{label}: {expression}" if label else expression for label, expression, _ in arguments)
        if OPERATOR.match(self.name or ""):
            if "prefix" in self.modifiers:
                expression = f"({self.name}{arguments[0][1]})"
            elif arguments[0][2]:
                return f"var x = {arguments[0][1]}\n      x {self.name} {arguments[1][1]}\n      d.keep(x)"
            else:
                expression = f"({arguments[0][1]} {self.name} {arguments[1][1]})"
            return self.kept(expression)
        if self.kind == "init":
            return self.kept(f"{self.context}({listed})")
        if self.kind == "func" and not self.context:
            # `all` is a member of what the calls are written in.
            return self.kept(f"{'Tensors.' if self.name == 'all' else ''}{self.name}({listed})")
        if "static" in self.modifiers:
            return self.kept(f"{self.context}.{self.name}({listed})")
        receiver = RECEIVERS.get(self.context) or (
            f"try d.make{self.context}()" if self.context in factories else None)
        if receiver is None:
            return None
        if receiver.startswith("try "):
            receiver = f"({receiver})"
        if self.kind == "subscript":
            return self.kept(f"{receiver}[{listed}]")
        if self.name == "callAsFunction":
            return self.kept(f"{receiver}({listed})")
        return self.kept(f"{receiver}.{self.name}({listed})")

    def kept(self, expression):
        tries = self.throws or "try " in expression
        expression = expression.replace("try ", "")
        return f"{'try ' if tries else ''}d.keep({expression})"


def functions():
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.swift")):
            text = re.sub(r"//[^\n]*", "", file.read_text())
            if "Generated" in file.parts:
                for name in sorted(set(re.findall(r"^public func `?(\w+)", text, re.M))):
                    yield name
                continue
            for match in DECLARATION.finditer(text):
                if not match["attributes"].startswith(SKIPPED_ATTRIBUTES):
                    yield Function(text, match)


def swift():
    """The files to write, by name, and the keys that nothing is done about."""
    by_hand = set(re.findall(r'add\("([^"]+)"', BY_HAND.read_text())) if BY_HAND.exists() else set()
    found = list(functions())
    makers = {f.context: f for f in found if isinstance(f, Function) and f.kind == "init" and f.parameters
              and f.parameters[0] == ("", "Graph") and f.throws and f.call({}) and "." not in f.context}
    groups, missing, used = {}, [], set()
    for function in found:
        if isinstance(function, str):
            if function not in by_hand and not any(re.fullmatch(pattern, function + "()") for pattern in REASONS):
                missing.append(function)
            used.add(function)
            continue
        key = function.key
        if key in by_hand:
            used.add(key)
            continue
        if any(re.fullmatch(pattern, key) for pattern in REASONS):
            continue
        call = function.call(makers)
        if call is None:
            missing.append(key)
            continue
        group = (function.context.split(".")[0] or "Functions")
        if group not in ("Tensor", "Functions", "Random", "FFT", "Linalg", "Initializer", "IndexedTensor"):
            group = "Others"
        groups.setdefault(group, []).append((key, call))
    files = {}
    for group, calls in groups.items():
        for number in range(0, len(calls), 100):
            suffix = "" if number == 0 else str(number // 100 + 1)
            files[f"Calls+{group}{suffix}.swift"] = file_text(group.lower() + suffix, calls[number:number + 100])
    files["Draw+Modules.swift"] = factories_text(makers)
    files["Calls+All.swift"] = all_text(groups)
    return files, missing + [f"{key} (by hand, but there is no such function)" for key in sorted(by_hand - used)
                             if not key.startswith("also ")]


HEADER = "// Made by Utilities/generate/fuzz_calls.py; edit that instead.\n// swift-format-ignore-file\n\nimport Blox\nimport Optimizers\n\n"


def file_text(name, calls):
    lines = [HEADER + "extension Calls {", f"  static func {name}(_ add: Add) {{"]
    for key, call in calls:
        lines += [f'    add("{key}") {{ d in', f"      {call}", "    }"]
    return "\n".join(lines + ["  }", "}", ""])


def factories_text(makers):
    lines = [HEADER + "extension Draw {"]
    for name, function in sorted(makers.items()):
        expression = function.call({}).removeprefix("try ").removeprefix("d.keep(")[:-1].replace("d.", "")
        lines.append(f"  func make{name}() throws -> {name} {{ try {expression} }}")
    return "\n".join(lines + ["}", ""])


def all_text(groups):
    names = []
    for group, calls in groups.items():
        for number in range(0, len(calls), 100):
            names.append(group.lower() + ("" if number == 0 else str(number // 100 + 1)))
    lines = [HEADER + "extension Calls {", "  static func generated(_ add: Add) {"]
    return "\n".join(lines + [f"    {name}(add)" for name in names] + ["  }", "}", ""])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail when the files are not up to date")
    check = parser.parse_args().check
    files, missing = swift()
    for key in missing:
        print(f"fuzz_calls: {key} is not called: give its types in DRAWN, a call in {BY_HAND.name} or a reason",
              file=sys.stderr)
    if check:
        present = {file.name: file.read_text() for file in OUTPUT.glob("*.swift")}
        if present != files:
            print("fuzz_calls: Tests/Fuzz/Generated is not up to date: run Utilities/generate/fuzz_calls.py", file=sys.stderr)
        return 1 if missing or present != files else 0
    OUTPUT.mkdir(exist_ok=True)
    for file in OUTPUT.glob("*.swift"):
        if file.name not in files:
            file.unlink()
    for name, text in files.items():
        (OUTPUT / name).write_text(text)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
