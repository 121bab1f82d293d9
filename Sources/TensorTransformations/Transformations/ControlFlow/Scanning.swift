package import TensorCore
import TensorPrimitives

/// A loop over the leading axis of trees: `scan` (`lax.scan`).
package struct Scanning<Carry: TensorTree, Input: TensorTree, Output: TensorTree, E: Error> {
  package let length: Int?
  package let isReversed: Bool
  let unroll: Int

  package typealias Body = (Carry, Input) throws(E) -> (Carry, Output)

  /// The last carry, and the outputs of all runs stacked along a new leading axis.
  package func callAsFunction(_ initial: Carry, _ inputs: Input, _ body: Body) throws(E) -> (Carry, Output) {
    let carryLeaves = initial.leaves
    let inputLeaves = inputs.leaves
    let length: Int
    switch commonLength(inputLeaves) {
    case .success(let value): length = value
    case .failure(let error): return try failed(error, initial, inputs, body)
    }
    if let error = (carryLeaves + inputLeaves).lazy.compactMap(\.error).first {
      return try failed(error, initial, inputs, body)
    }
    if Debugging.isJitDisabled && length > 0 {
      return try runByOne(initial, inputs, inputLeaves, length: length, body)
    }
    var carries = carryLeaves
    var traced = try trace(carries, inputLeaves, initial, inputs, body)
    // A literal as initial carry takes the dtype that the body gives it.
    if let promoted = CarryTypes.promoted(carries, traced.template.a.leaves) {
      carries = promoted
      traced = try trace(carries, inputLeaves, initial, inputs, body)
    }
    let results: [Tensor]
    switch traced.program {
    case .failure(let error): return traced.failed(error).values
    case .success(let program):
      if let error = CarryTypes.error("scan", initial, carries, traced.template.a) {
        return traced.failed(error).values
      }
      results = run(program, traced.captured, carries, inputLeaves, length: length)
    }
    return traced.results(results).values
  }

  /// Applies the loop. Carries that no run changes, such as parameters that a model hands on, become constants: so their
  /// derivative is not carried and their values are not kept for every run.
  private func run(
    _ program: Program, _ captured: [Tensor], _ carries: [Tensor], _ inputs: [Tensor], length: Int
  ) -> [Tensor] {
    let (same, changing) = CarryTypes.divided(program, constantCount: captured.count, carries.count)
    let variables = Array(program.inputs[captured.count...])
    var body = program
    if !same.isEmpty {
      var reordered = Array(program.inputs[..<captured.count])
      for carry in same + changing { reordered.append(variables[carry]) }
      reordered += variables[carries.count...]
      let outputs = changing.map { program.outputs[$0] } + program.outputs[carries.count...]
      body = program.with(inputs: reordered, outputs: outputs)
    }
    let scan = Scan(
      body: body, constantCount: captured.count + same.count, carryCount: changing.count, length: length,
      isReversed: isReversed, unroll: unroll)
    let ordered = (same + changing).map { carries[$0] }
    let results = bind(scan, captured + ordered + inputs)
    if let failed = results.first(where: \.isFailed) { return program.outputs.map { _ in failed } }
    var final = carries
    for (carry, result) in zip(changing, results) { final[carry] = result }
    return final + results[changing.count...]
  }

  /// The loop without compiling it: run by run.
  private func runByOne(
    _ initial: Carry, _ inputs: Input, _ leaves: [Tensor], length: Int, _ body: Body
  ) throws(E) -> (Carry, Output) {
    var carry = initial
    var outputs: [Output] = []
    for run in 0..<length {
      let index = isReversed ? length - 1 - run : run
      let element = inputs.unflatten(
        leaves.map { $0.sliced(axis: 0, from: index, to: index + 1).squeeze(axis: 0) })
      let (next, output) = try body(carry, element)
      carry = next
      outputs.append(output)
    }
    if isReversed { outputs.reverse() }
    let columns = outputs.map(\.leaves)
    let stacked = columns[0].indices.map { leaf in
      stack(columns.compactMap { $0.indices.contains(leaf) ? $0[leaf] : nil })
    }
    return (carry, outputs[0].unflatten(stacked))
  }

  private typealias Traced = Subprogram<TreeTuple2<Carry, Output>>

  private func trace(
    _ carries: [Tensor], _ inputs: [Tensor], _ carryTree: Carry, _ inputTree: Input, _ body: Body
  ) throws(E) -> Traced {
    let signature = carries.map { SubprogramInput($0) } + inputs.map { SubprogramInput(elementOf: $0) }
    return try Traced("scan", inputs: signature) { (leaves) throws(E) in
      let (carry, output) = try body(
        carryTree.unflatten(Array(leaves[..<carries.count])),
        inputTree.unflatten(Array(leaves[carries.count...])))
      return TreeTuple2(carry.matching(carries.map(\.type)), output)
    }
  }

  /// Runs the body only to learn the structure of its results.
  private func failed(
    _ error: TensorError, _ initial: Carry, _ inputs: Input, _ body: Body
  ) throws(E) -> (Carry, Output) {
    let failure = Tensor.failed(error)
    let traced = try Traced("scan", inputs: []) { (_) throws(E) in
      TreeTuple2(try body(map(initial) { _ in failure }, map(inputs) { _ in failure }))
    }
    return traced.failed(error).values
  }

  private func commonLength(_ inputs: [Tensor]) -> Result<Int, TensorError> {
    if let length, length < 0 {
      return .failure(
        TensorError("scan", problem: "the length is \(length)", expected: "a length of at least 0"))
    }
    if unroll < 1 {
      return .failure(
        TensorError("scan", problem: "unroll is \(unroll)", expected: "at least 1 run in each pass"))
    }
    var known = length
    for (index, input) in inputs.enumerated() where !input.isFailed {
      guard input.ndim > 0 else {
        return .failure(
          TensorError(
            "scan", operands: inputs, problem: "input \(index) is a scalar",
            expected: "inputs with a leading axis to loop over; capture what is the same for every run"))
      }
      let extent = input.type.shape[0]
      if let known, known != extent {
        return .failure(
          TensorError(
            "scan", operands: inputs,
            problem: known == length
              ? "the length is \(known), but input \(index) has \(extent) elements along its leading axis"
              : "the inputs have \(known) and \(extent) elements along their leading axes",
            expected: "the same number of elements in every input"))
      }
      known = extent
    }
    guard let known else {
      return .failure(
        TensorError(
          "scan", operands: inputs, problem: "there is no input to take the number of runs from",
          expected: "`length`, or inputs with a leading axis"))
    }
    guard known <= Int(Int32.max) else {
      return .failure(
        TensorError(
          "scan", problem: "the length is \(known)",
          expected: "at most \(Int32.max) runs: they are counted in int32"))
    }
    guard min(unroll, known) <= Scan.mostUnrolled else {
      return .failure(
        TensorError(
          "scan", problem: "\(min(unroll, known)) runs are to be written one after the other",
          expected: "an unroll of at most \(Scan.mostUnrolled)"))
    }
    return .success(known)
  }
}
