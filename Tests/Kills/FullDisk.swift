import Blox
import Checkpoints
import Foundation

/// Checkpoints on a disk that is full: the error says so, and the one before stays the newest, whole.
struct FullDisk {
  let folder: URL
  /// How large files of this process may become; nil where the folder's disk has less room than a state takes.
  let limit: rlim_t?

  /// What the system says: that there is no room, or that a file is too large.
  private var reason: String { String(cString: strerror(limit == nil ? ENOSPC : EFBIG)) }

  func work() throws {
    let manager = try CheckpointManager(folder)
    let small = ["w": Tensor([1.0, 2.0])]
    // A megabyte.
    let large = ["w": Tensor.zeros([1 << 18])]
    try manager.save(1, small)
    try manager.wait()
    if let limit {
      // What is left is an error of the call that writes.
      signal(SIGXFSZ, SIG_IGN)
      var limits = rlimit(rlim_cur: limit, rlim_max: limit)
      #if canImport(Darwin)
        let size = RLIMIT_FSIZE
      #else
        let size = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
      #endif
      guard setrlimit(size, &limits) == 0 else { throw Trouble("there is no limit for files") }
    }
    try manager.save(2, large)
    try expectFull { try manager.wait() }
    try expectFull { try large.save(to: folder.appending(path: "large.safetensors")) }
    try expectFull { try large.saveShards(to: folder.appending(path: "large")) }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    guard names == ["step-0000000001.safetensors"] else { throw Trouble("there is \(names)") }
    guard manager.steps == [1], let found = try manager.restore(small), found.step == 1,
      try found.tree["w"]?.scalars(Float.self) == [1, 2]
    else { throw Trouble("the checkpoint of step 1 is lost") }
    // What there is room for is written again.
    try manager.save(3, small)
    try manager.wait()
    guard manager.steps == [1, 3] else { throw Trouble("the steps are \(manager.steps)") }
    print("a full disk: \(reason)")
  }

  private func expectFull(_ body: () throws -> Void) throws {
    do { try body() } catch {
      guard "\(error)".contains(reason), "\(error)".contains(folder.path) else { throw error }
      return
    }
    throw Trouble("a state of 1 MB was written")
  }
}
