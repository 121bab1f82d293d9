import Blox

/// Measures what collectives cost.
struct Latency {
  let processes: Processes

  func run() throws {
    let axis = processes.axisName
    for (length, repeats) in [(1, 2000), (1024, 1000), (1 << 20, 60)] {
      let sum = jit { (x: Tensor) in psum(x, axis) }
      let local = jit { (x: Tensor) in x * 2 }
      let x = Tensor.ones([length])
      for _ in 0..<20 { _ = try sum(x).scalars(Float.self).first }
      func time(_ f: (Tensor) throws -> Tensor) throws -> Double {
        var y = x
        return try seconds {
          for _ in 0..<repeats {
            y = try f(x)
            try y.blockUntilReady()
          }
        } / Double(repeats) * 1e6
      }
      let (with, without) = (try time(sum), try time(local))
      if processes.index == 0 {
        say("psum of \(4 * length) bytes: \(Int(with)) µs a call; a program without: \(Int(without)) µs")
      }
      // Many in one program.
      let chain = jit { (x: Tensor) in scan(x, length: 100) { (x: Tensor) in pmean(x, axis) } }
      _ = try chain(x).scalars(Float.self).first
      let each = try seconds { try chain(x).blockUntilReady() } / 100 * 1e6
      if processes.index == 0 { say("  in a loop of 100: \(Int(each)) µs each") }
    }
  }
}
