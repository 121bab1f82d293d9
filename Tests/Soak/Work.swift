import Blox
import Data
import Foundation
import Optimizers

/// A kind of work.
struct Work: Sendable {
  let name: String
  /// How often it is done at scale 1.
  let count: Int
  /// Prepares it for a seed; the result does it once, for a number that counts up.
  let make: @Sendable (_ seed: Int) throws -> (Int) throws -> Void

  static let all = [steps, operations, shapes, closures, failures, batches]

  /// Steps of training: a jitted function that takes over the memory of its parameters.
  static let steps = Work(name: "steps", count: 1_000_000) { seed in
    let graph = try Graph("model")
    let rng = try Rng(graph.child("rng"))
    let (first, second) = (
      try Linear(graph.child("first"), outputSize: 16, rng: rng),
      try Linear(graph.child("second"), outputSize: 1, rng: rng)
    )
    let inputs = Random.normal(Random.key(seed), [8, 4])
    let targets = inputs.sum(axis: 1, keepdims: true)
    let model = { (params: Params) -> (Tensor, Params) in
      let (hidden, middle) = first(params, inputs)
      return second(middle, relu(hidden))
    }
    let (_, made) = model(rng.seed(Params(), seed: seed))
    let (trainable, fixed) = made.locked().split()
    let optimizer = GradientTransformation.adam(learningRate: 1e-3)
    let step = jit(donating: [0, 1]) { (params: Params, state: OptimizerState) in
      let (loss, gradients) = try valueAndGrad { (params: Params) in
        let (outputs, _) = model(try params.merge(fixed))
        return square(outputs - targets).mean()
      }(params)
      let (updates, next) = optimizer.update(gradients, state, params)
      return (loss, applyUpdates(params, updates), next)
    }
    let state = Box((trainable, optimizer.initialState(trainable)))
    return { number in
      let (loss, params, next) = try step(state.value.0, state.value.1)
      state.value = (params, next)
      if number % 1000 == 0, try !loss.item(Float.self).isFinite {
        throw Wrong(what: "the loss is not finite")
      }
    }
  }

  /// Operations outside of jitted functions.
  static let operations = Work(name: "operations", count: 1_000_000) { seed in
    let x = Box(Random.normal(Random.key(seed), [8, 8]))
    return { number in
      let old = x.value
      x.value =
        switch number % 8 {
        case 0: old + Tensor(Float(number % 7))
        case 1: sin(old)
        case 2: matmul(old, old) * 0.1
        case 3: old.transpose()
        case 4: old - old.mean(axis: 0, keepdims: true)
        case 5: select(old .> 0, old, -old)
        case 6: old.sort(axis: 0)
        default: tanh(old) + Random.normal(Random.key(number), [8, 8])
        }
      if number % 64 == 0 { try x.value.blockUntilReady() }
    }
  }

  /// A jitted function and operations on ever new shapes, of four axes and at most 2,000 elements, in an order in which small and
  /// large ones come alike from the beginning. The cosine is a program of each shape, as a sum of small tensors is not: so the
  /// caches are full after a hundredth.
  static let shapes = Work(name: "shapes", count: 100_000) { _ in
    let f = jit { (x: Tensor) in x * 2 + 1 }
    var shapes: [Shape] = []
    for a in 1...2000 {
      for b in 1...2000 / a {
        for c in 1...2000 / (a * b) { for d in 1...2000 / (a * b * c) { shapes.append([a, b, c, d]) } }
      }
    }
    let all = shapes
    return { number in
      let shape = all[number * 7919 % all.count]
      let x = Tensor([Float](repeating: 1, count: shape.size), shape: shape)
      let (y, wanted) = number % 2 == 0 ? (try f(x), Float(3)) : (cos(x - x), 1)
      let last = try y.scalars(Float.self).last
      if last != wanted || y.shape != shape { throw Wrong(what: "\(String(describing: last)) in \(y.shape)") }
    }
  }

  /// Ever new jitted functions, each called once.
  static let closures = Work(name: "closures", count: 100_000) { _ in
    let x = Tensor([1, 2, 3] as [Float])
    return { number in
      let y = try jit { (x: Tensor) in x + Tensor(number) }(x)
      if number % 100 == 0, try y.scalars(Float.self)[0] != Float(1 + number) {
        throw Wrong(what: "a wrong sum")
      }
    }
  }

  /// Operations that fail, shown now and then.
  static let failures = Work(name: "failures", count: 1_000_000) { _ in
    let x = Tensor([1, 2, 3] as [Float])
    return { number in
      let error = x.reshape([number % 1000 + 4]).error
      if number % 1000 == 0, error?.sourceLine == nil { throw Wrong(what: "an error without a line") }
    }
  }

  /// Batches that two workers make ahead of a compiled step.
  static let batches = Work(name: "batches", count: 1_000_000) { seed in
    let examples = Tensor.arange(4000).astype(.float32).reshape([1000, 4])
    let loader = try Dataset(examples).shuffled(Random.key(seed)).batched(8, remainder: .drop)
      .map { batch in batch * 2 }.repeated().prefetched(workers: 2)
    let step = jit { (total: Tensor, batch: Tensor) in total + batch.mean() }
    let total = Box(Tensor(Float(0)))
    return { number in
      guard let batch = try loader.next() else { throw Wrong(what: "there are no more batches") }
      total.value = try step(total.value, batch)
      // Every 125 batches are all examples once.
      if number % 125 == 124 {
        let mean = try total.value.item(Float.self) / 125
        if Swift.abs(mean - 3999) > 1 { throw Wrong(what: "a mean of \(mean)") }
        total.value = Tensor(Float(0))
      }
    }
  }
}

/// What must not come of it.
struct Wrong: Error {
  let what: String
}

/// A variable that closures share.
final class Box<Value> {
  var value: Value
  init(_ value: Value) { self.value = value }
}
