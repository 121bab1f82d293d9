// Made by Utilities/generate/arities.py; edit that instead.

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree>(
  _ index: Tensor, _ branches: [() -> R]
) -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, Never>(name: "switch", count: branches.count)
  let result = branching(index, NoResults()) { branch, _ in
    TreeTuple1(branches[branch]())
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [() -> (R, S)]
) -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, Never>(name: "switch", count: branches.count)
  let result = branching(index, NoResults()) { branch, _ in
    TreeTuple2(branches[branch]())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [() -> (R, S, T)]
) -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, Never>(name: "switch", count: branches.count)
  let result = branching(index, NoResults()) { branch, _ in
    TreeTuple3(branches[branch]())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A) -> R],  _ a: A
) -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple1(branches[branch](x.a))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A) -> (R, S)],  _ a: A
) -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple2(branches[branch](x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A) -> (R, S, T)],  _ a: A
) -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple3(branches[branch](x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) -> R],  _ a: A, _ b: B
) -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple1(branches[branch](x.a, x.b))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) -> (R, S)],  _ a: A, _ b: B
) -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple2(branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) -> (R, S, T)],  _ a: A, _ b: B
) -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple3(branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) -> R],  _ a: A, _ b: B, _ c: C
) -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple1(branches[branch](x.a, x.b, x.c))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) -> (R, S)],  _ a: A, _ b: B, _ c: C
) -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple2(branches[branch](x.a, x.b, x.c))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) -> (R, S, T)],  _ a: A, _ b: B, _ c: C
) -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(name: "switch", count: branches.count)
  let result = branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple3(branches[branch](x.a, x.b, x.c))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree>(
  _ index: Tensor, _ branches: [() throws -> R]
) throws -> R {
  let branching = Branching<NoResults, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple1(try branches[branch]())
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [() throws -> (R, S)]
) throws -> (R, S) {
  let branching = Branching<NoResults, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple2(try branches[branch]())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [() throws -> (R, S, T)]
) throws -> (R, S, T) {
  let branching = Branching<NoResults, TreeTuple3<R, S, T>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, NoResults()) { branch, _ in
    TreeTuple3(try branches[branch]())
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A) throws -> R],  _ a: A
) throws -> R {
  let branching = Branching<TreeTuple1<A>, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple1(try branches[branch](x.a))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A) throws -> (R, S)],  _ a: A
) throws -> (R, S) {
  let branching = Branching<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple2(try branches[branch](x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A) throws -> (R, S, T)],  _ a: A
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple1(a)) { branch, x in
    TreeTuple3(try branches[branch](x.a))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) throws -> R],  _ a: A, _ b: B
) throws -> R {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple1(try branches[branch](x.a, x.b))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) throws -> (R, S)],  _ a: A, _ b: B
) throws -> (R, S) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple2(try branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A, B) throws -> (R, S, T)],  _ a: A, _ b: B
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple2(a, b)) { branch, x in
    TreeTuple3(try branches[branch](x.a, x.b))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) throws -> R],  _ a: A, _ b: B, _ c: C
) throws -> R {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple1(try branches[branch](x.a, x.b, x.c))
  }
  return result.a
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) throws -> (R, S)],  _ a: A, _ b: B, _ c: C
) throws -> (R, S) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple2(try branches[branch](x.a, x.b, x.c))
  }
  return result.values
}

/// One of several functions, chosen by an integer scalar when the program runs; an index out of range chooses the
/// nearest (`lax.switch`).
public func `switch`<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ index: Tensor, _ branches: [(A, B, C) throws -> (R, S, T)],  _ a: A, _ b: B, _ c: C
) throws -> (R, S, T) {
  let branching = Branching<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(name: "switch", count: branches.count)
  let result = try branching(index, TreeTuple3(a, b, c)) { branch, x in
    TreeTuple3(try branches[branch](x.a, x.b, x.c))
  }
  return result.values
}
