// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); only that one
/// is computed.
///
/// Under `vmap` with a predicate that differs between lanes both are computed, and each lane takes its own.
///
/// - Parameters:
///   - predicate: a boolean scalar; of an integer, whether it is not 0.
///   - onTrue: what to do if it is true. Functions may capture tensors; operands are only a convenience.
///   - onFalse: what to do otherwise, with results of the same types.
public func cond<R: TensorTree, E: Error>(
  _ predicate: Tensor, then onTrue: () throws(E) -> R, else onFalse: () throws(E) -> R
) throws(E) -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { (branch, _) throws(E) in
    TreeTuple1(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<R: TensorTree, S: TensorTree, E: Error>(
  _ predicate: Tensor, then onTrue: () throws(E) -> (R, S), else onFalse: () throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { (branch, _) throws(E) in
    TreeTuple2(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ predicate: Tensor, then onTrue: () throws(E) -> (R, S, T), else onFalse: () throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { (branch, _) throws(E) in
    TreeTuple3(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error>(
  _ predicate: Tensor, then onTrue: () throws(E) -> (R, S, T, U), else onFalse: () throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let branching = Branching<NoResults, TreeTuple4<R, S, T, U>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { (branch, _) throws(E) in
    TreeTuple4(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, R: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws(E) -> R, else onFalse: (A) throws(E) -> R
) throws(E) -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple1(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws(E) -> (R, S), else onFalse: (A) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple2(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws(E) -> (R, S, T),
  else onFalse: (A) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple3(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws(E) -> (R, S, T, U),
  else onFalse: (A) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple1<A>, TreeTuple4<R, S, T, U>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple4(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws(E) -> R, else onFalse: (A, B) throws(E) -> R
) throws(E) -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple1(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws(E) -> (R, S),
  else onFalse: (A, B) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple2(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws(E) -> (R, S, T),
  else onFalse: (A, B) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple3(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error
>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws(E) -> (R, S, T, U),
  else onFalse: (A, B) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple4(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws(E) -> R,
  else onFalse: (A, B, C) throws(E) -> R
) throws(E) -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple1(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws(E) -> (R, S),
  else onFalse: (A, B, C) throws(E) -> (R, S)
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple2(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws(E) -> (R, S, T),
  else onFalse: (A, B, C) throws(E) -> (R, S, T)
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple3(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
@_documentation(visibility: internal)
public func cond<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree,
  E: Error
>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws(E) -> (R, S, T, U),
  else onFalse: (A, B, C) throws(E) -> (R, S, T, U)
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, E>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple4(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}
