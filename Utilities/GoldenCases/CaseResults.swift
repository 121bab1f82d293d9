/// What a runner hands back for one case.
public struct CaseResults: Sendable {
  /// The tensors, by the names that the manifest gives them.
  public private(set) var tensors: [String: HostArray] = [:]
  /// The plain result of a case of kind semantics.
  public var value: JSONValue?
  /// The parts of the case that failed, and how.
  private(set) var failures: [(part: String, error: any Error)] = []
  private(set) var compilerReason: String?

  /// Nothing yet.
  public init() {}

  /// The tensor of this name.
  public subscript(tensor: String) -> HostArray? {
    get { tensors[tensor] }
    set { tensors[tensor] = newValue }
  }

  /// Does a part of a case that can fail without harm to the rest: a gradient, say, when the value is there.
  public mutating func attempt(_ part: String, _ body: (inout CaseResults) throws -> Void) {
    do { try body(&self) } catch { failures.append((part, error)) }
  }

  /// Says that what the case does wrong cannot be written in Swift, because the compiler refuses it. Counts as
  /// the error that the case waits for, and is listed in the report. A plain result may then lack the members that
  /// tell of it.
  public mutating func refusedByCompiler(_ reason: String) { compilerReason = reason }
}
