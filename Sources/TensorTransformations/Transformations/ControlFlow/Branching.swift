package import TensorCore
import TensorPrimitives

/// A choice between functions that is made when the program runs: `cond` and `switch`.
package struct Branching<Operands: TensorTree, Results: TensorTree, E: Error> {
  /// `cond` or `switch`, for errors.
  package let name: String
  /// The number of branches, at least one.
  package let count: Int

  /// The results of the branch that `index`, an int32 scalar, chooses; out of range the nearest.
  package func callAsFunction(
    _ index: Tensor, _ operands: Operands, _ branch: (Int, Operands) throws(E) -> Results
  ) throws(E) -> Results {
    let leaves = operands.leaves
    var traced: [Subprogram<Results>] = []
    let error = indexError(index) ?? leaves.lazy.compactMap(\.error).first
    if error == nil, Debugging.isJitDisabled, let choice = try? index.item(Int.self) {
      return try branch(min(max(choice, 0), count - 1), operands)
    }
    for number in 0..<count {
      let inputs = error == nil ? leaves : []
      traced.append(
        try Subprogram(name, inputs: inputs.map { SubprogramInput($0) }) { (values) throws(E) in
          let failure = error.map { Tensor.failed($0) }
          return try branch(
            number, failure.map { map(operands, $0) } ?? operands.unflatten(values))
        })
      if error != nil { break }
    }
    if let error { return traced[0].failed(error) }
    var programs: [Program] = []
    for candidate in traced {
      switch candidate.program {
      case .success(let program): programs.append(program)
      case .failure(let error): return traced[0].failed(error)
      }
    }
    let types: [TensorType]
    switch commonTypes(traced) {
    case .success(let common): types = common
    case .failure(let error): return traced[0].failed(error)
    }
    let united = unite(zip(programs, traced).map { ($0, $1.captured) }, leaves)
    let branches = united.programs.map { $0.converting(to: types) }
    let last = Tensor(ScalarLiteral(count - 1, .int32))
    let clamped = count == 1 ? 0 : minimum(maximum(index.positions, 0), last)
    return traced[0].results(bind(Branch(branches: branches), [clamped.astype(.int32)] + united.operands))
  }

  private func map(_ operands: Operands, _ failure: Tensor) -> Operands {
    TensorCore.map(operands) { _ in failure }
  }

  /// The error of a choice between nothing.
  var emptyError: TensorError {
    TensorError(name, problem: "there are no branches", expected: "at least one branch")
  }

  private func indexError(_ index: Tensor) -> TensorError? {
    if let error = index.error { return error }
    if index.ndim != 0 {
      return TensorError(
        name, operands: [index], problem: "the choice has shape \(index.type.shape)",
        expected: "a scalar; `select` chooses element by element")
    }
    if index.dtype.kind > .integer {
      return TensorError(
        name, operands: [index], problem: "the choice has dtype \(index.dtype)",
        expected: name == "cond" ? "a boolean or integer scalar" : "an integer scalar")
    }
    return nil
  }

  /// The types of the results of all branches; where one gives a literal, those of the others.
  private func commonTypes(_ traced: [Subprogram<Results>]) -> Result<[TensorType], TensorError> {
    var common = traced[0].template.leaves.map(\.type)
    for (number, branch) in traced.enumerated().dropFirst() {
      let types = branch.template.leaves.map(\.type)
      guard types.count == common.count, traced[0].template.hasSameStructure(as: branch.template) else {
        return .failure(
          TensorError(
            name,
            problem:
              "the results differ in structure: branch 0 gives \(common.count) tensors, branch \(number) \(types.count)",
            expected: "branches that give results of the same structure"))
      }
      for (index, (known, type)) in zip(common, types).enumerated() {
        let promoted = DType.promoted((known.dtype, known.isWeak), (type.dtype, type.isWeak))
        let isLiteralOfOther =
          known.isWeak && promoted.dtype == type.dtype || type.isWeak && promoted.dtype == known.dtype
        guard known.shape == type.shape, known.dtype == type.dtype || isLiteralOfOther else {
          let label = LeafNames(branch.template, root: "result")[index]
          return .failure(
            TensorError(
              name,
              problem:
                "the branches differ: \(label) of branch 0 has type \(known), of branch \(number) \(type)",
              expected: "branches whose results have the same shapes and dtypes"))
        }
        common[index] = TensorType(known.shape, promoted.dtype, isWeak: promoted.isWeak)
      }
    }
    return .success(common)
  }

  /// The programs with common inputs: everything that any of them captured, once, and the operands.
  private func unite(
    _ programs: [(program: Program, captured: [Tensor])], _ operands: [Tensor]
  ) -> (programs: [Program], operands: [Tensor]) {
    var captured: [Tensor] = []
    var indices: [ObjectIdentifier: Int] = [:]
    let positions = programs.map { entry in
      entry.captured.map { tensor -> Int in
        if let identity = tensor.identity, let known = indices[identity] { return known }
        if let identity = tensor.identity { indices[identity] = captured.count }
        captured.append(tensor)
        return captured.count - 1
      }
    }
    let all = captured + operands
    let own = Array(captured.count..<all.count)
    let united = zip(programs, positions).map { entry, positions in
      entry.program.widened(all.map(\.type), at: positions + own)
    }
    return (united, all)
  }
}

extension Tensor {
  /// A condition as the number of its branch: 0 if false, 1 if true.
  package var choice: Tensor {
    if isFailed || ndim != 0 || dtype.kind > .integer { return self }
    return (dtype == .bool ? self : self .!= 0).astype(.int32)
  }
}
