public import TensorCore
import TensorPrimitives

/// The transpose of a linear function: takes cotangents of its result to those of its argument
/// (`jax.linear_transpose`).
///
/// - Parameters:
///   - f: a function that is linear in its argument.
///   - primals: a tree of the argument's shapes and dtypes; its values do not matter.
/// - Returns: the transposed function. What is not linear in `f` makes its results carry an error.
public func linearTranspose<A: TensorTree, R: TensorTree>(
  _ f: (A) -> R, primals: A
) -> (R) -> A {
  let traced = Subprogram("linearTranspose", primals, f)
  return { cotangents in
    let failure: TensorError
    switch traced.program {
    case .failure(let error): failure = error
    case .success(let program):
      let cotangentsIn = cotangents.leaves
      if let error = TensorError.mismatch(
        "linearTranspose", "cotangent", traced.template.leaves, cotangentsIn)
      {
        failure = error
      } else {
        let operands = program.inputTypes.enumerated().map { index, type in
          index < traced.captured.count ? LinearOperand.value(traced.captured[index]) : .linear(type)
        }
        let cotangentsOut = program.transpose(cotangentsIn, operands).dropFirst(traced.captured.count)
        return primals.unflatten(zip(primals.leaves, cotangentsOut).map { $1 ?? $0.zeroTangent })
      }
    }
    return map(primals) { _ in Tensor.failed(failure) }
  }
}

/// All tensors of a tree as one vector in their common dtype, and the function that takes such a vector back to a tree
/// (`jax.flatten_util.ravel_pytree`).
public func ravelPytree<T: TensorTree>(_ tree: T) -> (Tensor, (Tensor) -> T) {
  let leaves = tree.leaves
  let flat = concatenate(leaves.isEmpty ? [Tensor.zeros([0])] : leaves.map { $0.reshape([-1]) })
  return (
    flat,
    { vector in
      var start = 0
      return map(tree) { leaf in
        let end = start + leaf.size
        defer { start = end }
        if vector.isFailed || vector.size < end || vector.ndim != 1 {
          return vector.isFailed
            ? vector
            : Tensor.failed(
              TensorError(
                "ravelPytree", operands: [vector], problem: "the vector has too few elements for the tree",
                expected: "a vector of \(flat.size) elements"))
        }
        return vector.sliced(axis: 0, from: start, to: end).reshape(leaf.type.shape).astype(leaf.dtype)
      }
    }
  )
}
