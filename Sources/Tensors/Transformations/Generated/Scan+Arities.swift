// Made by Utilities/generate/arities.py; edit that instead.

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
    return (carry, TreeTuple2(output))
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
    return (carry, TreeTuple2(output))
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
  let result = loop(initial, TreeTuple2(inputs)) { c, x in
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
  let result = loop(initial, TreeTuple2(inputs)) { c, x in
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
  let result = loop(initial, TreeTuple2(inputs)) { c, x in
    let (carry, output) = body(c, x.values)
    return (carry, TreeTuple2(output))
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
  let result = loop(TreeTuple2(initial), NoResults()) { c, _ in
    return (TreeTuple2(body(c.values)), NoResults())
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
  let result = loop(TreeTuple2(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2(carry), output)
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
  let result = loop(TreeTuple2(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = loop(TreeTuple2(initial), inputs) { c, x in
    return (TreeTuple2(body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) -> ((C, D), O)
) -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, X, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple2(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2(carry), output)
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
  let result = loop(TreeTuple2(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    return (TreeTuple2(body(c.values, x.values)), NoResults())
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
  let result = loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2(carry), output)
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
  let result = loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = loop(TreeTuple3(initial), NoResults()) { c, _ in
    return (TreeTuple3(body(c.values)), NoResults())
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
  let result = loop(TreeTuple3(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3(carry), output)
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
  let result = loop(TreeTuple3(initial), NoResults()) { c, _ in
    let (carry, output) = body(c.values)
    return (TreeTuple3(carry), TreeTuple2(output))
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
  let result = loop(TreeTuple3(initial), inputs) { c, x in
    return (TreeTuple3(body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, E: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D, E), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D, E), X) -> ((C, D, E), O)
) -> ((C, D, E), O) {
  let loop = Scanning<TreeTuple3<C, D, E>, X, O, Never>(length: length, isReversed: reverse, unroll: unroll)
  let result = loop(TreeTuple3(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3(carry), output)
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
  let result = loop(TreeTuple3(initial), inputs) { c, x in
    let (carry, output) = body(c.values, x)
    return (TreeTuple3(carry), TreeTuple2(output))
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
  let result = loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    return (TreeTuple3(body(c.values, x.values)), NoResults())
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
  let result = loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3(carry), output)
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
  let result = loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = body(c.values, x.values)
    return (TreeTuple3(carry), TreeTuple2(output))
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
    return (carry, TreeTuple2(output))
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
    return (carry, TreeTuple2(output))
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
  let result = try loop(initial, TreeTuple2(inputs)) { c, x in
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
  let result = try loop(initial, TreeTuple2(inputs)) { c, x in
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
  let result = try loop(initial, TreeTuple2(inputs)) { c, x in
    let (carry, output) = try body(c, x.values)
    return (carry, TreeTuple2(output))
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
  let result = try loop(TreeTuple2(initial), NoResults()) { c, _ in
    return (TreeTuple2(try body(c.values)), NoResults())
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
  let result = try loop(TreeTuple2(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2(carry), output)
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
  let result = try loop(TreeTuple2(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = try loop(TreeTuple2(initial), inputs) { c, x in
    return (TreeTuple2(try body(c.values, x)), NoResults())
  }
  return result.0.values
}

/// Runs a function once for each element of the inputs' leading axis (`lax.scan`); see `scan` of a tree.
public func scan<C: TensorTree, D: TensorTree, X: TensorTree, O: TensorTree>(
  _ initial: (C, D), _ inputs: X, length: Int? = nil, reverse: Bool = false, unroll: Int = 1,
  _ body: ((C, D), X) throws -> ((C, D), O)
) throws -> ((C, D), O) {
  let loop = Scanning<TreeTuple2<C, D>, X, O, any Error>(length: length, isReversed: reverse, unroll: unroll)
  let result = try loop(TreeTuple2(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2(carry), output)
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
  let result = try loop(TreeTuple2(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = try loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    return (TreeTuple2(try body(c.values, x.values)), NoResults())
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
  let result = try loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2(carry), output)
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
  let result = try loop(TreeTuple2(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple2(carry), TreeTuple2(output))
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
  let result = try loop(TreeTuple3(initial), NoResults()) { c, _ in
    return (TreeTuple3(try body(c.values)), NoResults())
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
  let result = try loop(TreeTuple3(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3(carry), output)
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
  let result = try loop(TreeTuple3(initial), NoResults()) { c, _ in
    let (carry, output) = try body(c.values)
    return (TreeTuple3(carry), TreeTuple2(output))
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
  let result = try loop(TreeTuple3(initial), inputs) { c, x in
    return (TreeTuple3(try body(c.values, x)), NoResults())
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
  let result = try loop(TreeTuple3(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3(carry), output)
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
  let result = try loop(TreeTuple3(initial), inputs) { c, x in
    let (carry, output) = try body(c.values, x)
    return (TreeTuple3(carry), TreeTuple2(output))
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
  let result = try loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    return (TreeTuple3(try body(c.values, x.values)), NoResults())
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
  let result = try loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3(carry), output)
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
  let result = try loop(TreeTuple3(initial), TreeTuple2(inputs)) { c, x in
    let (carry, output) = try body(c.values, x.values)
    return (TreeTuple3(carry), TreeTuple2(output))
  }
  return (result.0.values, result.1.values)
}
