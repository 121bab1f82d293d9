import Blox

extension TransformFunctions {
  /// jit, evalShape, checkpoint and trees.
  static let compilation: [String: Body] = [
    "eval_shape_like": { inputs in
      let shapes = try evalShape { (x: Tensor) in (x.matmul(x.T), x.sum(axis: 0)) }(try inputs.input("x"))
      return .numbered(
        Tensor(shapes.0.shape.dimensions.map { Int32($0) }),
        Tensor(shapes.1.shape.dimensions.map { Int32($0) }))
    },
    "jit_nested": { inputs in
      let g = jit { (x: Tensor) in sin(x) * 2 }
      let f = { (x: Tensor) throws in
        try jit { (y: Tensor) in try g(y).sum() + g(y * 2).sum() }(x)
      }
      return .numbered(try grad(f)(try inputs.input("x")))
    },
  ]
}
