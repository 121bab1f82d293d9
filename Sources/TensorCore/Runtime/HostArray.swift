package import PJRT
import Synchronization

/// The elements of a small tensor in the memory of the process, and on the default device once a program wanted them there.
///
/// Operations on few elements take less time here than starting a program does.
package final class HostArray: Sendable {
  /// How many bytes are kept here at most: beyond some thousand elements a program is as fast.
  package static let byteLimit = 1 << 14

  /// Row-major and little-endian.
  private let elements: [UInt8]
  private let copy = Mutex<Buffer?>(nil)

  package init(_ elements: [UInt8]) { self.elements = elements }

  /// The elements; nil if the memory was donated.
  package var bytes: [UInt8]? {
    copy.withLock { $0?.isDeleted ?? false } ? nil : elements
  }

  /// The elements on the backend's device, copied there once.
  package func buffer(_ type: TensorType, on backend: Backend) throws -> Buffer {
    try copy.withLock { copy in
      if let copy { return copy }
      let made = try elements.withUnsafeBytes { try backend.buffer($0, type) }
      copy = made
      return made
    }
  }
}
