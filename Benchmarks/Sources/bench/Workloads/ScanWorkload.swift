import Blox

/// 10,000 short steps of a recurrence.
struct ScanWorkload: Workload {
  func run(_ meter: Meter) throws {
    let matrix = 0.1 * numbers([16, 16])
    let loop = jit(name: "loop") { (matrix: Tensor) in
      scan(Tensor.ones([16]), length: 10000) { state in tanh(matmul(matrix, state) + 0.1) }
    }
    try loop(matrix).blockUntilReady()
    meter.print("loop", try meter.median { try loop(matrix).blockUntilReady() } * 1e3, "ms")
  }
}
