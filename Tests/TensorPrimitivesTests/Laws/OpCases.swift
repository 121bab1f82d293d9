import Tensors

extension OpCase {
  /// Every operation that has a derivative.
  static let all =
    elementwise + activations + reductions + shapes + indexing + contractions + windows + linearAlgebra
    + statistics + edges + complexNumbers + sizes

  static let elementwise: [OpCase] = [
    OpCase("abs") { abs($0) }, OpCase("neg") { -$0 }, OpCase("exp") { exp($0) }, OpCase("exp2") { exp2($0) },
    OpCase("expm1") { expm1($0) }, OpCase("log", .positive) { log($0) },
    OpCase("log1p", .positive) { log1p($0) },
    OpCase("log2", .positive) { log2($0) }, OpCase("log10", .positive) { log10($0) },
    OpCase("sqrt", .positive) { sqrt($0) }, OpCase("rsqrt", .positive) { rsqrt($0) },
    OpCase("cbrt", .positive) { cbrt($0) }, OpCase("sin") { sin($0) }, OpCase("cos") { cos($0) },
    OpCase("tan", .unit) { tan($0) }, OpCase("asin", .unit) { asin($0) }, OpCase("acos", .unit) { acos($0) },
    OpCase("atan") { atan($0) }, OpCase("sinh") { sinh($0) }, OpCase("cosh") { cosh($0) },
    OpCase("tanh") { tanh($0) }, OpCase("asinh") { asinh($0) },
    OpCase("acosh", .between(1.5, 3)) { acosh($0) }, OpCase("atanh", .unit) { atanh($0) },
    OpCase("erf") { erf($0) }, OpCase("erfc") { erfc($0) },
    OpCase("gammaln", .positive) { gammaln($0) }, OpCase("digamma", .positive) { digamma($0) },
    OpCase("polygamma", .positive) { polygamma(1, $0) }, OpCase("sinc") { sinc($0) },
    OpCase("square") { square($0) }, OpCase("reciprocal", .positive) { reciprocal($0) },
    OpCase("square by **") { $0 ** 2 }, OpCase("cube") { $0 ** 3 }, OpCase("seventh power") { $0 ** 7 },
    OpCase("inverse square", .positive) { $0 ** -2 },
    OpCase("deg2rad") { deg2rad($0) }, OpCase("nanToNum") { nanToNum($0) },
    OpCase("clip", .between(-2, 2, avoiding: [-1, 1])) { clip($0, -1, 1) },
    OpCase("astype") { $0.astype(.float64) * 2 },
    OpCase("add", .any, .any) { $0 + $1 }, OpCase("subtract", .any, .any) { $0 - $1 },
    OpCase("multiply", .any, .any) { $0 * $1 }, OpCase("divide", .any, .positive) { $0 / $1 },
    OpCase("power", .positive, .any) { power($0, $1) },
    OpCase("maximum", .between(0, 1), .between(2, 3)) { maximum($0, $1) },
    OpCase("minimum", .between(0, 1), .between(2, 3)) { minimum($0, $1) },
    OpCase("atan2", .any, .positive) { atan2($0, $1) },
    OpCase("hypot", .positive, .positive) { hypot($0, $1) },
    OpCase("logaddexp", .any, .any) { logaddexp($0, $1) },
    OpCase("remainder", .between(2.1, 2.9), .between(0.95, 1)) { remainder($0, $1) },
    OpCase("copysign", .positive, .any) { copysign($0, $1) },
    OpCase("select", .any, .any) { select($0 .> 0, $0 * 2, $1) },
    OpCase("heaviside", .any, .any) { heaviside($0, $1) * $1 },
    OpCase("selectN", .any, .any) { selectN($0 .> 0, [$0 * $0, $0 + $1]) },
    OpCase("clamp", .between(-2, 2, avoiding: [-1, 1])) { clamp(-1, $0, 1) },
    OpCase("clamp between scalars", [Operand([2, 3], .any), Operand([], .between(-3, -2.5)), Operand([])]) {
      clamp($0[1], $0[0], $0[2])
    },
    OpCase("power of a scalar", [Operand([2, 3], .positive), Operand([])]) { power($0[0], $0[1]) },
  ]

  static let activations: [OpCase] = [
    OpCase("relu") { relu($0) }, OpCase("relu6") { relu6($0) }, OpCase("leakyRelu") { leakyRelu($0) },
    OpCase("sigmoid") { sigmoid($0) }, OpCase("logSigmoid") { logSigmoid($0) },
    OpCase("softplus") { softplus($0) }, OpCase("softSign") { softSign($0) }, OpCase("silu") { silu($0) },
    OpCase("mish") { mish($0) }, OpCase("elu") { elu($0) }, OpCase("celu") { celu($0, alpha: 1.5) },
    OpCase("selu") { selu($0) }, OpCase("gelu") { gelu($0) },
    OpCase("exact gelu") { gelu($0, approximate: false) }, OpCase("squareplus") { squareplus($0) },
    OpCase("hardTanh", .between(-2, 2, avoiding: [-1, 1])) { hardTanh($0) },
    OpCase("hardSilu") { hardSilu($0) }, OpCase("log1mexp", .positive) { log1mexp($0) },
    OpCase("glu", [Operand([2, 4])]) { glu($0[0]) }, OpCase("softmax") { softmax($0) },
    OpCase("softmax of the first axis") { softmax($0, axis: 0) }, OpCase("logSoftmax") { logSoftmax($0) },
    OpCase("masked softmax", [Operand([2, 3]), Operand([2, 3], .fixed([1, 0, 1, 0, 1, 1], .bool))]) {
      softmax($0[0], where: $0[1])
    },
    OpCase("logsumexp") { logsumexp($0, axis: 1) }, OpCase("standardize") { standardize($0) },
    OpCase("softmaxCrossEntropy", .any, .positive) { softmaxCrossEntropy($0, $1) },
    OpCase("softmaxCrossEntropyWithIntegerLabels", [Operand([2, 3]), Operand([2], .fixed([2, 0]))]) {
      softmaxCrossEntropyWithIntegerLabels($0[0], $0[1])
    },
    OpCase("sigmoidBinaryCrossEntropy", .any, .positive) { sigmoidBinaryCrossEntropy($0, $1) },
    OpCase("l2Loss", .any, .any) { l2Loss($0, $1) },
    OpCase("huberLoss", .between(-2, 2, avoiding: [0, -1, 1])) { huberLoss($0) },
    OpCase(
      "dotProductAttention", [Operand([2, 3, 2, 4]), Operand([2, 5, 2, 4]), Operand([2, 5, 2, 4])],
      dtype: .float32
    ) {
      dotProductAttention($0[0], $0[1], $0[2], isCausal: true)
    },
    OpCase(
      "attention with shared heads", [Operand([3, 4, 2]), Operand([3, 2, 2]), Operand([3, 2, 2])],
      dtype: .float32
    ) {
      dotProductAttention($0[0], $0[1], $0[2])
    },
    OpCase(
      "quantizedMatmul",
      [
        Operand([2, 4]), Operand([4, 3], .fixed([3, -127, 0, 5, 11, -2, 127, 1, -8, 0, 64, 9], .int8)),
        Operand([2, 3]),
      ]
    ) {
      quantizedMatmul($0[0], $0[1], scale: $0[2])
    },
  ]

  static let reductions: [OpCase] = [
    OpCase("sum") { $0.sum(axis: 1) }, OpCase("sum of all") { $0.sum() * $0.sum() },
    OpCase("masked sum", [Operand([2, 3]), Operand([3], .fixed([1, 0, 1], .bool))]) {
      square($0[0]).sum(axis: 0, where: $0[1])
    },
    OpCase("prod") { $0.prod(axis: 1) },
    OpCase(
      "product with zeros",
      [Operand([2, 3], .between(-1, 1)), Operand([2, 3], .fixed([0, 1, 1, 0, 0, 1], .float64))]
    ) {
      ($0[0] * $0[1]).prod(axis: 1)
    },
    OpCase("mean") { $0.mean(axis: 0) }, OpCase("var") { $0.var(axis: 1, correction: 1) },
    OpCase("std") { $0.std(axis: 1) }, OpCase("max") { $0.max(axis: 1) },
    OpCase("min") { $0.min(axis: 0) }, OpCase("ptp") { $0.ptp(axis: 1) },
    OpCase("average", [Operand([2, 3]), Operand([3], .positive)]) { average($0[0], axis: 1, weights: $0[1]) },
    OpCase("median") { median($0, axis: 1) }, OpCase("quantile") { quantile($0, 0.3, axis: 1) },
    OpCase("cumsum") { $0.cumsum(axis: 1) }, OpCase("reverse cumsum") { $0.cumsum(axis: 1, reverse: true) },
    OpCase("cumprod") { $0.cumprod(axis: 1) },
    OpCase("cumprod with zeros", [Operand([4]), Operand([4], .fixed([1, 0, 1, 0], .float64))]) {
      ($0[0] * $0[1]).cumprod(axis: 0)
    }, OpCase("cummax") { cummax($0, axis: 1) },
    OpCase("cummin") { cummin($0, axis: 0) }, OpCase("cumlogsumexp") { cumlogsumexp($0, axis: 1) },
    OpCase("diff") { diff($0) }, OpCase("sort") { $0.sort() },
    OpCase("sorted descending") { $0.sort(axis: 0, descending: true) },
    OpCase("topK") { topK($0, 2).values },
    OpCase("sort of two", [Operand([4]), Operand([4])]) { sort([$0[0], $0[1]])[1] },
    OpCase("segmentSum", [Operand([4, 2]), Operand([4], .fixed([0, 2, 0, 1]))]) {
      segmentSum($0[0], $0[1], numSegments: 3)
    },
    OpCase("segmentProd", [Operand([5, 2]), Operand([5], .fixed([0, 2, 0, 0, -1]))]) {
      segmentProd($0[0], $0[1], numSegments: 3)
    },
    OpCase(
      "segmentProd with zeros",
      [
        Operand([4]), Operand([4], .fixed([0, 1, 0, 1], .float64)), Operand([4], .fixed([0, 0, 0, 1])),
      ]
    ) {
      segmentProd($0[0] * $0[1], $0[2], numSegments: 2)
    },
    OpCase("segmentMax", [Operand([4, 2]), Operand([4], .fixed([0, 2, 0, 1]))]) {
      nanToNum(segmentMax($0[0], $0[1], numSegments: 3), neginf: 0)
    },
    OpCase(
      "interp",
      [
        Operand([3], .between(0.1, 1.9, avoiding: [1])), Operand([3], .fixed([0, 1, 2], .float64)),
        Operand([3]),
      ]
    ) {
      interp($0[0], $0[1], $0[2])
    },
  ]
}
