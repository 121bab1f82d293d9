/// A call of a public function with drawn arguments.
struct Call: Sendable {
  /// The function: `Tensor.arange(_:dtype:)`.
  let name: String
  let body: @Sendable (Draw) throws -> Void
}
