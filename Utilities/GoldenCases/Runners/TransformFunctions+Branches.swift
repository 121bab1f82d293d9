import Blox

extension TransformFunctions {
  /// cond and switch.
  static let branches: [String: Body] = [
    "cond_": { inputs in
      let x = try inputs.input("x")
      return .numbered(
        cond(try inputs.input("p"), x) {
          sin($0) * 2
        } else: {
          $0 ** 2
        })
    },
    "cond_vmap": { inputs in
      let f = { (x: Tensor, p: Tensor) in cond(p, x, then: sin, else: { $0 ** 2 }) }
      return .numbered(vmap(f)(try inputs.input("x"), try inputs.input("p")))
    },
    "switch_": { inputs in
      .numbered(choose(try inputs.input("x"), try inputs.input("i")))
    },
    "switch_vmap": { inputs in
      .numbered(vmap(choose)(try inputs.input("x"), try inputs.input("i")))
    },
  ]

  private static func choose(_ x: Tensor, _ i: Tensor) -> Tensor {
    `switch`(i, x, sin, cos, { $0 * $0 })
  }
}
