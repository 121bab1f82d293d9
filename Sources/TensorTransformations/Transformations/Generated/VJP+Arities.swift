// Made by Utilities/generate/arities.py; edit that instead.
import TensorCore
import TensorPrimitives

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree>(
  _ f: (A) -> R, primals: A
) -> (R, (R) -> A) {
  let linear = Linearization<TreeTuple1<A>, TreeTuple1<R>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple1(f(x.a))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A) -> (R, S), primals: A
) -> ((R, S), ((R, S)) -> A) {
  let linear = Linearization<TreeTuple1<A>, TreeTuple2<R, S>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple2(f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A) -> (R, S, T), primals: A
) -> ((R, S, T), ((R, S, T)) -> A) {
  let linear = Linearization<TreeTuple1<A>, TreeTuple3<R, S, T>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple3(f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: (A, B) -> R, primals: (A, B)
) -> (R, (R) -> (A, B)) {
  let linear = Linearization<TreeTuple2<A, B>, TreeTuple1<R>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple1(f(x.a, x.b))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B) -> (R, S), primals: (A, B)
) -> ((R, S), ((R, S)) -> (A, B)) {
  let linear = Linearization<TreeTuple2<A, B>, TreeTuple2<R, S>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple2(f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B) -> (R, S, T), primals: (A, B)
) -> ((R, S, T), ((R, S, T)) -> (A, B)) {
  let linear = Linearization<TreeTuple2<A, B>, TreeTuple3<R, S, T>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple3(f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: (A, B, C) -> R, primals: (A, B, C)
) -> (R, (R) -> (A, B, C)) {
  let linear = Linearization<TreeTuple3<A, B, C>, TreeTuple1<R>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple1(f(x.a, x.b, x.c))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C) -> (R, S), primals: (A, B, C)
) -> ((R, S), ((R, S)) -> (A, B, C)) {
  let linear = Linearization<TreeTuple3<A, B, C>, TreeTuple2<R, S>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple2(f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B, C) -> (R, S, T), primals: (A, B, C)
) -> ((R, S, T), ((R, S, T)) -> (A, B, C)) {
  let linear = Linearization<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple3(f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ f: (A, B, C, D) -> R, primals: (A, B, C, D)
) -> (R, (R) -> (A, B, C, D)) {
  let linear = Linearization<TreeTuple4<A, B, C, D>, TreeTuple1<R>>("vjp", TreeTuple4(primals)) { x in
    TreeTuple1(f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C, D) -> (R, S), primals: (A, B, C, D)
) -> ((R, S), ((R, S)) -> (A, B, C, D)) {
  let linear = Linearization<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>("vjp", TreeTuple4(primals)) { x in
    TreeTuple2(f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ f: (A, B, C, D) -> (R, S, T), primals: (A, B, C, D)
) -> ((R, S, T), ((R, S, T)) -> (A, B, C, D)) {
  let linear = Linearization<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>("vjp", TreeTuple4(primals)) { x in
    TreeTuple3(f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree>(
  _ f: (A) throws -> R, primals: A
) throws -> (R, (R) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple1<R>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple1(try f(x.a))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A) throws -> (R, S), primals: A
) throws -> ((R, S), ((R, S)) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple2<R, S>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple2(try f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A) throws -> (R, S, T), primals: A
) throws -> ((R, S, T), ((R, S, T)) -> A) {
  let linear = try Linearization<TreeTuple1<A>, TreeTuple3<R, S, T>>("vjp", TreeTuple1(primals)) { x in
    TreeTuple3(try f(x.a))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).a })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: (A, B) throws -> R, primals: (A, B)
) throws -> (R, (R) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple1<R>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple1(try f(x.a, x.b))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B) throws -> (R, S), primals: (A, B)
) throws -> ((R, S), ((R, S)) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple2<R, S>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple2(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B) throws -> (R, S, T), primals: (A, B)
) throws -> ((R, S, T), ((R, S, T)) -> (A, B)) {
  let linear = try Linearization<TreeTuple2<A, B>, TreeTuple3<R, S, T>>("vjp", TreeTuple2(primals)) { x in
    TreeTuple3(try f(x.a, x.b))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  _ f: (A, B, C) throws -> R, primals: (A, B, C)
) throws -> (R, (R) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple1<R>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple1(try f(x.a, x.b, x.c))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C) throws -> (R, S), primals: (A, B, C)
) throws -> ((R, S), ((R, S)) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple2<R, S>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple2(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  _ f: (A, B, C) throws -> (R, S, T), primals: (A, B, C)
) throws -> ((R, S, T), ((R, S, T)) -> (A, B, C)) {
  let linear = try Linearization<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>("vjp", TreeTuple3(primals)) { x in
    TreeTuple3(try f(x.a, x.b, x.c))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  _ f: (A, B, C, D) throws -> R, primals: (A, B, C, D)
) throws -> (R, (R) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple1<R>>("vjp", TreeTuple4(primals)) { x in
    TreeTuple1(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.a, { linear.cotangents(of: TreeTuple1($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  _ f: (A, B, C, D) throws -> (R, S), primals: (A, B, C, D)
) throws -> ((R, S), ((R, S)) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>("vjp", TreeTuple4(primals)) { x in
    TreeTuple2(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple2($0)).values })
}

/// A function's results, and the function that takes their cotangents to those of the arguments (`jax.vjp`).
public func vjp<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  _ f: (A, B, C, D) throws -> (R, S, T), primals: (A, B, C, D)
) throws -> ((R, S, T), ((R, S, T)) -> (A, B, C, D)) {
  let linear = try Linearization<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>("vjp", TreeTuple4(primals)) {
    x in TreeTuple3(try f(x.a, x.b, x.c, x.d))
  }
  return (linear.results.values, { linear.cotangents(of: TreeTuple3($0)).values })
}
