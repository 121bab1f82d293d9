// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, E: Error>(
  _ index: Tensor, _ first: @escaping () throws(E) -> R, _ others: (() throws(E) -> R)...
) throws(E) -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, NoResults()) { (branch, _) throws(E) in
    TreeTuple1(try (branch == 0 ? first : others[branch - 1])())
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree, E: Error>(
  _ index: Tensor, _ first: @escaping () throws(E) -> (R, S), _ others: (() throws(E) -> (R, S))...
) throws(E) -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, NoResults()) { (branch, _) throws(E) in
    TreeTuple2(try (branch == 0 ? first : others[branch - 1])())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ index: Tensor, _ first: @escaping () throws(E) -> (R, S, T), _ others: (() throws(E) -> (R, S, T))...
) throws(E) -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, NoResults()) { (branch, _) throws(E) in
    TreeTuple3(try (branch == 0 ? first : others[branch - 1])())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error>(
  _ index: Tensor, _ first: @escaping () throws(E) -> (R, S, T, U),
  _ others: (() throws(E) -> (R, S, T, U))...
) throws(E) -> (R, S, T, U) {
  let branching = Branching<NoResults, TreeTuple4<R, S, T, U>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, NoResults()) { (branch, _) throws(E) in
    TreeTuple4(try (branch == 0 ? first : others[branch - 1])())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ first: @escaping (A) throws(E) -> R, _ others: ((A) throws(E) -> R)...
) throws(E) -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple1(try (branch == 0 ? first : others[branch - 1])(x.a))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ first: @escaping (A) throws(E) -> (R, S), _ others: ((A) throws(E) -> (R, S))...
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple2(try (branch == 0 ? first : others[branch - 1])(x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ first: @escaping (A) throws(E) -> (R, S, T),
  _ others: ((A) throws(E) -> (R, S, T))...
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple3(try (branch == 0 ? first : others[branch - 1])(x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ first: @escaping (A) throws(E) -> (R, S, T, U),
  _ others: ((A) throws(E) -> (R, S, T, U))...
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple1<A>, TreeTuple4<R, S, T, U>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple1(a)) { (branch, x) throws(E) in
    TreeTuple4(try (branch == 0 ? first : others[branch - 1])(x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ b: B, _ first: @escaping (A, B) throws(E) -> R,
  _ others: ((A, B) throws(E) -> R)...
) throws(E) -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple1(try (branch == 0 ? first : others[branch - 1])(x.a, x.b))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ b: B, _ first: @escaping (A, B) throws(E) -> (R, S),
  _ others: ((A, B) throws(E) -> (R, S))...
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple2(try (branch == 0 ? first : others[branch - 1])(x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ b: B, _ first: @escaping (A, B) throws(E) -> (R, S, T),
  _ others: ((A, B) throws(E) -> (R, S, T))...
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple3(try (branch == 0 ? first : others[branch - 1])(x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree, E: Error
>(
  _ index: Tensor, _ a: A, _ b: B, _ first: @escaping (A, B) throws(E) -> (R, S, T, U),
  _ others: ((A, B) throws(E) -> (R, S, T, U))...
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, E>(
    name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple2(a, b)) { (branch, x) throws(E) in
    TreeTuple4(try (branch == 0 ? first : others[branch - 1])(x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, _ first: @escaping (A, B, C) throws(E) -> R,
  _ others: ((A, B, C) throws(E) -> R)...
) throws(E) -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple1(try (branch == 0 ? first : others[branch - 1])(x.a, x.b, x.c))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, E: Error>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, _ first: @escaping (A, B, C) throws(E) -> (R, S),
  _ others: ((A, B, C) throws(E) -> (R, S))...
) throws(E) -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, E>(name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple2(try (branch == 0 ? first : others[branch - 1])(x.a, x.b, x.c))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, E: Error
>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, _ first: @escaping (A, B, C) throws(E) -> (R, S, T),
  _ others: ((A, B, C) throws(E) -> (R, S, T))...
) throws(E) -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, E>(
    name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple3(try (branch == 0 ? first : others[branch - 1])(x.a, x.b, x.c))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Only that one is computed.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree,
  E: Error
>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, _ first: @escaping (A, B, C) throws(E) -> (R, S, T, U),
  _ others: ((A, B, C) throws(E) -> (R, S, T, U))...
) throws(E) -> (R, S, T, U) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, E>(
    name: "switch", count: 1 + others.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { (branch, x) throws(E) in
    TreeTuple4(try (branch == 0 ? first : others[branch - 1])(x.a, x.b, x.c))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
public func `switch`<R: TensorTree>(
  _ index: Tensor, branches: [() throws -> R]
) throws -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple1(try branches[branch]())
  }
  return result.a
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree>(
  _ index: Tensor, branches: [() throws -> (R, S)]
) throws -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple2(try branches[branch]())
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, branches: [() throws -> (R, S, T)]
) throws -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple3(try branches[branch]())
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ index: Tensor, branches: [() throws -> (R, S, T, U)]
) throws -> (R, S, T, U) {
  let branching = Branching<NoResults, TreeTuple4<R, S, T, U>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple4(try branches[branch]())
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree>(
  _ index: Tensor, _ a: A, branches: [(A) throws -> R]
) throws -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple1(try branches[branch](x.a))
  }
  return result.a
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ a: A, branches: [(A) throws -> (R, S)]
) throws -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple2(try branches[branch](x.a))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ a: A, branches: [(A) throws -> (R, S, T)]
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple3(try branches[branch](x.a))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  _ index: Tensor, _ a: A, branches: [(A) throws -> (R, S, T, U)]
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple1<A>, TreeTuple4<R, S, T, U>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple4(try branches[branch](x.a))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ index: Tensor, _ a: A, _ b: B, branches: [(A, B) throws -> R]
) throws -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple1(try branches[branch](x.a, x.b))
  }
  return result.a
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ a: A, _ b: B, branches: [(A, B) throws -> (R, S)]
) throws -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple2(try branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ a: A, _ b: B, branches: [(A, B) throws -> (R, S, T)]
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple3(try branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  _ index: Tensor, _ a: A, _ b: B, branches: [(A, B) throws -> (R, S, T, U)]
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple4(try branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, branches: [(A, B, C) throws -> R]
) throws -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple1(try branches[branch](x.a, x.b, x.c))
  }
  return result.a
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, branches: [(A, B, C) throws -> (R, S)]
) throws -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple2(try branches[branch](x.a, x.b, x.c))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, branches: [(A, B, C) throws -> (R, S, T)]
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple3(try branches[branch](x.a, x.b, x.c))
  }
  return result.values
}

/// One of a list of functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`). Throws if the list is empty.
@_documentation(visibility: internal)
public func `switch`<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  _ index: Tensor, _ a: A, _ b: B, _ c: C, branches: [(A, B, C) throws -> (R, S, T, U)]
) throws -> (R, S, T, U) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>, any Error>(
    name: "switch", count: branches.count)
  if branches.isEmpty { throw branching.emptyError }
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple4(try branches[branch](x.a, x.b, x.c))
  }
  return result.values
}
