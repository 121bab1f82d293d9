import Blox

/// Each collective gives every process what `vmap` over an axis of the same name gives the lane of its index.
struct Collectives {
  let processes: Processes
  private var count: Int { processes.count }
  private var axis: String { processes.axisName }

  /// Groups in a mixed order, and a permutation that leaves one process out.
  private var groups: [[Int]] { count == 4 ? [[3, 0], [1, 2]] : [Array((0..<count).reversed())] }
  private var pairs: [(Int, Int)] { count == 1 ? [] : (0..<count - 1).map { ($0, $0 + 1) } }

  private var all: [(name: String, f: (Tensor) -> Tensor)] {
    let (axis, groups, pairs) = (axis, groups, pairs)
    return [
      ("psum", { psum($0, axis) }),
      ("psum groups", { psum($0, axis, axisIndexGroups: groups) }),
      ("pmean", { pmean($0, axis) }),
      ("pmax", { pmax($0, axis) }),
      ("pmin groups", { pmin($0, axis, axisIndexGroups: groups) }),
      ("allGather", { allGather($0, axis) }),
      ("allGather axis", { allGather($0, axis, axis: 1) }),
      ("allGather tiled", { allGather($0, axis, axis: 1, tiled: true) }),
      ("allGather groups", { allGather($0, axis, axisIndexGroups: groups) }),
      ("psumScatter", { psumScatter($0, axis) }),
      ("psumScatter tiled", { psumScatter($0, axis, scatterDimension: 1, tiled: true) }),
      ("psumScatter groups", { psumScatter($0, axis, tiled: true, axisIndexGroups: groups) }),
      ("ppermute", { ppermute($0, axis, pairs) }),
      ("allToAll", { allToAll($0, axis, splitAxis: 0, concatAxis: 1) }),
      ("allToAll back", { allToAll($0, axis, splitAxis: 1, concatAxis: 0, tiled: true) }),
      ("allToAll tiled", { allToAll($0, axis, splitAxis: 0, concatAxis: 1, tiled: true) }),
      (
        "allToAll groups",
        { allToAll($0, axis, splitAxis: 1, concatAxis: 0, tiled: true, axisIndexGroups: groups) }
      ),
      ("axisIndex", { $0 * axisIndex(axis) }),
      ("scan", { scan($0, length: 3) { x in x * 0.5 + psum(x, axis) * 0.25 } }),
      (
        "scan with outputs",
        { x in
          let (last, rows) = scan(x, x) { (carry: Tensor, row: Tensor) -> (Tensor, Tensor) in
            let next = carry + pmean(row.mean(), axis)
            return (next, psum(next, axis).mean())
          }
          return last * rows.mean() * 0.01
        }
      ),
      (
        "cond",
        { x in
          // The same branch in all processes.
          cond(psum(x, axis).sum() .> 0, then: { psum(x, axis) * 2 }, else: { pmean(sin(x), axis) })
        }
      ),
      ("checkpoint", { x in checkpoint { (x: Tensor) in sin(psum(sin(x), axis)) }(x) }),
      (
        "norm",
        { x in
          // Processes differ in their means: the norm is that of all the data.
          do {
            let graph = try Graph("net")
            return try BatchNorm(graph / "norm", useScale: false, useBias: false, axisName: axis)(Params(), x)
              .0
          } catch {
            say("\(error)")
            return x[100]
          }
        }
      ),
      ("jit", { x in (try? jit { (x: Tensor) in psum(sin(x), axis) * x }(x)) ?? x[100] }),
    ]
  }

  func run(only part: String = "") throws {
    for (name, f) in all where part.isEmpty || name.contains(part) {
      for shape in [Shape([count, 2 * count]), [count, 2 * count, 300]] {
        try check(name, f, waves([count] + shape), shape)
      }
    }
    if !part.isEmpty { return }
    try checkLoops()
    try checkTypes()
    try checkErrors()
  }

  private func check(_ name: String, _ f: @escaping (Tensor) -> Tensor, _ whole: Tensor, _ shape: Shape)
    throws
  {
    let place = processes.index
    let lanes = vmap(axisName: axis, f)
    let wanted = try jit(lanes)(whole)
    let own = whole[place]
    expect(try isNear(jit(f)(own), wanted[place]), "\(name) \(shape) in jit")
    if shape.ndim > 2 { return }
    // Every process's gradient is that of the sum of the losses of all.
    let weights = waves(wanted.shape, 2)
    let gradient = grad { (x: Tensor) in (sin(f(x)) * weights[place]).sum() }
    let wantedGradient = try jit(grad { (x: Tensor) in (sin(lanes(x)) * weights).sum() })(whole)
    expect(try isNear(jit(gradient)(own), wantedGradient[place]), "\(name) \(shape) backward in jit")
    expect(try isNear(f(own), wanted[place]), "\(name)")
    if name == "psum" { expect(try isNear(gradient(own), wantedGradient[place]), "\(name) backward") }
    let direction = waves(whole.shape, 3)
    let forward = jvp(f, primals: own, tangents: direction[place]).1
    expect(
      try isNear(forward, jvp(lanes, primals: whole, tangents: direction).1[place]), "\(name) forward")
    let batches = waves([count, 3] + shape, 4)
    expect(
      try isNear(jit(vmap(f))(batches[place]), vmap(axisName: axis, vmap(f))(batches)[place]),
      "\(name) in vmap")
  }

  /// A loop whose end all processes have to agree on.
  private func checkLoops() throws {
    let axis = axis
    let f = { (x: Tensor) -> Tensor in
      whileLoop(x, condition: { (x: Tensor) -> Tensor in psum(x, axis).sum() .< 100 }) {
        (x: Tensor) -> Tensor in x * 2 + pmax(x, axis) * 0.1
      }
    }
    let whole = Tensor((0..<count).map { Float($0 + 1) }).reshape([count, 1])
    expect(
      try isNear(jit(f)(whole[processes.index]), vmap(axisName: axis, f)(whole)[processes.index]), "whileLoop"
    )
  }

  private func checkTypes() throws {
    let place = processes.index
    for dtype in DType.allCases {
      for length in [3, 100] {
        let whole = (waves([count, length]) * 10).astype(dtype)
        func same(_ name: String, _ f: (Tensor) -> Tensor, _ wanted: Tensor) throws {
          let result = f(whole[place])
          let isSame =
            try result.dtype == wanted.dtype
            && isNear(result.real, wanted.real, dtype.byteWidth == 2 ? 2e-2 : 1e-5)
          expect(isSame, "\(name) of \(length) \(dtype)")
        }
        let axis = axis
        try same(
          "psum", { psum($0, axis) }, vmap(axisName: axis) { (x: Tensor) in psum(x, axis) }(whole)[place])
        try same(
          "ppermute", { ppermute($0, axis, pairs) },
          vmap(axisName: axis) { (x: Tensor) in ppermute(x, axis, pairs) }(whole)[place])
        if dtype == .complex64 || dtype == .bool { continue }
        try same(
          "pmax", { pmax($0, axis) }, vmap(axisName: axis) { (x: Tensor) in pmax(x, axis) }(whole)[place])
      }
    }
    for length in [1, 100] {
      let x = place == 0 ? Tensor.full([length], Tensor(Float.nan)) : Tensor.ones([length])
      for value in try (pmax(x, axis).scalars(Float.self) + pmin(x, axis).scalars(Float.self)) {
        expect(value.isNaN, "a NaN of one process is the maximum and the minimum")
      }
    }
  }

  private func checkErrors() throws {
    func text(_ x: Tensor) -> String {
      do {
        return try "\(x.scalars(Float.self))"
      } catch { return "\(error)" }
    }
    // A number of each process's own, which no lanes of a vmap could have.
    let sum = psum(Tensor(Float(processes.index + 1)), axis)
    expect(try sum.item(Float.self) == Float(count * (count + 1) / 2), "psum of a number")
    expect(try pmean(Tensor(Float(processes.index)), axis).item(Float.self) == Float(count - 1) / 2, "pmean")
    let unknown = text(psum(Tensor(1.0), "elsewhere"))
    expect(unknown.contains("no axis is named \"elsewhere\""), unknown)
    let wrong = text(psum(Tensor(1.0), axis, axisIndexGroups: [[0]]))
    expect(count == 1 || wrong.contains("do not divide \(count) lanes"), wrong)
  }
}
