// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
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
public func whileLoop<C: TensorTree>(
  _ initial: C, condition: (C) -> Tensor, body: (C) -> C
) -> C {
  let loop = Looping<C, Never>(name: "whileLoop")
  let result = loop(initial, condition: { c in condition(c) }) { c in
    body(c)
  }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: C, _ body: (Tensor, C) -> C
) -> C {
  let loop = CountedLoop<C, Never>(lower: lower, upper: upper)
  let result = loop(initial) { i, c in body(i, c) }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: C, _ body: (Tensor, C) -> C
) -> C {
  let loop = BoundedLoop<C, Never>(lower: lower, upper: upper)
  let result = loop(initial) { i, c in body(i, c) }
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
public func whileLoop<C: TensorTree, D: TensorTree>(
  _ initial: (C, D), condition: ((C, D)) -> Tensor, body: ((C, D)) -> (C, D)
) -> (C, D) {
  let loop = Looping<TreeTuple2<C, D>, Never>(name: "whileLoop")
  let result = loop(TreeTuple2<C, D>(initial), condition: { c in condition(c.values) }) { c in
    TreeTuple2<C, D>(body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D), _ body: (Tensor, (C, D)) -> (C, D)
) -> (C, D) {
  let loop = CountedLoop<TreeTuple2<C, D>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple2<C, D>(initial)) { i, c in TreeTuple2<C, D>(body(i, c.values)) }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D), _ body: (Tensor, (C, D)) -> (C, D)
) -> (C, D) {
  let loop = BoundedLoop<TreeTuple2<C, D>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple2<C, D>(initial)) { i, c in TreeTuple2<C, D>(body(i, c.values)) }
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
public func whileLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ initial: (C, D, E), condition: ((C, D, E)) -> Tensor, body: ((C, D, E)) -> (C, D, E)
) -> (C, D, E) {
  let loop = Looping<TreeTuple3<C, D, E>, Never>(name: "whileLoop")
  let result = loop(TreeTuple3<C, D, E>(initial), condition: { c in condition(c.values) }) { c in
    TreeTuple3<C, D, E>(body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, E), _ body: (Tensor, (C, D, E)) -> (C, D, E)
) -> (C, D, E) {
  let loop = CountedLoop<TreeTuple3<C, D, E>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple3<C, D, E>(initial)) { i, c in TreeTuple3<C, D, E>(body(i, c.values)) }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, E), _ body: (Tensor, (C, D, E)) -> (C, D, E)
) -> (C, D, E) {
  let loop = BoundedLoop<TreeTuple3<C, D, E>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple3<C, D, E>(initial)) { i, c in TreeTuple3<C, D, E>(body(i, c.values)) }
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
public func whileLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ initial: (C, D, E, F), condition: ((C, D, E, F)) -> Tensor, body: ((C, D, E, F)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = Looping<TreeTuple4<C, D, E, F>, Never>(name: "whileLoop")
  let result = loop(TreeTuple4<C, D, E, F>(initial), condition: { c in condition(c.values) }) { c in
    TreeTuple4<C, D, E, F>(body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, E, F), _ body: (Tensor, (C, D, E, F)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = CountedLoop<TreeTuple4<C, D, E, F>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple4<C, D, E, F>(initial)) { i, c in TreeTuple4<C, D, E, F>(body(i, c.values)) }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, E, F), _ body: (Tensor, (C, D, E, F)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = BoundedLoop<TreeTuple4<C, D, E, F>, Never>(lower: lower, upper: upper)
  let result = loop(TreeTuple4<C, D, E, F>(initial)) { i, c in TreeTuple4<C, D, E, F>(body(i, c.values)) }
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
public func whileLoop<C: TensorTree>(
  _ initial: C, condition: (C) throws -> Tensor, body: (C) throws -> C
) throws -> C {
  let loop = Looping<C, any Error>(name: "whileLoop")
  let result = try loop(initial, condition: { c in try condition(c) }) { c in
    try body(c)
  }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: C, _ body: (Tensor, C) throws -> C
) throws -> C {
  let loop = CountedLoop<C, any Error>(lower: lower, upper: upper)
  let result = try loop(initial) { i, c in try body(i, c) }
  return result
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: C, _ body: (Tensor, C) throws -> C
) throws -> C {
  let loop = BoundedLoop<C, any Error>(lower: lower, upper: upper)
  let result = try loop(initial) { i, c in try body(i, c) }
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
public func whileLoop<C: TensorTree, D: TensorTree>(
  _ initial: (C, D), condition: ((C, D)) throws -> Tensor, body: ((C, D)) throws -> (C, D)
) throws -> (C, D) {
  let loop = Looping<TreeTuple2<C, D>, any Error>(name: "whileLoop")
  let result = try loop(TreeTuple2<C, D>(initial), condition: { c in try condition(c.values) }) { c in
    TreeTuple2<C, D>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D), _ body: (Tensor, (C, D)) throws -> (C, D)
) throws -> (C, D) {
  let loop = CountedLoop<TreeTuple2<C, D>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple2<C, D>(initial)) { i, c in TreeTuple2<C, D>(try body(i, c.values)) }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D), _ body: (Tensor, (C, D)) throws -> (C, D)
) throws -> (C, D) {
  let loop = BoundedLoop<TreeTuple2<C, D>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple2<C, D>(initial)) { i, c in TreeTuple2<C, D>(try body(i, c.values)) }
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
public func whileLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ initial: (C, D, E), condition: ((C, D, E)) throws -> Tensor, body: ((C, D, E)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = Looping<TreeTuple3<C, D, E>, any Error>(name: "whileLoop")
  let result = try loop(TreeTuple3<C, D, E>(initial), condition: { c in try condition(c.values) }) { c in
    TreeTuple3<C, D, E>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, E), _ body: (Tensor, (C, D, E)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = CountedLoop<TreeTuple3<C, D, E>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple3<C, D, E>(initial)) { i, c in TreeTuple3<C, D, E>(try body(i, c.values)) }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, E), _ body: (Tensor, (C, D, E)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = BoundedLoop<TreeTuple3<C, D, E>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple3<C, D, E>(initial)) { i, c in TreeTuple3<C, D, E>(try body(i, c.values)) }
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
public func whileLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ initial: (C, D, E, F), condition: ((C, D, E, F)) throws -> Tensor,
  body: ((C, D, E, F)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = Looping<TreeTuple4<C, D, E, F>, any Error>(name: "whileLoop")
  let result = try loop(TreeTuple4<C, D, E, F>(initial), condition: { c in try condition(c.values) }) { c in
    TreeTuple4<C, D, E, F>(try body(c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive (`lax.fori_loop`).
///
/// The number of runs is known, so the loop has derivatives in both modes.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ lower: Int, _ upper: Int, _ initial: (C, D, E, F), _ body: (Tensor, (C, D, E, F)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = CountedLoop<TreeTuple4<C, D, E, F>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple4<C, D, E, F>(initial)) { i, c in
    TreeTuple4<C, D, E, F>(try body(i, c.values))
  }
  return result.values
}

/// Runs a function for each integer from `lower` to `upper`, exclusive, which are integer scalars known when the
/// program runs (`lax.fori_loop`). The loop has derivatives in forward mode only.
public func foriLoop<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ lower: Tensor, _ upper: Tensor, _ initial: (C, D, E, F),
  _ body: (Tensor, (C, D, E, F)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = BoundedLoop<TreeTuple4<C, D, E, F>, any Error>(lower: lower, upper: upper)
  let result = try loop(TreeTuple4<C, D, E, F>(initial)) { i, c in
    TreeTuple4<C, D, E, F>(try body(i, c.values))
  }
  return result.values
}
