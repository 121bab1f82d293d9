/// The body of a function (or of a region in one) under construction: each method writes one operation.
///
/// The methods are grouped by family in the extensions beside this file. Shapes and types of results are those
/// that the caller gives or that follow from the operands; XLA's verifier has the last word.
public final class HLOFunction {
  public let module: HLOModule
  private(set) var text = ""
  private var nextValue = 0
  let prefix: String
  private var constants: [String: HLOValue] = [:]
  private var origins: [HLOValue: HLOOrigin] = [:]
  private var regionCount = 0
  /// The token of the last effect whose order is kept; nil while there is none here.
  var token: HLOValue?
  /// The function around this region, where the token of what is outside is used.
  private let enclosing: HLOFunction?

  init(module: HLOModule, prefix: String = "%", enclosing: HLOFunction? = nil) {
    self.module = module
    self.prefix = prefix
    self.enclosing = enclosing
  }

  /// Writes `%n = body : type` with one result and returns it.
  func emit(_ body: String, result: HLOType, signature: String) -> HLOValue {
    let value = HLOValue(name: prefix + String(nextValue), type: result)
    nextValue += 1
    text += "    "
    text += value.name
    text += " = "
    text += body
    text += " : "
    text += signature
    text += "\n"
    return value
  }

  /// Writes an operation with several results, `%n:2 = …`, and returns them.
  func emit(_ body: String, results: [HLOType], signature: String) -> [HLOValue] {
    if results.count == 1 { return [emit(body, result: results[0], signature: signature)] }
    let name = prefix + String(nextValue)
    nextValue += 1
    text +=
      results.isEmpty
      ? "    \(body) : \(signature)\n" : "    \(name):\(results.count) = \(body) : \(signature)\n"
    return results.enumerated().map { HLOValue(name: "\(name)#\($0.offset)", type: $0.element) }
  }

  /// Writes a constant once per function and text.
  func constant(_ literal: String, type: HLOType) -> HLOValue {
    let key = literal + type.description
    if let known = constants[key] { return known }
    let value = emit("stablehlo.constant dense<\(literal)>", result: type, signature: type.description)
    constants[key] = value
    return value
  }

  /// What a value was made of, if it is the result of a conversion or transposition in this function.
  public func origin(of value: HLOValue) -> HLOOrigin? { origins[value] }

  /// The value, with what it was made of.
  func noting(_ origin: HLOOrigin, of value: HLOValue) -> HLOValue {
    origins[value] = origin
    return value
  }

  /// Writes a region in a function of its own names and returns its text, `{ ^bb0(…): … }`.
  func region(
    arguments: [HLOType], terminator: String = "stablehlo.return",
    _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> String { block(arguments: arguments, body).text(terminator: terminator) }

  /// Writes the inside of a region in a function of its own names.
  ///
  /// - Parameter sharesToken: whether the region uses values from outside, so that the token is used in it.
  func block(
    arguments: [HLOType], sharesToken: Bool = false, _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> HLOBlock {
    regionCount += 1
    let inner = HLOFunction(
      module: module, prefix: "\(prefix)r\(nextValue)_\(regionCount)_", enclosing: sharesToken ? self : nil)
    let values = arguments.enumerated().map {
      HLOValue(name: "\(inner.prefix)a\($0.offset)", type: $0.element)
    }
    return HLOBlock(function: inner, arguments: values, results: body(inner, values))
  }

  /// Calls a private function of the module, which is written when `key` is first seen.
  public func call(
    key: AnyHashable, name: String, _ operands: [HLOValue],
    _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let function = module.privateFunction(key: key, name: name, arguments: operands.map(\.type), body)
    let operands = function.isOrdered ? operands + [currentToken] : operands
    let results = emit(
      "func.call @\(function.name)(\(HLOFunction.names(operands)))", results: function.results,
      signature: HLOFunction.signature(operands, function.results))
    return function.isOrdered ? droppingToken(results) : results
  }

  /// What the next operation whose order is kept has to wait for.
  var currentToken: HLOValue { token ?? enclosing?.currentToken ?? tokenArgument }

  /// The argument that brings the token into a function or region.
  var tokenArgument: HLOValue { HLOValue(name: prefix + "token", type: HLOFunction.tokenType) }

  /// The results without the last one, which is the token from here on.
  func droppingToken(_ results: [HLOValue]) -> [HLOValue] {
    token = results.last
    return results.dropLast()
  }

  /// The type of tokens: a number that nobody reads. (StableHLO has a token type, but no buffers of it that one program could
  /// hand to the next.).
  static let tokenType = HLOType(.i32, [])

  static func names(_ values: [HLOValue]) -> String { values.map(\.name).joined(separator: ", ") }

  static func list(_ numbers: [Int]) -> String {
    "[" + numbers.map(String.init).joined(separator: ", ") + "]"
  }

  /// `array<i64: 1, 2>`, or `array<i64>` when empty.
  static func array(_ numbers: [Int]) -> String {
    numbers.isEmpty ? "array<i64>" : "array<i64: " + numbers.map(String.init).joined(separator: ", ") + ">"
  }

  static func signature(_ operands: [HLOValue], _ results: [HLOType]) -> String {
    let from = operands.map(\.type.description).joined(separator: ", ")
    let to = results.map(\.description).joined(separator: ", ")
    return results.count == 1 ? "(\(from)) -> \(to)" : "(\(from)) -> (\(to))"
  }
}
