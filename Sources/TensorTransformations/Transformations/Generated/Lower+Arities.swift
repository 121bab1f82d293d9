// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
public func lower<A: TensorTree, R: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A) throws -> R
) -> (A) throws -> Lowered {
  { a in
    try Lowered(
      TreeTuple1(a), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple1<A>) in TreeTuple1(try f(x.a)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, R: TensorTree, S: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> Lowered {
  { a in
    try Lowered(
      TreeTuple1(a), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple1<A>) in TreeTuple2(try f(x.a)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> Lowered {
  { a in
    try Lowered(
      TreeTuple1(a), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple1<A>) in TreeTuple3(try f(x.a)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A) throws -> (R, S, T, U)
) -> (A) throws -> Lowered {
  { a in
    try Lowered(
      TreeTuple1(a), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple1<A>) in TreeTuple4(try f(x.a)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, R: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> Lowered {
  { a, b in
    try Lowered(
      TreeTuple2(a, b), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple2<A, B>) in TreeTuple1(try f(x.a, x.b)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> Lowered {
  { a, b in
    try Lowered(
      TreeTuple2(a, b), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple2<A, B>) in TreeTuple2(try f(x.a, x.b)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> Lowered {
  { a, b in
    try Lowered(
      TreeTuple2(a, b), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple2<A, B>) in TreeTuple3(try f(x.a, x.b)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B) throws -> (R, S, T, U)
) -> (A, B) throws -> Lowered {
  { a, b in
    try Lowered(
      TreeTuple2(a, b), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple2<A, B>) in TreeTuple4(try f(x.a, x.b)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    try Lowered(
      TreeTuple3(a, b, c), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple3<A, B, C>) in TreeTuple1(try f(x.a, x.b, x.c)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    try Lowered(
      TreeTuple3(a, b, c), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple3<A, B, C>) in TreeTuple2(try f(x.a, x.b, x.c)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    try Lowered(
      TreeTuple3(a, b, c), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple3<A, B, C>) in TreeTuple3(try f(x.a, x.b, x.c)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C) throws -> (R, S, T, U)
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    try Lowered(
      TreeTuple3(a, b, c), donated: donating, inShardings: inShardings, outShardings: outShardings, name: name
    ) { (x: TreeTuple3<A, B, C>) in TreeTuple4(try f(x.a, x.b, x.c)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    try Lowered(
      TreeTuple4(a, b, c, d), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple4<A, B, C, D>) in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    try Lowered(
      TreeTuple4(a, b, c, d), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple4<A, B, C, D>) in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    try Lowered(
      TreeTuple4(a, b, c, d), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple4<A, B, C, D>) in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D) throws -> (R, S, T, U)
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    try Lowered(
      TreeTuple4(a, b, c, d), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple4<A, B, C, D>) in TreeTuple4(try f(x.a, x.b, x.c, x.d)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G) throws -> R
) -> (A, B, C, D, G) throws -> Lowered {
  { a, b, c, d, g in
    try Lowered(
      TreeTuple5(a, b, c, d, g), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G) throws -> (R, S)
) -> (A, B, C, D, G) throws -> Lowered {
  { a, b, c, d, g in
    try Lowered(
      TreeTuple5(a, b, c, d, g), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G) throws -> (R, S, T)
) -> (A, B, C, D, G) throws -> Lowered {
  { a, b, c, d, g in
    try Lowered(
      TreeTuple5(a, b, c, d, g), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G) throws -> (R, S, T, U)
) -> (A, B, C, D, G) throws -> Lowered {
  { a, b, c, d, g in
    try Lowered(
      TreeTuple5(a, b, c, d, g), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G, H) throws -> R
) -> (A, B, C, D, G, H) throws -> Lowered {
  { a, b, c, d, g, h in
    try Lowered(
      TreeTuple6(a, b, c, d, g, h), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G, H) throws -> (R, S)
) -> (A, B, C, D, G, H) throws -> Lowered {
  { a, b, c, d, g, h in
    try Lowered(
      TreeTuple6(a, b, c, d, g, h), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T)
) -> (A, B, C, D, G, H) throws -> Lowered {
  { a, b, c, d, g, h in
    try Lowered(
      TreeTuple6(a, b, c, d, g, h), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  }
}

/// A function lowered to StableHLO for the arguments, as `jit` would do it (`jax.jit(f).lower`).
@_documentation(visibility: internal)
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(
  donating: Int..., inShardings: Shardings? = nil, outShardings: Shardings? = nil, name: String = "f",
  _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T, U)
) -> (A, B, C, D, G, H) throws -> Lowered {
  { a, b, c, d, g, h in
    try Lowered(
      TreeTuple6(a, b, c, d, g, h), donated: donating, inShardings: inShardings, outShardings: outShardings,
      name: name
    ) { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  }
}
