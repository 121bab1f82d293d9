#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Zeroed host memory, aligned so that a CPU plugin can use it without a copy.
final class HostMemory: Sendable {
  // Freed in `deinit` alone, and written only before it is handed to the plugin.
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  /// Nil if there is not so much memory.
  init?(byteCount: Int) {
    var start: UnsafeMutableRawPointer?
    guard posix_memalign(&start, Client.hostAlignment, max(byteCount, 1)) == 0, let start else { return nil }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: byteCount)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit { free(bytes.baseAddress) }
}
