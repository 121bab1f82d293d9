import TensorCore

extension Tensor {
  /// The tensor repeated to a larger shape, aligned at the last axis (`jnp.broadcast_to`).
  public func broadcast(to shape: Shape) -> Tensor {
    if type.shape == shape || isFailed { return self }
    let offset = shape.count - type.rank
    guard offset >= 0 else {
      return Tensor.failed(
        TensorError(
          "broadcast", operands: [self], problem: "\(type.shape) has more axes than \(shape)",
          expected: "a shape of rank \(type.rank) or more"))
    }
    let extents = zip(type.shape.dimensions, shape.dimensions.dropFirst(offset))
    guard extents.allSatisfy({ $0 == $1 || $0 == 1 }) else {
      return Tensor.failed(
        TensorError(
          "broadcast", operands: [self], problem: "\(type.shape) cannot be broadcast to \(shape)",
          expected: "extents that are equal or 1, compared from the last axis"))
    }
    return broadcastInDim(shape, dimensions: Array(offset..<shape.count))
  }

  /// The same elements, row-major, in another shape; one extent may be -1 and is then computed (`jnp.reshape`).
  public func reshape(_ shape: Shape) -> Tensor {
    if isFailed || type.shape == shape { return self }
    var extents = shape.dimensions
    if let open = extents.firstIndex(of: -1), extents.filter({ $0 == -1 }).count == 1 {
      let known = extents.filter { $0 != -1 }.saturatingProduct
      extents[open] = known > 0 && elementCount % known == 0 ? elementCount / known : 0
    }
    return bind(Reshape(shape: Shape(extents)), self)
  }

  /// The axes in another order: axis `i` of the result is axis `axes[i]`; reversed when nil (`jnp.transpose`).
  public func transposed(_ axes: [Int]? = nil) -> Tensor {
    if isFailed { return self }
    let order = axes.map { $0.map { $0.counted(in: rank) } } ?? Array((0..<rank).reversed())
    return order == Array(0..<rank) ? self : bind(Transpose(permutation: order), self)
  }

  /// The matrix transpose; for more axes, all of them reversed (`x.T`) (`jnp.ndarray.T`).
  public var T: Tensor { transposed() }

  /// The tensor with new axes of extent 1 at these places of the result (`jnp.expand_dims`).
  public func expandedDimensions(axis: any AxisList) -> Tensor {
    if isFailed { return self }
    let rank = type.rank + axis.axes.count
    var extents = [Int?](repeating: nil, count: rank)
    for place in axis.axes {
      let index = place.counted(in: rank)
      guard extents.indices.contains(index), extents[index] == nil else {
        return failedAxis("expandedDimensions", place)
      }
      extents[index] = 1
    }
    var rest = type.shape.dimensions[...]
    return reshape(Shape(extents.map { $0 ?? rest.popFirst() ?? 1 }))
  }

  /// The tensor without axes of extent 1: all such, or those given (`jnp.squeeze`).
  public func squeezed(axis: (any AxisList)? = nil) -> Tensor {
    if isFailed { return self }
    let chosen: [Int]
    switch normalized(axis, "squeezed") {
    case .success(let axes): chosen = axis == nil ? axes.filter { type.shape[$0] == 1 } : axes
    case .failure(let error): return Tensor.failed(error)
    }
    if let wrong = chosen.first(where: { type.shape[$0] != 1 }) {
      return Tensor.failed(
        TensorError(
          "squeezed", operands: [self], problem: "axis \(wrong) has \(type.shape[wrong]) elements",
          expected: "axes of extent 1"))
    }
    return reshape(Shape((0..<rank).filter { !chosen.contains($0) }.map { type.shape[$0] }))
  }

  /// The tensor with one axis at another place (`jnp.moveaxis`).
  public func movedAxis(_ from: Int, to target: Int) -> Tensor {
    if isFailed { return self }
    let (source, destination) = (from.counted(in: rank), target.counted(in: rank))
    guard (0..<rank).contains(source), (0..<rank).contains(destination) else {
      return failedAxis("movedAxis", (0..<rank).contains(source) ? target : from)
    }
    return movingAxis(source, to: destination)
  }

  /// The tensor with several axes at other places; the rest keep their order (`jnp.moveaxis`).
  public func movedAxes(_ from: [Int], to targets: [Int]) -> Tensor {
    if isFailed { return self }
    let sources = from.map { $0.counted(in: rank) }
    let places = targets.map { $0.counted(in: rank) }
    for (given, place) in zip(from + targets, sources + places) where !(0..<rank).contains(place) {
      return failedAxis("movedAxes", given)
    }
    guard sources.count == places.count, Set(sources).count == sources.count,
      Set(places).count == places.count
    else {
      return Tensor.failed(
        TensorError(
          "movedAxes", operands: [self], problem: "axes \(from) to \(targets)",
          expected: "as many places as axes, none of them twice"))
    }
    var order = (0..<rank).filter { !sources.contains($0) }
    for (place, source) in zip(places, sources).sorted(by: { $0.0 < $1.0 }) {
      order.insert(source, at: place)
    }
    return transposed(order)
  }

  /// The tensor with two axes exchanged (`jnp.swapaxes`).
  public func swappedAxes(_ a: Int, _ b: Int) -> Tensor {
    if isFailed { return self }
    let (first, second) = (a.counted(in: rank), b.counted(in: rank))
    guard (0..<rank).contains(first), (0..<rank).contains(second) else {
      return failedAxis("swappedAxes", (0..<rank).contains(first) ? b : a)
    }
    var order = Array(0..<rank)
    order.swapAt(first, second)
    return transposed(order)
  }

  /// The elements in one axis (`jnp.ravel`).
  public func raveled() -> Tensor { reshape([elementCount]) }

  package func failedAxis(_ operation: String, _ axis: Int) -> Tensor {
    Tensor.failed(axisError(operation, axis))
  }

  package func axisError(_ operation: String, _ axis: Int) -> TensorError {
    TensorError(
      operation, operands: [self], problem: "axis \(axis) is out of range for a tensor of rank \(rank)",
      expected: rank == 0 ? "no axis: the tensor is a scalar" : "an axis from \(-rank) to \(rank - 1)")
  }

  /// Axes as numbers from 0; all of them for nil.
  package func normalized(_ axes: (any AxisList)?, _ operation: String) -> Result<[Int], TensorError> {
    guard let axes else { return .success(Array(0..<rank)) }
    var result: [Int] = []
    for axis in axes.axes {
      let index = axis.counted(in: rank)
      guard (0..<rank).contains(index) else { return .failure(axisError(operation, axis)) }
      if result.contains(index) {
        return .failure(
          TensorError(
            operation, operands: [self], problem: "axis \(axis) is given twice", expected: "each axis once"))
      }
      result.append(index)
    }
    return .success(result.sorted())
  }
}

/// One axis or several: `Int`, `[Int]` or a range of them; negative ones count from the end.
public protocol AxisList: Sendable {
  var axes: [Int] { get }
}
extension Int: AxisList { public var axes: [Int] { [self] } }
extension Array: AxisList where Element == Int { public var axes: [Int] { self } }
extension Range: AxisList where Bound == Int { public var axes: [Int] { Array(self) } }
extension ClosedRange: AxisList where Bound == Int { public var axes: [Int] { Array(self) } }

/// Joins tensors along an axis that they have (`jnp.concatenate`).
public func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  guard let first = tensors.first else {
    return Tensor.failed(
      TensorError("concatenate", problem: "no tensors were given", expected: "at least one tensor"))
  }
  let index = axis.counted(in: first.rank)
  return fused("concatenate", index, tensors) {
    [bind(Concatenate(axis: index), Promotion.promoted($0))].map { $0[0] }
  }[0]
}

/// Joins tensors of one shape along a new axis (`jnp.stack`).
public func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  guard let first = tensors.first else {
    return Tensor.failed(
      TensorError("stack", problem: "no tensors were given", expected: "at least one tensor"))
  }
  let shapes = tensors.filter { !$0.isFailed }.map(\.shape)
  if let other = shapes.first(where: { $0 != shapes[0] }) {
    return Tensor.failed(
      TensorError(
        "stack", operands: tensors, problem: "the shapes \(shapes[0]) and \(other) differ",
        expected: "tensors of one shape; `concatenate` joins those that differ along one axis"))
  }
  let index = axis.counted(in: first.rank + 1)
  return fused("stack", index, tensors) { tensors in
    [concatenate(tensors.map { $0.expandedDimensions(axis: index) }, axis: index)]
  }[0]
}
