/// The inside of a region, before it is known whether the chain of ordered operations goes through it.
struct HLOBlock {
  let function: HLOFunction
  let arguments: [HLOValue]
  let results: [HLOValue]

  /// Whether operations in it are in the chain.
  var isChained: Bool { function.chain != nil }

  /// The region, `{ ^bb0(…): … }`.
  ///
  /// - Parameters:
  ///   - takesChain: whether it has an argument for the chain after the others.
  ///   - givesChain: whether it gives the chain's end after the other results.
  func text(
    terminator: String = "stablehlo.return", takesChain: Bool = false, givesChain: Bool = false
  ) -> String {
    let arguments = takesChain ? arguments + [function.chainArgument] : arguments
    let results = givesChain ? results + [function.chainEnd] : results
    var text = "{\n"
    if !arguments.isEmpty {
      text += "    ^bb0(" + arguments.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + "):\n"
    }
    text += function.text
    text += "    " + terminator
    if !results.isEmpty {
      text += " " + results.map(\.name).joined(separator: ", ") + " : "
      text += results.map(\.type.description).joined(separator: ", ")
    }
    return text + "\n    }"
  }
}
