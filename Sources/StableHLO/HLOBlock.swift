/// The inside of a region, before it is known whether a token of ordered effects goes through it.
struct HLOBlock {
  let function: HLOFunction
  let arguments: [HLOValue]
  let results: [HLOValue]

  /// Whether operations in it have ordered effects.
  var isOrdered: Bool { function.token != nil }

  /// The region, `{ ^bb0(…): … }`.
  ///
  /// - Parameters:
  ///   - takesToken: whether it has an argument for the token after the others.
  ///   - givesToken: whether it gives the token after the other results.
  func text(
    terminator: String = "stablehlo.return", takesToken: Bool = false, givesToken: Bool = false
  ) -> String {
    let arguments = takesToken ? arguments + [function.tokenArgument] : arguments
    let results = givesToken ? results + [function.currentToken] : results
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
