import Blox

extension TransformFunctions {
  /// vmap, named axes and collectives.
  static let mapping: [String: Body] = [
    "grad_vmap": { inputs in
      let x = try inputs.input("x")
      let f = { (w: Tensor) in (vmap { sin(w.matmul($0)) }(x) ** 2).sum() }
      return .numbered(grad(f)(try inputs.input("w")))
    },
    "vmap_vmap": { inputs in
      let dot = { (x: Tensor, y: Tensor) in x.matmul(y) }
      let all = vmap(in: [0, nil], vmap(in: [nil, 0], dot))
      return .numbered(all(try inputs.input("x"), try inputs.input("y")))
    },
    "vmap_mismatch": { inputs in
      .numbered(vmap { (x: Tensor, y: Tensor) in x + y }(try inputs.input("x"), try inputs.input("y")))
    },
    "vmap_axes_tree": { inputs in
      let (x, y) = (try inputs.input("x"), try inputs.input("y"))
      let f = { (x: Tensor, y: Tensor, s: Tensor) in (x.sum() + s, x * y) }
      let columns = y.T[0..., 0..<x.shape[0]]
      return .numbered(vmap(in: [0, nil, 1], out: (0, 1), f)(x, y[0], columns).1)
    },
  ]
}
