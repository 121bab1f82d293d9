import Synchronization

/// What `Params` are besides their values: paths, trainable flags and metadata in order, and the lock.
///
/// Layouts are immutable and shared. What is derived from one is made once and kept with it. All layouts that say
/// the same have one canonical layout, so that `jit` compares structures by comparing pointers.
final class ParamsLayout: Sendable {
  let count: Int
  let isLocked: Bool
  private let table: SlotTable
  private let derived = Mutex(Derived())

  /// What was derived from the layout so far. Nothing here refers back to the layout but weakly.
  private struct Derived {
    var sorting: Sorting?
    var splitting: Splitting?
    weak var mergedWith: ParamsLayout?
    weak var mergeResult: ParamsLayout?
    var mergePlan: [MergeSource] = []
    var locked: ParamsLayout?
  }

  /// The way from a layout to its canonical one. Nil stands for the layout itself and for the order that it has.
  private struct Sorting {
    let layout: ParamsLayout?
    let order: [Int]?
  }

  /// Two layouts that a layout was split into, and which values go where.
  struct Splitting {
    let first: ParamsLayout
    let second: ParamsLayout
    let firstIndices: [Int]
    let secondIndices: [Int]
  }

  /// Where a value of merged params comes from.
  enum MergeSource {
    case own(Int)
    case other(Int)
  }

  static let empty = ParamsLayout(SlotTable(), count: 0, isLocked: false)

  private init(_ table: SlotTable, count: Int, isLocked: Bool) {
    self.table = table
    self.count = count
    self.isLocked = isLocked
  }

  convenience init(_ slots: [ParamSlot], isLocked: Bool) {
    self.init(SlotTable(slots), count: slots.count, isLocked: isLocked)
  }

  var slots: [ParamSlot] { table.prefix(count) }

  func slot(_ index: Int) -> ParamSlot { table.slot(index) }

  /// Whether one was made of the other, or both of a third, without copying slots.
  func sharesTable(with other: ParamsLayout) -> Bool { table === other.table }

  func index(of path: [String]) -> Int? { table.index(of: path, count: count) }

  // MARK: Other layouts from this one

  /// The layout with another parameter at the end.
  func adding(_ slot: ParamSlot) -> ParamsLayout {
    ParamsLayout(table.appending(slot, after: count), count: count + 1, isLocked: isLocked)
  }

  /// The layout with another slot in the place of one.
  func replacing(_ index: Int, with slot: ParamSlot) -> ParamsLayout {
    var slots = slots
    slots[index] = slot
    return ParamsLayout(slots, isLocked: isLocked)
  }

  /// The same parameters, locked or not.
  func with(isLocked: Bool) -> ParamsLayout {
    if isLocked == self.isLocked { return self }
    guard isLocked else { return ParamsLayout(table, count: count, isLocked: false) }
    return derived.withLock { derived in
      if let known = derived.locked { return known }
      let made = ParamsLayout(table, count: count, isLocked: true)
      derived.locked = made
      return made
    }
  }

  /// The trainable parameters, and the others.
  var splitByTrainable: Splitting {
    if let known = derived.withLock({ $0.splitting }) { return known }
    let made = split { _, slot in slot.trainable }
    derived.withLock { $0.splitting = made }
    return made
  }

  func split(_ isFirst: (Int, ParamSlot) throws -> Bool) rethrows -> Splitting {
    let slots = slots
    var chosen: [Int] = []
    var others: [Int] = []
    for (index, slot) in slots.enumerated() {
      if try isFirst(index, slot) { chosen.append(index) } else { others.append(index) }
    }
    return Splitting(
      first: ParamsLayout(chosen.map { slots[$0] }, isLocked: isLocked),
      second: ParamsLayout(others.map { slots[$0] }, isLocked: isLocked),
      firstIndices: chosen, secondIndices: others)
  }

  /// These parameters and then the other's; those that both have are the other's, at their place here.
  func merged(with other: ParamsLayout) -> (layout: ParamsLayout, plan: [MergeSource]) {
    let known = derived.withLock { derived -> (ParamsLayout, [MergeSource])? in
      guard derived.mergedWith === other, let result = derived.mergeResult else { return nil }
      return (result, derived.mergePlan)
    }
    if let known { return known }
    var slots = slots
    var plan = slots.indices.map(MergeSource.own)
    for (position, slot) in other.slots.enumerated() {
      if let index = index(of: slot.path) {
        slots[index] = slot
        plan[index] = .other(position)
      } else {
        slots.append(slot)
        plan.append(.other(position))
      }
    }
    let result = ParamsLayout(slots, isLocked: isLocked)
    result.rememberParts(self, other)
    derived.withLock { derived in
      derived.mergedWith = other
      derived.mergeResult = result
      derived.mergePlan = plan
    }
    return (result, plan)
  }

  /// If this was merged of trainable parameters and others, to split it gives those very layouts: a loop that splits
  /// and merges goes on with the layouts that it has.
  private func rememberParts(_ first: ParamsLayout, _ second: ParamsLayout) {
    guard count == first.count + second.count, first.slots.allSatisfy(\.trainable),
      !second.slots.contains(where: \.trainable)
    else { return }
    let splitting = Splitting(
      first: first, second: second, firstIndices: Array(0..<first.count),
      secondIndices: Array(first.count..<count))
    derived.withLock { $0.splitting = splitting }
  }
}

// MARK: The canonical layout

extension ParamsLayout {
  /// The layout with the parameters sorted by path, the same object for all layouts that say the same.
  var canonical: ParamsLayout { sorting.layout ?? self }

  /// The places of the values in the canonical order; nil if they are in it.
  var canonicalOrder: [Int]? { sorting.order }

  private var sorting: Sorting {
    if let known = derived.withLock({ $0.sorting }) { return known }
    let slots = slots
    let order = slots.indices.sorted { ParamSlot.precedes(slots[$0], slots[$1]) }
    let isSorted = order.elementsEqual(slots.indices)
    let unique = ParamsLayout.unique(
      isSorted ? self : ParamsLayout(order.map { slots[$0] }, isLocked: isLocked))
    let made = Sorting(layout: unique === self ? nil : unique, order: isSorted ? nil : order)
    derived.withLock { $0.sorting = made }
    if unique !== self { unique.derived.withLock { $0.sorting = Sorting(layout: nil, order: nil) } }
    return made
  }

  private struct WeakLayout {
    weak var layout: ParamsLayout?
  }

  private static let known = Mutex<[Int: [WeakLayout]]>([:])

  /// The sorted layout that says the same as `layout` and was the first to do so.
  private static func unique(_ layout: ParamsLayout) -> ParamsLayout {
    let slots = layout.slots
    var hasher = Hasher()
    hasher.combine(slots)
    hasher.combine(layout.isLocked)
    let hash = hasher.finalize()
    return known.withLock { known in
      for candidate in known[hash] ?? [] {
        if let other = candidate.layout, other.isLocked == layout.isLocked, other.slots == slots {
          return other
        }
      }
      // New layouts are rare: once for each structure. The time to forget those that are gone.
      known = known.mapValues { $0.filter { $0.layout != nil } }.filter { !$0.value.isEmpty }
      known[hash, default: []].append(WeakLayout(layout: layout))
      return layout
    }
  }
}
