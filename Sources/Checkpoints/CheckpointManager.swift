import Blox
import Dispatch
import DurableFiles
public import Foundation
import Synchronization
public import Tensors

/// The checkpoints of a training in a folder: the latest ones and the best, written beside the training.
///
///     let manager = try CheckpointManager(folder, keep: 3, best: .init("loss", .least, keep: 1))
///     if let found = try manager.restore(state) { (step, state) = found }
///     while step < 10_000 {
///       (state, loss) = try trainStep(state, …)
///       step += 1
///       if step % 100 == 0 { try manager.save(step, state, metrics: ["loss": loss]) }
///     }
///     try manager.wait()
///
/// The state is one tree: parameters, the optimizer's state, keys, the data's position. A checkpoint is a file that appears
/// whole or not at all, so that a process that ends at any moment, or a disk that is full, leaves those before as they were.
///
/// Of several processes that have joined (`Distributed.initialize`) all call the same functions. A state that each has whole is
/// written by the first alone; of one that lies on the devices of all, each writes its parts, to a folder that all see.
/// Otherwise one process writes to a folder.
public final class CheckpointManager: Sendable {
  /// Which checkpoints are the best.
  public struct Best: Sendable {
    /// Whether small or great values are good.
    public enum Order: Sendable {
      case least, greatest
    }

    let metric: String
    let order: Order
    let count: Int

    /// - Parameters:
    ///   - metric: the name of a metric that is saved with checkpoints.
    ///   - order: whether small or great values are good.
    ///   - count: how many of the best are kept.
    public init(_ metric: String, _ order: Order, keep count: Int = 1) {
      self.metric = metric
      self.order = order
      self.count = count
    }
  }

  /// Where the checkpoints are.
  public let folder: URL
  private let latestCount: Int
  private let best: Best?
  private let queue = DispatchQueue(label: "checkpoints")
  /// What the last writing threw, until somebody asks.
  private let failure = Mutex<(any Error)?>(nil)

  /// The manager of a folder, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - folder: where the checkpoints are.
  ///   - latestCount: how many of the latest are kept; at least 1.
  ///   - best: which are kept beside those.
  /// - Throws: `SafetensorsError` if the folder cannot be made or written to.
  public init(_ folder: URL, keep latestCount: Int = 3, best: Best? = nil) throws {
    self.folder = folder
    self.latestCount = max(latestCount, 1)
    self.best = best
    do { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) } catch {
      throw ModelError(
        "CheckpointManager",
        problem: "the folder '\(folder.path)' cannot be made: \(error.localizedDescription)",
        expected: "a folder that can be written to")
    }
    guard FileManager.default.isWritableFile(atPath: folder.path) else {
      throw ModelError(
        "CheckpointManager", problem: "the folder '\(folder.path)' cannot be written to",
        expected: "a folder that can be written to")
    }
    if Distributed.processIndex == 0 { AtomicFile.clearRemnants(in: folder.path) }
  }

  /// The steps of the checkpoints there are, in order.
  public var steps: [Int] {
    Folder.names(in: folder.path).compactMap(Self.step).sorted()
  }

  /// The step of the latest checkpoint; nil if there is none.
  public var latestStep: Int? { steps.last }

  /// The step of the best checkpoint, the latest of equal ones; nil if none has the metric.
  public var bestStep: Int? { ranked(steps).first }

  /// The metrics that were saved with a checkpoint.
  ///
  /// - Throws: `SafetensorsError` if there is none, or it is damaged.
  public func metrics(_ step: Int) throws -> [String: Double] {
    let file = try SafetensorsFile(contentsOf: url(step), mapped: true)
    var metrics: [String: Double] = [:]
    for (key, value) in file.metadata where key.hasPrefix(Self.prefix) {
      metrics[String(key.dropFirst(Self.prefix.count))] = Double(value)
    }
    return metrics
  }

  /// Saves a checkpoint. Values are read at once, so that the tensors can be donated; the file is written while the training
  /// goes on. A checkpoint of the same step is replaced. What lies on devices of several processes is written at once.
  ///
  /// - Throws: the error that a tensor carries; what writing the checkpoint before has thrown.
  public func save(_ step: Int, _ tree: some TensorTree, metrics: [String: Double] = [:]) throws {
    guard step >= 0 else {
      throw ModelError(
        "CheckpointManager.save", problem: "the step is \(step)", expected: "a number that is not negative")
    }
    try wait()
    var metadata = ["step": String(step)]
    for (name, value) in metrics { metadata[Self.prefix + name] = String(value) }
    guard tree.leaves.allSatisfy(\.isFullyAddressable) else { return try saveShards(step, tree, metadata) }
    guard Distributed.processIndex == 0 else { return }
    let values = try tree.leaves.map { Data(try $0.bytes()) }
    let tensors = zip(tree.leafPaths, tree.leaves).map { path, leaf in
      SafetensorsTensor(name: path, dtype: SafetensorsDType(leaf.dtype), shape: leaf.shape.dimensions)
    }
    let contents = Dictionary(zip(tensors.map(\.name), values), uniquingKeysWith: { first, _ in first })
    queue.async { [self, metadata] in
      do {
        try SafetensorsFile.write(tensors, metadata: metadata, to: url(step)) { contents[$0.name] ?? Data() }
        removeOthers(than: step)
      } catch { failure.withLock { $0 = error } }
    }
  }

  /// Saves parts in a folder, and then a file without tensors: only with it there is a checkpoint.
  private func saveShards(_ step: Int, _ tree: some TensorTree, _ metadata: [String: String]) throws {
    try tree.saveShards(to: shardsURL(step))
    try CheckpointWriters(isAlone: false).onFirst {
      var metadata = metadata
      metadata[Self.shardsName] = "true"
      try SafetensorsFile.write([], metadata: metadata, to: url(step)) { _ in Data() }
      removeOthers(than: step)
    }
  }

  /// Waits until the last checkpoint is on the disk.
  ///
  /// - Throws: what writing it has thrown.
  public func wait() throws {
    queue.sync {}
    let error = failure.withLock { failure in
      defer { failure = nil }
      return failure
    }
    if let error { throw error }
  }

  /// The state of a checkpoint, with its step; nil if there is none.
  ///
  /// - Parameters:
  ///   - tree: a state of the same structure, such as the one that training begins with.
  ///   - step: which checkpoint; the latest if left out.
  ///   - shardings: how the state is to lie on devices, on another mesh too; whole on one device if left out, which a state that
  ///     lay on devices of several processes cannot.
  /// - Throws: as `loading`.
  public func restore<Tree: TensorTree>(
    _ tree: Tree, step: Int? = nil, shardings: (any ShardingTree)? = nil
  ) throws -> (step: Int, tree: Tree)? {
    try wait()
    guard let step = step ?? latestStep else { return nil }
    if try isInShards(step) {
      guard let shardings else {
        throw ModelError(
          "CheckpointManager.restore",
          problem: "the checkpoint of step \(step) lies in parts, and there are no shardings",
          expected: "shardings: how the state is to lie on devices")
      }
      return (step, try tree.loading(shards: shardsURL(step), shardings: shardings))
    }
    let restored = try tree.loading(from: url(step))
    return (step, try shardings.map { try devicePut(restored, $0).checked() } ?? restored)
  }

  private static let prefix = "metric."
  private static let name = "step-"
  private static let suffix = ".safetensors"

  private static let shardsName = "shards"

  private func isInShards(_ step: Int) throws -> Bool {
    try SafetensorsFile(contentsOf: url(step), mapped: true).metadata[Self.shardsName] != nil
  }

  private func url(_ step: Int) -> URL {
    folder.appendingPathComponent(Self.fileName(step) + Self.suffix)
  }

  /// The folder of a checkpoint in parts.
  private func shardsURL(_ step: Int) -> URL { folder.appendingPathComponent(Self.fileName(step)) }

  private static func fileName(_ step: Int) -> String {
    let digits = String(step)
    let padding = String(repeating: "0", count: max(0, 10 - digits.count))
    return name + padding + digits
  }

  private static func step(of file: String) -> Int? {
    guard file.hasPrefix(name), file.hasSuffix(suffix) else { return nil }
    return Int(file.dropFirst(name.count).dropLast(suffix.count))
  }

  /// The steps that have the metric, the best first.
  private func ranked(_ steps: [Int]) -> [Int] {
    guard let best else { return [] }
    let values = steps.compactMap { step -> (step: Int, value: Double)? in
      guard let value = try? metrics(step)[best.metric], !value.isNaN else { return nil }
      return (step, best.order == .least ? value : -value)
    }
    return values.sorted { ($0.value, -$0.step) < ($1.value, -$1.step) }.map(\.step)
  }

  /// Removes what is neither among the latest nor among the best. The one just written stays.
  private func removeOthers(than step: Int) {
    let steps = steps
    let kept = Set(steps.suffix(latestCount) + ranked(steps).prefix(max(best?.count ?? 0, 0)) + [step])
    for other in steps where !kept.contains(other) { try? FileManager.default.removeItem(at: url(other)) }
    // Parts whose file is gone, or was never written.
    let whole = Set(kept.map(Self.fileName))
    for name in Folder.names(in: folder.path) where !whole.contains(name) {
      guard Self.step(of: name + Self.suffix) != nil else { continue }
      try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    }
  }
}
