package import PJRT
package import StableHLO

/// A program written as StableHLO, with what a caller has to know to run it.
package struct LoweredProgram: Sendable {
  /// Where an output of the program comes from.
  package enum Output: Sendable {
    /// The result of this number of the executable.
    case result(Int)
    /// The input of this number, handed on as it is.
    case input(Int)
  }

  /// The StableHLO module.
  package let text: String
  /// The inputs (constants counted after them) that the executable takes, in order.
  package let arguments: [Int]
  /// Positions in `arguments` whose memory the results take over.
  let donatedArguments: [Int]
  package let outputs: [Output]
  package let outputTypes: [TensorType]
  /// Whether the executable has one more argument and result, by which collectives across processes keep their order.
  let isOrdered: Bool
  /// The functions of this process that the module calls: see `ForeignFunctions.register(offered:on:)`.
  let calledFunctions: [String]
  /// How the module is compiled: for which devices.
  package let options: CompileOptions

  /// Writes `program`.
  ///
  /// Inputs that nothing reads are left out; outputs that are inputs unchanged are handed on without being computed,
  /// unless the input is donated. Constants are copied, since a later call may be given the result as a donation.
  ///
  /// - Parameters:
  ///   - donated: numbers of the inputs that may be overwritten by results of the same type.
  ///   - plan: the devices that the program runs on; the default one if nil.
  ///   - callsKernels: whether operations are calls of the kernels of this process, which are there: see `Kernels`.
  ///   - callsLAPACK: whether factorizations are calls of LAPACK, which is there: see `LAPACKLibrary`.
  package init(
    _ program: Program, donated: Set<Int> = [], plan: ShardingPlan? = nil, callsKernels: Bool = false,
    callsLAPACK: Bool = false
  ) {
    let all = program.inputs + program.constants.map(\.variable)
    let position = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($0.element, $0.offset) })
    var outputs: [Output] = []
    var computed: [(atom: Atom, sharding: NamedSharding?)] = []
    for (index, output) in program.outputs.enumerated() {
      let sharding = plan?.outputs[index]
      if case .variable(let variable) = output, let input = position[variable],
        program.inputs.indices.contains(input), !donated.contains(input),
        sharding == nil || sharding == plan?.inputs[input]
      {
        outputs.append(.input(input))
      } else {
        outputs.append(.result(computed.count))
        computed.append((output, sharding))
      }
    }
    var isRead = Set<Variable>()
    for equation in program.equations {
      for case .variable(let variable) in equation.operands { isRead.insert(variable) }
    }
    for case .variable(let variable) in computed.map(\.atom) { isRead.insert(variable) }
    let arguments = all.indices.filter { isRead.contains(all[$0]) }
    self.arguments = arguments
    self.outputs = outputs
    outputTypes = program.outputTypes

    let module = HLOModule(name: program.name, callsKernels: callsKernels, callsLAPACK: callsLAPACK)
    let read = arguments.map { all[$0] }
    var attributes = [String](repeating: "", count: read.count)
    var resultAttributes: [Int: String] = [:]
    var tokenAttributes = ""
    if let plan {
      tokenAttributes = NamedSharding(plan.mesh, []).attribute(in: module, rank: 0)
      // Which result takes over the memory of an argument is up to XLA: it depends on how the results are divided.
      donatedArguments = arguments.indices.filter { donated.contains(arguments[$0]) }
      module.addPartitions(Array(zip(plan.mesh.axisNames, plan.mesh.axisSizes)))
      for (number, index) in arguments.enumerated() {
        attributes[number] = plan.inputs[index].attribute(
          in: module, rank: program.types[all[index].number].ndim)
        if donated.contains(index) { attributes[number] += ", jax.buffer_donor = true" }
      }
      for (index, result) in computed.enumerated() {
        resultAttributes[index] = result.sharding?.attribute(
          in: module, rank: program.type(of: result.atom).ndim)
      }
    } else {
      let aliases = LoweredProgram.aliases(
        arguments: arguments.map { (donated.contains($0), program.types[all[$0].number]) },
        results: computed.map { program.type(of: $0.atom) })
      donatedArguments = aliases.keys.sorted()
      for (argument, result) in aliases { attributes[argument] = "tf.aliasing_output = \(result) : i32" }
    }
    module.addMain(
      arguments: zip(read, attributes).map { (program.types[$0.number].hlo, $1) },
      resultAttributes: resultAttributes, tokenAttributes: tokenAttributes
    ) { function, values in
      program.lower(to: function, inputs: Array(zip(read, values)), outputs: computed.map(\.atom))
    }
    text = module.text
    calledFunctions = module.calledFunctions
    isOrdered = module.isOrdered
    let token = module.isOrdered ? plan.map { [NamedSharding($0.mesh, [])] } ?? [] : []
    options = plan?.options(results: computed.map(\.sharding) + token) ?? CompileOptions()
  }

  /// Which result may use the memory of which donated argument: the first free one of its type.
  private static func aliases(
    arguments: [(isDonated: Bool, type: TensorType)], results: [TensorType]
  ) -> [Int: Int] {
    var free: [TensorType: [Int]] = [:]
    for (index, type) in results.enumerated().reversed() { free[type.tangent, default: []].append(index) }
    var aliases: [Int: Int] = [:]
    for (index, argument) in arguments.enumerated() where argument.isDonated {
      if let result = free[argument.type.tangent]?.popLast() { aliases[index] = result }
    }
    return aliases
  }
}

extension Program {
  /// Writes the equations to `function` and returns the values of `outputs` (those of the program when nil).
  package func lower(
    to function: HLOFunction, inputs arguments: [(Variable, HLOValue)], outputs wanted: [Atom]? = nil
  ) -> [HLOValue] {
    var values = [HLOValue?](repeating: nil, count: types.count)
    for (variable, value) in arguments { values[variable.number] = value }
    for constant in constants where values[constant.variable.number] == nil {
      // Captured by a rule of a program within the program: written out.
      values[constant.variable.number] = function.constant(
        constant.value.hloLiteral, types[constant.variable.number].hlo)
    }
    func read(_ atom: Atom) -> HLOValue {
      switch atom {
      case .literal(let scalar): function.constant(scalar.hloLiteral, HLOType(scalar.dtype.hlo, []))
      case .variable(let variable):
        // A variable without a value would be a malformed program; XLA's verifier then names the stand-in.
        values[variable.number] ?? function.constant("0", types[variable.number].hlo)
      }
    }
    for equation in equations {
      let context = LoweringContext(
        function: function, operandTypes: equation.operands.map(type(of:)),
        resultTypes: equation.results.map { types[$0.number] })
      let results = equation.primitive.lower(equation.operands.map(read), context)
      for (variable, result) in zip(equation.results, results) { values[variable.number] = result }
    }
    return (wanted ?? outputs).map(read)
  }
}

extension Tensor {
  /// The elements as MLIR writes them. Without values (the memory was donated) there is no such text, and XLA's parser
  /// says so.
  fileprivate var hloLiteral: String {
    guard let bytes = try? bytes() else { return "no value" }
    if dtype == .bool {
      let elements = bytes.map { $0 == 0 ? "false" : "true" }[...]
      return nested(elements, type.shape.dimensions[...])
    }
    let digits = Array("0123456789ABCDEF")
    var text = "\"0x"
    for byte in bytes { text += String([digits[Int(byte >> 4)], digits[Int(byte & 15)]]) }
    return bytes.isEmpty ? "" : text + "\""
  }

  private func nested(_ elements: ArraySlice<String>, _ extents: ArraySlice<Int>) -> String {
    guard let count = extents.first else { return elements.first ?? "" }
    let stride = count == 0 ? 0 : elements.count / count
    let parts = (0..<count).map { index in
      nested(elements.dropFirst(index * stride).prefix(stride), extents.dropFirst())
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}
