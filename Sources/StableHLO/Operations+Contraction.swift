extension HLOFunction {
  /// The general dot product: batch dimensions first, then the free ones of `a`, then those of `b`.
  public func dotGeneral(
    _ a: HLOValue, _ b: HLOValue, batching: ([Int], [Int]), contracting: ([Int], [Int]),
    precision: String = "DEFAULT", to type: HLOType
  ) -> HLOValue {
    var text = "stablehlo.dot_general \(a.name), \(b.name), "
    if !batching.0.isEmpty {
      text += "batching_dims = \(HLOFunction.list(batching.0)) x \(HLOFunction.list(batching.1)), "
    }
    text += "contracting_dims = \(HLOFunction.list(contracting.0)) x \(HLOFunction.list(contracting.1)), "
    text += "precision = [\(precision), \(precision)]"
    return emit(text, result: type, signature: HLOFunction.signature([a, b], [type]))
  }
}
