/// A StableHLO module under construction: its functions, written one after the other.
///
/// The function named `main` is the one that XLA runs. Private functions are written once per key, so that a
/// subprogram used many times is one function and many calls.
public final class HLOModule {
  public let name: String
  private var attributes: [String] = []
  private var declarations: [String] = []
  private var functions: [String] = []
  private var privateFunctions: [AnyHashable: (name: String, results: [HLOType], isOrdered: Bool)] = [:]
  private var takenNames: Set<String> = ["main"]
  private var declaredNames: [String: String] = [:]
  /// The axes of the mesh whose devices the part being written sees one by one; none outside of
  /// `manualComputation`.
  public internal(set) var manualMesh: [(name: String, size: Int)] = []
  /// The names of those axes of it along which the devices are seen one by one; XLA partitions along the others.
  public internal(set) var manualAxes: Set<String> = []

  /// Whether `main` has one more argument and result, the token of effects whose order is kept.
  public private(set) var isOrdered = false

  private var channelCount = 0
  /// The axes of the mesh that the module is partitioned over; none on one device.
  var partitionAxes: [(name: String, size: Int)] = []

  /// Whether the module is one for several devices.
  public var isPartitioned: Bool { !partitionAxes.isEmpty }

  /// Whether operations may be written as calls of kernels that the process has for them.
  public let callsKernels: Bool

  /// Whether factorizations may be written as calls of a LAPACK that the process has.
  public let callsLAPACK: Bool

  /// The functions of the process that the module calls, by their names, in order.
  public private(set) var calledFunctions: [String] = []

  public init(name: String, callsKernels: Bool = false, callsLAPACK: Bool = false) {
    self.callsLAPACK = callsLAPACK
    self.name = HLOModule.identifier(name)
    self.callsKernels = callsKernels
  }

  /// Notes that the module calls a function of the process, which has to be there when it is compiled.
  public func noteCall(of name: String) {
    if !calledFunctions.contains(name) { calledFunctions.append(name) }
  }

  /// Adds a module attribute, such as `mhlo.num_partitions = 4 : i32`.
  public func addAttribute(_ text: String) { attributes.append(text) }

  /// Adds a top-level declaration, such as an `sdy.mesh`.
  public func addDeclaration(_ text: String) { declarations.append(text) }

  /// The number of a collective's channel.
  func nextChannel() -> Int {
    channelCount += 1
    return channelCount
  }

  /// The name of a top-level declaration, `sdy.mesh @name = text`, written at the first request.
  func declaredName(of keyword: String, _ text: String, base: String) -> String {
    if let known = declaredNames[keyword + text] { return known }
    let name = declaredNames.isEmpty ? base : "\(base)_\(declaredNames.count)"
    declaredNames[keyword + text] = name
    addDeclaration("\(keyword) @\(name) = \(text)")
    return name
  }

  /// Writes the function `main`.
  ///
  /// - Parameters:
  ///   - arguments: types of the arguments and their attributes (`""` for none), such as `tf.aliasing_output = 0 :
  ///     i32`.
  ///   - resultAttributes: attributes of the results, by index.
  ///   - tokenAttributes: attributes of the argument and the result for the token, if there is one.
  ///   - body: makes the operations, and returns what the function returns.
  public func addMain(
    arguments: [(type: HLOType, attributes: String)], resultAttributes: [Int: String] = [:],
    tokenAttributes: String = "", _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) {
    let main = write(
      header: "func.func public @main", arguments: arguments, resultAttributes: resultAttributes,
      tokenAttributes: tokenAttributes, body)
    isOrdered = main.isOrdered
    functions.append(main.text)
  }

  /// Gives the private function for `key`, writing it at the first request.
  func privateFunction(
    key: AnyHashable, name: String, arguments: [HLOType], _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> (name: String, results: [HLOType], isOrdered: Bool) {
    // What is written for each device by itself may differ from what is not.
    let key = manualAxes.isEmpty ? key : AnyHashable([key, AnyHashable(manualAxes)])
    if let known = privateFunctions[key] { return known }
    let base = HLOModule.identifier(name)
    var unique = base
    var suffix = 1
    while !takenNames.insert(unique).inserted {
      unique = "\(base)_\(suffix)"
      suffix += 1
    }
    let written = write(
      header: "func.func private @\(unique)", arguments: arguments.map { ($0, "") }, resultAttributes: [:],
      body)
    functions.append(written.text)
    let function = (unique, written.results, written.isOrdered)
    privateFunctions[key] = function
    return function
  }

  private func write(
    header: String, arguments: [(type: HLOType, attributes: String)], resultAttributes: [Int: String],
    tokenAttributes: String = "", _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> (text: String, results: [HLOType], isOrdered: Bool) {
    let function = HLOFunction(module: self)
    var values = arguments.enumerated().map { HLOValue(name: "%arg\($0.offset)", type: $0.element.type) }
    var results = body(function, values)
    var attributes = arguments.map(\.attributes)
    var resultAttributes = resultAttributes
    let isOrdered = function.token != nil
    if isOrdered {
      resultAttributes[results.count] = tokenAttributes.isEmpty ? nil : tokenAttributes
      attributes.append(tokenAttributes)
      values.append(function.tokenArgument)
      results.append(function.currentToken)
    }
    var text = "  \(header)("
    text += zip(values, attributes).map { value, attributes in
      attributes.isEmpty ? "\(value.name): \(value.type)" : "\(value.name): \(value.type) {\(attributes)}"
    }.joined(separator: ", ")
    text += ") -> ("
    text += results.enumerated().map { index, value in
      resultAttributes[index].map { "\(value.type) {\($0)}" } ?? value.type.description
    }.joined(separator: ", ")
    text += ") {\n"
    text += function.text
    text += "    return"
    if !results.isEmpty {
      text += " " + results.map(\.name).joined(separator: ", ") + " : "
      text += results.map(\.type.description).joined(separator: ", ")
    }
    text += "\n  }\n"
    return (text, results.map(\.type), isOrdered)
  }

  /// The whole module as text.
  public var text: String {
    var result = "module @\(name)"
    if !attributes.isEmpty { result += " attributes {\(attributes.joined(separator: ", "))}" }
    result += " {\n"
    for declaration in declarations { result += "  \(declaration)\n" }
    for function in functions { result += function }
    result += "}\n"
    return result
  }

  /// A name that MLIR accepts after `@`: letters, digits and underscores.
  static func identifier(_ name: String) -> String {
    let mapped = String(
      name.unicodeScalars.map {
        ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) ? Character($0) : "_"
      })
    return mapped.isEmpty ? "program" : mapped
  }
}
