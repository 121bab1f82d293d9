import Blox

extension TransformFunctions {
  /// Derivatives of all kinds and orders.
  static let derivatives: [String: Body] = [
    "third": { inputs in
      let f = { (x: Tensor) in exp(sin(x)) * x }
      let x = try inputs.input("x")
      return .numbered(
        f(x), grad(f)(x), grad(grad(f))(x), grad(grad(grad(f)))(x), grad(grad(grad(grad(f))))(x))
    },
    "grad_of_int": { inputs in
      .numbered(grad { (i: Tensor) in (i * 2).sum() }(try inputs.input("i")))
    },
    "grad_nonscalar": { inputs in
      .numbered(grad { (x: Tensor) in x * 2 }(try inputs.input("x")))
    },
    "grad_int_input": { inputs in
      let f = { (x: Tensor, i: Tensor) in (x * i).sum() }
      return .numbered(grad(f)(try inputs.input("x"), try inputs.input("i")))
    },
    "has_aux_": { inputs in
      let f = { (x: Tensor) in ((x ** 3).sum(), x * 2) }
      let ((value, auxiliary), gradient) = valueAndGrad(f)(try inputs.input("x"))
      return .numbered(value, auxiliary, gradient)
    },
    "jvp_grad": { inputs in
      let f = { (x: Tensor) in (sin(x) * x ** 2).sum() }
      let (value, tangent) = jvp(
        grad(f), primals: try inputs.input("x"), tangents: try inputs.input("v"))
      return .numbered(value, tangent)
    },
    "scan_jvp": { inputs in
      let f = { (x: Tensor) in scan(Tensor(1 as Float), x) { s, v in (sin(s) * v, s) } }
      let (values, tangents) = jvp(f, primals: try inputs.input("x"), tangents: try inputs.input("t"))
      return .numbered(values.0, values.1, tangents.0, tangents.1)
    },
    "linearize_": { inputs in
      let t = try inputs.input("t")
      let (value, linear) = linearize({ (x: Tensor) in sin(x) * x }, primals: try inputs.input("x"))
      return .numbered(value, linear(t), linear(2 * t))
    },
    "vjp_tree": { inputs in
      let f = { (p: [String: Tensor]) in
        let x = p["x"] ?? 0
        return ["y": tanh(matmul(x, p["w"] ?? 0)), "n": (x ** 2).sum()]
      }
      let (outputs, pull) = vjp(f, primals: inputs)
      let cotangents = outputs.mapValues { $0.ndim == 0 ? Tensor(2 as Float) : Tensor.onesLike($0) }
      let gradients = pull(cotangents)
      return outputs.merging(["gx": gradients["x"] ?? 0, "gw": gradients["w"] ?? 0]) { $1 }
    },
    "value_and_grad_": { inputs in
      let f = { (x: Tensor, w: Tensor) in (tanh(matmul(x, w)) ** 2).sum() }
      let (value, gradients) = valueAndGrad(arguments: .all, f)(
        try inputs.input("x"), try inputs.input("w"))
      return .numbered(value, gradients.0, gradients.1)
    },
    "jac": { inputs in
      let w = try inputs.input("w")
      let f = { (x: Tensor) in sin(matmul(w, x)) }
      let x = try inputs.input("x")
      return .numbered(jacfwd(f)(x), jacrev(f)(x))
    },
    "hess": { inputs in
      let (x, w) = (try inputs.input("x"), try inputs.input("w"))
      let f = { (x: Tensor) in (sin(matmul(w, x)) * x).sum() }
      return .numbered(
        hessian(f)(x), jacrev(jacrev(f))(x), jacrev(jacfwd(f))(x))
    },
    "scan_hessian": { inputs in
      let f = { (x: Tensor) in scan(Tensor(0.5 as Float), x) { s, v in sin(s * v) + v } }
      return .numbered(hessian(f)(try inputs.input("x")))
    },
    "checkpoint_": { inputs in
      let f = checkpoint { (x: Tensor, w: Tensor) in sin(matmul(tanh(matmul(x, w)), w)) }
      let g = { (x: Tensor, w: Tensor) in f(f(x, w), w).sum() }
      let (value, gradient) = valueAndGrad(g)(try inputs.input("x"), try inputs.input("w"))
      return .numbered(value, gradient)
    },
    "checkpoint_scan": { inputs in
      let (x, w) = (try inputs.input("x"), try inputs.input("w"))
      // As in the source, the body uses the outer w: the gradient is zero.
      let body = checkpoint { (s: Tensor, v: Tensor) in tanh(matmul(s, w) + v) }
      let f = { (inner: Tensor) in
        scan(Tensor.zeros([inner.shape[0]]), x) { s, v in body(s, v) }.sum()
      }
      return .numbered(grad(f)(w))
    },
    "custom_jvp_": { inputs in
      let x = try inputs.input("x")
      let tangent = jvp(threefold, primals: x, tangents: Tensor.onesLike(x)).1
      let gradient = grad { (x: Tensor) in threefold(x).sum() }(x)
      return .numbered(threefold(x), gradient, vmap(grad(threefold))(x), tangent)
    },
    "custom_vjp_": { inputs in
      let (x, y) = (try inputs.input("x"), try inputs.input("y"))
      let f = customVjp({ (x: Tensor, y: Tensor) in sin(x) * y }) { (x: Tensor, y: Tensor) in
        (sin(x) * y, [cos(x), sin(x), y])
      } backward: { (residuals: [Tensor], g: Tensor) in
        (clip(residuals[0] * g * residuals[2], -0.1, 0.1), 5.0 * residuals[1] * g)
      }
      let (gx, gy) = grad(arguments: .all) { (x: Tensor, y: Tensor) in f(x, y).sum() }(x, y)
      return .numbered(f(x, y), gx, gy, vmap(grad(f))(x, y))
    },
    "custom_vjp_nondiff": { inputs in
      let clipped = clippingGradient(0.5)
      return .numbered(grad { (x: Tensor) in (clipped(x) ** 3).sum() }(try inputs.input("x")))
    },
    "transpose_": { inputs in
      let (y, w) = (try inputs.input("y"), try inputs.input("w"))
      let back = linearTranspose(
        { (x: Tensor) in matmul(x, w) }, primals: Tensor.zeros([y.shape[0], w.shape[0]]))
      return .numbered(back(y))
    },
    "stop": { inputs in
      .numbered(grad { (x: Tensor) in (x * stopGradient(exp(x))).sum() }(try inputs.input("x")))
    },
    "momentum_clip": { inputs in
      var w = try inputs.input("w")
      let x = try inputs.input("x")
      var velocity = Tensor.zerosLike(w)
      var norms: [Tensor] = []
      for _ in 0..<5 {
        var g = grad { (w: Tensor) in (sin(matmul(x, w)) ** 2).sum() }(w)
        let norm = sqrt((g ** 2).sum())
        g = g * minimum(1.0, 1.0 / norm)
        velocity = 0.9 * velocity + g
        w = w - 0.1 * velocity
        norms.append(norm)
      }
      return .numbered(w, stack(norms))
    },
  ]

  /// log(1 + eˣ) with a derivative that is three times too large, to be seen.
  private static func threefold(_ x: Tensor) -> Tensor {
    customJvp({ (x: Tensor) in log1p(exp(x)) }) { x, tangent in
      (threefold(x), (1 - 1 / (1 + exp(x))) * tangent * 3.0)
    }(x)
  }

  /// The identity, through which cotangents go clipped.
  private static func clippingGradient(_ limit: Tensor) -> (Tensor) -> Tensor {
    customVjp({ (x: Tensor) in x }) { x in
      (x, [Tensor]())
    } backward: { _, g in
      clip(g, -limit, limit)
    }
  }
}
