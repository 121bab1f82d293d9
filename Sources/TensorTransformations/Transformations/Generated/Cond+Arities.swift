// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
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
public func cond<R: TensorTree>(
  _ predicate: Tensor, then onTrue: () -> R, else onFalse: () -> R
) -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple1(branch == 0 ? onFalse() : onTrue())
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, then onTrue: () -> (R, S), else onFalse: () -> (R, S)
) -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple2(branch == 0 ? onFalse() : onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, then onTrue: () -> (R, S, T), else onFalse: () -> (R, S, T)
) -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple3(branch == 0 ? onFalse() : onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, then onTrue: () -> (R, S, T, U), else onFalse: () -> (R, S, T, U)
) -> (R, S, T, U) {
  let branching = Branching<NoResults, TreeTuple4<R, S, T, U>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple4(branch == 0 ? onFalse() : onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) -> R, else onFalse: (A) -> R
) -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple1(branch == 0 ? onFalse(x.a) : onTrue(x.a))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) -> (R, S), else onFalse: (A) -> (R, S)
) -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple2(branch == 0 ? onFalse(x.a) : onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) -> (R, S, T), else onFalse: (A) -> (R, S, T)
) -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple3(branch == 0 ? onFalse(x.a) : onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) -> (R, S, T, U), else onFalse: (A) -> (R, S, T, U)
) -> (R, S, T, U) {
  let branching = Branching<TreeTuple1<A>, TreeTuple4<R, S, T, U>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple4(branch == 0 ? onFalse(x.a) : onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) -> R, else onFalse: (A, B) -> R
) -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple1(branch == 0 ? onFalse(x.a, x.b) : onTrue(x.a, x.b))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) -> (R, S), else onFalse: (A, B) -> (R, S)
) -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple2(branch == 0 ? onFalse(x.a, x.b) : onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) -> (R, S, T), else onFalse: (A, B) -> (R, S, T)
) -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple3(branch == 0 ? onFalse(x.a, x.b) : onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) -> (R, S, T, U),
  else onFalse: (A, B) -> (R, S, T, U)
) -> (R, S, T, U) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple4(branch == 0 ? onFalse(x.a, x.b) : onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) -> R, else onFalse: (A, B, C) -> R
) -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple1(branch == 0 ? onFalse(x.a, x.b, x.c) : onTrue(x.a, x.b, x.c))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) -> (R, S),
  else onFalse: (A, B, C) -> (R, S)
) -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple2(branch == 0 ? onFalse(x.a, x.b, x.c) : onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) -> (R, S, T),
  else onFalse: (A, B, C) -> (R, S, T)
) -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple3(branch == 0 ? onFalse(x.a, x.b, x.c) : onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) -> (R, S, T, U),
  else onFalse: (A, B, C) -> (R, S, T, U)
) -> (R, S, T, U) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, Never>(name: "cond", count: 2)
  let result = branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple4(branch == 0 ? onFalse(x.a, x.b, x.c) : onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree>(
  _ predicate: Tensor, then onTrue: () throws -> R, else onFalse: () throws -> R
) throws -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple1(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, then onTrue: () throws -> (R, S), else onFalse: () throws -> (R, S)
) throws -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple2(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, then onTrue: () throws -> (R, S, T), else onFalse: () throws -> (R, S, T)
) throws -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple3(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, then onTrue: () throws -> (R, S, T, U), else onFalse: () throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let branching = Branching<NoResults, TreeTuple4<R, S, T, U>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, NoResults()) { branch, _ in
    TreeTuple4(branch == 0 ? try onFalse() : try onTrue())
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws -> R, else onFalse: (A) throws -> R
) throws -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple1(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws -> (R, S), else onFalse: (A) throws -> (R, S)
) throws -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple2(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws -> (R, S, T), else onFalse: (A) throws -> (R, S, T)
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple3(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, _ a: A, then onTrue: (A) throws -> (R, S, T, U),
  else onFalse: (A) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple1<A>, TreeTuple4<R, S, T, U>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple1(a)) { branch, x in
    TreeTuple4(branch == 0 ? try onFalse(x.a) : try onTrue(x.a))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws -> R, else onFalse: (A, B) throws -> R
) throws -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple1(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws -> (R, S),
  else onFalse: (A, B) throws -> (R, S)
) throws -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple2(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws -> (R, S, T),
  else onFalse: (A, B) throws -> (R, S, T)
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple3(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, then onTrue: (A, B) throws -> (R, S, T, U),
  else onFalse: (A, B) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple2(a, b)) { branch, x in
    TreeTuple4(branch == 0 ? try onFalse(x.a, x.b) : try onTrue(x.a, x.b))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws -> R,
  else onFalse: (A, B, C) throws -> R
) throws -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple1(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.a
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws -> (R, S),
  else onFalse: (A, B, C) throws -> (R, S)
) throws -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple2(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws -> (R, S, T),
  else onFalse: (A, B, C) throws -> (R, S, T)
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple3(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}

/// One of two functions, chosen by a boolean scalar when the program runs (`lax.cond`); see `cond` without operands.
public func cond<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  _ predicate: Tensor, _ a: A, _ b: B, _ c: C, then onTrue: (A, B, C) throws -> (R, S, T, U),
  else onFalse: (A, B, C) throws -> (R, S, T, U)
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, any Error>(name: "cond", count: 2)
  let result = try branching(predicate.choice, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple4(branch == 0 ? try onFalse(x.a, x.b, x.c) : try onTrue(x.a, x.b, x.c))
  }
  return result.values
}
