import CMPI
package import TensorCore
import TensorPrimitives
import TensorTransformations

/// One collective at work: the exchange of values with the other processes.
package struct ProcessExchange {
  private let call: ProcessCall
  private let processes: Processes
  private let lane: ProcessLane
  /// The processes that this one works with, in order, and its place among them.
  private let members: [Int]
  private let place: Int

  init(_ call: ProcessCall, _ processes: Processes, _ lane: ProcessLane) {
    self.call = call
    self.processes = processes
    self.lane = lane
    members = call.groups.first { $0.contains(processes.index) } ?? Array(0..<processes.count)
    place = members.firstIndex(of: processes.index) ?? 0
  }

  package func run() throws(TensorError) {
    let cards = UnsafeMutableRawBufferPointer.allocate(
      byteCount: ProcessCard.length * (processes.count + 1), alignment: 8)
    defer { cards.deallocate() }
    let all = UnsafeMutableRawBufferPointer(rebasing: cards[..<(ProcessCard.length * processes.count)])
    let own = UnsafeMutableRawBufferPointer(rebasing: cards[all.count...])
    own.initializeMemory(as: UInt8.self, repeating: 0)
    let card = call.card(lane.nextNumber())
    card.write(to: own)
    let isSmall = call.values.count <= ProcessCard.room
    let start = ProcessCard.length - ProcessCard.room
    if isSmall { UnsafeMutableRawBufferPointer(rebasing: own[start...]).copyMemory(from: call.values) }
    try lane.gather(UnsafeRawBufferPointer(own), into: all, call.name)
    try compare(card, UnsafeRawBufferPointer(all))
    if isSmall {
      combine { process in
        UnsafeRawBufferPointer(
          rebasing: all[(process * ProcessCard.length + start)...].prefix(call.values.count))
      }
    } else {
      try exchange()
    }
  }

  /// Throws, in all processes, if they are not at the same collective.
  private func compare(_ own: ProcessCard, _ all: UnsafeRawBufferPointer) throws(TensorError) {
    let cards = (0..<processes.count).map { process in
      ProcessCard(UnsafeRawBufferPointer(rebasing: all[(process * ProcessCard.length)...]))
    }
    if cards.allSatisfy({ $0 == own }) { return }
    let list = cards.enumerated().map { "\n    - process \($0.offset): \($0.element.description)" }.joined()
    let alike = Set(cards.map(\.description)).count == 1
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
      try lane.reduce(
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
    var sent = [ProcessLane.Portion](repeating: .init(), count: processes.count)
    var received = sent
    for (place, member) in members.enumerated() {
      sent[member] = .init(count: part, start: isDivided ? place * part : 0)
      received[member] = .init(count: part, start: place * part)
    }
    try lane.exchange(call.values, sent, into: result, received, call.dtype.mpiMovement, call.name)
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
    var sent = [ProcessLane.Portion](repeating: .init(), count: processes.count)
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
    try lane.exchange(call.values, sent, into: call.result, received, call.dtype.mpiMovement, call.name)
  }

  // MARK: Values that came with the cards

  /// Computes the result from the values of all processes.
  private func combine(_ values: (Int) -> UnsafeRawBufferPointer) {
    let part = call.values.count / members.count
    func own(_ row: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
      UnsafeRawBufferPointer(rebasing: row[(place * part)...].prefix(part))
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
