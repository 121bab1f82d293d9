import Blox

/// Processes that meet at a coordinator, without MPI.
enum Gathering {
  static func run() throws {
    let mesh = try Mesh(["p": 2])
    func f(_ x: Tensor) -> Tensor {
      let (last, rows) = scan(x, x) { (carry: Tensor, row: Tensor) -> (Tensor, Tensor) in
        let next = carry + pmean(row.sum(), "p")
        return (next, psum(next, "p").sum())
      }
      return last * rows.sum()
    }
    func g(_ x: Tensor) -> Tensor {
      let (last, rows) = scan(x, x) { (carry: Tensor, row: Tensor) -> (Tensor, Tensor) in
        let next = carry + row.sum()
        return (next, psum(next, "p").sum())
      }
      return last + rows.sum()
    }
    func h(_ x: Tensor) -> Tensor {
      let (last, rows) = scan(x, x) { (carry: Tensor, row: Tensor) -> (Tensor, Tensor) in
        let next = carry + row.sum()
        return (next, psum(next, "p").sum())
      }
      return last * rows.sum()
    }
    func k(_ x: Tensor) -> Tensor { x * psum(x.sum(), "p") }
    let x = waves([2, 2, 3])
    for (n, f) in [f, g, h, k].enumerated() {
      let w = waves([2, 2, 3], 2)
      let a = grad { (x: Tensor) in (vmap(axisName: "p", f)(x) * w).sum() }(x)
      let s = shardMap(mesh, in: [["p"]], out: [["p"]]) { (x: Tensor) in f(x.reshape([2, 3])).reshape([1, 2, 3]) }
      let b = grad { (x: Tensor) in (s(x) * w).sum() }(x)
      var c: [Float] = []
      for i in 0..<12 {
        func at(_ d: Float) throws -> Float {
          var v = try x.scalars(Float.self)
          v[i] += d
          return try (vmap(axisName: "p", f)(Tensor(v, shape: [2, 2, 3])) * w).sum().item(Float.self)
        }
        c.append((try at(0.01) - at(-0.01)) / 0.02)
      }
      print(n, try isNear(vmap(axisName: "p", f)(x), s(x)))
      print(try a.scalars(Float.self), "\n", try b.scalars(Float.self), "\n", c)
    }
  }
}
