// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
public import TensorPrimitives

/// Compiles a function with XLA when it is first called with arguments of new types; runs the compiled program from then
/// on (`jax.jit`).
///
/// - Parameters:
///   - donating: numbers of the arguments whose memory the results may take over; they cannot be used afterwards.
///   - inShardings: how the arguments lie on several devices, one sharding for each; as they come, if nil.
///   - outShardings: how the results are to lie, one sharding for each; as the compiler chooses, if nil.
///   - name: what the function is called in errors and in the compiled program; where it was jitted, if nil.
///   - file: where it is jitted, for its name.
///   - line: where it is jitted, for its name.
///   - f: a pure function. What it captures is constant.
/// - Returns: the compiled function. It throws what `f` throws while it is traced, the first failed operation in it, and
///   what the plugin reports. Where its type is written as `@Sendable`, as that of a global or static variable has to be,
///   every thread may call it: `static let step: @Sendable (Tensor) throws -> Tensor = jit { x in x + 1 }`.
public func jit<A: TensorTree, R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A) throws -> R
) -> (A) throws -> R {
  let compiled = JitFunction<TreeTuple1<A>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a)) }
  return { a in try compiled(TreeTuple1(a)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload public func jit<A: TensorTree & Sendable, R: TensorTree & Sendable>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A) throws -> R
) -> @Sendable (A) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple1<A>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a)) })
  return { a in try compiled.function(TreeTuple1(a)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, R: TensorTree, S: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A) throws -> (R, S)
) -> (A) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple1<A>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a)) }
  return { a in try compiled(TreeTuple1(a)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<A: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A) throws -> (R, S)
) -> @Sendable (A) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple1<A>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a)) })
  return { a in try compiled.function(TreeTuple1(a)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A) throws -> (R, S, T)
) -> (A) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple1<A>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a)) }
  return { a in try compiled(TreeTuple1(a)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A) throws -> (R, S, T)
) -> @Sendable (A) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple1<A>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a)) })
  return { a in try compiled.function(TreeTuple1(a)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A) throws -> (R, S, T, U)
) -> (A) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple1<A>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a)) }
  return { a in try compiled(TreeTuple1(a)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable,
  U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A) throws -> (R, S, T, U)
) -> @Sendable (A) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple1<A>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a)) })
  return { a in try compiled.function(TreeTuple1(a)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> R {
  let compiled = JitFunction<TreeTuple2<A, B>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a, x.b)) }
  return { a, b in try compiled(TreeTuple2(a, b)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<A: TensorTree & Sendable, B: TensorTree & Sendable, R: TensorTree & Sendable>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B) throws -> R
) -> @Sendable (A, B) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple2<A, B>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a, x.b)) })
  return { a, b in try compiled.function(TreeTuple2(a, b)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B) throws -> (R, S)
) -> (A, B) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple2<A, B>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a, x.b)) }
  return { a, b in try compiled(TreeTuple2(a, b)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B) throws -> (R, S)
) -> @Sendable (A, B) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple2<A, B>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a, x.b)) })
  return { a, b in try compiled.function(TreeTuple2(a, b)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B) throws -> (R, S, T)
) -> (A, B) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple2<A, B>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a, x.b)) }
  return { a, b in try compiled(TreeTuple2(a, b)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable,
  T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B) throws -> (R, S, T)
) -> @Sendable (A, B) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple2<A, B>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a, x.b)) })
  return { a, b in try compiled.function(TreeTuple2(a, b)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B) throws -> (R, S, T, U)
) -> (A, B) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a, x.b)) }
  return { a, b in try compiled(TreeTuple2(a, b)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable,
  T: TensorTree & Sendable, U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B) throws -> (R, S, T, U)
) -> @Sendable (A, B) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple2<A, B>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a, x.b)) })
  return { a, b in try compiled.function(TreeTuple2(a, b)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C) throws -> R
) -> (A, B, C) throws -> R {
  let compiled = JitFunction<TreeTuple3<A, B, C>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a, x.b, x.c)) }
  return { a, b, c in try compiled(TreeTuple3(a, b, c)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, R: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C) throws -> R
) -> @Sendable (A, B, C) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple3<A, B, C>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a, x.b, x.c)) })
  return { a, b, c in try compiled.function(TreeTuple3(a, b, c)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C) throws -> (R, S)
) -> (A, B, C) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple3<A, B, C>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a, x.b, x.c)) }
  return { a, b, c in try compiled(TreeTuple3(a, b, c)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, R: TensorTree & Sendable,
  S: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C) throws -> (R, S)
) -> @Sendable (A, B, C) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple3<A, B, C>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a, x.b, x.c)) })
  return { a, b, c in try compiled.function(TreeTuple3(a, b, c)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C) throws -> (R, S, T)
) -> (A, B, C) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a, x.b, x.c)) }
  return { a, b, c in try compiled(TreeTuple3(a, b, c)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, R: TensorTree & Sendable,
  S: TensorTree & Sendable, T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C) throws -> (R, S, T)
) -> @Sendable (A, B, C) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a, x.b, x.c)) })
  return { a, b, c in try compiled.function(TreeTuple3(a, b, c)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree, U: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C) throws -> (R, S, T, U)
) -> (A, B, C) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a, x.b, x.c)) }
  return { a, b, c in try compiled(TreeTuple3(a, b, c)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, R: TensorTree & Sendable,
  S: TensorTree & Sendable, T: TensorTree & Sendable, U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C) throws -> (R, S, T, U)
) -> @Sendable (A, B, C) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple3<A, B, C>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a, x.b, x.c)) })
  return { a, b, c in try compiled.function(TreeTuple3(a, b, c)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D) throws -> R
) -> (A, B, C, D) throws -> R {
  let compiled = JitFunction<TreeTuple4<A, B, C, D>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try compiled(TreeTuple4(a, b, c, d)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  R: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D) throws -> R
) -> @Sendable (A, B, C, D) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple4<A, B, C, D>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d)) })
  return { a, b, c, d in try compiled.function(TreeTuple4(a, b, c, d)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D) throws -> (R, S)
) -> (A, B, C, D) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try compiled(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  R: TensorTree & Sendable, S: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D) throws -> (R, S)
) -> @Sendable (A, B, C, D) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple4<A, B, C, D>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d)) })
  return { a, b, c, d in try compiled.function(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D) throws -> (R, S, T)
) -> (A, B, C, D) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try compiled(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D) throws -> (R, S, T)
) -> @Sendable (A, B, C, D) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple4<A, B, C, D>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d)) })
  return { a, b, c, d in try compiled.function(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree,
  U: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D) throws -> (R, S, T, U)
) -> (A, B, C, D) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple4<A, B, C, D>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d)) }
  return { a, b, c, d in try compiled(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable, U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D) throws -> (R, S, T, U)
) -> @Sendable (A, B, C, D) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple4<A, B, C, D>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d)) })
  return { a, b, c, d in try compiled.function(TreeTuple4(a, b, c, d)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G) throws -> R
) -> (A, B, C, D, G) throws -> R {
  let compiled = JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try compiled(TreeTuple5(a, b, c, d, g)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, R: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D, G) throws -> R
) -> @Sendable (A, B, C, D, G) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e)) })
  return { a, b, c, d, g in try compiled.function(TreeTuple5(a, b, c, d, g)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G) throws -> (R, S)
) -> (A, B, C, D, G) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try compiled(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D, G) throws -> (R, S)
) -> @Sendable (A, B, C, D, G) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e)) })
  return { a, b, c, d, g in try compiled.function(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G) throws -> (R, S, T)
) -> (A, B, C, D, G) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try compiled(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D, G) throws -> (R, S, T)
) -> @Sendable (A, B, C, D, G) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e)) })
  return { a, b, c, d, g in try compiled.function(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, R: TensorTree, S: TensorTree,
  T: TensorTree, U: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G) throws -> (R, S, T, U)
) -> (A, B, C, D, G) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e)) }
  return { a, b, c, d, g in try compiled(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable, T: TensorTree & Sendable,
  U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D, G) throws -> (R, S, T, U)
) -> @Sendable (A, B, C, D, G) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple5<A, B, C, D, G>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e)) })
  return { a, b, c, d, g in try compiled.function(TreeTuple5(a, b, c, d, g)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G, H) throws -> R
) -> (A, B, C, D, G, H) throws -> R {
  let compiled = JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try compiled(TreeTuple6(a, b, c, d, g, h)).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, H: TensorTree & Sendable, R: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable (A, B, C, D, G, H) throws -> R
) -> @Sendable (A, B, C, D, G, H) throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple1(try f(x.a, x.b, x.c, x.d, x.e, x.f)) })
  return { a, b, c, d, g, h in try compiled.function(TreeTuple6(a, b, c, d, g, h)).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S)
) -> (A, B, C, D, G, H) throws -> (R, S) {
  let compiled = JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try compiled(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, H: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D, G, H) throws -> (R, S)
) -> @Sendable (A, B, C, D, G, H) throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple2(try f(x.a, x.b, x.c, x.d, x.e, x.f)) })
  return { a, b, c, d, g, h in try compiled.function(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T)
) -> (A, B, C, D, G, H) throws -> (R, S, T) {
  let compiled = JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try compiled(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, H: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable,
  T: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D, G, H) throws -> (R, S, T)
) -> @Sendable (A, B, C, D, G, H) throws -> (R, S, T) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple3<R, S, T>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple3(try f(x.a, x.b, x.c, x.d, x.e, x.f)) })
  return { a, b, c, d, g, h in try compiled.function(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<
  A: TensorTree, B: TensorTree, C: TensorTree, D: TensorTree, G: TensorTree, H: TensorTree, R: TensorTree,
  S: TensorTree, T: TensorTree, U: TensorTree
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C, D, G, H) throws -> (R, S, T, U)
) -> (A, B, C, D, G, H) throws -> (R, S, T, U) {
  let compiled = JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple4<R, S, T, U>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f)) }
  return { a, b, c, d, g, h in try compiled(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload
public func jit<
  A: TensorTree & Sendable, B: TensorTree & Sendable, C: TensorTree & Sendable, D: TensorTree & Sendable,
  G: TensorTree & Sendable, H: TensorTree & Sendable, R: TensorTree & Sendable, S: TensorTree & Sendable,
  T: TensorTree & Sendable, U: TensorTree & Sendable
>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line,
  _ f: @escaping @Sendable (A, B, C, D, G, H) throws -> (R, S, T, U)
) -> @Sendable (A, B, C, D, G, H) throws -> (R, S, T, U) {
  let compiled = SendableJitFunction(
    JitFunction<TreeTuple6<A, B, C, D, G, H>, TreeTuple4<R, S, T, U>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { x in TreeTuple4(try f(x.a, x.b, x.c, x.d, x.e, x.f)) })
  return { a, b, c, d, g, h in try compiled.function(TreeTuple6(a, b, c, d, g, h)).values }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<R: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping () throws -> R
) -> () throws -> R {
  let compiled = JitFunction<NoResults, TreeTuple1<R>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { _ in TreeTuple1(try f()) }
  return { try compiled(NoResults()).a }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload public func jit<R: TensorTree & Sendable>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable () throws -> R
) -> @Sendable () throws -> R {
  let compiled = SendableJitFunction(
    JitFunction<NoResults, TreeTuple1<R>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { _ in TreeTuple1(try f()) })
  return { try compiled.function(NoResults()).a }
}

/// Compiles a function with XLA when it is first called with arguments of new types; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<R: TensorTree, S: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping () throws -> (R, S)
) -> () throws -> (R, S) {
  let compiled = JitFunction<NoResults, TreeTuple2<R, S>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { _ in TreeTuple2(try f()) }
  return { try compiled(NoResults()).values }
}

/// Compiles a function that any thread may call, where the context wants it `@Sendable`; see `jit` of one argument.
@_documentation(visibility: internal)
@_disfavoredOverload public func jit<R: TensorTree & Sendable, S: TensorTree & Sendable>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping @Sendable () throws -> (R, S)
) -> @Sendable () throws -> (R, S) {
  let compiled = SendableJitFunction(
    JitFunction<NoResults, TreeTuple2<R, S>>(
      donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
      outShardings: outShardings
    ) { _ in TreeTuple2(try f()) })
  return { try compiled.function(NoResults()).values }
}

/// Compiles a function that gives `((outputs, state), params)`, as a recurrence does; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A) throws -> ((R, S), T)
) -> (A) throws -> ((R, S), T) {
  let compiled = JitFunction<TreeTuple1<A>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in
    let ((first, second), third) = try f(x.a)
    return TreeTuple3(first, second, third)
  }
  return { a in
    let results = try compiled(TreeTuple1(a))
    return ((results.a, results.b), results.c)
  }
}

/// Compiles a function that gives `((outputs, state), params)`, as a recurrence does; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B) throws -> ((R, S), T)
) -> (A, B) throws -> ((R, S), T) {
  let compiled = JitFunction<TreeTuple2<A, B>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in
    let ((first, second), third) = try f(x.a, x.b)
    return TreeTuple3(first, second, third)
  }
  return { a, b in
    let results = try compiled(TreeTuple2(a, b))
    return ((results.a, results.b), results.c)
  }
}

/// Compiles a function that gives `((outputs, state), params)`, as a recurrence does; see `jit` of one argument.
@_documentation(visibility: internal)
public func jit<A: TensorTree, B: TensorTree, C: TensorTree, R: TensorTree, S: TensorTree, T: TensorTree>(
  donating: any AxisList = [Int](), inShardings: Shardings? = nil, outShardings: Shardings? = nil,
  name: String? = nil,
  file: StaticString = #fileID, line: UInt = #line, _ f: @escaping (A, B, C) throws -> ((R, S), T)
) -> (A, B, C) throws -> ((R, S), T) {
  let compiled = JitFunction<TreeTuple3<A, B, C>, TreeTuple3<R, S, T>>(
    donated: donating.axes, name: jitName(name, file, line), inShardings: inShardings,
    outShardings: outShardings
  ) { x in
    let ((first, second), third) = try f(x.a, x.b, x.c)
    return TreeTuple3(first, second, third)
  }
  return { a, b, c in
    let results = try compiled(TreeTuple3(a, b, c))
    return ((results.a, results.b), results.c)
  }
}
