import TensorCore
import SeededRandom

extension RandomProgram {
  /// The program of this seed.
  public init(seed: UInt64) {
    var g = SplitMix64(seed: seed)
    dtype = g.chance(1, of: 4) ? .int32 : .float32
    way = Way.allCases[Int(seed % 3)]
    let inputs = (0..<g.int(1...2)).map { _ in
      g.array(g.chance(1, of: 12) ? [g.int(40...300), g.int(1...4)] : g.ints(g.int(1...4), 1...5))
    }
    var values = inputs
    var steps: [Step] = []
    let wanted = g.int(2...7)
    for _ in 0..<(wanted * 8) where steps.count < wanted {
      // The newest values first: chains are what a compiler joins.
      let number = g.chance(1, of: 2) ? values.count - 1 : g.int(0...(values.count - 1))
      guard let step = RandomProgram.step(values, number, &g) else { continue }
      let value = step.operation.reference(step.operands.map { values[$0] })
      guard value.count <= RandomProgram.largestCount, value.count > 0, value.ndim <= 5,
        value.largest <= RandomProgram.bound
      else { continue }
      steps.append(step)
      values.append(value)
    }
    self.inputs = inputs
    self.steps = steps
  }

  /// An operation on the value of this number and, where it takes two, on another one that fits it.
  private static func step(_ values: [HostArray], _ number: Int, _ g: inout SplitMix64) -> Step? {
    let x = values[number]
    func one(_ operation: (any RandomOperation)?) -> Step? {
      operation.map { Step(operation: $0, operands: [number]) }
    }
    func two(_ make: (HostArray, inout SplitMix64) -> (any RandomOperation)?) -> Step? {
      for other in values.indices.shuffled(using: &g) {
        guard let operation = make(values[other], &g) else { continue }
        return Step(operation: operation, operands: [number, other])
      }
      return nil
    }
    switch g.int(0...21) {
    case 0, 1: return one(SliceOperation(x, &g))
    case 2: return one(PadOperation(x, &g))
    case 3: return one(ReverseOperation(x, &g))
    case 4, 5: return one(ReshapeOperation(x, &g))
    case 6: return one(TransposeOperation(x, &g))
    case 7: return one(BroadcastOperation(x, &g))
    case 8: return two { ConcatenateOperation(x, $0, &$1) }
    case 9: return one(DynamicSliceOperation(x, &g))
    case 10, 11: return two { DynamicUpdateOperation(x, $0, &$1) }
    case 12, 13: return two { RangeUpdateOperation(x, $0, &$1) }
    case 14: return one(RowsOperation(reading: x, &g))
    case 15: return two { RowsOperation(writing: $0, to: x, &$1) }
    case 16: return one(PoolOperation(x, &g))
    case 17: return one(ConvolutionOperation(x, &g))
    case 18: return two { ConvolutionOperation(x, kernel: $0, &$1) }
    case 19: return one(g.chance(1, of: 2) ? SumOperation(x, &g) : RecurrenceOperation(x, &g))
    default:
      guard let kind = g.pick(ElementwiseOperation.Kind.allCases) else { return nil }
      if kind == .negative { return one(ElementwiseOperation(x, kind, &g)) }
      return two { $0.shape == x.shape ? ElementwiseOperation(x, kind, &$1) : nil }
    }
  }

  /// The program without what its last value does not need, up to the value of a number.
  func prefix(_ count: Int) -> RandomProgram {
    RandomProgram(inputs: inputs, steps: Array(steps.prefix(count)), dtype: dtype, way: way).withoutUnread
  }

  private var withoutUnread: RandomProgram {
    var isRead = Set([inputs.count + steps.count - 1])
    for (number, step) in steps.enumerated().reversed() where isRead.contains(inputs.count + number) {
      isRead.formUnion(step.operands)
    }
    let kept = (0..<(inputs.count + steps.count)).filter { isRead.contains($0) }
    let renumbered = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
    return RandomProgram(
      inputs: kept.filter { $0 < inputs.count }.map { inputs[$0] },
      steps: kept.filter { $0 >= inputs.count }.map { number in
        let step = steps[number - inputs.count]
        return Step(operation: step.operation, operands: step.operands.compactMap { renumbered[$0] })
      }, dtype: dtype, way: way)
  }

  /// Smaller programs that may show the same difference: shorter ones, and those where a step is an input instead.
  var smaller: [RandomProgram] {
    var programs = (1..<Swift.max(1, steps.count)).map { prefix($0) }
    let values = reference(inputs)
    for number in steps.indices.dropLast() {
      // The result of the step becomes an input; the others keep their order.
      let value = inputs.count + number
      func renumbered(_ operand: Int) -> Int {
        operand == value ? inputs.count : operand >= inputs.count && operand < value ? operand + 1 : operand
      }
      var others = steps
      others.remove(at: number)
      let moved = others.map { Step(operation: $0.operation, operands: $0.operands.map(renumbered)) }
      programs.append(
        RandomProgram(inputs: inputs + [values[value]], steps: moved, dtype: dtype, way: way).withoutUnread)
    }
    return programs.filter { !$0.steps.isEmpty && $0.steps.count < steps.count }
  }
}
