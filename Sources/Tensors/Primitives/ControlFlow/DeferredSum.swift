/// A sum over all runs of a loop that need not be added up run by run.
///
/// The cotangent of a weight is a product in each run, added to what earlier runs gave: for every run all of the weight's
/// size is read and written. One product over the stacked factors of all runs is the same sum.
indirect enum DeferredSum {
  case product(Product)
  case reduced(ReduceSum, Factor)
  /// A rearrangement of elements, which can as well be done once at the end.
  case moved(any Primitive, DeferredSum)
  case added(DeferredSum, DeferredSum)

  /// A value of each run, perhaps transposed: so that one value serves several sums, it is stacked as it is.
  struct Factor {
    let variable: Variable
    /// Which axis of the variable each axis of the factor is.
    let axes: [Int]

    init(_ variable: Variable, rank: Int, _ definitions: [Variable: Equation]) {
      if let equation = definitions[variable], let transpose = equation.primitive as? Transpose,
        case .variable(let original) = equation.operands[0]
      {
        (self.variable, axes) = (original, transpose.permutation)
      } else {
        (self.variable, axes) = (variable, Array(0..<rank))
      }
    }

    /// The values of all runs with the axes in this order: those that are summed over, with the runs, as one first
    /// axis; then the others.
    func rows(_ stacked: [Variable: Tensor], summing: [Int], others: [Int]) -> Tensor {
      guard let rows = stacked[variable] else { return DeferredSum.missing }
      let order = [0] + (summing + others).map { axes[$0] + 1 }
      let extents = others.map { rows.type.shape[axes[$0] + 1] }
      return rows.transposed(order).reshape([-1] + Shape(extents))
    }
  }

  /// A product without batch axes.
  struct Product {
    var a, b: Factor
    var dot: DotGeneral

    /// The axes of each factor that stay.
    private func free(_ factor: Factor, _ contracted: [Int]) -> [Int] {
      factor.axes.indices.filter { !contracted.contains($0) }
    }
    private var freeOfA: [Int] { free(a, dot.contracting.a) }
    private var freeOfB: [Int] { free(b, dot.contracting.b) }

    func value(_ stacked: [Variable: Tensor]) -> Tensor {
      let over = DotGeneral(
        contracting: .init(a: [0], b: [0]), batching: dot.batching, precision: dot.precision,
        resultDType: dot.resultDType)
      return bind(
        over, a.rows(stacked, summing: dot.contracting.a, others: freeOfA),
        b.rows(stacked, summing: dot.contracting.b, others: freeOfB))
    }

    /// The product with its axes reordered, if that is the product of the factors the other way round.
    func transposed(_ permutation: [Int]) -> Product? {
      let count = freeOfA.count
      guard permutation == Array(count..<(count + freeOfB.count)) + Array(0..<count) else { return nil }
      let swapped = DotGeneral(
        contracting: dot.contracting.swapped, batching: dot.batching, precision: dot.precision,
        resultDType: dot.resultDType)
      return Product(a: b, b: a, dot: swapped)
    }
  }

  /// What is summed up for `atom`, or nil if it is nothing of the kind.
  ///
  /// - Parameters:
  ///   - definitions: the equation that gives each variable.
  ///   - varies: which variables differ from run to run.
  init?(_ atom: Atom, in program: Program, _ definitions: [Variable: Equation], varies: [Bool]) {
    guard case .variable(let variable) = atom, let equation = definitions[variable] else { return nil }
    func part(_ number: Int) -> DeferredSum? {
      DeferredSum(equation.operands[number], in: program, definitions, varies: varies)
    }
    let factors = equation.operands.compactMap { operand -> Factor? in
      if case .variable(let variable) = operand, varies[variable.number] {
        return Factor(variable, rank: program.types[variable.number].rank, definitions)
      }
      return nil
    }
    switch equation.primitive {
    case let dot as DotGeneral where factors.count == 2 && dot.batching.a.isEmpty:
      self = .product(Product(a: factors[0], b: factors[1], dot: dot))
    case let sum as ReduceSum where factors.count == 1: self = .reduced(sum, factors[0])
    case is Transpose, is Reshape:
      guard let inner = part(0) else { return nil }
      if case .product(let product) = inner, let transpose = equation.primitive as? Transpose,
        let swapped = product.transposed(transpose.permutation)
      {
        self = .product(swapped)
      } else {
        self = .moved(equation.primitive, inner)
      }
    case is Add:
      guard let first = part(0), let second = part(1) else { return nil }
      self = .added(first, second)
    default: return nil
    }
  }

  /// The values of each run that are needed.
  var factors: [Variable] {
    switch self {
    case .product(let product): [product.a.variable, product.b.variable]
    case .reduced(_, let a): [a.variable]
    case .moved(_, let inner): inner.factors
    case .added(let a, let b): a.factors + b.factors
    }
  }

  /// The sum, from the stacked values.
  func value(_ stacked: [Variable: Tensor]) -> Tensor {
    switch self {
    case .product(let product): return product.value(stacked)
    case .reduced(let sum, let a):
      let kept = a.axes.indices.filter { !sum.axes.contains($0) }
      return bind(ReduceSum(axes: [0]), a.rows(stacked, summing: sum.axes, others: kept))
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
      guard let sum = DeferredSum(constant.output, in: program, definitions, varies: varies) else { continue }
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
