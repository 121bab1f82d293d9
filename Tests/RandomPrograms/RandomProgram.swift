import Tensors

/// A composition of operations, with the values that are right.
public struct RandomProgram: Sendable, CustomStringConvertible {
  struct Step: Sendable {
    let operation: any RandomOperation
    /// Numbers of values: inputs first, then the results of steps.
    let operands: [Int]
  }

  let inputs: [HostArray]
  let steps: [Step]
  let dtype: DType
  let way: Way

  /// No number of a program is larger, so that all are exact in float32.
  static let bound = 4e6
  static let largestCount = 4096

  var isLinear: Bool { steps.allSatisfy(\.operation.isLinear) }
  var positions: [[Int]] { steps.map(\.operation.positions) }

  public var description: String {
    let types = inputs.enumerated().map { "  v\($0) = input \($1.shape) \($1.elements)" }
    let lines = steps.enumerated().map { number, step in
      "  v\(inputs.count + number) = \(step.operation) of "
        + step.operands.map { "v\($0)" }.joined(separator: ", ")
    }
    return (["\(dtype)"] + types + lines).joined(separator: "\n")
  }

  /// The numbers of the values that the program returns: the last one, and those that nothing reads.
  var outputs: [Int] {
    let read = Set(steps.flatMap(\.operands))
    let last = inputs.count + steps.count - 1
    return (0...last).filter { $0 == last || ($0 >= inputs.count && !read.contains($0)) }
  }

  /// All values as they should be, for inputs of the same shapes.
  func reference(_ inputs: [HostArray]) -> [HostArray] {
    var values = inputs
    for step in steps { values.append(step.operation.reference(step.operands.map { values[$0] })) }
    return values
  }

  /// All values as the library computes them under the current transformation.
  func apply(_ inputs: [Tensor], _ positions: [[Tensor]]) -> [Tensor] {
    var values = inputs
    for (step, positions) in zip(steps, positions) {
      values.append(step.operation.apply(step.operands.map { values[$0] }, positions: positions))
    }
    return values
  }
}
