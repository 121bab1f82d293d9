import Tensors

extension OpCase {
  /// Away from 0 and from branch cuts.
  private static func part(_ shape: [Int]) -> Operand { Operand(shape, .between(0.5, 1.5)) }

  private static func complexRow(
    _ name: String, _ shapes: [Int]..., function: @escaping @Sendable ([Tensor]) -> [Tensor]
  ) -> OpCase {
    OpCase(name, shapes.flatMap { [part($0), part($0)] }, dtype: .float32) { x in
      joined(function(shapes.indices.map { complex(x[2 * $0], x[2 * $0 + 1]) }))
    }
  }

  /// Complex numbers, a kind of operations a row.
  static let complexNumbers: [OpCase] = [
    complexRow("arithmetic of complex numbers", [3], [3]) {
      let (z, w) = ($0[0], $0[1])
      return [
        z + w, z - w, z * w, z / w, -z, square(z), reciprocal(z), z ** 3, z ** -2, power(z, w), z.conj(),
        sign(z),
        abs(z), angle(z), z * 2, 1.5 - z, z * Tensor.arange(3).astype(.float32),
      ]
    },
    complexRow("functions of complex numbers", [2]) {
      let z = $0[0]
      return [
        exp(z), expm1(z), exp2(z), log(z), log1p(z), log2(z), log10(z), sqrt(z), rsqrt(z), sin(z), cos(z),
        tan(z),
        sinh(z), cosh(z), tanh(z), asin(z), acos(z), atan(z), asinh(z), acosh(z), atanh(z), sinc(z),
        sigmoid(z),
      ]
    },
    complexRow("reductions of complex numbers", [2, 3]) {
      let z = $0[0]
      return [
        z.sum(axis: 0), z.prod(axis: 1), z.mean(axis: 1), z.var(axis: 0), z.std(axis: 1), z.cumsum(axis: 1),
        z.cumprod(axis: 1), Linalg.norm(z, .p(3), axis: 1), diff(z), trapezoid(z),
        segmentSum(z, Tensor([1, 1]), numSegments: 2), segmentProd(z, Tensor([1, 1]), numSegments: 2),
        standardize(z), l2Loss(z),
      ]
    },
    complexRow("moves of complex numbers", [2, 3], [2, 3]) {
      let (z, w, twice) = ($0[0], $0[1], Tensor([1, 1]))
      return [
        z.transpose(), flip(z, axis: 1), roll(z, 2, axis: 1), pad(z, [(1, 0), (0, 1)]), z.repeat(2, axis: 0),
        concatenate([z, w]), stack([z, w], axis: 1), z[twice], z[0, 1...], z.at[twice].set(w),
        z.at[twice].add(w),
        z.at[twice].multiply(w), z.at[twice].divide(w), z.take(twice, axis: 1),
        dynamicSlice(z, [1, 1], [1, 2]),
        dynamicUpdateSlice(z, w[..<1], [1, 0]), select(Tensor([true, false, true]), z, w), tril(z),
        broadcastTo(z[0], [2, 3]), takeAlongAxis(z, Tensor([[2], [0]]), axis: 1),
        z.at[twice].apply { $0 * $0 },
      ]
    },
    complexRow("contractions of complex numbers", [2, 2], [2, 2]) {
      let (z, w) = ($0[0], $0[1])
      let wide = w + Tensor.eye(2) * 3
      return [
        matmul(z, w), einsum("ij,kj->ik", z, w), outer(z[0], w[0]), vdot(z, w), kron(z, w), Linalg.inv(wide),
        Linalg.solve(wide, z), Linalg.det(wide), z.trace(), Linalg.norm(z),
      ]
    },
    complexRow("loops of complex numbers", [2], [2]) {
      let (z, w) = ($0[0], $0[1])
      return [
        scan(z, length: 2) { sin($0) * w }, checkpoint { (z: Tensor) in exp(z) * w }(z),
        cond(real(z[0]) .> 0, z, then: { square($0) }, else: { -$0 }),
        customJvp({ (z: Tensor) in square(z) }, jvp: { (z: Tensor, t: Tensor) in (square(z), 2 * z * t) })(z),
        associativeScan(z) { $0 * $1 },
      ]
    },
  ]
}
