import Blox
import Tensors

/// The processes that write a checkpoint: one alone, or all together, step by step.
struct CheckpointWriters {
  /// Whether this process writes everything.
  let isAlone: Bool

  /// Whether this is the process that makes the folder.
  var isFirst: Bool { isAlone || Distributed.processIndex == 0 }

  /// What the first process says.
  func agree(on text: String) throws -> String {
    isAlone ? text : try Distributed.exchange(text).first ?? text
  }

  /// Does a step in the first process.
  func onFirst(_ step: () throws -> Void) throws { try onEach { if isFirst { try step() } } }

  /// Does a step in each process, and throws in all of them if it fails in one.
  func onEach(_ step: () throws -> Void) throws {
    if isAlone { return try step() }
    let outcome = Result { try step() }
    var problem = ""
    if case .failure(let error) = outcome { problem = "\(error)" }
    let problems = try Distributed.exchange(problem)
    try outcome.get()
    guard let index = problems.firstIndex(where: { !$0.isEmpty }) else { return }
    throw ModelError(
      "saveShards", problem: "process \(index) could not write its part: \(problems[index])",
      expected: "a folder that all processes can write to; nothing was saved")
  }
}
