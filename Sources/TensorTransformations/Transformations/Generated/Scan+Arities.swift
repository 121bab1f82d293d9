// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, E: Error>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws(E) -> C
) throws(E) -> C {
  let loop = Scanning<C, NoResults, NoResults, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { (c, _) throws(E) in
    return (try body(c), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, O: TensorTree, E: Error>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws(E) -> (C, O)
) throws(E) -> (C, O) {
  let loop = Scanning<C, NoResults, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws(E) -> (C, (O, P))
) throws(E) -> (C, (O, P)) {
  let loop = Scanning<C, NoResults, TreeTuple2<O, P>, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws(E) -> (C, (O, P, Q))
) throws(E) -> (C, (O, P, Q)) {
  let loop = Scanning<C, NoResults, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, E: Error>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws(E) -> C
) throws(E) -> C {
  let loop = Scanning<C, X, NoResults, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { (c, x) throws(E) in
    return (try body(c, x), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); in order, handing a carry from run
/// to run.
///
/// The whole loop is one operation, compiled once whatever its length. In reverse mode it keeps only those values of
/// each run that the derivative needs.
///
/// - Parameters:
///   - initial: the first run's carry. Shapes and dtypes stay the same from run to run.
///   - inputs: trees of tensors `[length, …]`; each run gets one element of the leading axis.
///   - length: the number of runs, where there are no inputs to tell it.
///   - reverse: whether to go from the last element to the first; outputs are then stored in that order too.
///   - unroll: how many runs to write one after the other in each pass of the compiled loop.
///   - body: takes the carry and an element of the inputs to the next carry and an output.
/// - Returns: the last carry and the outputs stacked along a new leading axis, `[length, …]`.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, E: Error>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws(E) -> (C, O)
) throws(E) -> (C, O) {
  let loop = Scanning<C, X, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c, x)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws(E) -> (C, (O, P))
) throws(E) -> (C, (O, P)) {
  let loop = Scanning<C, X, TreeTuple2<O, P>, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c, x)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws(E) -> (C, (O, P, Q))
) throws(E) -> (C, (O, P, Q)) {
  let loop = Scanning<C, X, TreeTuple3<O, P, Q>, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c, x)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, E: Error>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws(E) -> C
) throws(E) -> C {
  let loop = Scanning<C, TreeTuple2<X, Y>, NoResults, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    return (try body(c, x.values), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, E: Error>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws(E) -> (C, O)
) throws(E) -> (C, O) {
  let loop = Scanning<C, TreeTuple2<X, Y>, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c, x.values)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws(E) -> (C, (O, P))
) throws(E) -> (C, (O, P)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error
>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws(E) -> (C, (O, P, Q))
) throws(E) -> (C, (O, P, Q)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, E: Error>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { (c, _) throws(E) in
    return (TreeTuple2<C, D>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws(E) -> ((C, D), O)
) throws(E) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws(E) -> ((C, D), (O, P))
) throws(E) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws(E) -> ((C, D), (O, P, Q))
) throws(E) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, E: Error>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, X, NoResults, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { (c, x) throws(E) in
    return (TreeTuple2<C, D>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws(E) -> ((C, D), O)
) throws(E) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, X, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws(E) -> ((C, D), (O, P))
) throws(E) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error
>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws(E) -> ((C, D), (O, P, Q))
) throws(E) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, E: Error>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws(E) -> (C, D)
) throws(E) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    return (TreeTuple2<C, D>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws(E) -> ((C, D), O)
) throws(E) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, O, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, E: Error
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws(E) -> ((C, D), (O, P))
) throws(E) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  E: Error
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws(E) -> ((C, D), (O, P, Q))
) throws(E) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, E: Error>(
  _ initial: (C, D, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = Scanning<TreeTuple3<C, D, F>, NoResults, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), NoResults()) { (c, _) throws(E) in
    return (TreeTuple3<C, D, F>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F)) throws(E) -> ((C, D, F), O)
) throws(E) -> ((C, D, F), O) {
  let loop = Scanning<TreeTuple3<C, D, F>, NoResults, O, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, E: Error>(
  _ initial: (C, D, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F)) throws(E) -> ((C, D, F), (O, P))
) throws(E) -> ((C, D, F), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, F>, NoResults, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, E: Error
>(
  _ initial: (C, D, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F)) throws(E) -> ((C, D, F), (O, P, Q))
) throws(E) -> ((C, D, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, F>, NoResults, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, E: Error>(
  _ initial: (C, D, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), X) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = Scanning<TreeTuple3<C, D, F>, X, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), inputs) { (c, x) throws(E) in
    return (TreeTuple3<C, D, F>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), X) throws(E) -> ((C, D, F), O)
) throws(E) -> ((C, D, F), O) {
  let loop = Scanning<TreeTuple3<C, D, F>, X, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, E: Error
>(
  _ initial: (C, D, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), X) throws(E) -> ((C, D, F), (O, P))
) throws(E) -> ((C, D, F), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, F>, X, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  E: Error
>(
  _ initial: (C, D, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), X) throws(E) -> ((C, D, F), (O, P, Q))
) throws(E) -> ((C, D, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, F>, X, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, E: Error>(
  _ initial: (C, D, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), (X, Y)) throws(E) -> (C, D, F)
) throws(E) -> (C, D, F) {
  let loop = Scanning<TreeTuple3<C, D, F>, TreeTuple2<X, Y>, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    return (TreeTuple3<C, D, F>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, E: Error
>(
  _ initial: (C, D, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), (X, Y)) throws(E) -> ((C, D, F), O)
) throws(E) -> ((C, D, F), O) {
  let loop = Scanning<TreeTuple3<C, D, F>, TreeTuple2<X, Y>, O, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  E: Error
>(
  _ initial: (C, D, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), (X, Y)) throws(E) -> ((C, D, F), (O, P))
) throws(E) -> ((C, D, F), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, F>, TreeTuple2<X, Y>, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, E: Error
>(
  _ initial: (C, D, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F), (X, Y)) throws(E) -> ((C, D, F), (O, P, Q))
) throws(E) -> ((C, D, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, F>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, F>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, E: Error>(
  _ initial: (C, D, F, G), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, NoResults, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), NoResults()) { (c, _) throws(E) in
    return (TreeTuple4<C, D, F, G>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, O: TensorTree, E: Error>(
  _ initial: (C, D, F, G), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G)) throws(E) -> ((C, D, F, G), O)
) throws(E) -> ((C, D, F, G), O) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, NoResults, O, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, F, G>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, O: TensorTree, P: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G)) throws(E) -> ((C, D, F, G), (O, P))
) throws(E) -> ((C, D, F, G), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, NoResults, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  E: Error
>(
  _ initial: (C, D, F, G), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G)) throws(E) -> ((C, D, F, G), (O, P, Q))
) throws(E) -> ((C, D, F, G), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, NoResults, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), NoResults()) { (c, _) throws(E) in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, E: Error>(
  _ initial: (C, D, F, G), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), X) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, X, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), inputs) { (c, x) throws(E) in
    return (TreeTuple4<C, D, F, G>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, O: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), X) throws(E) -> ((C, D, F, G), O)
) throws(E) -> ((C, D, F, G), O) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, X, O, E>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, F, G>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  E: Error
>(
  _ initial: (C, D, F, G), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), X) throws(E) -> ((C, D, F, G), (O, P))
) throws(E) -> ((C, D, F, G), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, X, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), X) throws(E) -> ((C, D, F, G), (O, P, Q))
) throws(E) -> ((C, D, F, G), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, X, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), inputs) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), (X, Y)) throws(E) -> (C, D, F, G)
) throws(E) -> (C, D, F, G) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, TreeTuple2<X, Y>, NoResults, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    return (TreeTuple4<C, D, F, G>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  E: Error
>(
  _ initial: (C, D, F, G), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), (X, Y)) throws(E) -> ((C, D, F, G), O)
) throws(E) -> ((C, D, F, G), O) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, TreeTuple2<X, Y>, O, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, F, G>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), (X, Y)) throws(E) -> ((C, D, F, G), (O, P))
) throws(E) -> ((C, D, F, G), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, TreeTuple2<X, Y>, TreeTuple2<O, P>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
@_documentation(visibility: internal)
public func scan<
  C: TensorTree, D: TensorTree, F: TensorTree, G: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree, E: Error
>(
  _ initial: (C, D, F, G), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, F, G), (X, Y)) throws(E) -> ((C, D, F, G), (O, P, Q))
) throws(E) -> ((C, D, F, G), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, F, G>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, E>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, F, G>(initial), TreeTuple2<X, Y>(inputs)) { (c, x) throws(E) in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, F, G>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}
