// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Runs a function again and again while a condition on its result holds (`lax.while_loop`).
///
/// The loop runs in the compiled program, so the number of runs may depend on values. It has derivatives in forward
/// mode only.
///
/// - Parameters:
///   - initial: the first carry. Shapes and dtypes stay the same from run to run.
///   - condition: a boolean scalar of the carry: whether to run again.
///   - body: takes the carry to the next one.
public func whileLoop<C: TensorTree, E: Error>(
  _ initial: C, condition: (C) throws(E) -> Tensor, body: (C) throws(E) -> C
) throws(E) -> C {
  let loop = Looping<C, E>(name: "whileLoop")
  let result = try loop(initial, condition: { (c) throws(E) in try condition(c) }) { (c) throws(E) in
    try body(c)
  }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, E: Error>(
  _ lower: Int, _ upper: Int, _ initial: C, _ body: (Tensor, C) throws(E) -> C
) throws(E) -> C {
  let loop = CountedLoop<C, E>(lower: lower, upper: upper)
  let result = try loop(initial) { (i, c) throws(E) in try body(i, c) }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, E: Error>(
  _ lower: Tensor, _ upper: Tensor, _ initial: C, _ body: (Tensor, C) throws(E) -> C
) throws(E) -> C {
  let loop = BoundedLoop<C, E>(lower: lower, upper: upper)
  let result = try loop(initial) { (i, c) throws(E) in try body(i, c) }
  return result
}

/// Runs a function again and again while a condition on its result holds (`lax.while_loop`).
///
/// The loop runs in the compiled program, so the number of runs may depend on values. It has derivatives in forward
/// mode only.
///
/// - Parameters:
///   - initial: the first carry. Shapes and dtypes stay the same from run to run.
///   - condition: a boolean scalar of the carry: whether to run again.
///   - body: takes the carry to the next one.
@_documentation(visibility: internal)
public func whileLoop<C: TensorTree, D: TensorTree, E: Error>(
  _ initial: (C, D), condition: ((C, D)) throws(E) -> Tensor, body: ((C, D)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = Looping<TreeTuple2<C, D>, E>(name: "whileLoop")
  let result = try loop(TreeTuple2<C, D>(initial), condition: { (c) throws(E) in try condition(c.values) }) {
    (c) throws(E) in
    TreeTuple2<C, D>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, E: Error>(
  _ lower: Int, _ upper: Int, _ initial: (C, D), _ body: (Tensor, (C, D)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = CountedLoop<TreeTuple2<C, D>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple2<C, D>(initial)) { (i, c) throws(E) in
    TreeTuple2<C, D>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, E: Error>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D), _ body: (Tensor, (C, D)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = BoundedLoop<TreeTuple2<C, D>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple2<C, D>(initial)) { (i, c) throws(E) in
    TreeTuple2<C, D>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function again and again while a condition on its result holds (`lax.while_loop`).
///
/// The loop runs in the compiled program, so the number of runs may depend on values. It has derivatives in forward
/// mode only.
///
/// - Parameters:
///   - initial: the first carry. Shapes and dtypes stay the same from run to run.
///   - condition: a boolean scalar of the carry: whether to run again.
///   - body: takes the carry to the next one.
@_documentation(visibility: internal)
public func whileLoop<C: TensorTree, D: TensorTree, F: TensorTree, E: Error>(
  _ initial: (C, D, F), condition: ((C, D, F)) throws(E) -> Tensor, body: ((C, D, F)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = Looping<TreeTuple3<C, D, F>, E>(name: "whileLoop")
  let result = try loop(TreeTuple3<C, D, F>(initial), condition: { (c) throws(E) in try condition(c.values) })
  { (c) throws(E) in
    TreeTuple3<C, D, F>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, F: TensorTree, E: Error>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, F), _ body: (Tensor, (C, D, F)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = CountedLoop<TreeTuple3<C, D, F>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple3<C, D, F>(initial)) { (i, c) throws(E) in
    TreeTuple3<C, D, F>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, F: TensorTree, E: Error>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, F), _ body: (Tensor, (C, D, F)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = BoundedLoop<TreeTuple3<C, D, F>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple3<C, D, F>(initial)) { (i, c) throws(E) in
    TreeTuple3<C, D, F>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function again and again while a condition on its result holds (`lax.while_loop`).
///
/// The loop runs in the compiled program, so the number of runs may depend on values. It has derivatives in forward
/// mode only.
///
/// - Parameters:
///   - initial: the first carry. Shapes and dtypes stay the same from run to run.
///   - condition: a boolean scalar of the carry: whether to run again.
///   - body: takes the carry to the next one.
@_documentation(visibility: internal)
public func whileLoop<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, E: Error>(
  _ initial: (C, D, F, G), condition: ((C, D, F, G)) throws(E) -> Tensor,
  body: ((C, D, F, G)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = Looping<TreeTuple4<C, D, F, G>, E>(name: "whileLoop")
  let result = try loop(
    TreeTuple4<C, D, F, G>(initial), condition: { (c) throws(E) in try condition(c.values) }
  ) { (c) throws(E) in
    TreeTuple4<C, D, F, G>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, E: Error>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, F, G),
  _ body: (Tensor, (C, D, F, G)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = CountedLoop<TreeTuple4<C, D, F, G>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple4<C, D, F, G>(initial)) { (i, c) throws(E) in
    TreeTuple4<C, D, F, G>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
@_documentation(visibility: internal)
public func foriLoop<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, E: Error>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, F, G),
  _ body: (Tensor, (C, D, F, G)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = BoundedLoop<TreeTuple4<C, D, F, G>, E>(lower: lower, upper: upper)
  let result = try loop(TreeTuple4<C, D, F, G>(initial)) { (i, c) throws(E) in
    TreeTuple4<C, D, F, G>(try body(i, c.values))
  }
  return result.values
}
