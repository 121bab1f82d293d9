package import TensorCore
import TensorPrimitives

/// A function at a point: its results there, and the linear program that takes tangents of its argument to tangents of
/// its results. Transposed, it takes cotangents of the results to those of the argument.
package struct Linearization<Argument: TensorTree, Results: TensorTree> {
  /// The function's results.
  package let results: Results
  private let name: String
  private let argument: Argument
  /// The linear program of the differentiable inputs, or why there is none.
  private let linear: Result<Program, TensorError>
  /// Which tensors of the argument are inputs of it.
  private let isInput: [Bool]
  /// Which of its outputs is the tangent of a result, nil for zero.
  private let indices: [Int?]

  /// Runs the function.
  ///
  /// - Parameter resultCount: how many tensors of the result are differentiated, from the first; all if nil.
  init<E: Error>(
    _ name: String, _ argument: Argument, resultCount: Int? = nil,
    _ body: (Argument) throws(E) -> Results
  ) throws(E) {
    let trace = LinearizeTrace(parent: Trace.current, label: name)
    defer { trace.close() }
    var isInput: [Bool] = []
    var traced = argument
    traced.forEachLeaf { leaf in
      isInput.append(leaf.dtype.isDifferentiable && !leaf.isFailed)
      if isInput.last == true { leaf = trace.input(leaf) }
    }
    var results = try Trace.with(trace.trace) { () throws(E) in try body(traced) }
    var tangents: [Tensor?] = []
    results.forEachLeaf { leaf in
      let pair = trace.split(leaf)
      leaf = pair.primal
      tangents.append(resultCount.map { tangents.count < $0 } ?? true ? pair.tangent : nil)
    }
    var count = 0
    indices = tangents.map { tangent in
      guard tangent != nil else { return nil }
      defer { count += 1 }
      return count
    }
    do throws(TensorError) {
      linear = .success(try trace.staging.program(name: name, outputs: tangents.compactMap { $0 }))
    } catch {
      linear = .failure(error)
    }
    self.name = name
    self.argument = argument
    self.isInput = isInput
    self.results = results
  }

  /// The tangents of the results along `tangent`.
  package func tangents(_ tangent: Argument) -> Results {
    if let error = TensorError.mismatch(name, "tangent", argument.leaves, tangent.leaves) {
      return failed(results, error)
    }
    let inputs = zip(tangent.leaves, isInput).compactMap { $1 ? $0 : nil }
    switch linear {
    case .failure(let error): return failed(results, error)
    case .success(let program) where program.isReverseOnly:
      return failed(results, CustomTranspose.forwardError(name))
    case .success(let program):
      let outputs = program.evaluate(inputs)
      let leaves = zip(results.leaves, indices).map { result, index in
        index.map { outputs[$0] } ?? result.zeroTangent
      }
      return results.unflatten(leaves)
    }
  }

  /// The cotangents of the argument for cotangents of the results, of which nil is zero.
  package func cotangents(_ cotangents: [Tensor?]) -> Argument {
    switch linear {
    case .failure(let error): return failed(argument, error)
    case .success(let program):
      var cotangentsIn = [Tensor?](repeating: nil, count: program.outputs.count)
      for (index, cotangent) in zip(indices, cotangents) {
        if let index { cotangentsIn[index] = cotangent }
      }
      var cotangentsOut = program.transpose(cotangentsIn, program.inputTypes.map { .linear($0) })[...]
      let leaves = zip(argument.leaves, isInput).map { leaf, isInput in
        (isInput ? cotangentsOut.popFirst().flatMap { $0 } : nil) ?? leaf.zeroTangent
      }
      return argument.unflatten(leaves)
    }
  }

  /// The cotangents of the argument for cotangents of all results.
  package func cotangents(of results: Results) -> Argument {
    if let error = TensorError.mismatch(name, "cotangent", self.results.leaves, results.leaves) {
      return failed(argument, error)
    }
    return cotangents(results.leaves)
  }

  private func failed<T: TensorTree>(_ tree: T, _ error: TensorError) -> T {
    let failure = Tensor.failed(error)
    return map(tree) { _ in failure }
  }
}
