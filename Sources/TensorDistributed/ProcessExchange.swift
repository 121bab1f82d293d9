import CMPI
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// One collective at work: the exchange of values with the other processes.
package struct ProcessExchange {
  private let call: ProcessCall
  private let processes: Processes
  private let communicator: ProcessCommunicator
  /// The processes that this one works with, in order, and its index among them.
  private let members: [Int]
  private let memberIndex: Int

  init(_ call: ProcessCall, _ processes: Processes, _ communicator: ProcessCommunicator) {
    self.call = call
    self.processes = processes
    self.communicator = communicator
    members = call.groups.first { $0.contains(processes.index) } ?? Array(0..<processes.count)
    memberIndex = members.firstIndex(of: processes.index) ?? 0
  }

  package func run() throws(TensorError) {
    let headers = UnsafeMutableRawBufferPointer.allocate(
      byteCount: CollectiveHeader.length * (processes.count + 1), alignment: 8)
    defer { headers.deallocate() }
    let all = UnsafeMutableRawBufferPointer(rebasing: headers[..<(CollectiveHeader.length * processes.count)])
    let own = UnsafeMutableRawBufferPointer(rebasing: headers[all.count...])
    own.initializeMemory(as: UInt8.self, repeating: 0)
    let header = call.header(communicator.nextNumber())
    header.write(to: own)
    let isSmall = call.values.count <= CollectiveHeader.inlineCapacity
    let start = CollectiveHeader.length - CollectiveHeader.inlineCapacity
    if isSmall { UnsafeMutableRawBufferPointer(rebasing: own[start...]).copyMemory(from: call.values) }
    try communicator.gather(UnsafeRawBufferPointer(own), into: all, call.name)
    try compare(header, UnsafeRawBufferPointer(all))
    if isSmall {
      combine { process in
        UnsafeRawBufferPointer(
          rebasing: all[(process * CollectiveHeader.length + start)...].prefix(call.values.count))
      }
    } else {
      try exchange()
    }
  }

  /// Throws, in all processes, if they are not at the same collective.
  private func compare(_ own: CollectiveHeader, _ all: UnsafeRawBufferPointer) throws(TensorError) {
    let headers = (0..<processes.count).map { process in
      CollectiveHeader(UnsafeRawBufferPointer(rebasing: all[(process * CollectiveHeader.length)...]))
    }
    if headers.allSatisfy({ $0 == own }) { return }
    let list = headers.enumerated().map { "\n    - process \($0.offset): \($0.element.description)" }.joined()
    let alike = Set(headers.map(\.description)).count == 1
    throw TensorError(
      operation: call.name,
      problem: "the processes met in different collectives (number \(own.number) of this device):" + list
        + (alike
          ? "\n    with different groups or pairs of processes, or a different number of collectives before"
          : ""),
      expected: "the same collectives in the same order in all processes, whatever their values and index",
      module: nil)
  }

  // MARK: Larger values

  private func exchange() throws(TensorError) {
    let width = call.dtype.byteWidth
    let count = call.values.count / width
    guard count * members.count <= Int(Int32.max) else {
      throw TensorError(
        operation: call.name, problem: "\(count) elements of \(members.count) processes were given",
        expected: "at most \(Int32.max) elements in all, MPI's limit; divide the tensor", module: nil)
    }
    switch call.kind {
    case .reduce where call.groups.isEmpty:
      try communicator.reduce(
        call.values, into: call.result, count: count, call.dtype.mpiElement, call.combination, call.name)
    case .reduce: try collect(part: count, isDivided: false)
    case .scatterSum: try collect(part: count / members.count, isDivided: true)
    case .gather: try exchange(part: count, isDivided: false, into: call.result)
    case .exchange: try exchange(part: count / members.count, isDivided: true, into: call.result)
    case .permute: try permute(count)
    }
  }

  /// Sends every member its part, or all of the values, and stacks what they send.
  private func exchange(
    part: Int, isDivided: Bool, into result: UnsafeMutableRawBufferPointer
  ) throws(TensorError) {
    var sent = [ProcessCommunicator.Portion](repeating: .init(), count: processes.count)
    var received = sent
    for (index, member) in members.enumerated() {
      sent[member] = .init(count: part, start: isDivided ? index * part : 0)
      received[member] = .init(count: part, start: index * part)
    }
    try communicator.exchange(call.values, sent, into: result, received, call.dtype.mpiMovement, call.name)
  }

  /// As `exchange`, and combines what came.
  private func collect(part: Int, isDivided: Bool) throws(TensorError) {
    let size = part * call.dtype.byteWidth
    let rows = UnsafeMutableRawBufferPointer.allocate(byteCount: size * members.count, alignment: 64)
    defer { rows.deallocate() }
    try exchange(part: part, isDivided: isDivided, into: rows)
    fold(members.indices.map { UnsafeRawBufferPointer(rebasing: rows[($0 * size)...].prefix(size)) })
  }

  private func permute(_ count: Int) throws(TensorError) {
    var sent = [ProcessCommunicator.Portion](repeating: .init(), count: processes.count)
    var received = sent
    var getsNothing = true
    for (source, target) in call.pairs {
      if source == processes.index { sent[target].count = count }
      if target == processes.index {
        received[source].count = count
        getsNothing = false
      }
    }
    if getsNothing { call.result.initializeMemory(as: UInt8.self, repeating: 0) }
    try communicator.exchange(
      call.values, sent, into: call.result, received, call.dtype.mpiMovement, call.name)
  }

  // MARK: Values that came with the headers

  /// Computes the result from the values of all processes.
  private func combine(_ values: (Int) -> UnsafeRawBufferPointer) {
    let part = call.values.count / members.count
    func own(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: row[(memberIndex * part)...].prefix(part))
    }
    switch call.kind {
    case .reduce: fold(members.map(values))
    case .scatterSum: fold(members.map(values).map(own))
    case .gather: stack(members.map(values))
    case .exchange: stack(members.map(values).map(own))
    case .permute:
      let source = call.pairs.first { $0.target == processes.index }?.source
      call.result.initializeMemory(as: UInt8.self, repeating: 0)
      if let source { call.result.copyMemory(from: values(source)) }
    }
  }

  private func stack(_ rows: [UnsafeRawBufferPointer]) {
    var start = 0
    for row in rows {
      UnsafeMutableRawBufferPointer(rebasing: call.result[start...]).copyMemory(from: row)
      start += row.count
    }
  }

  private func fold(_ rows: [UnsafeRawBufferPointer]) {
    ProcessFold(rows: rows, result: call.result).run(call.dtype, call.combination)
  }
}
