/// A sum over all runs of a loop that need not be added up run by run.
///
/// The cotangent of a weight is a product in each run, added to what earlier runs gave: for every run all of the weight's
/// size is read and written. One product over the stacked factors of all runs is the same sum.
indirect enum DeferredSum {
  case product(DotGeneral, Factor, Factor)
  case reduced(ReduceSum, Factor)
  /// A rearrangement of elements, which can as well be done once at the end.
  case moved(any Primitive, DeferredSum)
  case added(DeferredSum, DeferredSum)

  /// A value of each run, perhaps transposed: so that one value serves several sums, it is stacked as it is.
  struct Factor {
    let variable: Variable
    let permutation: [Int]?

    init(_ variable: Variable, _ definitions: [Variable: Equation]) {
      if let equation = definitions[variable], let transpose = equation.primitive as? Transpose,
        case .variable(let original) = equation.operands[0]
      {
        (self.variable, permutation) = (original, transpose.permutation)
      } else {
        (self.variable, permutation) = (variable, nil)
      }
    }

    /// The values of all runs.
    func rows(_ stacked: [Variable: Tensor]) -> Tensor {
      let rows = stacked[variable] ?? DeferredSum.missing
      return permutation.map { bind(Transpose(permutation: [0] + $0.map { $0 + 1 }), rows) } ?? rows
    }
  }

  /// What is summed up for `atom`, or nil if it is nothing of the kind.
  ///
  /// - Parameters:
  ///   - definitions: the equation that gives each variable.
  ///   - varies: which variables differ from run to run.
  init?(_ atom: Atom, _ definitions: [Variable: Equation], varies: [Bool]) {
    guard case .variable(let variable) = atom, let equation = definitions[variable] else { return nil }
    let factors = equation.operands.compactMap { operand -> Factor? in
      if case .variable(let variable) = operand, varies[variable.number] {
        return Factor(variable, definitions)
      }
      return nil
    }
    switch equation.primitive {
    case let dot as DotGeneral where factors.count == 2: self = .product(dot, factors[0], factors[1])
    case let sum as ReduceSum where factors.count == 1: self = .reduced(sum, factors[0])
    case is Transpose, is Reshape:
      guard let inner = DeferredSum(equation.operands[0], definitions, varies: varies) else { return nil }
      self = .moved(equation.primitive, inner)
    case is Add:
      guard let first = DeferredSum(equation.operands[0], definitions, varies: varies),
        let second = DeferredSum(equation.operands[1], definitions, varies: varies)
      else { return nil }
      self = .added(first, second)
    default: return nil
    }
  }

  /// The values of each run that are needed.
  var factors: [Variable] {
    switch self {
    case .product(_, let a, let b): [a.variable, b.variable]
    case .reduced(_, let a): [a.variable]
    case .moved(_, let inner): inner.factors
    case .added(let a, let b): a.factors + b.factors
    }
  }

  /// The sum, from the stacked values.
  func value(_ stacked: [Variable: Tensor]) -> Tensor {
    func shifted(_ axes: [Int]) -> [Int] { axes.map { $0 + 1 } }
    switch self {
    case .product(let dot, let a, let b):
      let over = DotGeneral(
        contracting: .init(a: [0] + shifted(dot.contracting.a), b: [0] + shifted(dot.contracting.b)),
        batching: .init(a: shifted(dot.batching.a), b: shifted(dot.batching.b)), precision: dot.precision,
        resultDType: dot.resultDType)
      return bind(over, a.rows(stacked), b.rows(stacked))
    case .reduced(let sum, let a): return bind(ReduceSum(axes: [0] + shifted(sum.axes)), a.rows(stacked))
    case .moved(let primitive, let inner): return bind(primitive, [inner.value(stacked)])[0]
    case .added(let a, let b): return bind(Add(), a.value(stacked), b.value(stacked))
    }
  }

  fileprivate static var missing: Tensor {
    Tensor(
      failure: TensorError(
        "scan", problem: "a factor of a deferred product was not stacked",
        expected: "every factor among the loop's results; please report this as a bug"))
  }
}

/// Which sums of a transposed loop are deferred, and what has to be stacked for them.
struct DeferredSums {
  /// By the number of the constant that the sum is the cotangent of.
  private(set) var sums: [Int: DeferredSum] = [:]
  /// Values that the loop computes and now also stacks.
  private(set) var stacked: [Variable] = []

  /// - Parameters:
  ///   - constants: the constants that get a cotangent, with the outputs of `program` that are those.
  ///   - present: the inputs that are stacked anyway.
  ///   - invariant: the inputs that are the same for every run.
  init(
    _ constants: [(number: Int, output: Atom)], in program: Program, present: [Variable],
    invariant: [Variable]
  ) {
    let isInvariant = Set(invariant)
    let varies = program.dependents(on: program.inputs.map { !isInvariant.contains($0) })
    var known = Set(present)
    var definitions: [Variable: Equation] = [:]
    for equation in program.equations {
      for result in equation.results { definitions[result] = equation }
    }
    func size(_ variable: Variable) -> Int { program.types[variable.number].shape.elementCount }
    // The largest first: what is stacked for them the smaller ones have for nothing.
    let bySize = constants.sorted {
      program.type(of: $0.output).shape.elementCount > program.type(of: $1.output).shape.elementCount
    }
    for constant in bySize {
      guard let sum = DeferredSum(constant.output, definitions, varies: varies) else { continue }
      let fresh = Set(sum.factors).subtracting(known)
      // Only where less is stored in each run than would be added up.
      guard fresh.reduce(0, { $0 + size($1) }) <= program.type(of: constant.output).shape.elementCount
      else { continue }
      sums[constant.number] = sum
      stacked += fresh.sorted { $0.number < $1.number }
      known.formUnion(fresh)
    }
  }
}
