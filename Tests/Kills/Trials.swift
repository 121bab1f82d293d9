import Blox
import Foundation
import SeededRandom

/// Starts processes, kills them at random times, and looks at what is there then.
struct Trials {
  private var counts = ["saves": 200, "shards": 200, "trainings": 50, "resumes": 50, "flips": 2000]
  private var seed = Int.random(in: 0..<1_000_000)
  private let folder = FileManager.default.temporaryDirectory.appending(path: "kills-\(UUID().uuidString)")

  init(_ words: [String]) throws {
    var words = words[...]
    while let name = words.popFirst() {
      guard let value = words.popFirst().flatMap({ Int($0) }) else {
        throw Trouble("\(name) of what number?")
      }
      if name == "--seed" { seed = value } else { counts[String(name.dropFirst(2))] = value }
    }
  }

  func run() throws {
    try Backend.configure(deviceCount: 4)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    print("kills: seed \(seed)")
    print("what                          trials  troubles  seconds")
    var isWell = true
    isWell = row("kills in save", "saves", isWell) { random, _ in
      try kill(SavingState(folder: made("save")), ["save"], &random)
    }
    isWell = row("kills in saveShards", "shards", isWell) { random, index in
      // Half of them on a file system that cannot exchange.
      let isExchanging = index % 2 == 0
      let state = ShardedState(folder: try made("shards"), isExchanging: isExchanging)
      try kill(state, ["shards"] + (isExchanging ? [] : ["two-steps"]), &random)
    }
    isWell = row("kills in training", "trainings", isWell) { random, _ in try killTraining(&random) }
    isWell = row("the training after that", "trainings", isWell, isOnce: true) { _, _ in try compareTraining()
    }
    isWell = row("kills with a manager", "resumes", isWell) { random, _ in try killManaged(&random) }
    isWell = row("the same, to its end", "resumes", isWell, isOnce: true) { _, _ in try compareManaged() }
    isWell = row("bit flips in the cache", "flips", isWell, isOnce: true) { random, _ in try flipBits(&random)
    }
    if !isWell { exit(1) }
  }

  /// Makes some trials and prints a line about them; gives whether all are well so far.
  private func row(
    _ title: String, _ kind: String, _ isWell: Bool, isOnce: Bool = false,
    _ trial: (inout SplitMix64, Int) throws -> Void
  ) -> Bool {
    let count = counts[kind] ?? 0
    if count == 0 { return isWell }
    let start = ContinuousClock.now
    var troubles: [String] = []
    for index in 0..<(isOnce ? 1 : count) {
      var random = SplitMix64(seed: UInt64(truncatingIfNeeded: seed &* 1_000_003 &+ index))
      do { try trial(&random, index) } catch { troubles.append("  trial \(index): \(error)") }
    }
    let seconds = (ContinuousClock.now - start).components.seconds
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    print(
      title.padding(toLength: 28, withPad: " ", startingAt: 0) + column("\(count)", 8)
        + column("\(troubles.count)", 10) + column("\(seconds)", 9))
    for trouble in troubles.prefix(20) { print(trouble) }
    return isWell && troubles.isEmpty
  }

  private func made(_ name: String) throws -> URL {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  // MARK: Trials

  private func kill(_ state: some WrittenState, _ command: [String], _ random: inout SplitMix64) throws {
    let before = (try? state.check()) ?? 0
    let child = try Child(
      [command[0], state.folder.path] + command.dropFirst(), environment: ["BLOX_CPU_DEVICES": "4"])
    try child.waitForFirst()
    usleep(.random(in: 0..<40_000, using: &random))
    let said = try child.kill() ?? before
    let found = try state.check()
    // The one that it was writing may be there already, but not yet said.
    guard found == said || found == said + 1 else {
      throw Trouble("state \(said) was written, \(found) is there")
    }
    try state.write(found)
    try state.checkNames()
  }

  private func killTraining(_ random: inout SplitMix64) throws {
    let training = Training(folder: try made("train"))
    let cache = try made("train/cache")
    let before = try training.step()
    // Some programs are compiled again.
    for file in try FileManager.default.contentsOfDirectory(at: cache, includingPropertiesForKeys: nil)
    where Bool.random(using: &random) { try FileManager.default.removeItem(at: file) }
    let child = try Child(
      ["train", training.folder.path], environment: ["BLOX_COMPILATION_CACHE": cache.path])
    if Bool.random(using: &random) { try child.waitForFirst() }
    usleep(.random(in: 0..<400_000, using: &random))
    let said = try child.kill() ?? before
    let found = try training.step()
    guard found == said || found == said + 1 else {
      throw Trouble("step \(said) was written, \(found) is there")
    }
  }

  /// A training that was killed again and again has the values of one that was not.
  private func compareTraining() throws {
    let killed = Training(folder: try made("train")), cache = try made("train/cache")
    let last = try killed.step() + 7
    let whole = Training(folder: try made("whole"))
    for (training, cache) in [(killed, cache.path), (whole, "off")] {
      let child = try Child(
        ["train", training.folder.path, "\(last)"], environment: ["BLOX_COMPILATION_CACHE": cache])
      try child.finish()
      if !child.isWell { throw Trouble("the training came to a bad end: \(child.status)") }
    }
    let (a, b) = (try killed.state(), try whole.state())
    for name in b.keys.sorted() {
      guard try a[name]?.bytes() == b[name]?.bytes() else {
        throw Trouble("'\(name)' after \(last) steps differs")
      }
    }
    // The cache clears its folder when it is first written to: so it is, with one program less.
    let files = try FileManager.default.contentsOfDirectory(atPath: cache.path)
    if let file = files.first { try FileManager.default.removeItem(at: cache.appending(path: file)) }
    try Child(
      ["train", killed.folder.path, "\(last + 6)"], environment: ["BLOX_COMPILATION_CACHE": cache.path]
    ).finish()
    let left =
      try FileManager.default.contentsOfDirectory(atPath: killed.folder.path)
      + FileManager.default.contentsOfDirectory(atPath: cache.path)
    let names = left.filter { $0.hasPrefix(".") }
    if !names.isEmpty { throw Trouble("left behind: \(names)") }
  }

  private func killManaged(_ random: inout SplitMix64) throws {
    let training = ManagedTraining(folder: try made("managed"))
    let before = try training.latestStep()
    let child = try Child(
      ["manage", training.folder.path, "1000000"],
      environment: ["BLOX_COMPILATION_CACHE": try made("managed-cache").path])
    if Int.random(in: 0..<8, using: &random) > 0 { try child.waitForFirst() }
    usleep(.random(in: 0..<300_000, using: &random))
    let said = try child.kill() ?? before
    let found = try training.latestStep()
    // A checkpoint is written while the steps after it are done, and the next one waits for it.
    let least = said / ManagedTraining.interval * ManagedTraining.interval - ManagedTraining.interval
    guard found >= max(before, least), found % ManagedTraining.interval == 0 else {
      throw Trouble("step \(said) was done, \(before) was there, \(found) is")
    }
  }

  /// A managed training that was killed again and again has the values of one that was not.
  private func compareManaged() throws {
    let killed = ManagedTraining(folder: try made("managed"))
    let whole = ManagedTraining(folder: try made("managed-whole"))
    let last = try killed.latestStep() + 2 * ManagedTraining.interval
    for training in [killed, whole] {
      let child = try Child(["manage", training.folder.path, "\(last)"])
      try child.finish()
      if !child.isWell { throw Trouble("the training came to a bad end: \(child.status)") }
    }
    guard let a = try killed.latest(), let b = try whole.latest() else { throw Trouble("nothing is there") }
    for (index, pair) in zip(a.leaves, b.leaves).enumerated() where try pair.0.bytes() != pair.1.bytes() {
      throw Trouble("tensor \(index) after \(last) steps differs")
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: killed.folder.path)
    guard left.count == 2, left.allSatisfy({ $0.hasPrefix("step-") }) else {
      throw Trouble("left behind: \(left)")
    }
  }

  private func flipBits(_ random: inout SplitMix64) throws {
    let cache = try made("flips")
    let count = counts["flips"] ?? 0
    let child = try Child(
      ["flips", cache.path, "\(count)", "\(seed)"], environment: ["BLOX_COMPILATION_CACHE": cache.path])
    let done = try child.finish() ?? 0
    guard child.isWell, done == count else { throw Trouble("\(child.status) after \(done) flips") }
  }
}
