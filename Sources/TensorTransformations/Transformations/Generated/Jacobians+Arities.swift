// Made by Utilities/generate/arities.py; edit that instead.
public import TensorCore
import TensorPrimitives

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacfwd(
  _ f: @escaping (Tensor) -> Tensor
) -> (Tensor) -> Tensor {
  { a in
    Jacobian<Tensor, Tensor, Never>(name: "jacfwd") { x in f(x) }.forward(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> A {
  { a in
    Jacobian<A, Tensor, Never>(name: "jacfwd") { x in f(x) }.forward(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacfwd<R: TensorTree>(
  _ f: @escaping (Tensor) -> R
) -> (Tensor) -> R {
  { a in
    Jacobian<Tensor, R, Never>(name: "jacfwd") { x in f(x) }.forward(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor for each pair of a tensor of the result and one of the argument.
public func jacfwd<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) -> R
) -> (A) -> JacobianTree<R, A> {
  { a in
    Jacobian<A, R, Never>(name: "jacfwd") { x in f(x) }.forward(a).tree(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacrev(
  _ f: @escaping (Tensor) -> Tensor
) -> (Tensor) -> Tensor {
  { a in
    Jacobian<Tensor, Tensor, Never>(name: "jacrev") { x in f(x) }.reverse(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> A {
  { a in
    Jacobian<A, Tensor, Never>(name: "jacrev") { x in f(x) }.reverse(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacrev<R: TensorTree>(
  _ f: @escaping (Tensor) -> R
) -> (Tensor) -> R {
  { a in
    Jacobian<Tensor, R, Never>(name: "jacrev") { x in f(x) }.reverse(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor for each pair of a tensor of the result and one of the argument.
public func jacrev<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) -> R
) -> (A) -> JacobianTree<R, A> {
  { a in
    Jacobian<A, R, Never>(name: "jacrev") { x in f(x) }.reverse(a).tree(a)
  }
}

/// The second derivatives of a function with respect to its first argument, of shape
/// `result shape + argument shape + argument shape` (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian(
  _ f: @escaping (Tensor) -> Tensor
) -> (Tensor) -> Tensor { jacfwd(jacrev(f)) }

/// The second derivatives of a function with respect to its first argument: one tensor
/// `result shape + one tensor's shape + other's shape` for each pair of the argument's tensors (`jax.hessian`).
public func hessian<A: TensorTree>(
  _ f: @escaping (A) -> Tensor
) -> (A) -> JacobianTree<A, A> { jacfwd(jacrev(f)) }

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacfwd<B: TensorTree>(
  _ f: @escaping (Tensor, B) -> Tensor
) -> (Tensor, B) -> Tensor {
  { a, b in
    Jacobian<Tensor, Tensor, Never>(name: "jacfwd") { x in f(x, b) }.forward(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> A {
  { a, b in
    Jacobian<A, Tensor, Never>(name: "jacfwd") { x in f(x, b) }.forward(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacfwd<B: TensorTree, R: TensorTree>(
  _ f: @escaping (Tensor, B) -> R
) -> (Tensor, B) -> R {
  { a, b in
    Jacobian<Tensor, R, Never>(name: "jacfwd") { x in f(x, b) }.forward(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) -> R
) -> (A, B) -> JacobianTree<R, A> {
  { a, b in
    Jacobian<A, R, Never>(name: "jacfwd") { x in f(x, b) }.forward(a).tree(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacrev<B: TensorTree>(
  _ f: @escaping (Tensor, B) -> Tensor
) -> (Tensor, B) -> Tensor {
  { a, b in
    Jacobian<Tensor, Tensor, Never>(name: "jacrev") { x in f(x, b) }.reverse(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> A {
  { a, b in
    Jacobian<A, Tensor, Never>(name: "jacrev") { x in f(x, b) }.reverse(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacrev<B: TensorTree, R: TensorTree>(
  _ f: @escaping (Tensor, B) -> R
) -> (Tensor, B) -> R {
  { a, b in
    Jacobian<Tensor, R, Never>(name: "jacrev") { x in f(x, b) }.reverse(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) -> R
) -> (A, B) -> JacobianTree<R, A> {
  { a, b in
    Jacobian<A, R, Never>(name: "jacrev") { x in f(x, b) }.reverse(a).tree(a)
  }
}

/// The second derivatives of a function with respect to its first argument, of shape
/// `result shape + argument shape + argument shape` (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian<B: TensorTree>(
  _ f: @escaping (Tensor, B) -> Tensor
) -> (Tensor, B) -> Tensor { jacfwd(jacrev(f)) }

/// The second derivatives of a function with respect to its first argument: one tensor
/// `result shape + one tensor's shape + other's shape` for each pair of the argument's tensors (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) -> Tensor
) -> (A, B) -> JacobianTree<A, A> { jacfwd(jacrev(f)) }

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacfwd(
  _ f: @escaping (Tensor) throws -> Tensor
) -> (Tensor) throws -> Tensor {
  { a in
    try Jacobian<Tensor, Tensor, any Error>(name: "jacfwd") { x in try f(x) }.forward(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> A {
  { a in
    try Jacobian<A, Tensor, any Error>(name: "jacfwd") { x in try f(x) }.forward(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacfwd<R: TensorTree>(
  _ f: @escaping (Tensor) throws -> R
) -> (Tensor) throws -> R {
  { a in
    try Jacobian<Tensor, R, any Error>(name: "jacfwd") { x in try f(x) }.forward(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) throws -> R
) -> (A) throws -> JacobianTree<R, A> {
  { a in
    try Jacobian<A, R, any Error>(name: "jacfwd") { x in try f(x) }.forward(a).tree(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacrev(
  _ f: @escaping (Tensor) throws -> Tensor
) -> (Tensor) throws -> Tensor {
  { a in
    try Jacobian<Tensor, Tensor, any Error>(name: "jacrev") { x in try f(x) }.reverse(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> A {
  { a in
    try Jacobian<A, Tensor, any Error>(name: "jacrev") { x in try f(x) }.reverse(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacrev<R: TensorTree>(
  _ f: @escaping (Tensor) throws -> R
) -> (Tensor) throws -> R {
  { a in
    try Jacobian<Tensor, R, any Error>(name: "jacrev") { x in try f(x) }.reverse(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree, R: TensorTree>(
  _ f: @escaping (A) throws -> R
) -> (A) throws -> JacobianTree<R, A> {
  { a in
    try Jacobian<A, R, any Error>(name: "jacrev") { x in try f(x) }.reverse(a).tree(a)
  }
}

/// The second derivatives of a function with respect to its first argument, of shape
/// `result shape + argument shape + argument shape` (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian(
  _ f: @escaping (Tensor) throws -> Tensor
) -> (Tensor) throws -> Tensor { jacfwd(jacrev(f)) }

/// The second derivatives of a function with respect to its first argument: one tensor
/// `result shape + one tensor's shape + other's shape` for each pair of the argument's tensors (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian<A: TensorTree>(
  _ f: @escaping (A) throws -> Tensor
) -> (A) throws -> JacobianTree<A, A> { jacfwd(jacrev(f)) }

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacfwd<B: TensorTree>(
  _ f: @escaping (Tensor, B) throws -> Tensor
) -> (Tensor, B) throws -> Tensor {
  { a, b in
    try Jacobian<Tensor, Tensor, any Error>(name: "jacfwd") { x in try f(x, b) }.forward(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> A {
  { a, b in
    try Jacobian<A, Tensor, any Error>(name: "jacfwd") { x in try f(x, b) }.forward(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacfwd<B: TensorTree, R: TensorTree>(
  _ f: @escaping (Tensor, B) throws -> R
) -> (Tensor, B) throws -> R {
  { a, b in
    try Jacobian<Tensor, R, any Error>(name: "jacfwd") { x in try f(x, b) }.forward(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by forward mode: one run for each element of the argument (`jax.jacfwd`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacfwd<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> JacobianTree<R, A> {
  { a, b in
    try Jacobian<A, R, any Error>(name: "jacfwd") { x in try f(x, b) }.forward(a).tree(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// of shape `result shape + argument shape`.
@_documentation(visibility: internal)
public func jacrev<B: TensorTree>(
  _ f: @escaping (Tensor, B) throws -> Tensor
) -> (Tensor, B) throws -> Tensor {
  { a, b in
    try Jacobian<Tensor, Tensor, any Error>(name: "jacrev") { x in try f(x, b) }.reverse(a).tensor
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `result shape + tensor's shape` for each of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> A {
  { a, b in
    try Jacobian<A, Tensor, any Error>(name: "jacrev") { x in try f(x, b) }.reverse(a).row(a)
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor `tensor's shape + argument shape` for each of the result.
@_documentation(visibility: internal)
public func jacrev<B: TensorTree, R: TensorTree>(
  _ f: @escaping (Tensor, B) throws -> R
) -> (Tensor, B) throws -> R {
  { a, b in
    try Jacobian<Tensor, R, any Error>(name: "jacrev") { x in try f(x, b) }.reverse(a).column
  }
}

/// The Jacobian of a function with respect to its first argument, by reverse mode: one run for each element of the result (`jax.jacrev`);
/// one tensor for each pair of a tensor of the result and one of the argument.
@_documentation(visibility: internal)
public func jacrev<A: TensorTree, B: TensorTree, R: TensorTree>(
  _ f: @escaping (A, B) throws -> R
) -> (A, B) throws -> JacobianTree<R, A> {
  { a, b in
    try Jacobian<A, R, any Error>(name: "jacrev") { x in try f(x, b) }.reverse(a).tree(a)
  }
}

/// The second derivatives of a function with respect to its first argument, of shape
/// `result shape + argument shape + argument shape` (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian<B: TensorTree>(
  _ f: @escaping (Tensor, B) throws -> Tensor
) -> (Tensor, B) throws -> Tensor { jacfwd(jacrev(f)) }

/// The second derivatives of a function with respect to its first argument: one tensor
/// `result shape + one tensor's shape + other's shape` for each pair of the argument's tensors (`jax.hessian`).
@_documentation(visibility: internal)
public func hessian<A: TensorTree, B: TensorTree>(
  _ f: @escaping (A, B) throws -> Tensor
) -> (A, B) throws -> JacobianTree<A, A> { jacfwd(jacrev(f)) }
