public import TensorCore

extension Tensor {
  /// The tensor in another dtype (`jnp.astype`).
  ///
  /// The result has the tensor's shape. Never fails by itself.
  public func astype(_ dtype: DType) -> Tensor { converted(to: dtype, isWeak: false) }

  package func converted(to dtype: DType, isWeak: Bool) -> Tensor {
    if type.dtype == dtype && type.isWeak == isWeak || isFailed { return self }
    if let scalar = literal {
      return Tensor(.scalar(scalar.converted(to: dtype, isWeak: isWeak)), origin: origin)
    }
    if case .array(let buffer, let type) = storage, type.dtype == dtype {
      return Tensor(.array(buffer, TensorType(type.shape, dtype, isWeak: isWeak)), origin: origin)
    }
    if case .host(let array, let type) = storage, type.dtype == dtype {
      return Tensor(.host(array, TensorType(type.shape, dtype, isWeak: isWeak)), origin: origin)
    }
    if case .sharded(let array) = storage, array.type.dtype == dtype {
      return Tensor(
        .sharded(array.with(TensorType(array.type.shape, dtype, isWeak: isWeak))), origin: origin)
    }
    return bind(Convert(dtype, isWeak: isWeak), self)
  }

  /// The tensor in a floating dtype: integers and booleans become float32, as JAX's functions of real numbers do.
  package var inexact: Tensor {
    dtype.kind >= .floating ? self : converted(to: inexactDType, isWeak: type.isWeak)
  }

  /// The dtype of `inexact`.
  package var inexactDType: DType { dtype.kind >= .floating ? dtype : .float32 }
}

/// The same bits read as another dtype (`lax.bitcast_convert_type`).
///
/// A narrower dtype gives a new last axis with the parts of each element; a wider one joins the last axis.
/// Fails if booleans or complex numbers meet another kind, or the last axis does not make whole elements.
public func bitcastConvertType(_ x: Tensor, _ dtype: DType) -> Tensor {
  bind(BitcastConvert(dtype: dtype), x)
}

extension Tensor {
  /// Whether the elements are in the memory of the process, of a dtype that is converted and repeated there.
  fileprivate var isOnHost: Bool {
    switch storage {
    case .host, .scalar: HostElements.holds(dtype)
    case .array, .sharded, .tracer, .abstract, .failed: false
    }
  }
}

/// Type promotion and broadcasting of operands that meet in one operation.
package enum Promotion {
  /// The dtype and weakness that all the tensors are converted to.
  package static func common(_ tensors: [Tensor]) -> (dtype: DType, isWeak: Bool) {
    var result = (dtype: tensors[0].dtype, isWeak: tensors[0].type.isWeak)
    for tensor in tensors.dropFirst() {
      result = DType.promoted(result, (tensor.dtype, tensor.type.isWeak))
    }
    return result
  }

  /// The tensors in their common dtype.
  package static func promoted(_ tensors: [Tensor]) -> [Tensor] {
    let common = common(tensors)
    return tensors.map { tensor in
      // A literal among tensors of a definite dtype is no longer weak; the result's weakness follows.
      tensor.converted(to: common.dtype, isWeak: common.isWeak)
    }
  }

  /// The tensors in their common dtype, float32 in place of integers; each goes there directly, for what two integer
  /// dtypes have in common may not hold all numbers of either.
  package static func promotedInexact(_ tensors: [Tensor]) -> [Tensor] {
    let common = common(tensors)
    let dtype = common.dtype.kind >= .floating ? common.dtype : .float32
    return tensors.map { $0.converted(to: dtype, isWeak: common.isWeak) }
  }

  /// The shape that all shapes broadcast to, or nil: aligned at the last axis, extents equal or 1.
  package static func broadcastShape(_ shapes: [Shape]) -> Shape? {
    let rank = shapes.map(\.count).max() ?? 0
    var extents = [Int](repeating: 1, count: rank)
    for shape in shapes {
      let offset = rank - shape.count
      for axis in 0..<shape.count where shape[axis] != 1 {
        if extents[offset + axis] != 1 && extents[offset + axis] != shape[axis] { return nil }
        extents[offset + axis] = shape[axis]
      }
    }
    return Shape(extents)
  }

  /// The tensors in their common shape; literals stay scalars, which element-wise operations take as they are.
  package static func broadcast(_ tensors: [Tensor], operation: String) -> [Tensor] {
    guard let shape = broadcastShape(tensors.map(\.type.shape)) else {
      let failure = Tensor.failed(
        TensorError(
          operation, operands: tensors,
          problem: "the shapes " + tensors.map { "\($0.type.shape)" }.joined(separator: " and ")
            + " cannot be broadcast together",
          expected: "extents that are equal or 1, compared from the last axis"))
      return tensors.map { _ in failure }
    }
    return tensors.map { $0.literal != nil ? $0 : broadcastTo($0, shape) }
  }

  /// Applies an element-wise primitive to two tensors of any dtypes and shapes that go together.
  package static func binary(_ primitive: some Primitive, _ a: Tensor, _ b: Tensor) -> Tensor {
    let (s, t) = (a.type, b.type)
    if s.dtype == t.dtype && s.shape == t.shape { return bind(primitive, a, b) }
    let common = DType.promoted((s.dtype, s.isWeak), (t.dtype, t.isWeak))
    if let scalar = b.literal, common.dtype == s.dtype {
      return bind(primitive, a, Tensor(scalar.converted(to: common.dtype, isWeak: common.isWeak)))
    }
    if let scalar = a.literal, common.dtype == t.dtype {
      return bind(primitive, Tensor(scalar.converted(to: common.dtype, isWeak: common.isWeak)), b)
    }
    if Trace.isEvaluating, a.isOnHost, b.isOnHost {
      return bind(primitive, broadcast(promoted([a, b]), operation: primitive.name))[0]
    }
    return fused(primitive.name, [a, b], AnyPrimitive(primitive)) { operands, operation in
      [operation.apply(broadcast(promoted(operands), operation: operation.primitive.name))]
    }[0]
  }
}

private struct BinaryBody: FunctionValue {
  let body: @Sendable (Tensor, Tensor) -> Tensor
}

/// Applies a function, which captures nothing, to two numeric tensors of one dtype and shape, as one program.
package func together(
  _ name: String, _ a: Tensor, _ b: Tensor, inexact: Bool = false,
  _ body: @escaping @Sendable (Tensor, Tensor) -> Tensor
) -> Tensor {
  fused(name, [a, b], BinaryBody(body: body), name, inexact) { operands, function, name, inexact in
    var promoted = inexact ? Promotion.promotedInexact(operands) : Promotion.promoted(operands)
    if promoted[0].dtype == .bool { promoted = promoted.map { $0.astype(.int32) } }
    let pair = Promotion.broadcast(promoted, operation: name)
    return [function.body(pair[0], pair[1])]
  }[0]
}
