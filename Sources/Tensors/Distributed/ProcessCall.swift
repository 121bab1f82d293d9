import CMPI
import PJRT

/// A collective across processes as a compiled program calls it.
struct ProcessCall {
  enum Kind: Int {
    case reduce, gather, scatterSum, exchange, permute
  }

  let name: String
  let kind: Kind
  let combination: BloxMPIOperation
  let operand: ForeignBuffer
  let result: ForeignBuffer

  /// The name that programs call the handler by.
  static let target = "blox_process_collective"

  static let handler: ForeignHandler = { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      do throws(TensorError) {
        try ProcessCall(call).run(on: call.deviceOrdinal ?? 0)
      } catch {
        throw PJRTError(.aborted, error.description)
      }
      call.results.last?.bytes.copyBytes(from: call.operands.last.map { UnsafeRawBufferPointer($0.bytes) } ?? .init(start: nil, count: 0))
    }
  }

  init(_ call: ForeignCall) throws(TensorError) {
    let operands = call.operands
    let results = call.results
    guard operands.count == 2, results.count == 2, let kind = call.integer("kind").flatMap(Kind.init),
      let operation = call.integer("combination").flatMap({ BloxMPIOperation(rawValue: UInt32($0)) })
    else {
      throw TensorError(
        "a collective across processes", problem: "a compiled program called it in a form that is not known",
        expected: "a program compiled by this version; please report this as a bug")
    }
    name = call.string("name") ?? "collective"
    self.kind = kind
    combination = operation
    operand = operands[0]
    result = results[0]
  }

  func run(on device: Int) throws(TensorError) {
    guard let processes = MPI.processes, processes.lanes.indices.contains(device) else {
      throw TensorError(name, problem: "no processes", expected: "MPI.initialize")
    }
    try processes.lanes[device].reduce(
      UnsafeRawBufferPointer(operand.bytes), into: result.bytes, count: operand.bytes.count / 4,
      .float, combination, name)
  }
}
