// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) -> C
) -> C {
  let loop = Scanning<C, NoResults, NoResults, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, NoResults()) { c, _ in
    return (body(c), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) -> (C, O)
) -> (C, O) {
  let loop = Scanning<C, NoResults, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, NoResults()) { c, _ in
    let (carry, output) = body(c)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) -> (C, (O, P))
) -> (C, (O, P)) {
  let loop = Scanning<C, NoResults, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, NoResults()) { c, _ in
    let (carry, output) = body(c)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) -> (C, (O, P, Q))
) -> (C, (O, P, Q)) {
  let loop = Scanning<C, NoResults, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, NoResults()) { c, _ in
    let (carry, output) = body(c)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) -> (C, (O, P, Q, W))
) -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, NoResults, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, NoResults()) { c, _ in
    let (carry, output) = body(c)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) -> C
) -> C {
  let loop = Scanning<C, X, NoResults, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, inputs) { c, x in
    return (body(c, x), NoResults())
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
public func scan<C: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) -> (C, O)
) -> (C, O) {
  let loop = Scanning<C, X, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, inputs) { c, x in
    let (carry, output) = body(c, x)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) -> (C, (O, P))
) -> (C, (O, P)) {
  let loop = Scanning<C, X, TreeTuple2<O, P>, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, inputs) { c, x in
    let (carry, output) = body(c, x)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) -> (C, (O, P, Q))
) -> (C, (O, P, Q)) {
  let loop = Scanning<C, X, TreeTuple3<O, P, Q>, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, inputs) { c, x in
    let (carry, output) = body(c, x)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) -> (C, (O, P, Q, W))
) -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, X, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, inputs) { c, x in
    let (carry, output) = body(c, x)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) -> C
) -> C {
  let loop = Scanning<C, TreeTuple2<X, Y>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    return (body(c, x.values), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) -> (C, O)
) -> (C, O) {
  let loop = Scanning<C, TreeTuple2<X, Y>, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) -> (C, (O, P))
) -> (C, (O, P)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) -> (C, (O, P, Q))
) -> (C, (O, P, Q)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) -> (C, (O, P, Q, W))
) -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) -> C
) -> C {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (body(c, x.values), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) -> (C, O)
) -> (C, O) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) -> (C, (O, P))
) -> (C, (O, P)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) -> (C, (O, P, Q))
) -> (C, (O, P, Q)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) -> (C, (O, P, Q, W))
) -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) -> (C, D)
) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    return (TreeTuple2<C, D>(body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) -> ((C, D), O)
) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) -> ((C, D), (O, P))
) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) -> ((C, D), (O, P, Q))
) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) -> ((C, D), (O, P, Q, W))
) -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> (C, D)
) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, X, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    return (TreeTuple2<C, D>(body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> ((C, D), O)
) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, X, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> ((C, D), (O, P))
) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> ((C, D), (O, P, Q))
) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> ((C, D), (O, P, Q, W))
) -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) -> (C, D)
) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple2<C, D>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) -> ((C, D), O)
) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) -> ((C, D), (O, P))
) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) -> ((C, D), (O, P, Q))
) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) -> ((C, D), (O, P, Q, W))
) -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) -> (C, D)
) -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple2<C, D>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) -> ((C, D), O)
) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) -> ((C, D), (O, P))
) -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) -> ((C, D), (O, P, Q))
) -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) -> ((C, D), (O, P, Q, W))
) -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) -> (C, D, E)
) -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    return (TreeTuple3<C, D, E>(body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) -> ((C, D, E), O)
) -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) -> ((C, D, E), (O, P))
) -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) -> ((C, D, E), (O, P, Q))
) -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) -> ((C, D, E), (O, P, Q, W))
) -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> (C, D, E)
) -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    return (TreeTuple3<C, D, E>(body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> ((C, D, E), O)
) -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> ((C, D, E), (O, P))
) -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> ((C, D, E), (O, P, Q))
) -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> ((C, D, E), (O, P, Q, W))
) -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) -> (C, D, E)
) -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple3<C, D, E>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) -> ((C, D, E), O)
) -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) -> ((C, D, E), (O, P))
) -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) -> ((C, D, E), (O, P, Q))
) -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) -> ((C, D, E), (O, P, Q, W))
) -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) -> (C, D, E)
) -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple3<C, D, E>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) -> ((C, D, E), O)
) -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) -> ((C, D, E), (O, P))
) -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) -> ((C, D, E), (O, P, Q))
) -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) -> ((C, D, E), (O, P, Q, W))
) -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    return (TreeTuple4<C, D, E, F>(body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) -> ((C, D, E, F), O)
) -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) -> ((C, D, E, F), (O, P))
) -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) -> ((C, D, E, F), (O, P, Q))
) -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) -> ((C, D, E, F), (O, P, Q, W))
) -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    return (TreeTuple4<C, D, E, F>(body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) -> ((C, D, E, F), O)
) -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) -> ((C, D, E, F), (O, P))
) -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) -> ((C, D, E, F), (O, P, Q))
) -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) -> ((C, D, E, F), (O, P, Q, W))
) -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple4<C, D, E, F>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) -> ((C, D, E, F), O)
) -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) -> ((C, D, E, F), (O, P))
) -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) -> ((C, D, E, F), (O, P, Q))
) -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) -> ((C, D, E, F), (O, P, Q, W))
) -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) -> (C, D, E, F)
) -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, NoResults, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple4<C, D, E, F>(body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) -> ((C, D, E, F), O)
) -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, O, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) -> ((C, D, E, F), (O, P))
) -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) -> ((C, D, E, F), (O, P, Q))
) -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) -> ((C, D, E, F), (O, P, Q, W))
) -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, Never>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws -> C
) throws -> C {
  let loop = Scanning<C, NoResults, NoResults, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { c, _ in
    return (try body(c), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws -> (C, O)
) throws -> (C, O) {
  let loop = Scanning<C, NoResults, O, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { c, _ in
    let (carry, output) = try body(c)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws -> (C, (O, P))
) throws -> (C, (O, P)) {
  let loop = Scanning<C, NoResults, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { c, _ in
    let (carry, output) = try body(c)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws -> (C, (O, P, Q))
) throws -> (C, (O, P, Q)) {
  let loop = Scanning<C, NoResults, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { c, _ in
    let (carry, output) = try body(c)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: C, length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: (C) throws -> (C, (O, P, Q, W))
) throws -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, NoResults, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, NoResults()) { c, _ in
    let (carry, output) = try body(c)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws -> C
) throws -> C {
  let loop = Scanning<C, X, NoResults, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { c, x in
    return (try body(c, x), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws -> (C, O)
) throws -> (C, O) {
  let loop = Scanning<C, X, O, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { c, x in
    let (carry, output) = try body(c, x)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws -> (C, (O, P))
) throws -> (C, (O, P)) {
  let loop = Scanning<C, X, TreeTuple2<O, P>, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { c, x in
    let (carry, output) = try body(c, x)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws -> (C, (O, P, Q))
) throws -> (C, (O, P, Q)) {
  let loop = Scanning<C, X, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { c, x in
    let (carry, output) = try body(c, x)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: C, _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, X) throws -> (C, (O, P, Q, W))
) throws -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, X, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, inputs) { c, x in
    let (carry, output) = try body(c, x)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws -> C
) throws -> C {
  let loop = Scanning<C, TreeTuple2<X, Y>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    return (try body(c, x.values), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws -> (C, O)
) throws -> (C, O) {
  let loop = Scanning<C, TreeTuple2<X, Y>, O, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws -> (C, (O, P))
) throws -> (C, (O, P)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws -> (C, (O, P, Q))
) throws -> (C, (O, P, Q)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: C, _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y)) throws -> (C, (O, P, Q, W))
) throws -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) throws -> C
) throws -> C {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (try body(c, x.values), NoResults())
  }
  return result.0
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) throws -> (C, O)
) throws -> (C, O) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, output)
  }
  return (result.0, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) throws -> (C, (O, P))
) throws -> (C, (O, P)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple2<O, P>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) throws -> (C, (O, P, Q))
) throws -> (C, (O, P, Q)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple3<O, P, Q>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: C, _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: (C, (X, Y, Z)) throws -> (C, (O, P, Q, W))
) throws -> (C, (O, P, Q, W)) {
  let loop = Scanning<C, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(initial, TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws -> (C, D)
) throws -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    return (TreeTuple2<C, D>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws -> ((C, D), O)
) throws -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws -> ((C, D), (O, P))
) throws -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws -> ((C, D), (O, P, Q))
) throws -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree>(
  _ initial: (C, D), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D)) throws -> ((C, D), (O, P, Q, W))
) throws -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, NoResults, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> (C, D)
) throws -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, X, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    return (TreeTuple2<C, D>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> ((C, D), O)
) throws -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, X, O, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> ((C, D), (O, P))
) throws -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> ((C, D), (O, P, Q))
) throws -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> ((C, D), (O, P, Q, W))
) throws -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, X, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws -> (C, D)
) throws -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple2<C, D>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws -> ((C, D), O)
) throws -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws -> ((C, D), (O, P))
) throws -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws -> ((C, D), (O, P, Q))
) throws -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y)) throws -> ((C, D), (O, P, Q, W))
) throws -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) throws -> (C, D)
) throws -> (C, D) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple2<C, D>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) throws -> ((C, D), O)
) throws -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) throws -> ((C, D), (O, P))
) throws -> ((C, D), (O, P)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) throws -> ((C, D), (O, P, Q))
) throws -> ((C, D), (O, P, Q)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), (X, Y, Z)) throws -> ((C, D), (O, P, Q, W))
) throws -> ((C, D), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple2<C, D>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2<C, D>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2<C, D>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    return (TreeTuple3<C, D, E>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) throws -> ((C, D, E), O)
) throws -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) throws -> ((C, D, E), (O, P))
) throws -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) throws -> ((C, D, E), (O, P, Q))
) throws -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E)) throws -> ((C, D, E), (O, P, Q, W))
) throws -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, NoResults, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    return (TreeTuple3<C, D, E>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) throws -> ((C, D, E), O)
) throws -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) throws -> ((C, D, E), (O, P))
) throws -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) throws -> ((C, D, E), (O, P, Q))
) throws -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) throws -> ((C, D, E), (O, P, Q, W))
) throws -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple3<C, D, E>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) throws -> ((C, D, E), O)
) throws -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) throws -> ((C, D, E), (O, P))
) throws -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) throws -> ((C, D, E), (O, P, Q))
) throws -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y)) throws -> ((C, D, E), (O, P, Q, W))
) throws -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) throws -> (C, D, E)
) throws -> (C, D, E) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple3<C, D, E>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) throws -> ((C, D, E), O)
) throws -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) throws -> ((C, D, E), (O, P))
) throws -> ((C, D, E), (O, P)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) throws -> ((C, D, E), (O, P, Q))
) throws -> ((C, D, E), (O, P, Q)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), (X, Y, Z)) throws -> ((C, D, E), (O, P, Q, W))
) throws -> ((C, D, E), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple3<C, D, E>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple3<C, D, E>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3<C, D, E>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    return (TreeTuple4<C, D, E, F>(try body(c.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) throws -> ((C, D, E, F), O)
) throws -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) throws -> ((C, D, E, F), (O, P))
) throws -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) throws -> ((C, D, E, F), (O, P, Q))
) throws -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, O: TensorTree, P: TensorTree, Q: TensorTree,
  W: TensorTree
>(
  _ initial: (C, D, E, F), length: Int, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F)) throws -> ((C, D, E, F), (O, P, Q, W))
) throws -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, NoResults, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    return (TreeTuple4<C, D, E, F>(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) throws -> ((C, D, E, F), O)
) throws -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) throws -> ((C, D, E, F), (O, P))
) throws -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) throws -> ((C, D, E, F), (O, P, Q))
) throws -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, O: TensorTree, P: TensorTree,
  Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), X) throws -> ((C, D, E, F), (O, P, Q, W))
) throws -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, X, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    return (TreeTuple4<C, D, E, F>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) throws -> ((C, D, E, F), O)
) throws -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) throws -> ((C, D, E, F), (O, P))
) throws -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) throws -> ((C, D, E, F), (O, P, Q))
) throws -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, O: TensorTree,
  P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y)) throws -> ((C, D, E, F), (O, P, Q, W))
) throws -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple2<X, Y>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple2<X, Y>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) throws -> (C, D, E, F)
) throws -> (C, D, E, F) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, NoResults, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    return (TreeTuple4<C, D, E, F>(try body(c.values, x.values)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) throws -> ((C, D, E, F), O)
) throws -> ((C, D, E, F), O) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, O, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), output)
  }
  return (result.0.values, result.1)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) throws -> ((C, D, E, F), (O, P))
) throws -> ((C, D, E, F), (O, P)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple2<O, P>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple2<O, P>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree, Q: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) throws -> ((C, D, E, F), (O, P, Q))
) throws -> ((C, D, E, F), (O, P, Q)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple3<O, P, Q>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple3<O, P, Q>(output))
  }
  return (result.0.values, result.1.values)
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<
  C: TensorTree, D: TensorTree, E: TensorTree, F: TensorTree, X: TensorTree, Y: TensorTree, Z: TensorTree,
  O: TensorTree, P: TensorTree, Q: TensorTree, W: TensorTree
>(
  _ initial: (C, D, E, F), _ inputs: (X, Y, Z), length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E, F), (X, Y, Z)) throws -> ((C, D, E, F), (O, P, Q, W))
) throws -> ((C, D, E, F), (O, P, Q, W)) {
  let loop = Scanning<TreeTuple4<C, D, E, F>, TreeTuple3<X, Y, Z>, TreeTuple4<O, P, Q, W>, any Error>(
    length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple4<C, D, E, F>(initial), TreeTuple3<X, Y, Z>(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple4<C, D, E, F>(carry), TreeTuple4<O, P, Q, W>(output))
  }
  return (result.0.values, result.1.values)
}
