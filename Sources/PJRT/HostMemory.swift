/// Zeroed host memory, aligned so that a CPU plugin can use it without a copy.
final class HostMemory: Sendable {
  // Freed in `deinit` alone, and written only before it is handed to the plugin.
  nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

  init(byteCount: Int) {
    bytes = .allocate(byteCount: byteCount, alignment: Client.hostAlignment)
    bytes.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit { bytes.deallocate() }
}
