import Blox

/// The axis of processes outside, devices of each process inside. Started with four virtual devices each.
struct Devices {
  let processes: Processes

  func run() throws {
    let mesh = try Mesh(["data": 4])
    let (axis, count, place) = (processes.axisName, processes.count, processes.index)
    let whole = waves([count, 4, 6])
    let own = whole[place]

    // One collective over both axes.
    let sum = shardMap(mesh, in: [["data"]], out: [[]]) { (x: Tensor) in psum(x, [axis, "data"]) }
    let wanted = whole.sum(axis: [0, 1])
    expect(try isNear(jit(sum)(own), wanted.reshape([1, 6])), "psum over processes and devices")
    let swapped = shardMap(mesh, in: [["data"]], out: [[]]) { (x: Tensor) in pmean(x, ["data", axis]) }
    expect(try isNear(jit(swapped)(own), (wanted / Tensor(4 * count)).reshape([1, 6])), "pmean over both")

    // Axes of the mesh that are left to XLA.
    let square = try Mesh(["data": 2, "model": 2])
    let partly = shardMap(square, in: [["data"]], out: [[]], axisNames: ["data"]) { (x: Tensor) in
      psum(x * 2, [axis, "data"])
    }
    let halves = 2 * (whole[FullRange(), 0..<2] + whole[FullRange(), 2..<4]).sum(axis: 0)
    expect(try isNear(jit(partly)(own), halves), "psum in a shardMap that leaves an axis to XLA")

    // Each device works with its counterparts.
    let gather = shardMap(mesh, in: [["data"]], out: [[nil, "data"]]) { (x: Tensor) in
      allGather(x * (axisIndex(axis) + 1), axis)
    }
    let scaled = whole * Tensor((1...count).map { Float($0) }).reshape([count, 1, 1])
    expect(try isNear(jit(gather)(own), scaled), "allGather of parts")

    // A gradient through both, against one process that has everything.
    let w = waves([6, 5], 1)
    let loss = shardMap(mesh, in: [[], ["data"]], out: [[]]) { (w: Tensor, x: Tensor) in
      pmean(tanh(matmul(x, w)).mean(), [axis, "data"])
    }
    let plain = { (w: Tensor, x: Tensor) in tanh(matmul(x, w)).mean() }
    let flat = whole.reshape([count * 4, 6])
    expect(try isNear(jit(loss)(w, own), plain(w, flat)), "the loss")
    // Every process has a loss, so the gradient is of the sum of equal ones.
    let gradient = try jit(grad { loss($0, own) })(w)
    expect(try isNear(pmean(gradient, axis), grad { plain($0, flat) }(w)), "its gradient")

    // In a program that XLA partitions each device sees the whole.
    let sharding = NamedSharding(mesh, ["data"])
    let placed = devicePut(own, sharding)
    let f = jit { (x: Tensor) in psum(x * 2, axis) + x }
    expect(try isNear(f(placed), 2 * whole.sum(axis: 0) + own), "psum outside of shardMap")

    // Many in flight, with programs for one device between them.
    let step = jit(
      shardMap(mesh, in: [["data"]], out: [["data"]]) { (x: Tensor) -> Tensor in
        let means = pmean(x, "data") + pmean(x, axis)
        return x * 0.5 + means * 0.25
      })
    var x = placed
    var scalar = Tensor(Float(place))
    let parts = Tensor(Float(count))
    for _ in 0..<60 {
      x = try step(x)
      scalar = psum(scalar, axis) / parts
    }
    expect(try x.scalars(Float.self).allSatisfy(\.isFinite), "many steps")
    expect(try scalar.item(Float.self) == Float(count - 1) / 2, "programs for one device between them")

    let scanned = shardMap(mesh, in: [["data"]], out: [["data"]]) { (x: Tensor) in
      scan(x, length: 4) { (x: Tensor) in x * 0.5 + psum(x, [axis, "data"]) * 0.1 }
    }
    let reference = { (x: Tensor) in
      scan(x, length: 4) { (x: Tensor) in x * 0.5 + x.sum(axis: [0, 1], keepdims: true) * 0.1 }
    }
    expect(try isNear(jit(scanned)(own), reference(whole)[place]), "a loop over both")
  }
}
