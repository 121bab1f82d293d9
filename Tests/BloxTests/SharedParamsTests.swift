import Blox
import Testing

/// Models that are different and have parameters in common.
@Suite struct SharedParamsTests {
  /// What acts: observations to actions.
  private final class Actor: Module, Layer, @unchecked Sendable {
    let body, policy: Linear

    init(_ graph: Graph, rng: Rng) throws {
      body = try Linear(graph.child("body"), outputSize: 8, rng: rng)
      policy = try Linear(graph.child("policy"), outputSize: 2, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ x: Tensor) -> (Tensor, Params) {
      let (x, params) = body(params, x)
      return policy(params, tanh(x))
    }
  }

  /// What learns: the same, and how good a state is.
  private final class Learner: Module, @unchecked Sendable {
    let body, policy, value: Linear

    init(_ graph: Graph, rng: Rng) throws {
      body = try Linear(graph.child("body"), outputSize: 8, rng: rng)
      policy = try Linear(graph.child("policy"), outputSize: 2, rng: rng)
      value = try Linear(graph.child("value"), outputSize: 1, rng: rng)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ x: Tensor) -> ((policy: Tensor, value: Tensor), Params) {
      var (x, params) = body(params, x)
      x = tanh(x)
      let policy, value: Tensor
      (policy, params) = self.policy(params, x)
      (value, params) = self.value(params, x)
      return ((policy, value), params)
    }
  }

  @Test func anActorUsesTheParamsOfALearner() throws {
    func node() throws -> (Graph, Rng) {
      let graph = try Graph("agent")
      return (try graph.child("net"), try Rng(graph.child("rng")))
    }
    let (learnerNode, rng) = try node()
    let learner = try Learner(learnerNode, rng: rng)
    let (actorNode, actorRng) = try node()
    let actor = try Actor(actorNode, rng: actorRng)
    let x = Random.normal(Random.key(1), [4, 3])
    var params = learner(rng.seed(Params(), seed: 42), x).1.locked()
    let act = jit(actor)
    for _ in 0..<2 {
      let want = try learner(params, x).0.policy.scalars(Float.self)
      let got = try act(params, x).0.scalars(Float.self)
      #expect(zip(got, want).allSatisfy { ($0 - $1).magnitude < 1e-6 })
      let (trainable, rest) = params.split()
      let gradients = try grad { (t: Params) in
        let (out, _) = learner(try t.merge(rest), x)
        return (out.policy ** 2).mean() + (out.value ** 2).mean()
      }(trainable)
      params = try map(trainable, gradients) { $0 - 0.1 * $1 }.merge(rest)
    }
    #expect(displayText([learnerNode.root, actorNode.root], params).contains("value: Linear("))
  }
}
