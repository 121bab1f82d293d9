import Synchronization

/// All that is known of a parameter without its value.
final class ParamSlot: Sendable, Hashable {
  let path: [String]
  let trainable: Bool
  let metadata: Metadata
  /// What a value of this parameter is marked with, for error texts.
  let origin: Origin

  init(path: [String], trainable: Bool, metadata: Metadata) {
    self.path = path
    self.trainable = trainable
    self.metadata = metadata
    origin = Origin(parameter: path)
  }

  static func == (a: ParamSlot, b: ParamSlot) -> Bool {
    a === b || (a.path == b.path && a.trainable == b.trainable && a.metadata == b.metadata)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(path)
    hasher.combine(trainable)
    hasher.combine(metadata)
  }

  /// The order of the leaves: by path, component by component, as Python sorts tuples of strings.
  static func precedes(_ a: ParamSlot, _ b: ParamSlot) -> Bool { a.path.lexicographicallyPrecedes(b.path) }
}

/// Slots that only ever grow in number, shared by the layouts that grew out of one another.
///
/// A layout sees the first slots, as many as it has parameters. Parameters are added one at a time while a model is
/// initialized; with the table shared, that takes no copy of it each time.
final class SlotTable: Sendable {
  private struct State {
    var slots: [ParamSlot]
    /// Made when the first path is looked up.
    var indices: [[String]: Int]?
  }

  private let state: Mutex<State>

  init(_ slots: [ParamSlot] = []) { state = Mutex(State(slots: slots, indices: nil)) }

  /// The first `count` slots.
  func prefix(_ count: Int) -> [ParamSlot] {
    state.withLock { $0.slots.count == count ? $0.slots : Array($0.slots.prefix(count)) }
  }

  func slot(_ index: Int) -> ParamSlot { state.withLock { $0.slots[index] } }

  /// The place of a path among the first `count` slots.
  func index(of path: [String], count: Int) -> Int? {
    let index = state.withLock { state in
      if let indices = state.indices { return indices[path] }
      let indices = Dictionary(
        state.slots.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { first, _ in first }
      )
      state.indices = indices
      return indices[path]
    }
    return index.flatMap { $0 < count ? $0 : nil }
  }

  /// A table with `slot` after the first `count` slots: this one, unless others were added to it meanwhile.
  func appending(_ slot: ParamSlot, after count: Int) -> SlotTable {
    let isAppended = state.withLock { state in
      guard state.slots.count == count else { return false }
      state.slots.append(slot)
      state.indices?[slot.path] = count
      return true
    }
    return isAppended ? self : SlotTable(prefix(count) + [slot])
  }
}
