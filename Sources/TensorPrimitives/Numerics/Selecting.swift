public import TensorCore

/// The first choice whose condition is true, `default` where none is (`jnp.select`).
///
/// All of shapes that broadcast, and the result of the common one, in the common dtype of the choices. Fails if there
/// is no condition, not as many conditions as choices, or where the shapes do not broadcast.
public func select(_ conditions: [Tensor], _ choices: [Tensor], default fallback: Tensor = 0) -> Tensor {
  guard conditions.count == choices.count, !conditions.isEmpty else {
    return Tensor.failed(
      TensorError(
        "select", operands: conditions + choices,
        problem: "\(conditions.count) conditions for \(choices.count) choices",
        expected: "as many conditions as choices, and at least one"))
  }
  return fused("selectFirst", conditions + choices + [fallback], conditions.count) { operands, count in
    let choices = Promotion.promoted(Array(operands[count...]))
    return [
      zip(operands, choices).prefix(count).reversed().reduce(choices[count]) { rest, pair in
        select(pair.0, pair.1, rest)
      }
    ]
  }[0]
}

/// The element of the case that `which` names, an integer or boolean (`lax.select_n`).
///
/// Cases have one shape and dtype, which is that of `which` too unless that is a scalar.
/// Fails if there is no case, `which` is neither integer nor boolean, a boolean has more than two cases, or shapes or
/// dtypes differ.
public func selectN(_ which: Tensor, _ cases: [Tensor]) -> Tensor {
  if which.isFailed { return which }
  guard !cases.isEmpty, which.dtype.kind <= .integer else {
    return Tensor.failed(
      TensorError(
        "selectN", operands: [which] + cases, problem: "\(cases.count) cases chosen by \(which.dtype)",
        expected: "at least one case, chosen by an integer or boolean"))
  }
  guard which.dtype != .bool || cases.count <= 2 else {
    return Tensor.failed(
      TensorError(
        "selectN", operands: [which] + cases, problem: "\(cases.count) cases chosen by a boolean",
        expected: "one or two cases; an integer chooses among more"))
  }
  return fused("selectN", [which] + cases) { operands in
    let which = operands[0].positions
    return [
      (1..<operands.count - 1).reduce(operands[1]) { rest, index in
        bind(Select(), which .>= Tensor(index), operands[1 + index], rest)
      }
    ]
  }[0]
}

/// The elements limited to a range; the bounds are scalars or have the shape of `x` (`lax.clamp`).
///
/// The result has the shape and dtype of `x`. Fails for bounds of another shape, and for complex numbers.
public func clamp(_ low: Tensor, _ x: Tensor, _ high: Tensor) -> Tensor {
  bind(Clamp(), low.converted(to: x.dtype, isWeak: false), x, high.converted(to: x.dtype, isWeak: false))
}

/// The greater of two elements, or the one that is a number (`jnp.fmax`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func fmax(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("fmax", a, b) { a, b in select((a .> b) .| isnan(b), a, b) }
}

/// The lesser of two elements, or the one that is a number (`jnp.fmin`).
///
/// `a` and `b` of shapes that broadcast, and the result of the common one, in their common dtype. Fails where the
/// shapes do not broadcast, and for complex numbers.
public func fmin(_ a: Tensor, _ b: Tensor) -> Tensor {
  together("fmin", a, b) { a, b in select((a .< b) .| isnan(b), a, b) }
}
