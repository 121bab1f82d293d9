// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
public import TensorPrimitives

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
public func checkpoint<A: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) -> R
) -> (A) -> R {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple1<R>, Never>(policy: policy)
  return { a in
    checkpointed(TreeTuple1(a)) { x in TreeTuple1(f(x.a)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) -> (R, S)
) -> (A) -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple2<R, S>, Never>(policy: policy)
  return { a in
    checkpointed(TreeTuple1(a)) { x in TreeTuple2(f(x.a)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) -> (R, S, T)
) -> (A) -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(policy: policy)
  return { a in
    checkpointed(TreeTuple1(a)) { x in TreeTuple3(f(x.a)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) -> R
) -> (A, B) -> R {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple1<R>, Never>(policy: policy)
  return { a, b in
    checkpointed(TreeTuple2(a, b)) { x in TreeTuple1(f(x.a, x.b)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) -> (R, S)
) -> (A, B) -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(policy: policy)
  return { a, b in
    checkpointed(TreeTuple2(a, b)) { x in TreeTuple2(f(x.a, x.b)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) -> (R, S, T)
) -> (A, B) -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(policy: policy)
  return { a, b in
    checkpointed(TreeTuple2(a, b)) { x in TreeTuple3(f(x.a, x.b)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) -> R
) -> (A, B, C) -> R {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(policy: policy)
  return { a, b, c in
    checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple1(f(x.a, x.b, x.c)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) -> (R, S)
) -> (A, B, C) -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(policy: policy)
  return { a, b, c in
    checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple2(f(x.a, x.b, x.c)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) -> (R, S, T)
) -> (A, B, C) -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(policy: policy)
  return { a, b, c in
    checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple3(f(x.a, x.b, x.c)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) -> R
) -> (A, B, C, D) -> R {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple1<R>, Never>(policy: policy)
  return { a, b, c, d in
    checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple1(f(x.a, x.b, x.c, x.d)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) -> (R, S)
) -> (A, B, C, D) -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, Never>(policy: policy)
  return { a, b, c, d in
    checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple2(f(x.a, x.b, x.c, x.d)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) -> (R, S, T)
) -> (A, B, C, D) -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, Never>(policy: policy)
  return { a, b, c, d in
    checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple3(f(x.a, x.b, x.c, x.d)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) throws -> R
) -> (A) throws -> R {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple1<R>, any Error>(policy: policy)
  return { a in
    try checkpointed(TreeTuple1(a)) { x in TreeTuple1(try f(x.a)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(policy: policy)
  return { a in
    try checkpointed(TreeTuple1(a)) { x in TreeTuple2(try f(x.a)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(policy: policy)
  return { a in
    try checkpointed(TreeTuple1(a)) { x in TreeTuple3(try f(x.a)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> R {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(policy: policy)
  return { a, b in
    try checkpointed(TreeTuple2(a, b)) { x in TreeTuple1(try f(x.a, x.b)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(policy: policy)
  return { a, b in
    try checkpointed(TreeTuple2(a, b)) { x in TreeTuple2(try f(x.a, x.b)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(policy: policy)
  return { a, b in
    try checkpointed(TreeTuple2(a, b)) { x in TreeTuple3(try f(x.a, x.b)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> R {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(policy: policy)
  return { a, b, c in
    try checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple1(try f(x.a, x.b, x.c)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(policy: policy)
  return { a, b, c in
    try checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple2(try f(x.a, x.b, x.c)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(policy: policy)
  return { a, b, c in
    try checkpointed(TreeTuple3(a, b, c)) { x in TreeTuple3(try f(x.a, x.b, x.c)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> R {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple1<R>, any Error>(policy: policy)
  return { a, b, c, d in
    try checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }.a
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> (R, S) {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, any Error>(policy: policy)
  return { a, b, c, d in
    try checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }.values
  }
}

/// A function whose values are computed again for its derivative instead of kept (`jax.checkpoint`);
/// see `CheckpointPolicy`.
@_documentation(visibility: internal)
public func checkpoint<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  policy: CheckpointPolicy = .nothingSaveable, _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> (R, S, T) {
  let checkpointed = Checkpointed<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, any Error>(policy: policy)
  return { a, b, c, d in
    try checkpointed(TreeTuple4(a, b, c, d)) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }.values
  }
}
