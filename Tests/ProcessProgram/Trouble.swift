import Blox
import Foundation

/// What must not hang: processes that end, die, or do something else than the others.
struct Trouble {
  let processes: Processes
  private var axis: String { processes.axisName }
  private var isLast: Bool { processes.index == processes.count - 1 }

  func run(_ name: String) throws {
    switch name {
    case "death": try train { if isLast, $0 == 20 { kill(getpid(), SIGKILL) } }
    case "death of the first": try train { if processes.index == 0, $0 == 20 { kill(getpid(), SIGKILL) } }
    case "early end": try train { if isLast, $0 == 20 { exit(0) } }
    case "trap": try train { if isLast, $0 == 20 { raise(SIGILL) } }
    case "death on devices": try trainOnDevices()
    case "mismatch of types": try report { psum(isLast ? Tensor.ones([3]) : Tensor.ones([100]), axis) }
    case "mismatch of kinds":
      try report { isLast ? pmax(Tensor.ones([3]), axis) : psum(Tensor.ones([3]), axis) }
    case "mismatch of loops":
      // The last process goes round once more.
      try report {
        let times = Tensor(isLast ? 4 : 3)
        let sum = foriLoop(0, times, Tensor.ones([2])) { _, x in psum(x, axis) }
        return pmax(sum, axis)
      }
    default:
      say("there is no scenario '\(name)'")
      exit(2)
    }
  }

  /// Trains a little, with trouble at some step, and expects an error soon after it.
  private func train(_ trouble: (Int) -> Void) throws {
    let axis = axis
    let step = jit { (w: Tensor, x: Tensor) in
      let gradient = grad { (w: Tensor) in tanh(matmul(x, w)).mean() }(w)
      return w - 0.1 * pmean(gradient, axis)
    }
    var w = waves([16, 16])
    let x = waves([8, 16], Float(processes.index))
    var last = ContinuousClock.now
    do {
      for number in 0..<200_000 {
        trouble(number)
        w = try step(w, x)
        if number % 5 == 0 { _ = try w.scalars(Float.self) }
        last = .now
      }
    } catch {
      tell(error, since: last)
    }
    say("no error came")
    exit(1)
  }

  private func trainOnDevices() throws {
    let mesh = try Mesh(["data": 4])
    let axis = axis
    let step = jit(
      shardMap(mesh, in: [["data"]], out: [["data"]]) { (x: Tensor) -> Tensor in
        let means = pmean(x, axis) + pmean(x, "data")
        return x * 0.5 + means * 0.25
      })
    var x = devicePut(waves([4, 1000]), NamedSharding(mesh, ["data"]))
    if isLast {
      // In the middle of a step, if possible.
      Thread.detachNewThread {
        usleep(400_000)
        kill(getpid(), SIGKILL)
      }
    }
    var last = ContinuousClock.now
    do {
      for _ in 0..<1_000_000 {
        x = try step(x)
        last = .now
      }
    } catch {
      tell(error, since: last)
    }
    say("no error came")
    exit(1)
  }

  private func tell(_ error: any Error, since last: ContinuousClock.Instant) -> Never {
    say("process \(processes.index) got after \(ContinuousClock.now - last): \(error)")
    exit(3)
  }

  private func report(_ f: @escaping () -> Tensor) throws {
    let last = ContinuousClock.now
    do {
      let values = try jit { (_: Tensor) in f() }(Tensor(0)).scalars(Float.self)
      say("no error came: \(values)")
      exit(1)
    } catch {
      // Whatever comes next fails in the same way.
      do {
        _ = try psum(Tensor(1), axis).item(Int.self)
        say("a collective after the failure worked")
        exit(1)
      } catch {}
      tell(error, since: last)
    }
  }
}
