import Blox
import Coordination
import Foundation

/// Processes that meet at a coordinator, without MPI. Started with `JAX_COORDINATOR_ADDRESS` and the numbers.
enum Gathering {
  static func run(_ name: String) throws {
    do {
      try Distributed.initialize()
    } catch {
      say("\(error)")
      exit(2)
    }
    let (index, count) = (Distributed.processIndex, Distributed.processCount)
    try Distributed.barrier("begin")
    if name == "distributed death" {
      if index == 1 { kill(getpid(), SIGKILL) }
      return expectGone()
    }
    // Of their own the devices of a CPU work as ever; those of others are not to be had.
    expect(try Tensor.ones([4]).sum().item(Int.self) == 4, "a computation")
    do {
      _ = try Mesh(["data": count])
      expect(false, "a mesh across processes was made")
    } catch {
      say("mesh: \(error)")
    }
    try Distributed.shutdown()
    say("\(name): process \(index) of \(count) is well")
  }

  /// Waits for who does not come.
  private static func expectGone() {
    let start = ContinuousClock.now
    do {
      try Distributed.barrier("never")
      expect(false, "no error came")
    } catch {
      say("process \(Distributed.processIndex) got after \(ContinuousClock.now - start): \(error)")
      exit(3)
    }
  }
}
