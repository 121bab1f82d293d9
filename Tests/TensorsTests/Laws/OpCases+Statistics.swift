import Tensors

extension OpCase {
  /// Special functions, statistics, and what else is made of other operations.
  static let statistics: [OpCase] = [
    OpCase("xlogy", .any, .positive) { xlogy($0, $1) },
    OpCase("xlog1py", .any, .positive) { xlog1py($0, $1) },
    OpCase("entr", .positive) { entr($0) },
    OpCase("relativeEntropy", .positive, .positive) { relativeEntropy($0, $1) },
    OpCase("klDivergence", .positive, .positive) { klDivergence($0, $1) },
    OpCase("logit", .between(0.1, 0.9)) { logit($0) }, OpCase("ndtr") { ndtr($0) },
    OpCase("gamma", .positive) { gamma($0) }, OpCase("betaln", .positive, .positive) { betaln($0, $1) },
    OpCase("factorial", .positive) { factorial($0) },
    OpCase("logAddExp2", .any, .any) { logAddExp2($0, $1) },
    OpCase("logMeanExp") { logMeanExp($0, axis: 0) },
    OpCase("fmax", .between(0, 1), .between(2, 3)) { fmax($0, $1) },
    OpCase("fmin", .between(0, 1), .between(2, 3)) { fmin($0, $1) },
    OpCase("truncatedRemainder", .between(2.1, 2.9), .between(0.95, 1)) { truncatedRemainder($0, $1) },
    OpCase("divmod", .between(2.1, 2.9), .between(0.95, 1)) { divmod($0, $1).remainder },
    OpCase("nanProduct") { $0.nanProduct(axis: 1) }, OpCase("nanMean") { $0.nanMean(axis: 0) },
    OpCase("nanVariance") { $0.nanVariance(axis: 1) }, OpCase("nanMax") { $0.nanMax(axis: 1) },
    OpCase("nanMin") { $0.nanMin(axis: 1) }, OpCase("nanCumsum") { $0.nanCumsum(axis: 1) },
    OpCase("nanCumprod") { $0.nanCumprod(axis: 1) }, OpCase("percentile") { $0.percentile(30, axis: 1) },
    OpCase("covariance") { $0.covariance() }, OpCase("correlation") { $0.correlation() },
    OpCase("slope") { $0.slope(axis: 1) }, OpCase("trapezoid") { $0.trapezoid() },
    OpCase("polynomial", [Operand([3]), Operand([2])]) { $0[0].polynomial(at: $0[1]) },
    OpCase("vandermonde", [Operand([3], .positive)]) { $0[0].vandermonde() },
    OpCase("histogram of weights", [Operand([3]), Operand([3], .fixed([0, 1, 1], .float64))]) {
      $0[1].histogram(edges: Tensor([0.0, 0.5, 1]).cast(to: .float64), weights: $0[0])
    },
    OpCase("correlate", [Operand([3]), Operand([5])]) { $0[0].correlate($0[1], mode: .full) },
    OpCase("dstack", [Operand([2, 3]), Operand([2, 3])]) { dstack([$0[0], $0[1]]) },
    OpCase("columnStack", [Operand([2]), Operand([2, 3])]) { columnStack([$0[0], $0[1]]) },
    OpCase("movedAxes", [Operand([2, 3, 2])]) { $0[0].movedAxes([0, 1], to: [2, 0]) },
    OpCase("slice", [Operand([3, 4])]) { slice($0[0], start: [1, 0], limit: [3, 4], strides: [1, 2]) },
    OpCase("padded by means", [Operand([2, 3])]) { $0[0].padded([(1, 2), (0, 1)], mode: .mean) },
    OpCase("padded by maxima", [Operand([2, 3])]) { $0[0].padded([(1, 2), (0, 1)], mode: .maximum) },
    OpCase("padded by minima", [Operand([2, 3])]) { $0[0].padded([(1, 2), (0, 1)], mode: .minimum) },
    OpCase("padded by medians", [Operand([2, 3])]) { $0[0].padded([(1, 2), (0, 1)], mode: .median) },
    OpCase("padded by ramps", [Operand([2, 3])]) {
      $0[0].padded([(1, 2), (0, 1)], mode: .linearRamp(to: 2))
    },
    OpCase("multiDot", [Operand([2]), Operand([2, 3]), Operand([3, 2])]) { Linalg.multiDot($0) },
    OpCase("vecdot", [Operand([2, 3]), Operand([3])]) { Linalg.vecdot($0[0], $0[1]) },
    OpCase("matvec", [Operand([2, 3]), Operand([3])]) { Linalg.matvec($0[0], $0[1]) },
    OpCase("choleskySolve", [Operand([3, 3], .positiveDefinite), Operand([3, 2])]) {
      Linalg.choleskySolve(Linalg.cholesky($0[0]), $0[1])
    },
    OpCase("fft2", [Operand([2, 3])], dtype: .float32) { abs(FFT.fft2($0[0])) },
  ]
}
