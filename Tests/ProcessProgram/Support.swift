import Blox
import Foundation

/// Smooth values in a shape, different for each seed.
func waves(_ shape: Shape, _ seed: Float = 0) -> Tensor {
  sin(0.7 * Tensor((0..<shape.size).map { Float($0) }, shape: shape) + Tensor(seed))
}

/// Whether two tensors have the same shape and, nearly, values.
func isNear(_ a: Tensor, _ b: Tensor, _ tolerance: Float = 1e-4) throws -> Bool {
  let (x, y) = (try a.scalars(Float.self), try b.scalars(Float.self))
  return a.shape == b.shape && zip(x, y).allSatisfy { Swift.abs($0 - $1) <= tolerance * (1 + Swift.abs($1)) }
}

/// Ends the program with a message if something is not as it should be.
func expect(_ isRight: @autoclosure () throws -> Bool, _ name: String, line: UInt = #line) {
  do {
    if try isRight() { return }
    say("WRONG, line \(line): \(name)")
  } catch {
    say("ERROR, line \(line): \(name): \(error)")
  }
  exit(1)
}

/// Where lines go: the pipe `PROCESS_LOG`, since launchers may lose what is written after a process died, or standard
/// output. It is open until the process ends, by which the other end knows of that.
private let log =
  ProcessInfo.processInfo.environment["PROCESS_LOG"].map { open($0, O_WRONLY) } ?? STDOUT_FILENO

/// Opens what `say` writes to.
func prepareToSay() { _ = log }

/// Writes a line at once.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(log, bytes, bytes.count)
}

/// How long something takes, in seconds.
func seconds(_ body: () throws -> Void) rethrows -> Double {
  let duration = try ContinuousClock().measure(body)
  return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
}

extension Tensor {
  var real: Tensor { dtype == .complex64 ? Blox.real(self) : astype(.float32) }
}
