import Blox

extension OpTable {
  /// Cases whose `op` is Python code.
  static let expressions: [String: Entry] = [
    "(x - y) ** 2": binary { ($0 - $1) ** 2 },
    "(x > 0) & (x < 1) | ~(y >= 0)": binary { x, y in
      let inside: Tensor = (x .> 0) .& (x .< 1)
      return inside .| .!(y .>= 0)
    },
    "-mean(take_along_axis(log_softmax(z), y[:, None], -1))": binary { z, y in
      -takeAlongAxis(logSoftmax(z), y[FullRange(), NewAxis()], axis: -1).mean()
    },
    "mean(softplus(z) - y * z)": binary { z, y in (softplus(z) - y * z).mean() },
    "mean(where(|x|<1, x*x/2, |x|-1/2))": unary { x in
      select(abs(x) .< 1, x * x / 2, abs(x) - 0.5).mean()
    },
    "where(x > 0, log(where(x > 0, x, 1)), 0)": unary { x in
      select(x .> 0, log(select(x .> 0, x, 1)), 0)
    },
    "x * 2 + 1": unary { $0 * 2 + 1 },
    "x * 2.5 (python float)": unary { $0 * 2.5 },
    "x ** 2, x ** 3": { x, _ in [try x(0) ** 2, try x(0) ** 3] },
    "x ** 3, x ** 2, x ** -1, x ** 0.5": { x, _ in
      let x = try x(0)
      return [x ** 3, x ** 2, x ** -1, x ** 0.5]
    },
    "x + 1 (python int)": unary { $0 + 1 },
    "x + 3": unary { $0 + 3 },
    "x / y": binary(/),
  ]
}
