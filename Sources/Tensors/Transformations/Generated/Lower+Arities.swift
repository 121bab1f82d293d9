// Made by Utilities/generate/arities.py; edit that instead.

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> R
) -> (A) throws -> Lowered {
  { a in
    Lowered(
      try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple1(try f(x.a)) }, TreeTuple1(a), name: name).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> Lowered {
  { a in
    Lowered(
      try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple2(try f(x.a)) }, TreeTuple1(a), name: name).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> Lowered {
  { a in
    Lowered(
      try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple3(try f(x.a)) }, TreeTuple1(a), name: name).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> Lowered {
  { a, b in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple2<A, B>) in TreeTuple1(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> Lowered {
  { a, b in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple2<A, B>) in TreeTuple2(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> Lowered {
  { a, b in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple2<A, B>) in TreeTuple3(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple3<A, B, C>) in TreeTuple1(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple3<A, B, C>) in TreeTuple2(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> Lowered {
  { a, b, c in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple3<A, B, C>) in TreeTuple3(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple4<A, B, C, D>) in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
        name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple4<A, B, C, D>) in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
        name: name
      ).program)
  }
}

/// A function lowered to StableHLO for the arguments (`jax.jit(f).lower`).
public func lower<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> Lowered {
  { a, b, c, d in
    Lowered(
      try TracedFunction(
        { (x: TreeTuple4<A, B, C, D>) in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
        name: name
      ).program)
  }
}
