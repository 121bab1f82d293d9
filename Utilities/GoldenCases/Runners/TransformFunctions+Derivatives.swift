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
    "stop": { inputs in
      .numbered(grad { (x: Tensor) in (x * stopGradient(exp(x))).sum() }(try inputs.input("x")))
    },
    "momentum_clip": { inputs in
      var w = try inputs.input("w")
      let x = try inputs.input("x")
      var velocity = Tensor.zeros(like: w)
      var norms: [Tensor] = []
      for _ in 0..<5 {
        var g = grad { (w: Tensor) in (sin(x.matmul(w)) ** 2).sum() }(w)
        let norm = sqrt((g ** 2).sum())
        g = g * minimum(1.0, 1.0 / norm)
        velocity = 0.9 * velocity + g
        w = w - 0.1 * velocity
        norms.append(norm)
      }
      return .numbered(w, stack(norms))
    },
  ]
}
