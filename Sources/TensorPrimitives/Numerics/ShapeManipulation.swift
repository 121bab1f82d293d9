public import TensorCore

extension Tensor {
  /// The same elements, row-major, in another shape; one extent may be -1 and is then computed (`jnp.reshape`).
  ///
  /// Fails if the shape has another number of elements, or a negative extent other than one -1.
  public func reshape(_ shape: Shape) -> Tensor {
    if isFailed || type.shape == shape { return self }
    var extents = shape.dimensions
    if let open = extents.firstIndex(of: -1), extents.filter({ $0 == -1 }).count == 1 {
      let known = extents.filter { $0 != -1 }.saturatingProduct
      // Of no elements no extent can be told, and 0 is one that fits.
      guard known > 0 && size % known == 0 || known == 0 && size == 0 else {
        return Tensor.failed(
          TensorError(
            "reshape", operands: [self],
            problem: "\(type.shape) has \(size) elements, which the other extents of \(shape) do not divide",
            expected: "extents of which -1 stands for the one that is left over"))
      }
      extents[open] = known > 0 ? size / known : 0
    }
    return bind(Reshape(shape: Shape(extents)), self)
  }

  /// The axes in another order: axis `i` of the result is axis `axes[i]`; reversed when nil (`jnp.transpose`).
  ///
  /// `[2, 3, 4]` gives `[4, 3, 2]`. Fails if `axes` does not have every axis once.
  public func transpose(_ axes: [Int]? = nil) -> Tensor {
    if isFailed { return self }
    let order = axes.map { $0.map { $0.counted(in: ndim) } } ?? Array((0..<ndim).reversed())
    return order == Array(0..<ndim) ? self : bind(Transpose(permutation: order), self)
  }

  /// The matrix transpose; for more axes, all of them reversed (`x.T`) (`jnp.ndarray.T`).
  ///
  /// `[2, 3, 4]` gives `[4, 3, 2]`. Never fails by itself.
  public var T: Tensor { transpose() }

  /// The tensor without axes of extent 1: all such, or those given (`jnp.squeeze`).
  ///
  /// `[1, 3, 1]` gives `[3]`. Fails if an axis is out of range, given twice, or has another extent than 1.
  public func squeeze(axis: (any AxisList)? = nil) -> Tensor {
    if isFailed { return self }
    let chosen: [Int]
    switch normalized(axis, "squeeze") {
    case .success(let axes): chosen = axis == nil ? axes.filter { type.shape[$0] == 1 } : axes
    case .failure(let error): return Tensor.failed(error)
    }
    if let wrong = chosen.first(where: { type.shape[$0] != 1 }) {
      return Tensor.failed(
        TensorError(
          "squeeze", operands: [self], problem: "axis \(wrong) has \(type.shape[wrong]) elements",
          expected: "axes of extent 1"))
    }
    return reshape(Shape((0..<ndim).filter { !chosen.contains($0) }.map { type.shape[$0] }))
  }

  /// The tensor with two axes exchanged (`jnp.swapaxes`).
  ///
  /// `[…, m, …, n, …]` gives `[…, n, …, m, …]`. Fails if an axis is out of range.
  public func swapaxes(_ a: Int, _ b: Int) -> Tensor {
    if isFailed { return self }
    let (first, second) = (a.counted(in: ndim), b.counted(in: ndim))
    guard (0..<ndim).contains(first), (0..<ndim).contains(second) else {
      return failedAxis("swapaxes", (0..<ndim).contains(first) ? b : a)
    }
    var order = Array(0..<ndim)
    order.swapAt(first, second)
    return transpose(order)
  }

  /// The elements in one axis (`jnp.ravel`).
  ///
  /// Any shape gives `[size]`. Never fails by itself.
  public func ravel() -> Tensor { reshape([size]) }

  package func failedAxis(_ operation: String, _ axis: Int) -> Tensor {
    Tensor.failed(axisError(operation, axis))
  }

  package func axisError(_ operation: String, _ axis: Int) -> TensorError {
    TensorError(
      operation, operands: [self], problem: "axis \(axis) is out of range for a tensor of rank \(ndim)",
      expected: ndim == 0 ? "no axis: the tensor is a scalar" : "an axis from \(-ndim) to \(ndim - 1)")
  }

  /// Axes as numbers from 0; all of them for nil.
  package func normalized(_ axes: (any AxisList)?, _ operation: String) -> Result<[Int], TensorError> {
    guard let axes else { return .success(Array(0..<ndim)) }
    var result: [Int] = []
    for axis in axes.axes {
      let index = axis.counted(in: ndim)
      guard (0..<ndim).contains(index) else { return .failure(axisError(operation, axis)) }
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

/// The tensor repeated to a larger shape, aligned at the last axis (`jnp.broadcast_to`).
///
/// `[3, 1]` goes to `[2, 3, 4]`. Fails where the shape does not broadcast to the other.
public func broadcastTo(_ x: Tensor, _ shape: Shape) -> Tensor {
  if x.type.shape == shape || x.isFailed { return x }
  let offset = shape.count - x.type.ndim
  guard offset >= 0 else {
    return Tensor.failed(
      TensorError(
        "broadcastTo", operands: [x], problem: "\(x.type.shape) has more axes than \(shape)",
        expected: "a shape of rank \(x.type.ndim) or more"))
  }
  let extents = zip(x.type.shape.dimensions, shape.dimensions.dropFirst(offset))
  guard extents.allSatisfy({ $0 == $1 || $0 == 1 }) else {
    return Tensor.failed(
      TensorError(
        "broadcastTo", operands: [x], problem: "\(x.type.shape) cannot be broadcast to \(shape)",
        expected: "extents that are equal or 1, compared from the last axis"))
  }
  return x.broadcastInDim(shape, dimensions: Array(offset..<shape.count))
}

/// The tensor with new axes of extent 1 at these places of the result (`jnp.expand_dims`).
///
/// `[3]` with the axes 0 and 2 gives `[1, 3, 1]`. Fails if an axis is out of range of the result or given twice.
public func expandDims(_ x: Tensor, axis: any AxisList) -> Tensor {
  if x.isFailed { return x }
  let rank = x.type.ndim + axis.axes.count
  var extents = [Int?](repeating: nil, count: rank)
  for dimension in axis.axes {
    let index = dimension.counted(in: rank)
    guard extents.indices.contains(index), extents[index] == nil else {
      return x.failedAxis("expandDims", dimension)
    }
    extents[index] = 1
  }
  var rest = x.type.shape.dimensions[...]
  return x.reshape(Shape(extents.map { $0 ?? rest.popFirst() ?? 1 }))
}

/// The tensor with one axis at another place (`jnp.moveaxis`).
///
/// `[a, b, c]` from 0 to 2 gives `[b, c, a]`. Fails if an axis is out of range.
public func moveaxis(_ x: Tensor, _ from: Int, _ target: Int) -> Tensor {
  if x.isFailed { return x }
  let (source, destination) = (from.counted(in: x.ndim), target.counted(in: x.ndim))
  guard (0..<x.ndim).contains(source), (0..<x.ndim).contains(destination) else {
    return x.failedAxis("moveaxis", (0..<x.ndim).contains(source) ? target : from)
  }
  return x.movingAxis(source, to: destination)
}

/// The tensor with several axes at other places; the rest keep their order (`jnp.moveaxis`).
///
/// Fails if an axis is out of range or given twice, or there are not as many targets as axes.
public func moveaxis(_ x: Tensor, _ from: [Int], _ targets: [Int]) -> Tensor {
  if x.isFailed { return x }
  let sources = from.map { $0.counted(in: x.ndim) }
  let dimensions = targets.map { $0.counted(in: x.ndim) }
  for (given, dimension) in zip(from + targets, sources + dimensions) where !(0..<x.ndim).contains(dimension)
  {
    return x.failedAxis("moveaxis", given)
  }
  guard sources.count == dimensions.count, Set(sources).count == sources.count,
    Set(dimensions).count == dimensions.count
  else {
    return Tensor.failed(
      TensorError(
        "moveaxis", operands: [x], problem: "axes \(from) to \(targets)",
        expected: "as many places as axes, none of them twice"))
  }
  var order = (0..<x.ndim).filter { !sources.contains($0) }
  for (dimension, source) in zip(dimensions, sources).sorted(by: { $0.0 < $1.0 }) {
    order.insert(source, at: dimension)
  }
  return x.transpose(order)
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
///
/// `[m, …]` and `[n, …]` give `[m + n, …]`, in their common dtype. Fails if there is no tensor, the axis is out of
/// range, or the shapes differ in other axes.
public func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  guard let first = tensors.first else {
    return Tensor.failed(
      TensorError("concatenate", problem: "no tensors were given", expected: "at least one tensor"))
  }
  let index = axis.counted(in: first.ndim)
  return fused("concatenate", tensors, index) { tensors, axis in
    bind(Concatenate(axis: axis), Promotion.promoted(tensors))
  }[0]
}

/// Joins tensors of one shape along a new axis (`jnp.stack`).
///
/// `n` tensors `[…]` give `[n, …]`, in their common dtype. Fails if there is no tensor, the axis is out of range, or
/// the shapes differ.
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
  let index = axis.counted(in: first.ndim + 1)
  return fused("stack", tensors, index) { tensors, axis in
    [concatenate(tensors.map { expandDims($0, axis: axis) }, axis: axis)]
  }[0]
}
