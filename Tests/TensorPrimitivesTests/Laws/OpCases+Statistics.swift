import Tensors

extension OpCase {
  /// Special functions, statistics, and what else is made of other operations.
  static let statistics: [OpCase] = [
    OpCase("xlogy", .any, .positive) { xlogy($0, $1) },
    OpCase("xlog1py", .any, .positive) { xlog1py($0, $1) },
    OpCase("entr", .positive) { entr($0) },
    OpCase("relEntr", .positive, .positive) { relEntr($0, $1) },
    OpCase("klDiv", .positive, .positive) { klDiv($0, $1) },
    OpCase("logit", .between(0.1, 0.9)) { logit($0) }, OpCase("ndtr") { ndtr($0) },
    OpCase("gamma", .positive) { gamma($0) }, OpCase("betaln", .positive, .positive) { betaln($0, $1) },
    OpCase("factorial", .positive) { factorial($0) },
    OpCase("logaddexp2", .any, .any) { logaddexp2($0, $1) },
    OpCase("logmeanexp") { logmeanexp($0, axis: 0) },
    OpCase("fmax", .between(0, 1), .between(2, 3)) { fmax($0, $1) },
    OpCase("fmin", .between(0, 1), .between(2, 3)) { fmin($0, $1) },
    OpCase("rem", .between(2.1, 2.9), .between(0.95, 1)) { rem($0, $1) },
    OpCase("divmod", .between(2.1, 2.9), .between(0.95, 1)) { divmod($0, $1).remainder },
    OpCase("nanprod") { nanprod($0, axis: 1) }, OpCase("nanmean") { nanmean($0, axis: 0) },
    OpCase("nanvar") { nanvar($0, axis: 1) }, OpCase("nanmax") { nanmax($0, axis: 1) },
    OpCase("nanmin") { nanmin($0, axis: 1) }, OpCase("nancumsum") { nancumsum($0, axis: 1) },
    OpCase("nancumprod") { nancumprod($0, axis: 1) }, OpCase("percentile") { percentile($0, 30, axis: 1) },
    OpCase("cov") { cov($0) }, OpCase("corrcoef") { corrcoef($0) },
    OpCase("gradient") { gradient($0, axis: 1) }, OpCase("trapezoid") { trapezoid($0) },
    OpCase("polyval", [Operand([3]), Operand([2])]) { polyval($0[0], $0[1]) },
    OpCase("vander", [Operand([3], .positive)]) { vander($0[0]) },
    OpCase("histogram of weights", [Operand([3]), Operand([3], .fixed([0, 1, 1], .float64))]) {
      histogram($0[1], bins: Tensor([0.0, 0.5, 1]).astype(.float64), weights: $0[0])
    },
    OpCase("erfinv", .unit) { erfinv($0) }, OpCase("floor", .between(0.2, 0.8)) { floor($0) + $0 },
    OpCase("ceil", .between(0.2, 0.8)) { ceil($0) * $0 },
    OpCase("round", .between(0.6, 1.4)) { round($0) * $0 },
    OpCase("sign") { sign($0) * $0 }, OpCase("trunc", .between(0.2, 0.8)) { trunc($0) + $0 },
    OpCase("reducePrecision") { reducePrecision($0, exponentBits: 11, mantissaBits: 52) * $0 },
    OpCase("real", [Operand([3])], dtype: .float32) { real(FFT.fft($0[0])) },
    OpCase("foriLoop", [Operand([2])]) { foriLoop(0, 3, $0[0]) { _, x in sin(x) * 2 } },
    OpCase("cond", [Operand([2]), Operand([], .fixed([1], .bool))]) {
      cond($0[1], $0[0], then: { sin($0) }, else: { $0 * $0 })
    },
    OpCase("checkpoint", [Operand([2, 2])]) { checkpoint { (x: Tensor) in matmul(sin(x), x) }($0[0]) },
    OpCase("correlate", [Operand([3]), Operand([5])]) { correlate($0[0], $0[1], mode: .full) },
    OpCase("dstack", [Operand([2, 3]), Operand([2, 3])]) { dstack([$0[0], $0[1]]) },
    OpCase("columnStack", [Operand([2]), Operand([2, 3])]) { columnStack([$0[0], $0[1]]) },
    OpCase("moveaxis", [Operand([2, 3, 2])]) { moveaxis($0[0], [0, 1], [2, 0]) },
    OpCase("slice", [Operand([3, 4])]) { slice($0[0], [1, 0], [3, 4], strides: [1, 2]) },
    OpCase("padded by means", [Operand([2, 3])]) { pad($0[0], [(1, 2), (0, 1)], mode: .mean) },
    OpCase("padded by maxima", [Operand([2, 3])]) { pad($0[0], [(1, 2), (0, 1)], mode: .maximum) },
    OpCase("padded by minima", [Operand([2, 3])]) { pad($0[0], [(1, 2), (0, 1)], mode: .minimum) },
    OpCase("padded by medians", [Operand([2, 3])]) { pad($0[0], [(1, 2), (0, 1)], mode: .median) },
    OpCase("padded by ramps", [Operand([2, 3])]) {
      pad($0[0], [(1, 2), (0, 1)], mode: .linearRamp(to: 2))
    },
    OpCase("multiDot", [Operand([2]), Operand([2, 3]), Operand([3, 2])]) { Linalg.multiDot($0) },
    OpCase("vecdot", [Operand([2, 3]), Operand([3])]) { Linalg.vecdot($0[0], $0[1]) },
    OpCase("matvec", [Operand([2, 3]), Operand([3])]) { matvec($0[0], $0[1]) },
    OpCase("choSolve", [Operand([3, 3], .positiveDefinite), Operand([3, 2])]) {
      Linalg.choSolve(Linalg.cholesky($0[0]), $0[1])
    },
    OpCase("fft2", [Operand([2, 3])], dtype: .float32) { abs(FFT.fft2($0[0])) },
  ]
}
