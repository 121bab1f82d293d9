package import TensorCore

/// Programs made from a program by a transformation: what primitives with subprograms are differentiated and
/// batched by. Each is made once and kept with the program it comes from.
extension Program {
  /// What was done to make a derived program, as its key.
  private enum Derivation: Hashable, Sendable {
    case jvp([Bool], instantiating: [Bool]?)
    case linearized([Bool], instantiating: [Bool]?)
    case transposed([Bool], [Bool], instantiating: [Bool]?)
    case batched([Int?], size: Int, axisName: String?, spmdAxes: [String], instantiating: [Bool]?)
  }

  /// The same program with its constants as inputs after the others, or before them.
  package func closed(leading: Bool = false) -> Program {
    if constants.isEmpty { return self }
    let captured = constants.map(\.variable)
    return Program(
      name: name, inputs: leading ? captured + inputs : inputs + captured, constants: [],
      equations: equations, outputs: outputs, types: types)
  }

  /// Traces a derived program; `body` gets the trace to make inputs with and returns outputs.
  func derive(
    _ derivation: some Hashable & Sendable, name: String, _ body: (StagingTrace) -> [Tensor]
  ) -> DerivedProgram {
    derive(derivation, name: name) { trace in
      (body(trace), { program, failure in DerivedProgram(program: program, failure: failure) })
    }
  }

  /// As `derive`, where `body` also returns how the result is made of the program, or of the error of making it.
  func derive<Result: Sendable>(
    _ derivation: some Hashable & Sendable, name: String,
    _ body: (StagingTrace) -> (outputs: [Tensor], result: (Program, TensorError?) -> Result)
  ) -> Result {
    derived.value(derivation) {
      let trace = StagingTrace(parent: Trace.current, label: name)
      defer { trace.close() }
      let (outputs, result) = Trace.with(trace.trace) { body(trace) }
      do throws(TensorError) {
        return result(try trace.subprogram(name: name, outputs: outputs), nil)
      } catch {
        return result(self, error)
      }
    }
  }

  /// Inputs and the tangents of the active ones to outputs and tangents.
  ///
  /// - Parameter instantiating: the outputs that get a tangent even where it is zero.
  package func jvp(isActive: [Bool], instantiating: [Bool]? = nil) -> JVPProgram {
    derive(Derivation.jvp(isActive, instantiating: instantiating), name: "jvp_\(name)") { staging in
      let primals = inputTypes.map { staging.input($0) }
      let tangents = zip(inputTypes, isActive).map { $1 ? staging.input($0.tangent) : nil }
      let trace = JVPTrace(parent: staging.trace, label: name)
      defer { trace.close() }
      let results = Trace.with(trace.trace) { evaluate(zip(primals, tangents).map { trace.tracer($0, $1) }) }
      let pairs = results.map(trace.split)
      let tangentsOut = pairs.enumerated().map { index, pair in
        pair.tangent ?? (instantiating?[index] == true ? pair.primal.zeroTangent : nil)
      }
      let indices = [Int?](numbering: tangentsOut.map { $0 != nil }, from: pairs.count)
      return (
        pairs.map { $0.primal } + tangentsOut.compactMap { $0 },
        { JVPProgram(program: $0, tangentIndices: indices, failure: $1) }
      )
    }
  }

  /// The program divided into the primal and the linear one.
  ///
  /// - Parameter instantiating: the outputs that get a tangent even where it is zero.
  func linearized(isActive: [Bool], instantiating: [Bool]? = nil) -> LinearizedProgram {
    derived.value(Derivation.linearized(isActive, instantiating: instantiating)) {
      let staging = StagingTrace(parent: Trace.current, label: name)
      let trace = LinearizeTrace(parent: staging.trace, label: name)
      defer {
        trace.close()
        staging.close()
      }
      let inputs = Trace.with(staging.trace) {
        zip(inputTypes, isActive).map { type, active in
          let primal = staging.input(type)
          return active ? trace.input(primal) : primal
        }
      }
      let pairs = Trace.with(trace.trace) { evaluate(inputs) }.map(trace.split)
      let tangents = pairs.enumerated().map { index, pair in
        pair.tangent ?? (instantiating?[index] == true ? trace.staging.zeros(pair.primal.type) : nil)
      }
      do throws(TensorError) {
        let linear = try trace.staging.program(name: "linear_\(name)", outputs: tangents.compactMap { $0 })
        let residuals = linear.constants.map(\.value)
        let primal = try staging.subprogram(name: name, outputs: pairs.map { $0.primal } + residuals)
        return LinearizedProgram(
          program: primal, linear: linear.closed(leading: true),
          tangentIndices: [Int?](numbering: tangents.map { $0 != nil }, from: 0))
      } catch {
        return LinearizedProgram(
          program: self, linear: self, tangentIndices: outputs.map { _ in nil }, failure: error)
      }
    }
  }

  /// The transpose of a program that is linear in some inputs: takes the other inputs and the cotangents that are
  /// there to the cotangents of the linear inputs.
  ///
  /// - Parameter instantiating: the linear inputs that get a cotangent even where it is zero.
  package func transposed(isLinear: [Bool], hasCotangent: [Bool], instantiating: [Bool]? = nil)
    -> TransposedProgram
  {
    let key = Derivation.transposed(isLinear, hasCotangent, instantiating: instantiating)
    return derive(key, name: "transpose_\(name)") { staging in
      let operands = zip(inputTypes, isLinear).map { type, linear -> LinearOperand in
        linear ? .linear(type) : .value(staging.input(type))
      }
      let cotangents = zip(outputTypes, hasCotangent).map { $1 ? staging.input($0.tangent) : nil }
      var results = transpose(cotangents, operands)
      for (index, type) in inputTypes.enumerated() where instantiating?[index] == true {
        results[index] = results[index] ?? Tensor.full(type.shape, 0, dtype: type.dtype)
      }
      let indices = [Int?](numbering: results.map { $0 != nil }, from: 0)
      return (
        results.compactMap { $0 }, { TransposedProgram(program: $0, cotangentIndices: indices, failure: $1) }
      )
    }
  }

  /// The program on whole batches: inputs batched along `axes`.
  ///
  /// - Parameter instantiating: the outputs that are batched even where all lanes are the same. If given, every
  ///   batched output has its batch axis first.
  package func batched(axes: [Int?], _ context: BatchContext, instantiating: [Bool]? = nil) -> BatchedProgram
  {
    let key = Derivation.batched(
      axes, size: context.size, axisName: context.axisName, spmdAxes: context.spmdAxes,
      instantiating: instantiating)
    return derive(key, name: "vmap_\(name)") { staging in
      let trace = BatchTrace(parent: staging.trace, label: name, context: context)
      defer { trace.close() }
      let arguments = zip(inputTypes, axes).map { type, axis -> Tensor in
        guard let axis else { return staging.input(type) }
        var shape = type.shape.dimensions
        shape.insert(context.size, at: axis)
        return trace.tracer(staging.input(type.with(shape: Shape(shape))), axis)
      }
      let pairs = Trace.with(trace.trace) { evaluate(arguments) }.map(trace.split)
      guard let instantiating else {
        let axes = pairs.map { $0.axis }
        return (pairs.map { $0.value }, { BatchedProgram(program: $0, axes: axes, failure: $1) })
      }
      let isBatched = zip(pairs, instantiating).map { $0.axis != nil || $1 }
      let outputs = zip(pairs, isBatched).map { pair, isBatched in
        isBatched ? pair.value.batchedFirst(pair.axis, context) : pair.value
      }
      let axes: [Int?] = isBatched.map { $0 ? 0 : nil }
      return (outputs, { BatchedProgram(program: $0, axes: axes, failure: $1) })
    }
  }

  /// The same program with outputs converted to these types, which differ in dtype or weakness only.
  package func converting(to wanted: [TensorType]) -> Program {
    struct Conversion: Hashable, Sendable { let types: [TensorType] }
    if outputTypes == wanted { return self }
    return derive(Conversion(types: wanted), name: name) { trace in
      let outputs = evaluate(inputTypes.map { trace.input($0) })
      return zip(outputs, wanted).map { $0.converted(to: $1.dtype, isWeak: $1.isWeak) }
    }.program
  }
}
