import Blox

extension TransformFunctions {
  /// vmap, named axes and collectives.
  static let mapping: [String: Body] = [
    "grad_vmap": { inputs in
      let x = try inputs.input("x")
      let f = { (w: Tensor) in (vmap { sin(matmul(w, $0)) }(x) ** 2).sum() }
      return .numbered(grad(f)(try inputs.input("w")))
    },
    "vmap_vmap": { inputs in
      let dot = { (x: Tensor, y: Tensor) in matmul(x, y) }
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
    "vmap_grad": { inputs in
      let f = { (x: Tensor, w: Tensor) in (sin(matmul(w, x)) ** 2).sum() }
      let (x, w) = (try inputs.input("x"), try inputs.input("w"))
      return .numbered(
        vmap(in: [0, nil], grad(f))(x, w), vmap(in: [0, nil], grad(argument: .second, f))(x, w))
    },
    "collectives": { inputs in
      let x = try inputs.input("x")
      let lanes = x.shape[0]
      let f = { (row: Tensor) in
        let index = axisIndex("i")
        return [
          "psum": psum(row, "i"), "pmean": pmean(row, "i"), "index": index, "size": psum(1, "i") + 0 * index,
          "all_gather": allGather(row, "i"),
          "ppermute": ppermute(row, "i", (0..<lanes).map { ($0, ($0 + 1) % lanes) }),
        ]
      }
      return vmap(axisName: "i", f)(x)
    },
    "collective_out_none": { inputs in
      .numbered(vmap(out: nil, axisName: "i") { (row: Tensor) in psum(row, "i") }(try inputs.input("x")))
    },
    "collective_minmax": { inputs in
      let f = { (row: Tensor) in ["pmax": pmax(row, "i"), "pmin": pmin(row, "i")] }
      return vmap(axisName: "i", f)(try inputs.input("x"))
    },
    "nested_axis": { inputs in
      let f = { (v: Tensor) in psum(v, "i") + 2 * pmean(v, "j") + psum(v, ["i", "j"]) }
      return .numbered(vmap(axisName: "i", vmap(axisName: "j", f))(try inputs.input("x")))
    },
  ]
}
