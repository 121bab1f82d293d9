import TensorCore

/// The cotangents of a loop's constants that are not added up run by run: what they are products and sums of is stacked,
/// and one product after the loop is the sum of all.
///
/// A recurrence's weights have such cotangents. A product of a few rows reaches a fraction of the processor's speed, and a
/// sum as large as the weights is read and written in every run (`lstm` in docs/Benchmarks.md).
struct DeferredSums {
  /// How the sum over all runs follows from stacked values.
  private indirect enum Sum {
    case product(DotGeneral, Variable, Variable)
    case reduced(ReduceSum, Variable)
    case transposed(Transpose, Sum)
    case added(Sum, Sum)

    /// What has to be stacked.
    var values: Set<Variable> {
      switch self {
      case .product(_, let a, let b): [a, b]
      case .reduced(_, let x): [x]
      case .transposed(_, let sum): sum.values
      case .added(let a, let b): a.values.union(b.values)
      }
    }
  }

  private let sums: [Int: Sum]
  /// The values that the body computes and hands out to be stacked, in order.
  let stacked: [Variable]

  /// - Parameters:
  ///   - program: a run of the transposed body.
  ///   - cotangents: for each constant the number of the program's output that is its cotangent.
  ///   - known: how many of the program's first inputs are the same for every run.
  ///   - rows: those of its inputs that are stacked already.
  init(_ program: Program, cotangents: [Int: Int], known: Int, rows: Set<Variable>) {
    let varies = program.dependents(on: program.inputs.indices.map { $0 >= known })
    var makers: [Variable: Equation] = [:]
    for equation in program.equations {
      for result in equation.results { makers[result] = equation }
    }
    func bytes(_ type: TensorType) -> Int { type.shape.size *| type.dtype.byteWidth }
    func size(_ variable: Variable) -> Int { bytes(program.types[variable.number]) }
    var sums: [Int: Sum] = [:]
    var stacked: Set<Variable> = []
    let outputs = cotangents.mapValues { program.outputs[$0] }
    // The largest first: what is stacked for one is there for the others.
    let order = outputs.sorted { a, b in
      let (first, second) = (bytes(program.type(of: a.value)), bytes(program.type(of: b.value)))
      return first == second ? a.key < b.key : first > second
    }
    for (constant, output) in order {
      guard let sum = DeferredSums.sum(output, makers, varies: varies, depth: 0) else { continue }
      let needed = sum.values.subtracting(rows).subtracting(stacked)
      // Stacked values are written and read once, a sum that is kept is so in every run.
      guard needed.reduce(0, { $0 +| size($1) }) <= bytes(program.type(of: output)) else { continue }
      sums[constant] = sum
      stacked.formUnion(needed)
    }
    self.sums = sums
    self.stacked = stacked.sorted { $0.number < $1.number }
  }

  /// The constants whose cotangents are these.
  var constants: Set<Int> { Set(sums.keys) }

  private static func sum(
    _ atom: Atom, _ makers: [Variable: Equation], varies: [Bool], depth: Int
  ) -> Sum? {
    guard depth < 16, case .variable(let variable) = atom, let maker = makers[variable] else { return nil }
    let operands = maker.operands.compactMap { operand -> Variable? in
      if case .variable(let variable) = operand, varies[variable.number] { return variable }
      return nil
    }
    func inner(_ index: Int) -> Sum? { sum(maker.operands[index], makers, varies: varies, depth: depth + 1) }
    switch maker.primitive {
    case let dot as DotGeneral where operands.count == 2 && dot.batching.a.isEmpty && dot.resultDType == nil:
      return .product(dot, operands[0], operands[1])
    case let reduction as ReduceSum where operands.count == 1: return .reduced(reduction, operands[0])
    case let transpose as Transpose where operands.count == 1:
      return inner(0).map { .transposed(transpose, $0) }
    case is Add where operands.count == 2:
      guard let first = inner(0), let second = inner(1) else { return nil }
      return .added(first, second)
    default: return nil
    }
  }

  /// The sums over all runs, by constant.
  ///
  /// - Parameter value: what a variable was in each run, stacked.
  func values(_ value: (Variable) -> Tensor) -> [Int: Tensor] {
    sums.mapValues { evaluated($0, value) }
  }

  private func evaluated(_ sum: Sum, _ value: (Variable) -> Tensor) -> Tensor {
    func after(_ axes: [Int]) -> [Int] { [0] + axes.map { $0 + 1 } }
    switch sum {
    case .product(let dot, let a, let b):
      // The axis of runs is contracted with the others.
      let axes = DotGeneral.Axes(a: after(dot.contracting.a), b: after(dot.contracting.b))
      return bind(
        DotGeneral(contracting: axes, batching: .init(a: [], b: []), precision: dot.precision), value(a),
        value(b))
    case .reduced(let reduction, let x): return bind(ReduceSum(axes: after(reduction.axes)), value(x))
    case .transposed(let transpose, let sum): return bind(transpose, evaluated(sum, value))
    case .added(let a, let b): return bind(Add(), evaluated(a, value), evaluated(b, value))
    }
  }
}
