import CPJRT
import Synchronization

/// Memory that a plugin for CPUs gives back, kept for its next computation.
///
/// XLA asks the C library for the memory of each call and gives it back after it. Blocks as large as these are mapped anew every
/// time, and the system clears them page by page: a tenth to a third of a training step. And what does go through the C library's
/// own lists tears holes into each other, which are not given back. docs/Benchmarks.md has the figures. So blocks of a megabyte
/// or more are kept: the plugin's code, and no other, calls functions of ours for them.
enum KeptMemory {
  /// How many megabytes are kept; and the last block always, whatever its size.
  static let megabytes = 256
  /// The variable that sets another number; 0 leaves everything to the C library.
  static let variable = "BLOX_KEPT_MEMORY"

  private static let paths = Mutex<Set<String>>([])

  /// How many megabytes the environment asks for.
  static func wanted(_ settings: Settings) throws(PJRTError) -> Int {
    do throws(SettingError) {
      return try settings.integer(variable, in: 0...(1 << 20)) ?? megabytes
    } catch {
      throw PJRTError(.invalidArgument, error.description, context: "creating a client")
    }
  }

  /// Has the memory of a plugin kept, from the first call on.
  static func prepare(_ plugin: Plugin, _ settings: Settings = .current) throws(PJRTError) {
    let wanted = try wanted(settings)
    paths.withLock { paths in
      if wanted == 0 || !paths.insert(plugin.path).inserted { return }
      // Where it cannot be done, the C library goes on as it does.
      _ = blox_keep_memory(plugin.path, wanted << 20)
    }
  }
}
