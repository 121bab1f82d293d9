/// Programs made from a program by a transformation: what primitives with subprograms are differentiated and
/// batched by. Each is made once and kept with the program it comes from.
extension Program {
  /// What was done to make a derived program, as its key.
  private enum Derivation: Hashable, Sendable {
    case jvp([Bool])
    case linearized([Bool])
    case transposed([Bool], [Bool])
    case batched([Int?], size: Int, axisName: String?)
  }

  /// The same program with its constants as inputs after the others.
  func closed() -> Program {
    constants.isEmpty
      ? self
      : Program(
        name: name, inputs: inputs + constants.map(\.variable), constants: [], equations: equations,
        outputs: outputs, types: types)
  }

  /// Traces a derived program; `body` gets the trace to make inputs with and returns outputs and their flags.
  private func derive(
    _ derivation: Derivation, name: String,
    _ body: @escaping (StagingTrace) -> (outputs: [Tensor], flags: [Int?])
  ) -> DerivedProgram {
    derived.program(derivation) {
      let trace = StagingTrace(parent: Trace.current, label: name)
      defer { trace.close() }
      let (outputs, flags) = Trace.with(trace) { body(trace) }
      do throws(TensorError) {
        return DerivedProgram(program: try trace.program(name: name, outputs: outputs), outputFlags: flags)
      } catch {
        return DerivedProgram(program: self, outputFlags: flags, failure: error)
      }
    }
  }

  /// Inputs and the tangents of the active ones to outputs and tangents; a flag is the tangent's place, nil for zero.
  func jvp(isActive: [Bool]) -> DerivedProgram {
    derive(.jvp(isActive), name: "jvp_\(name)") { [self] staging in
      let primals = inputTypes.map { staging.input($0) }
      let tangents = zip(inputTypes, isActive).map { $1 ? staging.input($0.tangent) : nil }
      let trace = JVPTrace(parent: staging, label: name)
      defer { trace.close() }
      let results = Trace.with(trace) { evaluate(zip(primals, tangents).map { trace.tracer($0, $1) }) }
      let pairs = results.map(trace.split)
      let outputs = pairs.map { $0.primal } + pairs.compactMap { $0.tangent }
      return (outputs, flags(pairs.map { $0.tangent != nil }, from: pairs.count))
    }
  }

  /// Numbers those that are there from `start` on.
  private func flags(_ isPresent: [Bool], from start: Int) -> [Int?] {
    var next = start
    return isPresent.map { present in
      guard present else { return nil }
      defer { next += 1 }
      return next
    }
  }

  /// The primal program, which gives the outputs and then residuals, with the linear program as its companion, which
  /// takes residuals and the active tangents to the tangents of the outputs. A flag is a tangent's place, nil for zero.
  func linearized(isActive: [Bool]) -> DerivedProgram {
    derived.program(Derivation.linearized(isActive)) { [self] in
      let staging = StagingTrace(parent: Trace.current, label: name)
      let trace = LinearizeTrace(parent: staging, label: name)
      defer {
        trace.close()
        staging.close()
      }
      let inputs = Trace.with(staging) {
        zip(inputTypes, isActive).map { type, active in
          let primal = staging.input(type)
          return active ? trace.input(primal) : primal
        }
      }
      let pairs = Trace.with(trace) { evaluate(inputs) }.map(trace.split)
      do throws(TensorError) {
        let linear = try trace.staging.program(
          name: "linear_\(name)", outputs: pairs.compactMap { $0.tangent })
        let residuals = linear.constants.map(\.value)
        let primal = try staging.program(name: name, outputs: pairs.map { $0.primal } + residuals)
        let companion = Program(
          name: linear.name, inputs: linear.constants.map(\.variable) + linear.inputs, constants: [],
          equations: linear.equations, outputs: linear.outputs, types: linear.types)
        return DerivedProgram(
          program: primal, outputFlags: flags(pairs.map { $0.tangent != nil }, from: 0), companion: companion)
      } catch {
        return DerivedProgram(program: self, outputFlags: outputs.map { _ in nil }, failure: error)
      }
    }
  }

  /// The transpose of a program that is linear in some inputs: takes the other inputs and the cotangents that are
  /// there to the cotangents of the linear inputs. A flag is a cotangent's place, nil for zero.
  func transposed(isLinear: [Bool], hasCotangent: [Bool]) -> DerivedProgram {
    derive(.transposed(isLinear, hasCotangent), name: "transpose_\(name)") { [self] staging in
      let operands = zip(inputTypes, isLinear).map { type, linear -> LinearOperand in
        linear ? .linear(type) : .value(staging.input(type))
      }
      let cotangents = zip(outputTypes, hasCotangent).map { $1 ? staging.input($0.tangent) : nil }
      let results = transpose(cotangents, operands)
      return (results.compactMap { $0 }, flags(results.map { $0 != nil }, from: 0))
    }
  }

  /// The program on whole batches: inputs batched along `axes`; a flag is the batch axis of an output, nil for none.
  func batched(axes: [Int?], _ context: BatchContext) -> DerivedProgram {
    let key = Derivation.batched(axes, size: context.size, axisName: context.axisName)
    return derive(key, name: "vmap_\(name)") { [self] staging in
      let trace = BatchTrace(parent: staging, label: name, context: context)
      defer { trace.close() }
      let arguments = zip(inputTypes, axes).map { type, axis -> Tensor in
        guard let axis else { return staging.input(type) }
        var shape = type.shape.dimensions
        shape.insert(context.size, at: axis)
        return trace.tracer(staging.input(type.with(shape: Shape(shape))), axis)
      }
      let pairs = Trace.with(trace) { evaluate(arguments) }.map(trace.split)
      return (pairs.map { $0.value }, pairs.map { $0.axis })
    }
  }
}
