import Blox
@preconcurrency import Foundation

// What `make soak` starts, beside the work for a long time: processes that are killed while they write.
//
//     kills [--saves 200] [--shards 200] [--trainings 50] [--resumes 50] [--flips 2000] [--seed S]
//
// Prints a table, and ends with status 1 if a state was lost, a process ended by itself, or anything was left behind.
// The other commands are what it starts itself.
@main struct Program {
  static func main() throws {
    // A line at a time, also into a file: otherwise a long run tells nothing before its end.
    setvbuf(stdout, nil, _IOLBF, 0)
    let words = Array(CommandLine.arguments.dropFirst())
    if let command = words.first, !command.hasPrefix("--") {
      guard words.count >= 2 else { throw Trouble("\(command) of what folder?") }
      let folder = URL(filePath: words[1])
      switch command {
      case "save": try SavingState(folder: folder).work()
      case "shards": try ShardedState(folder: folder, isExchanging: !words.contains("two-steps")).work()
      case "train":
        try Training(folder: folder).work(until: words.dropFirst(2).first.flatMap { Int($0) } ?? .max)
      case "manage":
        try ManagedTraining(folder: folder).work(until: words.dropFirst(2).first.flatMap { Int($0) } ?? .max)
      case "full":
        try FullDisk(folder: folder, limit: words.dropFirst(2).first.flatMap { rlim_t($0) }).work()
      case "flips":
        let numbers = words.dropFirst(2).compactMap { Int($0) }
        guard numbers.count == 2 else { throw Trouble("flips FOLDER COUNT SEED") }
        try Flips(folder: folder, count: numbers[0], seed: UInt64(truncatingIfNeeded: numbers[1])).work()
      default: throw Trouble("there is no command '\(command)'")
      }
    } else {
      try Trials(words).run()
    }
  }
}
