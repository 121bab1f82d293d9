import CKernels
import PJRT
package import StableHLO
import TensorCore

/// An LSTM or a GRU over time as the kernels of `CKernels` take it.
package struct RecurrenceKernel {
  /// What it computes.
  package enum Part: Int, Sendable {
    /// The outputs.
    case outputs
    /// The outputs, and what the gradient needs of the computation.
    case outputsAndResiduals
    /// The gradient of inputs and states.
    case gradient
  }

  private let shape: BloxRecurrence
  private let part: Part

  /// The recurrence, if it is of a kind that the kernels know.
  package init?(isGRU: Bool, batch: Int, times: Int, units: Int, _ part: Part) {
    shape = BloxRecurrence(batch: Int64(batch), times: Int64(times), units: Int64(units), is_gru: isGRU)
    self.part = part
    // All sizes that the C code computes stay far below what an integer holds.
    guard [batch, times].allSatisfy((1...1 << 22).contains), (1...1 << 16).contains(units) else { return nil }
  }

  private var gates: Int64 { shape.is_gru ? 3 : 4 }

  /// The extents of what it takes and gives, in order, but for the memory that it needs for itself.
  private var extents: (operands: [[Int64]], results: [[Int64]]) {
    let (units, state) = (shape.units, [shape.batch, shape.units])
    let (sequence, all) = ([shape.batch, shape.times, units], [shape.batch, shape.times, gates * units])
    let weights = shape.is_gru ? [[units, 2 * units], [units, units]] : [[units, 4 * units]]
    let states = shape.is_gru ? [state] : [state, state]
    let residuals = shape.is_gru ? [all] : [all, sequence]
    let outputs = shape.is_gru ? [sequence] : [sequence, state]
    switch part {
    case .outputs: return ([all] + weights + states, outputs)
    case .outputsAndResiduals: return ([all] + weights + states, outputs + residuals)
    case .gradient: return (weights + states + [sequence] + residuals + outputs, [all] + states)
    }
  }

  private var scratch: Int64 {
    withUnsafePointer(to: shape) { blox_recurrence_scratch($0, part == .gradient) }
  }

  // MARK: In a program

  /// Writes the call; nil if there are no kernels for this processor.
  ///
  /// Operands and results are those of `Recurrence` and of `RecurrenceGradient`.
  package func lower(_ operands: [HLOValue], to types: [HLOType], in function: HLOFunction) -> [HLOValue]? {
    guard let kernel = RecurrenceKernel.function else { return nil }
    let numbers = [
      shape.is_gru ? 1 : 0, part.rawValue, Int(shape.batch), Int(shape.times), Int(shape.units),
    ]
    let memory = HLOType(.f32, [Int(scratch)])
    let results = function.call(
      kernel, operands.map { ($0, false) }, numbers: numbers + [Kernels.workers],
      results: (types + [memory]).map(BufferLayout.rows))
    return Array(results.dropLast())
  }

  // MARK: In a running program

  /// The function that programs call.
  static let function = Kernels.function("recurrence") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in try RecurrenceKernel.run(call) }
  }

  private static func run(_ call: ForeignCall) throws(PJRTError) {
    guard let numbers = call.integers("numbers"), numbers.count == 6,
      Kernels.workerCounts.contains(numbers[5]),
      (0...1).contains(numbers[0]), let part = Part(rawValue: numbers[1]),
      let kernel = RecurrenceKernel(
        isGRU: numbers[0] == 1, batch: numbers[2], times: numbers[3], units: numbers[4], part)
    else { throw KernelBuffers.wrong("a recurrence", "a shape that is not known") }
    let extents = kernel.extents
    let buffers = try KernelBuffers(
      call, "a recurrence", operands: extents.operands, results: extents.results + [[kernel.scratch]])
    let passed = part == .gradient ? kernel.gradientBuffers(buffers) : kernel.forwardBuffers(buffers)
    let compute = part == .gradient ? blox_recurrence_gradient : blox_recurrence
    withUnsafePointer(to: kernel.shape) { shape in
      withUnsafePointer(to: passed) { compute(shape, $0, Int64(numbers[5]), buffers.threads) }
    }
  }

  private func forwardBuffers(_ buffers: KernelBuffers) -> BloxRecurrenceBuffers {
    var passed = BloxRecurrenceBuffers()
    var (operands, results) = (buffers.operands[...], buffers.results[...])
    passed.inputs = operands.popFirst()
    passed.weights = operands.popFirst()
    if shape.is_gru { passed.candidate = operands.popFirst() }
    passed.hidden = operands.popFirst()
    if !shape.is_gru { passed.cell = operands.popFirst() }
    passed.outputs = results.popFirst()
    if !shape.is_gru { passed.last_cell = results.popFirst() }
    if part == .outputsAndResiduals {
      passed.gates = results.popFirst()
      if !shape.is_gru { passed.cells = results.popFirst() }
    }
    passed.scratch = results.popFirst()
    return passed
  }

  private func gradientBuffers(_ buffers: KernelBuffers) -> BloxRecurrenceBuffers {
    var passed = BloxRecurrenceBuffers()
    var (operands, results) = (buffers.operands[...], buffers.results[...])
    // What the first call wrote is only read here.
    func next() -> UnsafeMutablePointer<Float>? {
      operands.popFirst().map { UnsafeMutablePointer(mutating: $0) }
    }
    passed.weights = operands.popFirst()
    if shape.is_gru { passed.candidate = operands.popFirst() }
    passed.hidden = operands.popFirst()
    if !shape.is_gru { passed.cell = operands.popFirst() }
    passed.outputs = next()
    passed.gates = next()
    if !shape.is_gru { passed.cells = next() }
    passed.outputs_slope = operands.popFirst()
    if !shape.is_gru { passed.last_cell_slope = operands.popFirst() }
    passed.inputs_slope = results.popFirst()
    passed.hidden_slope = results.popFirst()
    if !shape.is_gru { passed.cell_slope = results.popFirst() }
    passed.scratch = results.popFirst()
    return passed
  }
}
