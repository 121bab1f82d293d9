#!/usr/bin/env python3
"""Tests of rename_programs.py on small programs: python3 Utilities/rename_programs_tests.py"""

import pathlib
import tempfile
import unittest

import rename_programs
from rename_rules import read_rules
from rename_source import Source, declarations

RULES = read_rules(rename_programs.TABLE)

# What was written, what is written now.
REWRITTEN = [
    ("x.cast(to: .float32)", "x.astype(.float32)"),
    ("x.transposed().product(axis: 0, keepDims: true)", "x.transpose().prod(axis: 0, keepdims: true)"),
    ("x.sum(axis: 0, keepDims: true, initial: 3, dtype: .int32)", "x.sum(axis: 0, dtype: .int32, keepdims: true, initial: 3)"),
    ("x.variance(axis: 0, correction: 1)", "x.var(axis: 0, correction: 1)"),
    ("x.flipped()", "flip(x)"),
    ("x.flipped(axis: 0)", "flip(x, axis: 0)"),
    ("a.matmul(b).matmul(c)", "matmul(matmul(a, b), c)"),
    ("-a.b[0].c(1)!.flipped().sum()", "-flip(a.b[0].c(1)!).sum()"),
    ("(a + b).matmul(b.T)", "matmul(a + b, b.T)"),
    ("(a, b).0.matmul(b)", "matmul((a, b).0, b)"),
    ("try model(x).0.rolled(by: 2, axis: 1)", "try roll(model(x).0, 2, axis: 1)"),
    ("let y = x\n  .flipped(axis: 0)\n  .sum()", "let y = flip(x, axis: 0)\n  .sum()"),
    ("vmap { $0.flipped() }(x).tiled([2])", "tile(vmap { flip($0) }(x), [2])"),
    ("f<Tensor>(x).flipped()", "flip(f<Tensor>(x))"),
    ("isTrue ? a.flipped() : b.flipped()", "isTrue ? flip(a) : flip(b)"),
    ("[1, 2].map(Tensor.init).count; .ones([2]).flipped()", "[1, 2].map(Tensor.init).count; flip(.ones([2]))"),
    ("return .ones([2]).flipped()", "return flip(.ones([2]))"),
    ("x.padded(\n  [(1, 1)],  // one\n  mode: .edge)", "pad(x,\n  [(1, 1)],  // one\n  mode: .edge)"),
    ("x.padded(low: [1], high: [2], interior: [0])", "pad(x, 0, [(1, 2, 0)])"),
    ("x.movedAxis(0, to: -1)", "moveaxis(x, 0, -1)"),
    ("x.split(into: 2, axis: 1)[0]", "split(x, 2, axis: 1)[0]"),
    ("x.covariance(correction: 0, variablesInColumns: true)", "cov(x, rowvar: false, ddof: 0)"),
    ("x.covariance(variablesInColumns: a || b)", "cov(x, rowvar: !(a || b))"),
    ("x.searchsorted(v, right: true)", "x.searchsorted(v, side: .right)"),
    ("x.searchsorted(v, right: isLast)", "x.searchsorted(v, side: isLast ? .right : .left)"),
    ("x.trace(offset: 1, axes: (1, 2))", "x.trace(offset: 1, axis1: 1, axis2: 2)"),
    ("Tensor.zeros([2], .int32) + .ones([2], .int32)", "Tensor.zeros([2], dtype: .int32) + .ones([2], dtype: .int32)"),
    ("Tensor.zeros(like: x)", "Tensor.zerosLike(x)"),
    ("f(.zeros(like: x))", "f(.zerosLike(x))"),
    ("Tensor.iota([2, 3], axis: 1, dtype: .int32)", "Tensor.broadcastedIota(dtype: .int32, [2, 3], 1)"),
    ("Tensor.arange(0, 9, step: 2)", "Tensor.arange(0, 9, 2)"),
    ("Random.normal(key, shape: [2, 3], dtype: .bfloat16)", "Random.normal(key, [2, 3], dtype: .bfloat16)"),
    ("Random.randint(key, shape: [16, 1], minimum: 0, maximum: 9)", "Random.randint(key, [16, 1], minval: 0, maxval: 9)"),
    ("Random.bernoulli(key, 0.5, shape: [3])", "Random.bernoulli(key, 0.5, shape: [3])"),
    ("Linalg.inverse(x)", "Linalg.inv(x)"),
    ("Linalg.matvec(a, b)", "matvec(a, b)"),
    ("Linalg.qr(x, complete: true).q", "Linalg.qr(x, mode: .complete).Q"),
    ("let d = Linalg.svd(x); d.u + Linalg.svd(x).vt", "let d = Linalg.svd(x); d.U + Linalg.svd(x).Vh"),
    ("try Tensor(shape: [4], dtype: .int32, sharding: s) { ranges in [] }",
     "try makeArrayFromCallback([4], s, dtype: .int32) { ranges in [] }"),
    ("try Tensor(shape: [4], dtype: .int32, sharding: s, part: f)", "try makeArrayFromCallback([4], s, dtype: .int32, f)"),
    ("sharding.picture([4])", "visualizeSharding([4], sharding)"),
    ("customJVP({ $0 }) { x, t in (x, t) }; f(customVJP)", "customJvp({ $0 }) { x, t in (x, t) }; f(customVjp)"),
    ("params.replacingLeaves(with: new)", "params.unflatten(new)"),
    ("binary(Linalg.matvec)", "binary(matvec)"),
    ("ravel(tree).0", "ravelPytree(tree).0"),
    ("map(tree, isNaN)", "map(tree, isnan)"),
    ("Tensors.isNaN(x)", "Tensors.isnan(x)"),
    ("logSumExp(x, keepDims: true)", "logsumexp(x, keepdims: true)"),
    ("let (flat, restore) = ravel(tree)", "let (flat, restore) = ravelPytree(tree)"),
    ("dotGeneral(a, b, contracting: ([1], [0]))", "dotGeneral(a, b, dimensionNumbers: (([1], [0]), ([], [])))"),
    ("jacobianForward { sin($0) }(x)", "jacfwd { sin($0) }(x)"),
    ("explainCompilations(to: { _ in }) { f(x) }", "explainCacheMisses(to: { _ in }) { f(x) }"),
    (".adamW(learningRate: .constant(0.1), epsilon: 1e-8) { $0.rank > 1 }",
     ".adamw(learningRate: .constantSchedule(0.1), eps: 1e-8) { $0.ndim > 1 }"),
    ("GradientTransformation.chain(.momentum(0.9), .scaleByRMS())", "GradientTransformation.chain(.trace(0.9), .scaleByRms())"),
    ("Schedule.joined(.constant(1), (start: 5, schedule: s), (9, t))",
     "Schedule.joinSchedules([.constantSchedule(1), s, t], [5, 9])"),
    ("pad(x, mode: .constant(0))", "pad(x, mode: .constant(0))"),
    ("mesh.size(of: \"batch\")", "mesh.shape[\"batch\"]"),
    ("tensors.map(\\.rank)", "tensors.map(\\.ndim)"),
    ("print(\"rank \\(x.rank) of \\\"x.rank\\\" \\(\"\\(x.elementCount)\")\")",
     "print(\"rank \\(x.ndim) of \\\"x.rank\\\" \\(\"\\(x.size)\")\")"),
    ("#\"x.rank \\(x.rank) \\#(x.rank)\"#", "#\"x.rank \\(x.rank) \\#(x.ndim)\"#"),
    ("a.replacing(#/\\u{1B}\\[[0-9]*m/#, with: x.rank)", "a.replacing(#/\\u{1B}\\[[0-9]*m/#, with: x.ndim)"),
    ("// x.rank\n/* x.rank /* x.rank */ x.rank */ x.rank", "// x.rank\n/* x.rank /* x.rank */ x.rank */ x.ndim"),
    ("extension Tensor { var half: Tensor { flipped(axis: 0) + cast(to: .int32) } }",
     "extension Tensor { var half: Tensor { flip(self, axis: 0) + astype(.int32) } }"),
    ("extension Tensor { func f(_ size: Int) -> Int { elementCount } }",
     "extension Tensor { func f(_ size: Int) -> Int { self.size } }"),
    ("extension Tensor { var a: Tensor { variance(axis: 0) } }", "extension Tensor { var a: Tensor { self.var(axis: 0) } }"),
    ("{ let median = 3 }; x.median()", "{ let median = 3 }; median(x)"),
    ("a.x?.flipped().sum() ?? y", "a.x.map { flip($0) }?.sum() ?? y"),
    ("x?.rolled(by: 2, axis: 0)", "x.map { roll($0, 2, axis: 0) }"),
    ("try s[\"a\"]?.picture([4]) ?? \"\"", "try s[\"a\"].map { try visualizeSharding([4], $0) } ?? \"\""),
    ("let x: Tensor = y; x.sorted()", "let x: Tensor = y; x.sort()"),
    ("Tensor([2.0, 1.0]).sorted()", "Tensor([2.0, 1.0]).sort()"),
    ("x.sorted(descending: true)", "x.sort(descending: true)"),
    ("try y.wait()", "try y.blockUntilReady()"),
]

# What is left as it is, and listed if the words are given.
LEFT = [
    ("names.sorted()", "Swift's own types"),
    ("semaphore.wait()", "Swift's own types"),
    ("f { x?.padded($0) }", "optional"),
    ("x.padded(low: a, high: b, interior: c)", "three lists"),
    ("Schedule.joined(a, b)", "two lists"),
    ("{ let median = x.median() }", "median of its own"),
    ("names.sorted { $0 < $1 }", None),
    ("text.split(separator: \",\")", None),
    ("params.split()", None),
    ("let c = Linalg.lstsq(a, b); c.rank; Linalg.lstsq(a, b).rank; adapter.rank", None),
    ("dictionary.values", None), ("Tensor(4.0, shape: [2])", None),
    ("x.mean()", None),
    ("lowest(axes: (0, 1))", None),
    ("func flipped(axis: Int) {}", None),
    ("ravel(x)", None),
    ("[1, 2].count", None),
]


class Rewriting(unittest.TestCase):
    def rewritten(self, text, declared=None):
        return Source(text, RULES, declared).rewritten()

    def test_rewritten(self):
        for old, new in REWRITTEN:
            with self.subTest(old):
                self.assertEqual(self.rewritten(old)[0], new)

    def test_twice_is_once(self):
        for _, new in REWRITTEN:
            with self.subTest(new):
                self.assertEqual(self.rewritten(new)[0], new)

    def test_left(self):
        for text, words in LEFT:
            with self.subTest(text):
                new, notes = self.rewritten(text)
                self.assertEqual(new, text)
                self.assertEqual(len(notes), 0 if words is None else 1)
                self.assertIn(words or "", notes[0][1] if notes else "")

    def test_own_declarations(self):
        text = "struct Matrix { let rank: Int\n  func split(into count: Int) {} }\nm.rank\nx.split(into: 2)\nx.split(at: [1])"
        new, notes = self.rewritten(text, declarations(text))
        self.assertEqual(new, text.replace("x.split(at: [1])", "split(x, [1])"))
        self.assertEqual([line for line, _ in notes], [3, 4])

    def test_folder(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "a.md").write_text("`x.rank`\n```swift\nx.rank\n```\n```python\nx.rank\n```\n")
            text = rename_programs.rewritten(folder / "a.md", (folder / "a.md").read_text(), RULES, {}, False)[0]
            self.assertEqual(text, "`x.rank`\n```swift\nx.ndim\n```\n```python\nx.rank\n```\n")

    def test_every_rule(self):
        """No new spelling is an old one of another rule: the rewriting ends."""
        for rules in RULES.values():
            for rule in rules:
                text = rule.text.partition(" -> ")[2]
                text = text.replace("?", "").replace("...", "").replace("{}", "").replace("|", "")
                if "@" not in text:
                    with self.subTest(text):
                        self.assertEqual(self.rewritten(text)[0], text)


if __name__ == "__main__":
    unittest.main()
