import Optimizers
import Tensors
import Testing

/// Every optimizer for 20 steps in compiled programs that its state and parameters are donated to, against optax 0.2.8.
@Suite struct OptaxValueTests {
  typealias Trees = [String: [String: Tensor]]

  /// All optimizers of a table in one program, since each program takes XLA a while.
  static func run(
    _ optimizers: [String: GradientTransformation], _ dtype: DType, steps: Int = OptaxValues.steps
  ) throws -> (Trees, [String: OptimizerState]) {
    let step = jit(donating: [0, 1]) {
      (params: Trees, states: [String: OptimizerState], gradients: [String: Tensor], value: Tensor) in
      var (nextParams, nextStates) = (params, states)
      for (name, optimizer) in optimizers {
        guard let own = params[name], let state = states[name] else { continue }
        let (updates, next) = optimizer.update(gradients, state, own, value: value)
        nextParams[name] = applyUpdates(own, updates)
        nextStates[name] = next
      }
      return (nextParams, nextStates)
    }
    var params = optimizers.mapValues { _ in OptaxValues.params(dtype) }
    var states = optimizers.mapValues { $0.initialState(OptaxValues.params(dtype)) }
    for index in 0..<steps {
      (params, states) = try step(
        params, states, OptaxValues.gradient(index, dtype), OptaxValues.value(index))
    }
    return (params, states)
  }

  static func distance(_ a: [Float], _ b: [Float]) -> Float {
    a.count == b.count ? zip(a, b).map { Swift.abs($0 - $1) }.max() ?? 0 : .infinity
  }

  @Test("20 steps of every optimizer give optax's parameters, and states of the same size", arguments: 0..<4)
  func float32(table: Int) throws {
    let optimizers = OptaxTable.optimizers[table]
    let recorded = try OptaxValues.read().optimizers
    let (params, states) = try Self.run(optimizers, .float32)
    for name in optimizers.keys.sorted() {
      let values = try #require(recorded[name])
      let distance = Self.distance(try OptaxValues.numbers(try #require(params[name])), values.float32)
      // An average in bfloat16 is multiplied in bfloat16 by optax, in float32 here.
      #expect(distance < (name == "adamMuDtype" ? 0.01 : 5e-5), "\(name): \(distance)")
      guard let expected = values.state else { continue }
      let size = try #require(states[name]).leaves.filter { $0.dtype.isFloating }.map { leaf in
        try Tensors.abs(leaf.astype(.float32)).sum().item(Float.self)
      }.reduce(0, +)
      #expect(Swift.abs(size - expected) < 1e-4 * Swift.max(1, expected), "\(name): \(size), not \(expected)")
    }
  }

  @Test("20 steps in bfloat16 give optax's parameters with statistics in float32", arguments: 0..<4)
  func bfloat16(table: Int) throws {
    let optimizers = OptaxTable.optimizers[table]
    let recorded = try OptaxValues.read().optimizers
    let (params, states) = try Self.run(optimizers, .bfloat16)
    for name in optimizers.keys.sorted() {
      let leaves = try #require(params[name])
      #expect(leaves.leaves.allSatisfy { $0.dtype == .bfloat16 })
      let kept: Set<DType> = name == "adamMuDtype" ? [.float32, .bfloat16] : [.float32]
      let state = try #require(states[name])
      #expect(state.leaves.filter { $0.dtype.isFloating }.allSatisfy { kept.contains($0.dtype) }, "\(name)")
      guard let expected = try #require(recorded[name]).bfloat16 else { continue }
      let distance = Self.distance(try OptaxValues.numbers(leaves), expected)
      // An update may round to its neighbour, 1/256 of it, and a parameter of 1 to its neighbour, 1/128, now and then.
      #expect(distance < 0.05, "\(name): \(distance)")
    }
  }

  @Test func everyRecordedOptimizerIsTried() throws {
    let names = OptaxTable.optimizers.flatMap(\.keys)
    #expect(try Set(names) == Set(OptaxValues.read().optimizers.keys))
  }

  @Test func lookaheadIsThatOfFastParameters() throws {
    let expected = try #require(try OptaxValues.read().lookahead["lookahead"])
    let optimizer = GradientTransformation.lookahead(
      .sgd(learningRate: 0.05, momentum: 0.9), syncPeriod: 3, slowStepSize: 0.4)
    let params = try #require(try Self.run(["lookahead": optimizer], .float32).0["lookahead"])
    #expect(Self.distance(try OptaxValues.numbers(params), expected) < 2e-5)
  }

  static func loss(_ params: [String: Tensor]) -> Tensor {
    params.leaves.map { x in
      let weights = 1 + Tensor.arange(x.size).reshape(x.shape)
      return (square(x - 0.5) * weights).sum() + 0.1 * square(square(x)).sum()
    }.reduce(Tensor(Float(0)), +)
  }

  @Test("Line searches and L-BFGS go where optax goes")
  func searches() throws {
    let optimizers: [String: (GradientTransformation, Int)] = [
      "lbfgs": (.lbfgs(), 6),
      "lbfgsPlain": (.lbfgs(learningRate: 0.05, memorySize: 3, linesearch: .identity()), 8),
      "lbfgsBacktracking": (
        .lbfgs(linesearch: .scaleByBacktrackingLinesearch(maxBacktrackingSteps: 10, storeGrad: true)), 6
      ),
      "zoom": (.chain(.sgd(learningRate: 1), .scaleByZoomLinesearch(maxLinesearchSteps: 15)), 6),
      "backtracking": (
        .chain(.sgd(learningRate: 1), .scaleByBacktrackingLinesearch(maxBacktrackingSteps: 15)), 6
      ),
    ]
    let recorded = try OptaxValues.read().searches
    for (name, (optimizer, steps)) in optimizers {
      let step = jit { (params: [String: Tensor], state: OptimizerState) in
        let (value, gradients) = valueAndGrad(Self.loss)(params)
        let (updates, state) = optimizer.update(gradients, state, params, value: value, valueFn: Self.loss)
        return (applyUpdates(params, updates), state)
      }
      var params = OptaxValues.params(.float32)
      var state = optimizer.initialState(params)
      for _ in 0..<steps { (params, state) = try step(params, state) }
      let numbers = try OptaxValues.numbers(params) + [Self.loss(params).item(Float.self)]
      let distance = Self.distance(numbers, try #require(recorded[name]))
      #expect(distance < 2e-3, "\(name): \(distance)")
    }
  }

  @Test func theStateHasTheLossOfALineSearch() throws {
    let optimizer = GradientTransformation.lbfgs()
    let params = OptaxValues.params(.float32)
    let state = optimizer.initialState(params)
    let (value, gradients) = valueAndGradFromState(Self.loss)(params, state)
    let (expected, slopes) = valueAndGrad(Self.loss)(params)
    #expect(try value.item(Float.self) == expected.item(Float.self))
    #expect(try OptaxValues.numbers(gradients) == OptaxValues.numbers(slopes))
    let next = optimizer.update(gradients, state, params, value: value, valueFn: Self.loss)
    let (kept, _) = valueAndGradFromState({ (_: [String: Tensor]) in Tensor(Float(-1)) })(params, next.state)
    let moved = applyUpdates(params, next.updates)
    #expect(try Swift.abs(kept.item(Float.self) - Self.loss(moved).item(Float.self)) < 1e-4)
    let other = valueAndGradFromState(Self.loss)(params, OptimizerState())
    #expect(other.value.error != nil)
  }
}
