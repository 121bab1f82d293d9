package import CMPI
import PJRT
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// A collective across processes as a compiled program calls it.
package struct ProcessCall {
  enum Kind: UInt8 {
    case reduce, gather, scatterSum, exchange, permute
  }

  package let name: String
  let kind: Kind
  package let combination: BloxMPIOperation
  package let dtype: DType
  /// The processes that work together, in groups; all of them if empty.
  package let groups: [[Int]]
  /// Which process each sends to, for a permutation.
  let pairs: [(source: Int, target: Int)]
  let values: UnsafeRawBufferPointer
  let result: UnsafeMutableRawBufferPointer
  /// Whether the program runs on several devices.
  let isPartitioned: Bool

  init(_ call: ForeignCall) throws(TensorError) {
    let operands = call.operands
    let results = call.results
    guard operands.count == 2, results.count == 2,
      let kind = call.integer("kind").flatMap({ UInt8(exactly: $0) }).flatMap(Kind.init),
      let combination = call.integer("combination").flatMap({ UInt32(exactly: $0) }),
      let operation = BloxMPIOperation(rawValue: combination),
      let dtype = DType.allCases.first(where: { $0.pjrt == operands[0].elementType })
    else {
      throw TensorError(
        operation: "a collective across processes",
        problem: "a compiled program calls it in a form that is not known",
        expected: "a program compiled by this version of the library; please report this as a bug",
        module: nil)
    }
    self.kind = kind
    self.dtype = dtype
    self.combination = operation
    name = call.string("name") ?? "collective"
    let groupSize = call.integer("groupSize") ?? 0
    let indices = call.integers("processes") ?? []
    let half = indices.count / 2
    pairs = kind == .permute ? zip(indices[..<half], indices[half...]).map { ($0, $1) } : []
    groups =
      kind == .permute || groupSize <= 0
      ? [] : stride(from: 0, to: indices.count, by: groupSize).map { Array(indices[$0..<($0 + groupSize)]) }
    values = UnsafeRawBufferPointer(operands[0].bytes)
    result = results[0].bytes
    isPartitioned = call.integer("isPartitioned") == 1
  }

  /// The name that programs call the handler by.
  static let target = "blox_process_collective"

  static let handler: ForeignHandler = { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      do throws(TensorError) {
        try ProcessCall(call).perform(on: call.deviceOrdinal)
      } catch {
        // Without the source line: this is a thread of XLA's, and to look it up takes seconds.
        throw PJRTError(.aborted, "\(error.operation): \(error.problem)\n  expected: \(error.expected)")
      }
      // What the next call waits for.
      if let before = call.operands.last, let after = call.results.last {
        after.bytes.copyMemory(from: UnsafeRawBufferPointer(before.bytes))
      }
    }
  }

  /// Does the collective, or notes the failure.
  ///
  /// - Throws: the first failure, where the program runs on one device. On several devices those that go on would wait
  ///   for ever for one that stops, so all go on, with zeros; who launched the program asks for the failure.
  private func perform(on device: Int?) throws(TensorError) {
    guard let device = device ?? (isPartitioned ? nil : 0) else {
      throw TensorError(
        operation: name, problem: "the plugin does not say which device calls it",
        expected: "a plugin with XLA_FFI_DeviceOrdinal_Get for programs on several devices", module: nil)
    }
    guard let processes = MPI.processes else {
      throw TensorError(
        operation: name, problem: "a program calls it before MPI.initialize",
        expected: "MPI.initialize at the start", module: nil)
    }
    do throws(TensorError) {
      try processes.checkIntact()
      try ProcessExchange(self, processes, try processes.communicator(device)).run()
    } catch {
      processes.fail(error)
      guard isPartitioned, processes.countFailedCall() else { throw error }
      result.initializeMemory(as: UInt8.self, repeating: 0)
    }
  }

  /// What all processes have to agree in.
  func header(_ number: UInt64) -> CollectiveHeader {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ value: Int) { hash = (hash ^ UInt64(bitPattern: Int64(value))) &* 0x100_0000_01B3 }
    for group in groups {
      add(-1)
      group.forEach(add)
    }
    for pair in pairs {
      add(pair.source)
      add(pair.target)
    }
    return CollectiveHeader(
      number: number, kind: kind.rawValue, combination: UInt8(combination.rawValue),
      element: UInt8(DType.allCases.firstIndex(of: dtype) ?? 0), size: UInt64(values.count), arrangement: hash
    )
  }
}
