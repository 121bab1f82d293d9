// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// The program that a function is traced to (`jax.make_jaxpr`).
public func makeJaxpr<A: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> R
) -> (A) throws -> Program {
  { a in
    try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple1(try f(x.a)) }, TreeTuple1(a), name: name).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> Program {
  { a in
    try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple2(try f(x.a)) }, TreeTuple1(a), name: name).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> Program {
  { a in
    try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple3(try f(x.a)) }, TreeTuple1(a), name: name).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  name: String = "f", _ f: @escaping (A) throws -> (R, S, T, U)
) -> (A) throws -> Program {
  { a in
    try TracedFunction({ (x: TreeTuple1<A>) in TreeTuple4(try f(x.a)) }, TreeTuple1(a), name: name).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> Program {
  { a, b in
    try TracedFunction({ (x: TreeTuple2<A, B>) in TreeTuple1(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name)
      .program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> Program {
  { a, b in
    try TracedFunction({ (x: TreeTuple2<A, B>) in TreeTuple2(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name)
      .program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  name: String = "f", _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> Program {
  { a, b in
    try TracedFunction({ (x: TreeTuple2<A, B>) in TreeTuple3(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name)
      .program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B) throws -> (R, S, T, U)
) -> (A, B) throws -> Program {
  { a, b in
    try TracedFunction({ (x: TreeTuple2<A, B>) in TreeTuple4(try f(x.a, x.b)) }, TreeTuple2(a, b), name: name)
      .program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> Program {
  { a, b, c in
    try TracedFunction(
      { (x: TreeTuple3<A, B, C>) in TreeTuple1(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> Program {
  { a, b, c in
    try TracedFunction(
      { (x: TreeTuple3<A, B, C>) in TreeTuple2(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> Program {
  { a, b, c in
    try TracedFunction(
      { (x: TreeTuple3<A, B, C>) in TreeTuple3(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C) throws -> (R, S, T, U)
) -> (A, B, C) throws -> Program {
  { a, b, c in
    try TracedFunction(
      { (x: TreeTuple3<A, B, C>) in TreeTuple4(try f(x.a, x.b, x.c)) }, TreeTuple3(a, b, c), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> Program {
  { a, b, c, d in
    try TracedFunction(
      { (x: TreeTuple4<A, B, C, D>) in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
      name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> Program {
  { a, b, c, d in
    try TracedFunction(
      { (x: TreeTuple4<A, B, C, D>) in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
      name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> Program {
  { a, b, c, d in
    try TracedFunction(
      { (x: TreeTuple4<A, B, C, D>) in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
      name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D) throws -> (R, S, T, U)
) -> (A, B, C, D) throws -> Program {
  { a, b, c, d in
    try TracedFunction(
      { (x: TreeTuple4<A, B, C, D>) in TreeTuple4(try f(x.a, x.b, x.c, x.d)) }, TreeTuple4(a, b, c, d),
      name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G) throws -> R
) -> (A, B, C, D, G) throws -> Program {
  { a, b, c, d, g in
    try TracedFunction(
      { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e)) },
      TreeTuple5(a, b, c, d, g), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G) throws -> (R, S)
) -> (A, B, C, D, G) throws -> Program {
  { a, b, c, d, g in
    try TracedFunction(
      { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e)) },
      TreeTuple5(a, b, c, d, g), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G) throws -> (R, S, T)
) -> (A, B, C, D, G) throws -> Program {
  { a, b, c, d, g in
    try TracedFunction(
      { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e)) },
      TreeTuple5(a, b, c, d, g), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G) throws -> (R, S, T, U)
) -> (A, B, C, D, G) throws -> Program {
  { a, b, c, d, g in
    try TracedFunction(
      { (x: TreeTuple5<A, B, C, D, G>) in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e)) },
      TreeTuple5(a, b, c, d, g), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G, H) throws -> R
) -> (A, B, C, D, G, H) throws -> Program {
  { a, b, c, d, g, h in
    try TracedFunction(
      { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f)) },
      TreeTuple6(a, b, c, d, g, h), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G, H) throws -> (R, S)
) -> (A, B, C, D, G, H) throws -> Program {
  { a, b, c, d, g, h in
    try TracedFunction(
      { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f)) },
      TreeTuple6(a, b, c, d, g, h), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T)
) -> (A, B, C, D, G, H) throws -> Program {
  { a, b, c, d, g, h in
    try TracedFunction(
      { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f)) },
      TreeTuple6(a, b, c, d, g, h), name: name
    ).program
  }
}

/// The program that a function is traced to (`jax.make_jaxpr`).
@_documentation(visibility: internal)
public func makeJaxpr<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(
  name: String = "f", _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T, U)
) -> (A, B, C, D, G, H) throws -> Program {
  { a, b, c, d, g, h in
    try TracedFunction(
      { (x: TreeTuple6<A, B, C, D, G, H>) in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f)) },
      TreeTuple6(a, b, c, d, g, h), name: name
    ).program
  }
}
