import TensorCore
import TensorPrimitives
import Tensors
import Testing

/// What is computed of a few elements in the memory of the process, against compiled programs, bit by bit.
@Suite struct HostEvaluationTests {
  typealias Operation = @Sendable ([Tensor]) -> Tensor

  private static let floats: [Double] = [
    0, -0.0, 1, -1, 0.5, -2.5, 3.7, 127, 128, 255, 256, -129, 32767.5, 2_147_483_648, -2_147_483_649,
    4_294_967_296,
    9.3e18, -9.3e18, 1.9e19, 1e-20, -1e-20, 1.2e-38, -1e-40, 1e-45, 3.4e38, -3.4e38, 2.3e-308,
    Double.leastNonzeroMagnitude, .infinity,
    -.infinity, .nan,
  ]
  private static let integers: [Int] = [
    0, 1, -1, 2, 3, 7, -8, 100, 127, -128, 255, 32767, -32768, 65535, 2_147_483_647, -2_147_483_648,
    16_777_217,
  ]
  static let dtypes: [DType] = [
    .bool, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64, .float32, .float64,
  ]

  private static func tensor(_ elements: [some Any], _ dtype: DType) -> Tensor {
    Tensor(bytes: elements.withUnsafeBytes { Array($0) }, shape: [elements.count], dtype: dtype)
  }

  /// Values of a dtype, all beside all others.
  private static func pairs(_ dtype: DType) -> (Tensor, Tensor) {
    let values =
      switch dtype {
      case .float32: Tensor(floats.map(Float.init))
      case .float64: tensor(floats, .float64)
      default: tensor(integers.map(Int64.init), .int64).astype(dtype)
      }
    let count = values.size
    return (
      broadcastTo(values.reshape([count, 1]), [count, count]).reshape([-1]),
      broadcastTo(values, [count, count]).reshape([-1])
    )
  }

  /// The operation by itself and in a program; NaNs are one another's equals.
  private func check(_ name: String, _ operands: [Tensor], _ operation: @escaping Operation) throws {
    let (ours, compiled) = (operation(operands), try jit(operation)(operands))
    #expect(ours.type == compiled.type, "\(name) of \(operands.map(\.type))")
    let (a, b) = (try ours.bytes(), try compiled.bytes())
    if a == b { return }
    let (xs, ys) = (try ours.scalars(Double.self), try compiled.scalars(Double.self))
    let width = ours.dtype.byteWidth
    for index in xs.indices where !(xs[index].isNaN && ys[index].isNaN) {
      let range = (index * width)..<((index + 1) * width)
      guard a[range] != b[range] else { continue }
      let values = try operands.map { try $0.scalars(Double.self) }.map { $0.count == 1 ? $0[0] : $0[index] }
      Issue.record("\(name) of \(operands.map(\.type)): \(values) gives \(xs[index]), compiled \(ys[index])")
    }
  }

  private static func operations(_ dtype: DType) -> [(String, Operation)] {
    func pair(_ name: String, _ function: @escaping @Sendable (Tensor, Tensor) -> Tensor) -> (
      String, Operation
    ) {
      (name, { function($0[0], $0[1]) })
    }
    var operations = [
      pair("==", .==), pair("!=", .!=), pair("<", .<), pair("<=", .<=), pair(">", .>), pair(">=", .>=),
      pair("maximum") { maximum($0, $1) }, pair("minimum") { minimum($0, $1) },
    ]
    if dtype != .bool {
      operations += [
        pair("+", +), pair("-", -), pair("*", *), pair("/", /), pair("div") { bind(Div(), $0, $1) },
      ]
    }
    if !dtype.isFloating { operations += [pair("&", .&), pair("|", .|), pair("^", .^)] }
    return operations
  }

  @Test(arguments: dtypes) func twoOperands(_ dtype: DType) throws {
    let (x, y) = HostEvaluationTests.pairs(dtype)
    let condition = x .> y
    for (name, operation) in HostEvaluationTests.operations(dtype) {
      try check(name, [x, y], operation)
      try check(name + " with a scalar", [x, y[3]], operation)
      try check(name + " of a scalar", [x[5], y], operation)
    }
    try check("select", [condition, x, y]) { select($0[0], $0[1], $0[2]) }
    try check("select of scalars", [condition, x[2], y]) { select($0[0], $0[1], $0[2]) }
  }

  @Test(arguments: dtypes) func oneOperand(_ dtype: DType) throws {
    let x = HostEvaluationTests.pairs(dtype).1
    for target in HostEvaluationTests.dtypes { try check("to \(target)", [x]) { $0[0].astype(target) } }
    if dtype != .bool {
      try check("-", [x]) { -$0[0] }
      try check("abs", [x]) { abs($0[0]) }
    }
    if !dtype.isFloating { try check("not", [x]) { .!$0[0] } }
    let cube = x[..<24].reshape([2, 3, 4])
    let moves: [(String, Operation)] = [
      ("transpose", { $0[0].transpose([2, 0, 1]) }), ("flip", { flip($0[0], axis: [0, 2]) }),
      ("slice", { slice($0[0], [0, 1, 1], [2, 3, 4], strides: [1, 1, 2]) }),
      ("concatenate", { concatenate([$0[0], $0[0]], axis: 1) }),
      ("broadcast", { broadcastTo($0[0].reshape([2, 1, 3, 4]), [2, 2, 3, 4]) }),
      ("nothing", { slice($0[0], [0, 1, 1], [2, 1, 4]) }),
    ]
    for (name, operation) in moves { try check(name, [cube], operation) }
  }

  /// Steps and extents that nobody goes along.
  @Test func extremeSteps() throws {
    let x = Tensor([1, 2, 3] as [Float])
    #expect(try slice(x, [1], [2], strides: [.max]).scalars(Float.self) == [2])
    #expect(
      try slice(x.reshape([1, 3]), [0, 0], [1, 3], strides: [.max, 2]).scalars(Float.self) == [1, 3])
    let none = Tensor.zeros([1 << 20, 5, 0])
    #expect(concatenate([none, none], axis: 2).shape == none.shape)
    #expect(flip(none).shape == none.shape && none.T.shape == [0, 5, 1 << 20])
    #expect(slice(none, [1, 1, 0], [1 << 19, 2, 0]).shape == [(1 << 19) - 1, 1, 0])
    #expect((none + 1).shape == none.shape && (none .> none).dtype == .bool)
  }
}
