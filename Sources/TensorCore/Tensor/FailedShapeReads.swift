import Synchronization

/// Notices when the shape of a failed tensor is read while a parameter's shape is computed: extents are plain integers,
/// so this is the only way to know that a parameter would be made of ones that mean nothing.
package enum FailedShapeReads {
  private final class Record: Sendable {
    let error = Mutex<TensorError?>(nil)
  }

  @TaskLocal private static var record: Record?

  /// Called where a failed tensor is asked for its shape.
  static func note(_ error: TensorError) { record?.error.withLock { $0 = $0 ?? error } }

  /// What `body` returns, and the error of the first failed tensor whose shape it read.
  package static func watched<Result>(_ body: () -> Result) -> (Result, TensorError?) {
    let record = Record()
    return ($record.withValue(record, operation: body), record.error.withLock { $0 })
  }
}
