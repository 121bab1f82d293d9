import Blox

/// Collectives that do not depend on each other are done in one order everywhere, or processes would wait for each
/// other for ever.
struct Order {
  let processes: Processes

  func run() throws {
    let (axis, count) = (processes.axisName, Float(processes.count))
    let small = Tensor.ones([3]), large = Tensor.ones([300, 300])
    // Two in one program, of different sizes and with work of their own.
    let two = jit { (a: Tensor, b: Tensor) in (psum(a, axis), psum(matmul(b, b), axis)) }
    for _ in 0..<200 {
      let (a, b) = try two(small, large)
      expect(try a.scalars(Float.self) == [count, count, count], "the first of two")
      expect(try b[0, 0].item(Float.self) == 300 * count, "the second of two")
    }
    // Two programs in flight, neither of which needs the other.
    let first = jit { (a: Tensor) in psum(matmul(sin(a), a), axis).sum() }
    let second = jit { (b: Tensor) in pmax(b + axisIndex(axis).astype(.float32), axis).sum() }
    var results: [(Tensor, Tensor)] = []
    for step in 0..<100 {
      let x = large * Tensor(Float(step))
      // Processes launch the same programs in the same order, and look at results in any.
      results.append((try first(x), try second(small)))
    }
    for place in processes.index == 0 ? Array(results.indices) : results.indices.reversed() {
      let wanted = (0..<processes.count).map { Float($0 + 1) }.max() ?? 0
      expect(try results[place].1.item(Float.self) == 3 * wanted, "the second program")
      _ = try results[place].0.item(Float.self)
    }
    // What nobody reads is done all the same, and what processes compute differently does not change the order.
    let uneven = jit { (a: Tensor) in
      let sum = psum(a, axis)
      return select(axisIndex(axis) .== 0, sum, a) + pmax(a, axis)
    }
    for _ in 0..<50 { _ = try uneven(small).scalars(Float.self) }
    try processes.barrier()
  }
}
