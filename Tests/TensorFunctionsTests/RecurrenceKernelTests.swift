import PJRT
import TensorTransformations
import Tensors
import Testing

@testable import TensorCore
@testable import TensorFunctions
@testable import TensorPrimitives

/// LSTM and GRU over time by the kernels of `CKernels`, against XLA's loops: values and gradients.
@Suite(.enabled(if: Kernels.instructions != nil, "no kernels for this processor"))
struct RecurrenceKernelTests {
  struct Case: Sendable, CustomStringConvertible {
    let cell: RecurrentCell
    let batch, times, units: Int

    var description: String { "\(cell) of \(units), \(batch) × \(times)" }

    /// The extents of the sums, the weights and the states.
    var shapes: [Shape] {
      let states = [Shape](repeating: [batch, units], count: cell.stateCount)
      return [[batch, times, cell.gateCount * units]] + cell.weights(units: units, .float32).map(\.shape)
        + states
    }

    func operands(_ seed: Int, dtype: DType = .float32) -> [Tensor] {
      let keys = Random.split(Random.key(seed), shapes.count)
      return shapes.enumerated().map { index, shape in
        // Sums of as many weights as there are units stay in the range where gates differ.
        let scale = index == 0 || index > cell.weightCount ? 1 : 1 / Double(units).squareRoot()
        return scale * Random.normal(keys[index], shape, dtype: dtype)
      }
    }

    /// The outputs, and the last cell of an LSTM.
    func callAsFunction(_ operands: [Tensor]) -> [Tensor] {
      switch cell {
      case .lstm:
        let (outputs, last) = lstm(
          operands[0], weights: operands[1], hidden: operands[2], cell: operands[3])
        return [outputs, last]
      case .gru:
        return [gru(operands[0], weights: operands[1], candidate: operands[2], hidden: operands[3])]
      }
    }

    /// A number that depends on every output in its own way.
    func loss(_ operands: [Tensor]) -> Tensor {
      let terms = self(operands).map { x in
        (sin(3 * x) * cos(Tensor.arange(x.size).astype(x.dtype).reshape(x.shape))).sum()
      }
      return terms.dropFirst().reduce(terms[0], +)
    }
  }

  static let cases = [RecurrentCell.lstm, .gru].flatMap { cell in
    [(2, 3, 1), (1, 5, 7), (3, 4, 33), (25, 2, 40)].map {
      Case(cell: cell, batch: $0.0, times: $0.1, units: $0.2)
    }
  }

  private func run(_ program: Program, _ inputs: [Tensor], kernels: Bool) throws -> [Tensor] {
    try CompiledProgram(program, on: .default, kernels: kernels).run(inputs)
  }

  private func calls(_ program: Program) -> Int {
    LoweredProgram(program, callsKernels: true).text.split(separator: "blox_recurrence_v").count - 1
  }

  private func largest(_ tensor: Tensor) throws -> Double { try abs(tensor).max().item(Double.self) }

  /// Values, values where a gradient is taken, and the gradients of all operands.
  @Test(arguments: cases) func valuesAndGradientsAreThoseOfXLA(_ recurrence: Case) throws {
    let operands = recurrence.operands(3)
    func all(_ operands: [Tensor]) -> [Tensor] {
      recurrence(operands) + grad { (operands: [Tensor]) in recurrence.loss(operands) }(operands)
    }
    let program = try makeJaxpr { (operands: [Tensor]) in all(operands) }(operands)
    #expect(calls(program) == 3)
    let ours = try run(program, operands, kernels: true)
    let theirs = try run(program, operands, kernels: false)
    let exact = try jit { (operands: [Tensor]) in all(operands) }(operands.map { $0.astype(.float64) })
    for (index, (value, exact)) in zip(ours, exact).enumerated() {
      let scale = max(try largest(exact), 1e-3)
      #expect(value.shape == theirs[index].shape)
      #expect(try largest(value.astype(.float64) - exact) <= 3e-6 * scale, "result \(index)")
      #expect(try largest(value - theirs[index]) <= 5e-6 * scale, "result \(index)")
    }
  }

  /// The gradients along a line, against the difference of two values in float64.
  @Test(arguments: [cases[1], cases[6]]) func gradientsAreDifferences(_ recurrence: Case)
    throws
  {
    let operands = recurrence.operands(5, dtype: .float64)
    let steps = recurrence.operands(6, dtype: .float64)
    let slope = try jit { (operands: [Tensor], steps: [Tensor]) in
      let ends = [1e-5, -1e-5].map { size in recurrence.loss(zip(operands, steps).map { $0 + size * $1 }) }
      return (ends[0] - ends[1]) / 2e-5
    }(operands, steps).item(Double.self)
    let single = operands.map { $0.astype(.float32) }
    let program = try makeJaxpr { (operands: [Tensor]) in
      grad { (operands: [Tensor]) in recurrence.loss(operands) }(operands)
    }(single)
    let terms = try zip(run(program, single, kernels: true), steps).map { $0.astype(.float64) * $1 }
    let ours = try terms.map { try $0.sum().item(Double.self) }.reduce(0, +)
    let scale = try terms.map { try abs($0).sum().item(Double.self) }.reduce(0, +)
    #expect(abs(ours - slope) <= 1e-5 * scale, "\(ours) and \(slope)")
  }

  /// The last cell alone, the weights alone, and inputs far from 0.
  @Test(arguments: [cases[2], cases[6]]) func partsOfTheGradient(_ recurrence: Case) throws {
    var operands = recurrence.operands(8)
    operands[0] = 40 * operands[0]
    let program = try makeJaxpr { (operands: [Tensor]) in
      let last = grad { (x: Tensor) in (recurrence([x] + operands[1...]).last ?? x).sum() }(operands[0])
      let weights = grad { (w: Tensor) in recurrence.loss([operands[0], w] + operands[2...]) }(operands[1])
      return [last, weights]
    }(operands)
    #expect(calls(program) == 4)
    let ours = try run(program, operands, kernels: true)
    for (value, other) in zip(ours, try run(program, operands, kernels: false)) {
      #expect(try largest(value - other) <= 5e-6 * max(1, try largest(other)))
    }
  }

  /// Lanes, forward mode and second derivatives go by the loop, in programs with kernels too.
  @Test(arguments: [
    Case(cell: .lstm, batch: 1, times: 2, units: 5), Case(cell: .gru, batch: 2, times: 2, units: 3),
  ])
  func underTransformations(_ recurrence: Case) throws {
    let operands = recurrence.operands(9)
    let lanes = stack([operands[0], 0.5 * operands[0]])
    func loss(_ operands: [Tensor]) -> Tensor { square(recurrence(operands)[0]).sum() }
    let program = try makeJaxpr { (operands: [Tensor], lanes: Tensor) -> [Tensor] in
      let mapped = vmap { (x: Tensor) in recurrence([x] + operands[1...])[0] }(lanes)
      let slopes = vmap { (x: Tensor) in grad { (w: Tensor) in loss([x, w] + operands[2...]) }(operands[1]) }(
        lanes)
      let (_, forward) = jvp(loss, primals: operands, tangents: operands)
      let (_, mixed) = jvp(grad(loss), primals: operands, tangents: operands)
      let (_, linear) = linearize(loss, primals: operands)
      return [mapped, slopes, forward, linear(operands)] + mixed
    }(operands, lanes)
    let inputs = operands + [lanes]
    let ours = try run(program, inputs, kernels: true)
    let theirs = try run(program, inputs, kernels: false)
    for (index, (value, other)) in zip(ours, theirs).enumerated() {
      #expect(try largest(value - other) <= 1e-5 * max(1, try largest(other)), "result \(index)")
    }
    #expect(try largest(ours[2] - ours[3]) <= 1e-5 * max(1, try largest(ours[2])))
    // What the gradient changes by along the operands, against the difference of two gradients in float64.
    let differences = try jit { (operands: [Tensor]) -> [Tensor] in
      let ends = ([1 + 1e-6, 1 - 1e-6] as [Double]).map { size in grad(loss)(operands.map { size * $0 }) }
      return zip(ends[0], ends[1]).map { ($0 - $1) / 2e-6 }
    }(operands.map { $0.astype(.float64) })
    for (mixed, difference) in zip(ours[4...], differences) {
      #expect(try largest(mixed.astype(.float64) - difference) <= 1e-5 * max(1, try largest(difference)))
    }
  }

  /// Other dtypes, and sequences or batches of nothing, are XLA's.
  @Test func whatTheKernelsDoNotKnowIsXLAs() throws {
    func count(_ recurrence: Case, dtype: DType = .float32) throws -> Int {
      let operands = recurrence.operands(1, dtype: dtype)
      return calls(try makeJaxpr { (operands: [Tensor]) in recurrence(operands) }(operands))
    }
    for cell in [RecurrentCell.lstm, .gru] {
      #expect(try count(Case(cell: cell, batch: 2, times: 3, units: 4)) == 1)
      #expect(try count(Case(cell: cell, batch: 2, times: 3, units: 4), dtype: .float64) == 0)
      #expect(try count(Case(cell: cell, batch: 2, times: 3, units: 4), dtype: .bfloat16) == 0)
      #expect(try count(Case(cell: cell, batch: 0, times: 3, units: 4)) == 0)
    }
  }

  @Test func wrongOperandsAreErrors() {
    let operands = Case(cell: .lstm, batch: 2, times: 3, units: 4).operands(1)
    let (outputs, _) = lstm(operands[0], weights: operands[1].T, hidden: operands[2], cell: operands[3])
    #expect(outputs.error?.problem == "operand 1 is f32[16,4]")
    #expect(outputs.error?.expected == "f32[4,16]")
    let (none, _) = lstm(operands[0][0], weights: operands[1], hidden: operands[2], cell: operands[3])
    #expect(none.error?.problem == "the gates' sums are f32[3,16]")
  }

  /// Calls that no program of ours makes.
  @Test(arguments: [false, true]) func wrongCallsAreErrors(isGradient: Bool) throws {
    let recurrence = Case(cell: .lstm, batch: 2, times: 3, units: 4)
    let operands = recurrence.operands(1)
    let program = try makeJaxpr { (operands: [Tensor]) -> [Tensor] in
      isGradient ? grad { (x: [Tensor]) in recurrence.loss(x) }(operands) : recurrence(operands)
    }(operands)
    // What a wrong call calls is known to the plugin then.
    _ = try run(program, operands, kernels: true)
    let lowered = LoweredProgram(program, callsKernels: true)
    let numbers = "array<i64: 0, \(isGradient ? 2 : 0), 2, 3, 4, \(Kernels.workers)>"
    #expect(lowered.text.contains(numbers))
    let wrong = [
      ("array<i64: 0, 0>", "a shape that is not known"),
      ("array<i64: 2, 0, 2, 3, 4, 1>", "a shape that is not known"),
      ("array<i64: 0, 3, 2, 3, 4, 1>", "a shape that is not known"),
      ("array<i64: 0, 0, 0, 3, 4, 1>", "a shape that is not known"),
      ("array<i64: 0, 0, 2, 3, 9223372036854775807, 1>", "a shape that is not known"),
      ("array<i64: 0, 0, 2, 3, 4, 65>", "a shape that is not known"),
      ("array<i64: 0, \(isGradient ? 2 : 0), 5, 3, 4, 1>", "in place of float32, [5,"),
      ("array<i64: 1, \(isGradient ? 2 : 0), 2, 3, 4, 1>", "in place of"),
    ]
    for (other, problem) in wrong {
      let text = lowered.text.replacing(numbers, with: other)
      let executable = try Backend.default.client.compile(text)
      let error = #expect(throws: PJRTError.self, "\(other)") {
        let inputs = try operands.map { try Backend.default.buffer(of: $0, operation: "test") }
        let result = try executable.execute(inputs)[0]
        _ = try Tensor(result, lowered.outputTypes[0]).scalars(Float.self)
      }
      #expect(error?.message.contains(problem) == true, "\(other): \(error?.message ?? "nothing")")
    }
  }
}
