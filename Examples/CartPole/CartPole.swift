import ArgumentParser
import Blox
import Foundation
import Logs
import Metrics
import Optimizers

// Learns to balance a pole on a cart, by proximal policy optimization (Schulman et al., 2017). The carts are tensors too: `vmap`
// drives many at once, `scan` drives them through time, and one compiled program plays and learns. Read it from top to bottom.

/// A cart on a track with a pole on a hinge (Barto, Sutton and Anderson, 1983), as in Gymnasium's CartPole-v1.
struct Cart: TensorTree {
  /// Its position and speed, and the pole's angle and angular speed, `[4]`.
  var state: Tensor
  /// How many steps the pole has stood.
  var age: Tensor

  static let longestAge = 500

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&state)
    body(&age)
  }

  /// A cart whose pole stands nearly straight.
  static func new(_ key: Tensor) -> Cart {
    Cart(state: Random.uniform(key, [4], minval: -0.05, maxval: 0.05), age: Tensor(Int32(0)))
  }

  /// The cart a fiftieth of a second later, pushed to the left (0) or to the right (1).
  func pushed(_ action: Tensor) -> Cart {
    let (position, speed, angle, turn) = (state[0], state[1], state[2], state[3])
    let push = (select(action .== 1, 10.0, -10.0) + 0.05 * square(turn) * sin(angle)) / 1.1
    let turning = (9.8 * sin(angle) - cos(angle) * push) / (0.5 * (4.0 / 3 - 0.1 * square(cos(angle)) / 1.1))
    let driving = push - 0.05 * turning * cos(angle) / 1.1
    let next = [position + 0.02 * speed, speed + 0.02 * driving, angle + 0.02 * turn, turn + 0.02 * turning]
    return Cart(state: stack(next), age: age + 1)
  }

  /// Whether it has left the track, or the pole leans by more than 12 degrees.
  var hasFallen: Tensor { (abs(state[0]) .> 2.4) .| (abs(state[2]) .> 0.2095) }
}

/// What a network thinks of states `[…, 4]`: of each action, logits `[…, 2]`, and of what is ahead, `[…]`.
final class Player: Module, @unchecked Sendable {
  let hidden, hiddenOfValue: [Linear]
  let action, value: Linear

  init(_ graph: Graph, rng: Rng) throws {
    hidden = try (0..<2).map { try Linear(graph / "hidden_\($0)", outputSize: 64, rng: rng) }
    hiddenOfValue = try (0..<2).map { try Linear(graph / "hidden_of_value_\($0)", outputSize: 64, rng: rng) }
    action = try Linear(graph / "action", outputSize: 2, rng: rng)
    value = try Linear(graph / "value", outputSize: 1, rng: rng)
    try super.init(graph)
  }

  func callAsFunction(_ params: Params, _ states: Tensor) -> (logits: Tensor, value: Tensor, params: Params) {
    var (x, y, params) = (states, states, params)
    for (layer, layerOfValue) in zip(hidden, hiddenOfValue) {
      (x, params) = layer(params, x)
      (y, params) = layerOfValue(params, y)
      (x, y) = (tanh(x), tanh(y))
    }
    (x, params) = action(params, x)
    (y, params) = value(params, y)
    return (x, y.squeeze(axis: -1), params)
  }
}

/// What happened in steps: states `[…, 4]`, and `[…]` of each of the others.
struct Experience: TensorTree {
  var states, actions, logProbabilities, values: Tensor
  /// Whether the pole fell or had stood long enough then, and how long it had stood.
  var isOver, ages: Tensor
  /// How much more came after the action than was thought.
  var advantages: Tensor

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    body(&states)
    body(&actions)
    body(&logProbabilities)
    body(&values)
    body(&isOver)
    body(&ages)
    body(&advantages)
  }
}

/// What goes from round to round.
struct Learning: TensorTree {
  var params: Params
  var optimizer: OptimizerState
  var carts: Cart
  var key: Tensor

  mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
    params.forEachLeaf(body)
    optimizer.forEachLeaf(body)
    carts.forEachLeaf(body)
    body(&key)
  }
}

@main
struct CartPole: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cartpole", abstract: "Learns to balance a pole on a cart.")

  @Option(help: "Rounds of playing and learning.") var rounds = 60
  @Option(help: "Carts at once.") var carts = 16
  @Option(help: "Steps of each cart in a round.") var time = 128
  @Option(help: "How often a round's steps are learned from.") var epochs = 4
  @Option(help: "Parts that they are learned from in.") var parts = 4
  @Option(help: "The learning rate at the start; it falls to zero along a line.") var learningRate = 0.002
  @Option(help: "How much less a step counts for each step that it is later.") var discount = 0.99
  @Option(help: "Where all random numbers come from.") var seed = 0
  @Option(help: "The page with curves.") var output = "cartpole.html"

  func validate() throws {
    let numbers = [
      ("rounds", rounds), ("carts", carts), ("time", time), ("epochs", epochs), ("parts", parts),
    ]
    for (name, value) in numbers where value < 1 {
      throw ValidationError("--\(name) is \(value); expected at least 1")
    }
    guard carts * time % parts == 0 else {
      throw ValidationError(
        "--parts is \(parts); expected a divisor of \(carts * time), --carts times --time")
    }
  }

  func run() throws {
    let graph = try Graph("cartpole")
    let rng = try Rng(graph / "rng")
    let player = try Player(graph.child("player"), rng: rng)
    let optimizer = GradientTransformation.chain(
      .clipByGlobalNorm(0.5),
      .adam(learningRate: .linearSchedule(learningRate, 0, rounds * epochs * parts), eps: 1e-5))
    let initialize = jit(name: "initialize") { (key: Tensor) in
      let keys = Random.split(key)
      let carts = vmap(Cart.new)(Random.split(keys[0], self.carts))
      // The weights alone: the player draws nothing at random, so that the state of `rng` is not needed any more.
      let params = player(rng.seed(Params(), seed: Tensor(seed)), carts.state).params.locked().split().0
      return Learning(params: params, optimizer: optimizer.initialState(params), carts: carts, key: keys[1])
    }
    let playAndLearn = jit(donating: 0, name: "playAndLearn") { (learning: Learning) in
      let keys = Random.split(learning.key, 3)
      var next = learning
      let experience: Experience
      (next.carts, experience) = play(player, learning, keys[0])
      let ages = Average().adding(experience.ages, where: experience.isOver)
      (next.params, next.optimizer) = learn(player, optimizer, learning, experience, keys[1])
      next.key = keys[2]
      return (ages, next)
    }

    try? FileManager.default.removeItem(atPath: output)
    let log = try HTMLLog(URL(filePath: output), title: "A pole on a cart")
    var learning = try initialize(Random.key(seed))
    var progress = ProgressBar(total: rounds * carts * time, unit: "steps")
    for round in 1...rounds {
      let ages: Average
      (ages, learning) = try playAndLearn(learning)
      let age = try ages.value.item(Double.self)
      try log.write(round * carts * time, ["steps until a pole falls": age])
      progress.advance(carts * time, note: String(format: "a pole stands for %.0f steps", age))
    }
    progress.finish()
    let stood = try jit { (params: Params, key: Tensor) in judged(player, params, key) }(
      learning.params, Random.key(seed + 1))
    let steps = String(format: "%.1f", try stood.item(Double.self))
    print("100 poles stand for \(steps) of \(Cart.longestAge) steps; curves in \(output)")
  }

  /// Drives all carts for some steps, each with one that begins where another has fallen.
  func play(_ player: Player, _ learning: Learning, _ key: Tensor) -> (Cart, Experience) {
    let (carts, experience) = scan(learning.carts, Random.split(key, time)) { carts, key in
      let keys = Random.split(key)
      let (logits, values, _) = player(learning.params, carts.state)
      let actions = Random.categorical(keys[0], logits)
      let (next, isOver, ages) = vmap { (cart: Cart, action: Tensor, key: Tensor) in
        let next = cart.pushed(action)
        let isOver = next.hasFallen .| (next.age .>= Tensor(Cart.longestAge))
        return (map(Cart.new(key), next) { select(isOver, $0, $1) }, isOver, next.age)
      }(carts, actions, Random.split(keys[1], self.carts))
      let experience = Experience(
        states: carts.state, actions: actions, logProbabilities: logProbabilities(logits, actions),
        values: values,
        isOver: isOver, ages: ages, advantages: .zerosLike(values))
      return (next, experience)
    }
    // Each step is worth 1. What is ahead of the last ones is what the network thinks.
    let ahead = concatenate([
      experience.values[1...], expandDims(player(learning.params, carts.state).value, axis: 0),
    ])
    let goesOn = discount * (1 - experience.isOver.astype(.float32))
    var judged = experience
    // The sums of Schulman et al., 2016, from the end to the beginning.
    (_, judged.advantages) = scan(
      Tensor.zeros([self.carts]), [1 + goesOn * ahead - experience.values, goesOn], reverse: true
    ) { later, step in
      let advantage = step[0] + 0.95 * step[1] * later
      return (advantage, advantage)
    }
    return (carts, judged)
  }

  /// Learns from all steps some times, in random parts.
  func learn(
    _ player: Player, _ optimizer: GradientTransformation, _ learning: Learning, _ experience: Experience,
    _ key: Tensor
  ) -> (Params, OptimizerState) {
    let steps = map(experience) { $0.reshape(Shape([carts * time] + $0.shape.dimensions.dropFirst(2))) }
    func loss(_ params: Params, _ steps: Experience) -> Tensor {
      let (logits, values, _) = player(params, steps.states)
      let advantages = (steps.advantages - steps.advantages.mean()) / (steps.advantages.std() + 1e-8)
      let ratio = exp(logProbabilities(logits, steps.actions) - steps.logProbabilities)
      let gain = minimum(ratio * advantages, ratio.clip(0.8, 1.2) * advantages).mean()
      let error = square(steps.values + steps.advantages - values).mean()
      let entropy = -(softmax(logits) * logSoftmax(logits)).sum(axis: -1).mean()
      return 0.25 * error - gain - 0.01 * entropy
    }
    return scan((learning.params, learning.optimizer), Random.split(key, epochs)) { state, key in
      let order = Random.permutation(key, carts * time).reshape([parts, carts * time / parts])
      return scan(state, order) { state, positions in
        let (params, optimizerState) = state
        let gradients = grad(loss)(params, map(steps) { $0[positions] })
        let (updates, newState) = optimizer.update(gradients, optimizerState, params)
        return (applyUpdates(params, updates), newState)
      }
    }
  }

  /// For how many steps 100 poles stand, on average, if the likelier action is taken.
  func judged(_ player: Player, _ params: Params, _ key: Tensor) -> Tensor {
    let start = (vmap(Cart.new)(Random.split(key, 100)), Tensor.ones([100]))
    let (_, stands) = scan(start, length: Cart.longestAge) { carts, stands in
      let (next, hasFallen) = vmap { (cart: Cart, action: Tensor) in
        let next = cart.pushed(action)
        return (next, next.hasFallen)
      }(carts, player(params, carts.state).logits.argmax(axis: -1))
      let stillStands = stands * (1 - hasFallen.astype(.float32))
      return ((next, stillStands), stillStands)
    }
    return stands.sum(axis: 0).mean()
  }

  private func logProbabilities(_ logits: Tensor, _ actions: Tensor) -> Tensor {
    takeAlongAxis(logSoftmax(logits), expandDims(actions, axis: -1), axis: -1).squeeze(axis: -1)
  }
}
