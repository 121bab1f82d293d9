import Blox

extension Layer {
  /// Its parameters from seed 42, locked.
  func initialized(_ rng: Rng, _ dummy: Tensor, jitted: Bool = false) throws -> Params {
    let initialize = { (x: Tensor) in self(rng.seed(Params(), seed: 42), x).1.locked() }
    return try jitted ? jit(name: "init", initialize)(dummy) : initialize(dummy)
  }
}
