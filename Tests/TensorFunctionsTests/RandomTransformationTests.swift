import Tensors
import Testing

@testable import TensorFunctions

@Suite struct RandomTransformationTests {
  private let key = Random.key(3)

  @Test func counterDoesNotCompileAgain() throws {
    // The public functions hand their scalar arguments to one program.
    var seen: Set<[UInt32]> = []
    for counter in 0..<200 { seen.insert(try Random.foldIn(key, Tensor(counter)).scalars()) }
    #expect(seen.count == 200)
    #expect(EvaluationInterpreter.shared.programCount(named: "Random.foldIn") < 10)
    for bound in 1..<50 {
      let x: Float = try Random.uniform(key, maxval: Tensor(Double(bound))).item()
      #expect(x < Float(bound))
      #expect(try Random.randint(key, [], minval: 0, maxval: bound).item() < bound)
      try Random.bernoulli(key, Tensor(1 / Double(bound)), shape: [3]).blockUntilReady()
    }
    for name in ["uniform", "randint", "bernoulli"] {
      #expect(EvaluationInterpreter.shared.programCount(named: "Random.\(name)") < 20)
    }
  }

  @Test func jitGivesTheSameBits() throws {
    let functions: [(Tensor) -> Tensor] = [
      { Random.split(Random.foldIn($0, 5)) },
      { Random.bits($0, [2, 5]) },
      { Random.normal($0, [33]) },
      { Random.uniform($0, [9], minval: -3, maxval: 4) },
      { Random.truncatedNormal($0, -2, 2, [33]) },
      { Random.bernoulli($0, 0.25, shape: [16]) },
      { Random.randint($0, [7], minval: -3, maxval: 1000) },
      { Random.permutation($0, 11) },
      { Random.choice($0, 9, [4], p: Tensor.arange(9, dtype: .float32)) },
    ]
    for function in functions {
      #expect(try jit(function)(key).bytes() == function(key).bytes())
    }
  }

  @Test func vmapGivesTheSameBits() throws {
    let keys = Random.split(key, 2)
    let functions: [(Tensor) -> Tensor] = [
      { Random.split($0) },
      { Random.normal($0, [4]) },
      { Random.randint($0, [4], minval: 0, maxval: 1000) },
      { Random.permutation($0, 5) },
      { Random.choice($0, 5, [3], p: Tensor.ones([5]) / 5) },
      { Random.categorical($0, Tensor.zeros([6]), shape: [2]) },
    ]
    for function in functions {
      let mapped = try jit(vmap(function))(keys)
      for lane in 0..<2 { #expect(try mapped[lane].bytes() == function(keys[lane]).bytes()) }
    }
    let recorded: [Int32] = [1, 2, 4, 3, 0, 0, 4, 1, 2, 3]
    #expect(try vmap { Random.permutation($0, 5) }(Random.split(Random.key(7), 2)).scalars() == recorded)
  }

  @Test func derivatives() throws {
    let key = Random.key(7)
    let sum = { (low: Tensor) in Random.uniform(key, [3], minval: low, maxval: 2).sum() }
    let slope: Float = try grad(sum)(0.5).item()
    #expect(abs(slope - 1.0484496) < 1e-5)
    // The distribution that is drawn from depends on x only through a scale.
    let scaled = { (x: Tensor) in (x * Random.normal(key, [3])).sum() }
    let total: Float = try Random.normal(key, [3]).sum().item()
    #expect(abs(try grad(scaled)(1.5).item() - total) < 1e-6)
  }
}
