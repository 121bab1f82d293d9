public import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// Each element repeated along an axis, of the flattened tensor when nil (`jnp.repeat`).
  ///
  /// `[…, n]` gives `[…, n · count]`, or `[size · count]` when the axis is nil. Fails if the axis is out of range, or
  /// the count is negative.
  public func `repeat`(_ count: Int, axis: Int? = nil) -> Tensor {
    guard let axis else { return reshape([size]).repeat(count, axis: 0) }
    return along(axis, "repeat", count) { x, axis, count in
      var shape = x.type.shape.dimensions
      shape.insert(count, at: axis + 1)
      let spread = x.broadcastInDim(
        Shape(shape), dimensions: (0..<shape.count).filter { $0 != axis + 1 })
      shape[axis] = shape[axis] *| shape.remove(at: axis + 1)
      return spread.reshape(Shape(shape))
    }
  }

  /// Each slice along an axis repeated as often as the count of the same number says (`jnp.repeat`).
  ///
  /// `[…, n]` with n counts gives `[…, sum of the counts]`; of the flattened tensor when the axis is nil. One count is for
  /// all slices. Fails if the axis is out of range, there is another number of counts than slices, or one is negative.
  public func `repeat`(_ counts: [Int], axis: Int? = nil) -> Tensor {
    guard let axis else { return reshape([size]).repeat(counts, axis: 0) }
    if isFailed { return self }
    if counts.count == 1 { return self.repeat(counts[0], axis: axis) }
    let place: Int
    switch self.place(axis, "repeat") {
    case .failure(let error): return Tensor.failed(error)
    case .success(let valid): place = valid
    }
    let extent = type.shape[place]
    let total = counts.reduce(0, +|)
    guard counts.count == extent, counts.allSatisfy({ $0 >= 0 }), total <= Shape.greatestExtent else {
      return Tensor.failed(
        TensorError(
          "repeat", operands: [self],
          problem: "\(counts.count) counts, the least of them \(counts.min() ?? 0), "
            + "for an axis of \(extent)", expected: "a count of 0 or more for each slice"))
    }
    return self.repeat(Tensor(counts.map { Int32(clamping: $0) }), axis: place, totalRepeatLength: total)
  }

  /// Each slice along an axis repeated as often as the element of a vector says, with the extent of the result given, so
  /// that the counts may be computed inside of a transformation (`total_repeat_length` of `jnp.repeat`).
  ///
  /// `[…, n]` and counts `[n]` give `[…, totalRepeatLength]`: what is too much is left out, and what is missing are the last
  /// slices again. Fails if the axis is out of range, the counts are not integers `[n]`, or the length is negative.
  public func `repeat`(_ counts: Tensor, axis: Int? = nil, totalRepeatLength: Int) -> Tensor {
    guard let axis else {
      return reshape([size]).repeat(counts, axis: 0, totalRepeatLength: totalRepeatLength)
    }
    if let failed = [self, counts].first(where: \.isFailed) { return failed }
    let place: Int
    switch self.place(axis, "repeat") {
    case .failure(let error): return Tensor.failed(error)
    case .success(let valid): place = valid
    }
    let extent = type.shape[place]
    guard counts.dtype.isInteger, counts.type.shape == [extent], totalRepeatLength >= 0,
      extent > 0 || totalRepeatLength == 0
    else {
      return Tensor.failed(
        TensorError(
          "repeat", operands: [self, counts],
          problem: "an axis of \(extent) repeated to \(totalRepeatLength)",
          expected: "integer counts [\(extent)], and a length of 0 or more"))
    }
    return fused("repeat", [self, counts], place, totalRepeatLength) { operands, place, length in
      let x = operands[0]
      if length == 0 || x.type.shape[place] == 0 { return [x.sliced(axis: place, from: 0, to: 0)] }
      // Slice i ends where the counts up to its own do.
      let ends = operands[1].astype(.int32).cumsum(axis: 0)
      let sources = ends.searchsorted(Tensor.arange(length), side: .right)
      return [x.take(sources, axis: place, mode: .clip)]
    }[0]
  }

  /// The most parts that an axis is split into.
  private static let mostParts = 4096

  /// So many parts of an axis; `bounds` gives the places between them for the axis' extent.
  fileprivate func parts(
    _ count: Int, _ axis: Int, _ name: String, _ bounds: (Int) -> Result<[Int], TensorError>
  ) -> [Tensor] {
    func failed(_ error: TensorError) -> [Tensor] {
      [Tensor](
        repeating: Tensor.failed(error), count: Swift.min(Swift.max(1, count), Tensor.mostParts))
    }
    if let error { return failed(error) }
    guard count > 0 else {
      return failed(
        TensorError(name, operands: [self], problem: "\(count) parts", expected: "at least one part"))
    }
    guard count <= Tensor.mostParts else {
      return failed(
        TensorError(
          name, operands: [self], problem: "\(count) parts",
          expected: "at most \(Tensor.mostParts); each is a result of the compiled program"))
    }
    let place: Int
    let between: [Int]
    switch self.place(axis, name) {
    case .failure(let error): return failed(error)
    case .success(let valid): place = valid
    }
    let extent = type.shape[place]
    switch bounds(extent) {
    case .failure(let error): return failed(error)
    case .success(let valid): between = valid
    }
    return fused(name, [self], place, between, extent, resultCount: count) {
      operands, place, between, extent in
      zip([0] + between, between + [extent]).map { start, limit in
        operands[0].sliced(axis: place, from: start, to: Swift.max(start, limit))
      }
    }
  }
}

/// The elements in reverse order along axes, all when nil (`jnp.flip`).
///
/// The result has the shape of `x`. Fails if an axis is out of range or given twice.
public func flip(_ x: Tensor, axis: (any AxisList)? = nil) -> Tensor {
  if x.isFailed { return x }
  switch x.normalized(axis, "flip") {
  case .failure(let error): return Tensor.failed(error)
  case .success(let axes): return axes.isEmpty ? x : bind(Reverse(axes: axes), x)
  }
}

/// The elements moved along an axis, those that leave it come back at the other end; of the flattened tensor when
/// the axis is nil (`jnp.roll`).
///
/// The result has the shape of `a`. Fails if the axis is out of range.
public func roll(_ a: Tensor, _ shift: Int, axis: Int? = nil) -> Tensor {
  guard let axis else { return roll(a.reshape([a.size]), shift, axis: 0).reshape(a.type.shape) }
  return a.along(axis, "roll", shift) { x, axis, shift in
    let count = x.type.shape[axis]
    if count == 0 { return x }
    let start = (count - shift.modulo(count)).modulo(count)
    return start == 0
      ? x
      : bind(
        Concatenate(axis: axis), x.sliced(axis: axis, from: start, to: count),
        x.sliced(axis: axis, from: 0, to: start))
  }
}

/// The elements moved along several axes (`jnp.roll`).
///
/// The result has the shape of `x`. Fails if an axis is out of range, or there is not a shift for each axis.
public func roll(_ x: Tensor, _ shifts: [Int], axis axes: [Int]) -> Tensor {
  guard shifts.count == axes.count else {
    return Tensor.failed(
      TensorError(
        "roll", operands: [x], problem: "\(shifts.count) shifts for \(axes.count) axes",
        expected: "a shift for each axis"))
  }
  return zip(shifts, axes).reduce(x) { roll($0, $1.0, axis: $1.1) }
}

/// A matrix turned by quarter turns from the first of the two axes to the second (`jnp.rot90`).
///
/// `[m, n]` gives `[n, m]` for an odd number of turns. Fails if an axis is out of range or, for two turns, given
/// twice.
public func rot90(_ x: Tensor, k turns: Int = 1, axes: (Int, Int) = (0, 1)) -> Tensor {
  switch turns.modulo(4) {
  case 1: flip(x.swapaxes(axes.0, axes.1), axis: axes.0)
  case 2: flip(x, axis: [axes.0, axes.1])
  case 3: flip(x.swapaxes(axes.0, axes.1), axis: axes.1)
  default: x
  }
}

/// The tensor put side by side as many times along each axis as given (`jnp.tile`).
///
/// `[m, n]` with `[a, b]` gives `[a · m, b · n]`; the shorter list gets ones in front. Fails if a count is negative.
public func tile(_ a: Tensor, _ counts: [Int]) -> Tensor {
  fused("tile", a, counts) { x, counts in
    let rank = Swift.max(counts.count, x.ndim)
    let counts = [Int](repeating: 1, count: rank - counts.count) + counts
    let shape = [Int](repeating: 1, count: rank - x.ndim) + x.type.shape.dimensions
    let spread = zip(counts, shape).flatMap { [$0, $1] }
    let places = (0..<rank).map { 2 * $0 + 1 }
    return x.reshape(Shape(shape)).broadcastInDim(Shape(spread), dimensions: places).reshape(
      Shape(zip(counts, shape).map { $0 *| $1 }))
  }
}

/// Equal parts along an axis (`jnp.split`).
///
/// There are `count` of them, which carry the error if there is one; of more than 4096, the first 4096 carry the error
/// that these are too many for one program.
/// `[count · n, …]` gives `[n, …]`. Fails if the axis is out of range, or the extent is no multiple of the count.
public func split(_ x: Tensor, _ count: Int, axis: Int = 0) -> [Tensor] {
  x.parts(count, axis, "split") { extent in
    guard extent % count == 0 else {
      return .failure(
        TensorError(
          "split", operands: [x], problem: "an axis of \(extent) elements for \(count) equal parts",
          expected: "a number of parts that divides \(extent); arraySplit allows others"))
    }
    return .success((1..<count).map { $0 * (extent / count) })
  }
}

/// Parts along an axis, the first ones an element longer if need be (`jnp.array_split`).
///
/// There are `count` of them, as with `split`.
/// They carry the error: it fails if the axis is out of range, or the count is below 1 or above 4096.
public func arraySplit(_ x: Tensor, _ count: Int, axis: Int = 0) -> [Tensor] {
  x.parts(count, axis, "arraySplit") { extent in
    let (size, longer) = extent.quotientAndRemainder(dividingBy: count)
    return .success((1..<count).map { $0 * size + Swift.min($0, longer) })
  }
}

/// Parts along an axis that begin at positions (`jnp.split` with indices), one more than positions.
///
/// `[m, …]` with positions `[a, b]` gives `[a, …]`, `[b - a, …]` and `[m - b, …]`. Fails if the axis is out of range.
public func split(_ x: Tensor, _ positions: [Int], axis: Int = 0) -> [Tensor] {
  x.parts(positions.count + 1, axis, "split") { extent in
    .success(positions.map { Swift.min(Swift.max($0.counted(in: extent), 0), extent) })
  }
}

/// A tensor placed along axes of a larger shape: its axis i becomes axis `dimensions[i]` (`lax.broadcast_in_dim`).
///
/// Fails unless there is an axis of the shape for each axis of `x`, none twice, with an extent that is equal or of 1.
public func broadcastInDim(_ x: Tensor, _ shape: Shape, _ dimensions: [Int]) -> Tensor {
  bind(BroadcastInDim(shape: shape, dimensions: dimensions), x)
}

/// Joins tensors along their first axis; vectors count as rows (`jnp.vstack`).
///
/// `[m, …]` and `[n, …]` give `[m + n, …]`. Fails if there is no tensor, or the other extents differ.
public func vstack(_ tensors: [Tensor]) -> Tensor {
  concatenate(tensors.map { $0.ndim < 2 ? $0.reshape([1, $0.size]) : $0 }, axis: 0)
}

/// Joins tensors along their second axis; vectors along their only one (`jnp.hstack`).
///
/// `[…, m, …]` and `[…, n, …]` give `[…, m + n, …]`. Fails if there is no tensor, or the other extents differ.
public func hstack(_ tensors: [Tensor]) -> Tensor {
  let raised = tensors.map { $0.ndim == 0 ? $0.reshape([1]) : $0 }
  return concatenate(raised, axis: raised.first?.ndim == 1 ? 0 : 1)
}

/// Joins tensors along their third axis; lower ranks get axes for it (`jnp.dstack`).
///
/// `[a, b, m]` and `[a, b, n]` give `[a, b, m + n]`. Fails if there is no tensor, or the other extents differ.
public func dstack(_ tensors: [Tensor]) -> Tensor {
  let raised = tensors.map { tensor in
    switch tensor.ndim {
    case _ where tensor.isFailed: tensor
    case 0: tensor.reshape([1, 1, 1])
    case 1: tensor.reshape([1, tensor.shape[0], 1])
    case 2: expandDims(tensor, axis: 2)
    default: tensor
    }
  }
  return concatenate(raised, axis: 2)
}

/// Joins vectors and matrices as columns (`jnp.column_stack`).
///
/// `[m]` and `[m, n]` give `[m, 1 + n]`. Fails if there is no tensor, or the other extents differ.
public func columnStack(_ tensors: [Tensor]) -> Tensor {
  concatenate(tensors.map { $0.isFailed || $0.ndim > 1 ? $0 : $0.reshape([-1, 1]) }, axis: 1)
}

/// Tensors repeated to the one shape that they broadcast to (`jnp.broadcast_arrays`).
///
/// There is a result for each tensor, of its own dtype. All fail where the shapes do not broadcast.
public func broadcastArrays(_ tensors: [Tensor]) -> [Tensor] {
  Promotion.broadcast(tensors, operation: "broadcastArrays")
}
