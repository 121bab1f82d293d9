import TensorCore

/// A compiled function that any thread may call.
///
/// `@unchecked` because a `JitFunction` holds a function and keeps arguments and results that need not be `Sendable`. This
/// one is made of those alone that are: the overloads of `jit` that make it take a `@Sendable` function of `Sendable`
/// trees. The rest of a `JitFunction` is immutable, but for its cache, which is behind a lock.
struct SendableJitFunction<Arguments: ArgumentList, Results: ArgumentList>: @unchecked Sendable {
  let function: JitFunction<Arguments, Results>

  init(_ function: JitFunction<Arguments, Results>) { self.function = function }
}
