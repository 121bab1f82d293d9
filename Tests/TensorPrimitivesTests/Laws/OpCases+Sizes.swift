import Tensors

extension OpCase {
  /// Several results as one vector; of complex ones both parts take part.
  static func joined(_ tensors: [Tensor]) -> Tensor {
    concatenate(
      tensors.map { x in
        (x.dtype == .complex64 ? real(x) + 0.6 * imag(x) : x).reshape([-1])
      })
  }

  private static let number = Operand([1, 1], .between(0.5, 1.5))

  /// Results that are none or do not vary, beside one that does.
  private static func none(
    _ name: String, _ shapes: [[Int]], _ function: @escaping @Sendable ([Tensor]) -> [Tensor]
  ) -> OpCase {
    OpCase(name, shapes.map { Operand($0) } + [Operand([2])]) { x in
      function(x.dropLast()).reduce(x[shapes.count]) { $0 + $1.sum().astype($0.dtype) }
    }
  }

  /// Sizes 1 and 0, a kind of operations a row.
  static let sizes: [OpCase] = [
    OpCase("reductions of one", [number]) { operands in
      let x = operands[0]
      return joined([
        x.sum(axis: 0), x.prod(axis: 1), x.mean(), x.var(axis: 0), x.std(axis: 0), x.max(axis: 0),
        x.min(axis: 1), x.ptp(axis: 0), median(x, axis: 1), quantile(x, 0.3), x.cumsum(axis: 0),
        x.cumprod(axis: 1), cummax(x, axis: 0), cumlogsumexp(x, axis: 0), x.sort(axis: 0),
        logsumexp(x, axis: 1), Linalg.norm(x), Linalg.norm(x, .p(3), axis: 1), softmax(x),
        topK(x, 1).values,
      ])
    },
    OpCase("moves of one", [number, number]) { operands in
      let (x, y) = (operands[0], operands[1])
      let twice = Tensor([0, 0])
      return joined([
        x.transpose(), flip(x, axis: 0), roll(x, 3, axis: 1), rot90(x), x.repeat(2, axis: 0),
        tile(x, [2, 3]),
        pad(x, [(1, 0), (0, 2)], mode: .edge), tril(x), x.diagonal(), x.trace(), x.take(twice, axis: 1),
        x.at[twice].add(y), x.at[twice].multiply(y), x.at[twice].set(y), dynamicSlice(x, [5, 0], [1, 1]),
        dynamicUpdateSlice(x, y, [3, 3]), diff(x), concatenate([x, y]),
        takeAlongAxis(x, Tensor([[0]]), axis: 1),
        segmentSum(x, Tensor([0]), numSegments: 1), segmentProd(x, Tensor([0]), numSegments: 2),
      ])
    },
    OpCase("windows of one", [Operand([1, 1, 1]), Operand([1, 1, 1])]) { operands in
      let (x, k) = (operands[0], operands[1])
      return joined([
        convGeneralDilated(x, k, windowStrides: [1], padding: .valid),
        convGeneralDilated(x, k, windowStrides: [2], padding: .explicit([(3, 2)]), lhsDilation: [2]),
        convTranspose(x, k, strides: [2], padding: .same),
        reduceWindow(x, .add, windowDimensions: [1, 1, 1]),
        reduceWindow(x, .multiply, windowDimensions: [1, 1, 2], padding: .same),
        reduceWindow(x, .max, windowDimensions: [1, 1, 2], padding: .same),
        convolve(x[0, 0], k[0, 0], mode: .full),
      ])
    },
    OpCase("matrices of one", [number, number]) { operands in
      let (a, b) = (operands[0], operands[1])
      return joined([
        matmul(a, b), Linalg.inv(a), Linalg.solve(a, b), Linalg.cholesky(a), Linalg.svdvals(a),
        Linalg.eigvalsh(a), Linalg.pinv(a), Linalg.det(a), Linalg.slogdet(a).logabsdet, Linalg.lstsq(a, b).x,
        Linalg.matrixPower(a, -2), Linalg.norm(a, .nuclear), outer(a[0], b[0]), kron(a, b),
      ])
    },
    none("reductions of none", [[0, 3], [3, 0]]) {
      [
        $0[0].sum(axis: 0), $0[0].prod(axis: 0), $0[0].max(axis: 1), $0[0].cumsum(axis: 0),
        $0[0].sort(axis: 0),
        logsumexp($0[0], axis: 1), softmax($0[0], axis: 0), $0[0].cumprod(axis: 0), $0[1].std(axis: 0),
        Linalg.norm($0[1], axis: 0), topK($0[0], 2).values, cumlogsumexp($0[1], axis: 1),
        segmentSum($0[0], Tensor([Int32]()), numSegments: 2),
      ]
    },
    none("moves of none", [[0, 3], [2, 0]]) { x in
      let nowhere = Tensor([Int32]())
      return [
        x[0].transpose(), flip(x[0], axis: 0), roll(x[0], 1, axis: 0), x[1].repeat(3, axis: 1),
        tile(x[1], [2, 1]),
        pad(x[1], [(0, 0), (1, 1)]), tril(x[0]), x[1][1], x[0].take(nowhere, axis: 1),
        x[1][FullRange(), 0...],
        x[1].at[nowhere].set(Tensor.zeros([0, 0])), concatenate([x[1], x[1]], axis: 1), stack([x[0], x[0]]),
        dynamicSlice(x[0], [0, 1], [0, 2]),
        takeAlongAxis(x[1], Tensor.zeros([2, 0], dtype: .int32), axis: 1),
      ]
    },
    none("contractions and windows of none", [[0, 3], [2, 0], [0, 1, 4]]) { x in
      [
        matmul(x[0], x[0].transpose()), matmul(x[1], x[0]), einsum("ij,kl->l", x[1], x[0]), outer(x[0], x[1]),
        kron(x[0], x[1]), tensordot(x[1], x[0], axes: 1),
        convGeneralDilated(
          x[2], Tensor.ones([2, 1, 2], dtype: x[2].dtype), windowStrides: [1], padding: .same),
        reduceWindow(x[2], .add, windowDimensions: [1, 1, 2]),
        reduceWindow(x[2], .max, windowDimensions: [1, 1, 2]),
      ]
    },
    none("matrices of none", [[2, 0, 0], [0, 2, 2], [0, 3]]) { x in
      [
        Linalg.inv(x[1]), Linalg.cholesky(x[0]), Linalg.solve(x[0], x[0]), Linalg.svdvals(x[2]),
        Linalg.eigvalsh(x[0]), Linalg.pinv(x[2]), Linalg.slogdet(x[1]).logabsdet, Linalg.qr(x[2]).R,
        Linalg.matrixPower(x[1], 3), Linalg.det(x[1]), Linalg.triangularSolve(x[0], x[0]),
      ]
    },
  ]
}
