import Foundation

/// A state that is written again and again: some tensors that all hold the number of the state.
protocol WrittenState {
  var folder: URL { get }
  /// What is in the folder when nothing was left behind.
  var names: [String] { get }
  func write(_ number: Int) throws
  /// The values of all tensors.
  func read() throws -> [[Float]]
}

extension WrittenState {
  /// Writes states until the process is killed.
  func work() throws {
    var number = (try? check()) ?? 0
    while true {
      number += 1
      try write(number)
      Child.say(number)
    }
  }

  /// The number of the state that is there, which has to be whole.
  func check() throws -> Int {
    let values = try read()
    guard let first = values.first?.first, values.allSatisfy({ $0.allSatisfy { $0 == first } }) else {
      throw Trouble("the state is a mixture")
    }
    return Int(first)
  }

  /// Throws if anything but the state is there.
  func checkNames() throws {
    let found = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    guard found == names else { throw Trouble("left behind: \(found)") }
  }
}
