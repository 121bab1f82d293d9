import Blox

/// Data-parallel training: each process has a part of every batch, and all have the losses of one with the whole.
struct Training {
  let processes: Processes

  func run() throws {
    let (axis, count, place) = (processes.axisName, processes.count, processes.index)
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let hidden = try Linear(graph.child("hidden"), outputSize: 32, rng: rng)
    let norm = try LayerNorm(graph.child("norm"), rng: rng)
    let output = try Linear(graph.child("output"), outputSize: 1, rng: rng)
    let model = { (params: Params, x: Tensor) -> (Tensor, Params) in
      var (x, params) = hidden(params, x)
      (x, params) = norm(params, relu(x))
      return output(params, x)
    }
    let inputs = waves([8, count * 4, 10]), targets = waves([8, count * 4, 1], 1)
    let start = model(rng.seed(Params(), seed: 1), inputs[0]).1.locked()
    func step(_ mean: @escaping (Params) -> Params) -> (Params, Tensor, Tensor) throws -> (Tensor, Params) {
      jit { (params: Params, x: Tensor, y: Tensor) in
        let (trainable, others) = params.split()
        let loss = { (t: Params) in try square(model(t.merge(others), x).0 - y).mean() }
        let (value, gradients) = try valueAndGrad(loss)(trainable)
        return (value, try map(trainable, mean(gradients)) { w, g in w - 0.1 * g }.merge(others))
      }
    }
    let alone = step { $0 }, together = step { pmean($0, axis) }
    var (one, all) = (start, start)
    for round in 0..<8 {
      let (x, y) = (inputs[round], targets[round])
      let (loss, next) = try alone(one, x, y)
      let part = place * 4..<(place + 1) * 4
      let (own, others) = try together(all, x[part], y[part])
      expect(try isNear(pmean(own, axis), loss, 1e-5), "the loss of step \(round)")
      (one, all) = (next, others)
    }
  }
}
