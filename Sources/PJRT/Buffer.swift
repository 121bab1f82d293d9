import CPJRT
import Synchronization

/// An array in a device's memory, whose contents may still be on their way.
public final class Buffer: Sendable {
  /// The device that holds the contents.
  public let device: Device

  // Destroyed in `deinit` alone; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_Buffer>

  /// The type where it was known when the buffer was made; a program may leave it to be asked for.
  private let knownType: BufferType?

  private let condition = Atomic<UInt8>(Condition.live)
  // Written once, by the thread that moved `condition` to `claimed`, before it stores `donated` with release;
  // read only after `donated` was loaded with acquire.
  nonisolated(unsafe) private var taker = ""

  /// The values of `condition`: live to claimed to donated or back, and live to deleted.
  enum Condition {
    static let live: UInt8 = 0
    /// An execution that donates the buffer is being launched.
    static let claimed: UInt8 = 1
    static let donated: UInt8 = 2
    static let deleted: UInt8 = 3
  }

  init(adopting pointer: UnsafeMutablePointer<PJRT_Buffer>, device: Device, type: BufferType?) {
    self.pointer = pointer
    self.device = device
    knownType = type
    LiveObjects.buffers.increment()
  }

  deinit {
    if ProcessEnd.isOver { return }
    var arguments = PJRT_Buffer_Destroy_Args.sized()
    arguments.buffer = pointer
    table.discard(table.functions.pointee.Buffer_Destroy(&arguments))
    LiveObjects.buffers.decrement()
  }

  var table: FunctionTable { device.client.table }

  // MARK: Type

  /// The element type and dimensions. Throws if the plugin cannot say.
  public var type: BufferType {
    get throws(PJRTError) {
      if let knownType { return knownType }
      return BufferType(try askElementType(), try askDimensions())
    }
  }

  /// The type of the elements. Throws if the plugin cannot say.
  public var elementType: ElementType {
    get throws(PJRTError) {
      if let knownType { return knownType.elementType }
      return try askElementType()
    }
  }

  /// The size of each axis. Throws if the plugin cannot say.
  public var dimensions: [Int] {
    get throws(PJRTError) {
      if let knownType { return knownType.dimensions }
      return try askDimensions()
    }
  }

  /// The number of bytes that the contents take in host memory. Throws if the plugin cannot say.
  public var byteCount: Int {
    get throws(PJRTError) { try type.byteCount }
  }

  private func askElementType() throws(PJRTError) -> ElementType {
    var arguments = PJRT_Buffer_ElementType_Args.sized()
    arguments.buffer = pointer
    try table.check(table.functions.pointee.Buffer_ElementType(&arguments), "asking for an element type")
    guard let type = ElementType(rawValue: arguments.type) else {
      throw PJRTError(
        .unimplemented, "the buffer has elements of type \(arguments.type), which is not known here")
    }
    return type
  }

  private func askDimensions() throws(PJRTError) -> [Int] {
    var arguments = PJRT_Buffer_Dimensions_Args.sized()
    arguments.buffer = pointer
    try table.check(table.functions.pointee.Buffer_Dimensions(&arguments), "asking for dimensions")
    let count = arguments.dims == nil ? 0 : arguments.num_dims
    return UnsafeBufferPointer(start: arguments.dims, count: count).map(Int.init)
  }

  // MARK: State

  /// Whether the contents can still be used.
  public var state: BufferState {
    switch condition.load(ordering: .acquiring) {
    case Condition.donated: .donated(by: taker)
    case Condition.deleted: .deleted
    default: .live
    }
  }

  /// Whether the contents are gone, by donation or deletion.
  public var isDeleted: Bool { state != .live }

  /// Gives the memory back before the last reference to the buffer is gone; a second time does nothing.
  ///
  /// Throws if a program took the buffer over, or is about to.
  public func delete() throws(PJRTError) {
    let (moved, found) = condition.compareExchange(
      expected: Condition.live, desired: Condition.deleted, ordering: .acquiringAndReleasing)
    if found == Condition.deleted { return }
    guard moved else { throw unusable("deleting a buffer") }
    var arguments = PJRT_Buffer_Delete_Args.sized()
    arguments.buffer = pointer
    try table.check(table.functions.pointee.Buffer_Delete(&arguments), "deleting a buffer")
  }

  /// Throws an error that says who took the contents, unless they are there.
  func checkLive(_ context: @autoclosure () -> String) throws(PJRTError) {
    guard condition.load(ordering: .acquiring) == Condition.live else { throw unusable(context()) }
  }

  /// The condition as it is now, for the checks of an execution.
  @inline(__always)
  var currentCondition: UInt8 { condition.load(ordering: .acquiring) }

  /// Reserves the buffer for an execution that donates it; false if it is gone or reserved already.
  func claim() -> Bool {
    condition.compareExchange(
      expected: Condition.live, desired: Condition.claimed, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// Ends a claim after the execution was launched.
  func commitDonation(to name: String) {
    taker = name
    condition.store(Condition.donated, ordering: .releasing)
  }

  /// Ends a claim after the execution could not be launched: live again, unless the plugin took the memory anyway.
  func withdrawDonation(to name: String, launched: Bool) {
    var arguments = PJRT_Buffer_IsDeleted_Args.sized()
    arguments.buffer = pointer
    if launched {
      table.discard(table.functions.pointee.Buffer_IsDeleted(&arguments))
      if arguments.is_deleted { return commitDonation(to: name) }
    }
    condition.store(Condition.live, ordering: .releasing)
  }

  /// The error of using a buffer whose contents are gone.
  func unusable(_ context: String) -> PJRTError {
    switch condition.load(ordering: .acquiring) {
    case Condition.donated:
      PJRTError(
        .failedPrecondition,
        "the buffer was donated to `\(taker)`, which took over its memory; use what `\(taker)` returned, "
          + "or call it without donation", context: context)
    case Condition.deleted:
      PJRTError(.failedPrecondition, "the buffer was deleted", context: context)
    default:
      PJRTError(
        .failedPrecondition, "the buffer is being donated to another call at this moment", context: context)
    }
  }
}
