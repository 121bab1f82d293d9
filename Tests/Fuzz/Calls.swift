import Blox
import Foundation
import Optimizers
import SeededRandom

/// Calls public functions with extreme arguments; whatever they do, the process must live on.
///
/// Most calls are made while a function is traced, where nothing is compiled: alone, under `grad` and under `vmap`. A few
/// are computed. The process that calls is a child of this one, which starts another where it ends, and goes on behind
/// the call that ended it.
struct Calls {
  typealias Add = (String, @escaping @Sendable (Draw) throws -> Void) -> Void

  /// All calls, in a fixed order.
  static let all: [Call] = {
    var calls: [Call] = []
    generated { calls.append(Call(name: $0, body: $1)) }
    byHand { calls.append(Call(name: $0, body: $1)) }
    return calls
  }()

  let count: Int
  let seed: UInt64
  /// The number of the first call.
  let first: Int
  /// How many of a thousand calls are computed.
  let computed: Int
  /// After how many seconds there are no more calls.
  let seconds: Int
  private let start = ContinuousClock.now

  init(_ arguments: Arguments) {
    count = arguments.integer("count") ?? 20 * Calls.all.count
    seed = arguments.seed
    first = arguments.integer("first") ?? 0
    computed = arguments.integer("computed") ?? 5
    seconds = arguments.integer("seconds") ?? 1 << 30
  }

  func run() throws {
    print(
      "fuzz calls: \(count) calls of \(Calls.all.count) functions, seed \(seed), first \(first), computed \(computed)"
    )
    fflush(nil)
    var report = CallReport()
    var next = first
    while next < first + count, elapsed < seconds {
      let child = try CallProcess(arguments(from: next))
      let end = child.wait()
      report.add(child.counts)
      guard let fallen = end else { break }
      report.fell(Calls.all[fallen.item % Calls.all.count].name, fallen)
      next = fallen.item + 1
    }
    report.show(seed: seed, computed: computed)
    if !report.isWell { exit(1) }
  }

  private var elapsed: Int { Int((ContinuousClock.now - start).components.seconds) }

  private func arguments(from next: Int) -> [String] {
    [
      "calls-child", "--first", "\(next)", "--count", "\(first + count - next)", "--seed", "\(seed)",
      "--computed",
      "\(computed)", "--seconds", "\(seconds - elapsed)",
    ]
  }

  // MARK: In the child

  /// Makes the calls, and writes down each before it is made.
  func runChild() throws {
    let progress = CallProgress()
    for item in first..<first + count {
      if item % 64 == 0, elapsed >= seconds { break }
      progress.begin(item)
      let error = make(item)
      progress.end(error)
    }
  }

  /// Makes a call, and gives the error of its result, if there is one.
  private func make(_ item: Int) -> (any Error)? {
    let call = Calls.all[item % Calls.all.count]
    var random = SplitMix64(seed: seed ^ 0x5EED, item: item)
    let way = random.next() % 1000
    do {
      if way < UInt64(computed) { return try compute(call, item) }
      let body = { (inputs: [Tensor]) throws -> [Tensor] in
        let draw = Draw(seed: seed, item: item, inputs: inputs)
        try call.body(draw)
        return draw.kept
      }
      switch way {
      case ..<700: _ = try evalShape(body)(Calls.inputs(&random))
      case ..<850:
        let sum = { (inputs: [Tensor]) throws -> Tensor in
          try body(inputs).reduce(Tensor(Float(0))) { $0 + $1.astype(.float32).sum() }
        }
        let inputs = Calls.inputs(&random, dtypes: [.float32])
        _ = try evalShape { (inputs: [Tensor]) in try grad(sum)(inputs) }(inputs)
      default:
        let lanes = Calls.inputs(&random, leading: [3])
        _ = try evalShape { (inputs: [Tensor]) in try vmap(axisName: "i", body)(inputs) }(lanes)
      }
      return nil
    } catch {
      return error
    }
  }

  /// Computes the results and reads them.
  private func compute(_ call: Call, _ item: Int) throws -> (any Error)? {
    let draw = Draw(seed: seed, item: item)
    try call.body(draw)
    for tensor in draw.kept {
      if let error = tensor.error { return error }
      do { _ = try tensor.bytes() } catch { return error }
    }
    return nil
  }

  /// Tensors from the host, for which nothing is compiled.
  private static func inputs(
    _ random: inout SplitMix64, leading: Shape = [], dtypes: [DType] = DType.allCases
  ) -> [Tensor] {
    let shapes: [Shape] = [[], [3], [2, 3], [3, 3], [0, 4], [2, 3, 4], [1, 2, 1, 2, 1, 1, 2, 1]]
    return (0..<3).map { _ in
      let shape = shapes[Int(random.next() % UInt64(shapes.count))]
      let dtype = dtypes[Int(random.next() % UInt64(dtypes.count))]
      return Draw.values(leading + shape, random.next() % 2 == 0 ? .float32 : dtype) { 1 }
    }
  }
}
