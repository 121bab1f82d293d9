/// Whether a buffer's contents can still be used.
public enum BufferState: Sendable, Hashable {
  /// The contents are there, or will be when the program that makes them has run.
  case live
  /// A program took over the memory; `by` names the function that was called.
  case donated(by: String)
  /// The memory was given back.
  case deleted
}
