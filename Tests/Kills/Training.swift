import Blox
import Checkpoints
import Foundation

/// A training whose programs are compiled into the cache, and whose state is saved at every step.
struct Training {
  let folder: URL
  private var file: URL { folder.appending(path: "training.safetensors") }

  /// The state: the step's number, weights and their velocity.
  func state() throws -> [String: Tensor] {
    if FileManager.default.fileExists(atPath: file.path) { return try start.loading(from: file) }
    return start
  }

  private var start: [String: Tensor] {
    let weights = (0..<64).map { Float($0 % 7) * 0.1 - 0.3 }
    return [
      "step": Tensor(Int32(0)), "w": Tensor(weights, shape: [8, 8]),
      "v": Tensor([Float](repeating: 0, count: 64), shape: [8, 8]),
    ]
  }

  func step() throws -> Int { try Int(state()["step"]?.item(Int32.self) ?? 0) }

  /// Goes on from the state that is there.
  func work(until last: Int) throws {
    var state = try state()
    let inputs = Tensor((0..<40).map { Float($0 % 11) * 0.2 - 1 }, shape: [5, 8])
    // Several programs, so that several are compiled and written.
    let steps = (0..<6).map { kind in
      jit { (state: [String: Tensor]) in try Self.next(state, inputs, 0.1 * Double(kind + 1)) }
    }
    var number = try Int(state["step"]?.item(Int32.self) ?? 0)
    while number < last {
      state = try steps[number % steps.count](state)
      try state.save(to: file)
      number += 1
      Child.say(number)
    }
  }

  @Sendable private static func next(
    _ state: [String: Tensor], _ inputs: Tensor, _ kind: Double
  ) throws -> [String: Tensor] {
    guard let w = state["w"], let v = state["v"], let step = state["step"] else {
      throw Trouble("the state has other names")
    }
    let gradient = grad { (w: Tensor) in square(tanh(matmul(inputs, w)) - Tensor(kind)).mean() }(w)
    let velocity = 0.9 * v - 0.05 * gradient
    return ["step": step + 1, "w": w + velocity, "v": velocity]
  }
}
