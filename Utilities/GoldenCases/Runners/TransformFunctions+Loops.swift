import Blox

extension TransformFunctions {
  /// Loops: scan and what is made of it.
  static let loops: [String: Body] = [
    "scan_cumulative": { inputs in
      let x = try inputs.input("x")
      let start = Tensor.zeros(Shape(Array(x.shape.dimensions.dropFirst())))
      let (carry, outputs) = scan(start, x) { carry, element in
        let next = sin(carry) + element
        return (next, next * 2)
      }
      return .numbered(carry, outputs)
    },
    "scan_reverse": { inputs in
      let (carry, outputs) = scan(Tensor.ones([]), try inputs.input("x"), reverse: true) { s, v in
        (s * 0.5 + v, s)
      }
      return .numbered(carry, outputs)
    },
    "scan_unroll": { inputs in
      let (carry, outputs) = scan(Tensor.ones([]), try inputs.input("x"), unroll: 3) { s, v in
        (s * v + 0.1, s - v)
      }
      return .numbered(carry, outputs)
    },
    "scan_length": { inputs in
      let (carry, outputs) = scan(try inputs.input("s"), length: 7) { q in (cos(q), q) }
      return .numbered(carry, outputs)
    },
    "scan_nested": { inputs in
      let (carry, outputs) = scan(Tensor(0.2 as Float), try inputs.input("x")) { s, row in
        scan(s, row) { q, v in (sin(q + v), q * v) }
      }
      return .numbered(carry, outputs)
    },
    "scan_tree": { inputs in
      let (x, y, w) = (try inputs.input("x"), try inputs.input("y"), try inputs.input("w"))
      let start = ["h": Tensor.zeros([w.shape[0]]), "n": Tensor(0 as Int32)]
      let (state, outputs) = scan(start, (x, y)) { state, input in
        let h = tanh(matmul(state["h"] ?? 0, w) + input.0) * input.1
        let n = state["n"] ?? 0
        return (["h": h, "n": n + 1], ["o": h.sum(), "k": n])
      }
      return state.merging(outputs) { $1 }
    },
    "scan_vmapped": { inputs in
      let run = vmap(in: [0, nil], out: (0, 1)) { (x: Tensor, w: Tensor) in
        scan(Tensor.zeros([w.shape[0]]), x) { s, v in (tanh(matmul(s, w)) + v, s) }
      }
      let (carry, outputs) = run(try inputs.input("x"), try inputs.input("w"))
      return .numbered(carry, outputs)
    },
    "map_": { inputs in
      .numbered(map(over: try inputs.input("x")) { row in sin(row).sum() * row })
    },
    "fori": { inputs in
      let x = try inputs.input("x")
      return .numbered(foriLoop(0, 6, x) { i, s in s * 0.9 + sin(x * i) })
    },
    "fori_dynamic": { inputs in
      let (x, n) = (try inputs.input("x"), try inputs.input("n"))
      return .numbered(
        foriLoop(0, n, Tensor(0 as Float)) { i, s in s + x[remainder(i, Tensor(x.shape[0]))] })
    },
    "while_newton": { inputs in
      let x = try inputs.input("x")
      let state = whileLoop((x, Tensor(0))) { s, n in
        (abs(s ** 2 - x).max() .> 1e-4) .& (n .< 50)
      } body: { s, n in
        (0.5 * (s + x / s), n + 1)
      }
      return .numbered(state.0, state.1)
    },
    "while_vmap": { inputs in
      let f = { (n: Tensor) in
        whileLoop((Tensor(0 as Int32), Tensor(1 as Int32))) { i, _ in
          i .< n
        } body: { i, s in
          (i + 1, s * 2 + i)
        }
      }
      let (i, s) = vmap(f)(try inputs.input("n"))
      return .numbered(i, s)
    },
    "while_jvp": { inputs in
      let x = try inputs.input("x")
      let (value, tangent) = jvp(fiveTimes, primals: x, tangents: Tensor.onesLike(x))
      return .numbered(value, tangent)
    },
    "while_grad": { inputs in
      .numbered(grad { (x: Tensor) in fiveTimes(x).sum() }(try inputs.input("x")))
    },
    "assoc": { inputs in
      let x = try inputs.input("x")
      let (products, sums) = associativeScan((x, x * 2)) { p, q in (p.0 * q.0, q.0 * p.1 + q.1) }
      return .numbered(products, sums)
    },
    "assoc_rev": { inputs in
      .numbered(associativeScan(try inputs.input("x"), reverse: true, axis: 1, maximum))
    },
    "adam_steps": { inputs in
      try adam(try inputs.input("w"), try inputs.input("x"), try inputs.input("y"))
    },
  ]

  /// A loop of five runs that the compiler does not know to be five.
  private static func fiveTimes(_ x: Tensor) -> Tensor {
    whileLoop((x, Tensor(0))) { _, n in
      n .< 5
    } body: { s, n in
      (sin(s) + x, n + 1)
    }.0
  }

  /// Twenty steps of AdamW on a small regression.
  private static func adam(_ w: Tensor, _ x: Tensor, _ y: Tensor) throws -> [String: Tensor] {
    let (b1, b2) = (Tensor(0.9), Tensor(0.999))
    let start = (w, Tensor.zerosLike(w), Tensor.zerosLike(w))
    let (state, losses) = scan(start, Tensor.arange(20)) { state, i in
      let (w, m, v) = state
      let (loss, g) = valueAndGrad { (w: Tensor) in ((tanh(matmul(x, w)) - y) ** 2).mean() }(w)
      let first = b1 * m + (1 - b1) * g
      let second = b2 * v + (1 - b2) * g * g
      let t = (i + 1).astype(.float32)
      let corrected = sqrt(second / (1 - b2 ** t)) + 1e-8
      let update = (first / (1 - b1 ** t)) / corrected + 1e-2 * w
      return ((w - 1e-2 * update, first, second), loss)
    }
    return .numbered(state.0, losses)
  }
}
