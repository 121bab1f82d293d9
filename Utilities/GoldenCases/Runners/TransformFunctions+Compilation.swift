import Blox

extension TransformFunctions {
  /// jit, evalShape, checkpoint and trees.
  static let compilation: [String: Body] = [
    "eval_shape_like": { inputs in
      let shapes = try evalShape { (x: Tensor) in (matmul(x, x.T), x.sum(axis: 0)) }(try inputs.input("x"))
      return .numbered(
        Tensor(shapes.0.shape.dimensions.map { Int32($0) }),
        Tensor(shapes.1.shape.dimensions.map { Int32($0) }))
    },
    "jit_static": { inputs in
      let f = jit { (x: Tensor, count: Static<Int>, flip: Static<Bool>) in
        let y = (0..<count.value).reduce(x) { y, _ in sin(y) }
        return flip.value ? -y : y
      }
      let x = try inputs.input("x")
      return .numbered(try f(x, 2, false), try f(x, 3, true))
    },
    "traced_shape": { inputs in
      let f = jit { (n: Tensor) in Tensor.zeros([try n.item()]) }
      return .numbered(try f(try inputs.input("n")))
    },
    "tree_ops": { inputs in
      let (x, y) = (try inputs.input("x"), try inputs.input("y"))
      let tree = ["b": ["0": x, "1": y], "a": ["z": x * 2, "c": y + 1]]
      let sums = map(tree) { $0.sum() }
      return [
        "n": Tensor(Int32(tree.leaves.count)), "order": stack(tree.leaves.map { $0.sum() }),
        "reduce": sums.leaves.dropFirst().reduce(sums.leaves[0], +), "ravel": ravelPytree(tree).0,
      ]
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
