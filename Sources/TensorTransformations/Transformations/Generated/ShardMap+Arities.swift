// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`).
///
/// The function sees the axes of the mesh by name: `psum(x, "batch")`. What it captures is whole on every device.
///
/// - Parameters:
///   - mesh: the devices.
///   - inSpecs: how each argument is divided, `[[], ["batch"]]`; `.like(shardings)` where its tensors differ in that.
///   - outSpecs: how the parts that the devices return make up each result. Along an axis that a spec does not name
///     the function has to return the same on all devices, by a `psum` say: one of them is taken.
///   - axisNames: the axes along which the function sees each device by itself; XLA partitions along the others, and
///     specs do not name them. All, if nil: those that are left, inside of another `shardMap`.
///   - checkReplication: whether a result that may differ along an axis that its spec does not name is an error (JAX's
///     `check_vma`).
///   - f: a function of the parts of one device.
/// - Returns: the function of whole tensors. Whatever does not fit gives tensors that carry the error.
public func shardMap<A: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) -> R
) -> (A) -> R {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple1<R>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) -> (R, S)
) -> (A) -> (R, S) {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple2<R, S>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) -> (R, S, T)
) -> (A) -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple3<R, S, T>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(f(x.a)) }
  return { a in mapped(TreeTuple1(a)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) -> R
) -> (A, B) -> R {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple1<R>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) -> (R, S)
) -> (A, B) -> (R, S) {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple2<R, S>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) -> (R, S, T)
) -> (A, B) -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple3<R, S, T>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(f(x.a, x.b)) }
  return { a, b in mapped(TreeTuple2(a, b)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) -> R
) -> (A, B, C) -> R {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple1<R>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) -> (R, S)
) -> (A, B, C) -> (R, S) {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple2<R, S>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) -> (R, S, T)
) -> (A, B, C) -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(f(x.a, x.b, x.c)) }
  return { a, b, c in mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) -> R
) -> (A, B, C, D) -> R {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple1<R>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) -> (R, S)
) -> (A, B, C, D) -> (R, S) {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) -> (R, S, T)
) -> (A, B, C, D) -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, Never>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) throws -> R
) -> (A) throws -> R {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple1<R>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> (R, S) {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple2<R, S>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple1<A>, TreeTuple3<R, S, T>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(try f(x.a)) }
  return { a in try mapped(TreeTuple1(a)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> R {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple1<R>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> (R, S) {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple2<R, S>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple2<A, B>, TreeTuple3<R, S, T>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(try f(x.a, x.b)) }
  return { a, b in try mapped(TreeTuple2(a, b)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> R {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple1<R>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> (R, S) {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple2<R, S>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(try f(x.a, x.b, x.c)) }
  return { a, b, c in try mapped(TreeTuple3(a, b, c)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> R {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple1<R>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).a }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> (R, S) {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).values }
}

/// Applies a function on every device to its own parts of the arguments (`jax.shard_map`); see `shardMap` of one
/// argument.
@_documentation(visibility: internal)
public func shardMap<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ mesh: Mesh, in inSpecs: [SpecTree], out outSpecs: [SpecTree], axisNames: [String]? = nil,
  checkReplication: Bool = true, _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> (R, S, T) {
  let mapped = ShardMapping<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>, any Error>(
    mesh: mesh, axisNames: axisNames, inSpecs: inSpecs, outSpecs: outSpecs,
    checksReplication: checkReplication
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try mapped(TreeTuple4(a, b, c, d)).values }
}
