package import StableHLO
import TensorCore
import TensorPrimitives
import TensorTransformations

// How a selection is read and written: as a static slice, or as one gather or scatter.
extension IndexPlan {
  /// The selection of a plan without index tensors.
  func slice(_ x: Tensor) -> Tensor {
    var start: [Int] = []
    var limit: [Int] = []
    var stride: [Int] = []
    var reversed: [Int] = []
    for (axis, part) in axes.enumerated() {
      switch part {
      case .position(let position):
        start.append(position)
        limit.append(position + 1)
        stride.append(1)
      case .range(let first, let count, let step) where step > 0 || count == 0:
        start.append(count == 0 ? 0 : first)
        limit.append(count == 0 ? 0 : first + (count - 1) * step + 1)
        stride.append(Swift.max(1, step))
      case .range(let first, let count, let step):
        start.append(first + (count - 1) * step)
        limit.append(first + 1)
        stride.append(-step)
        if count > 1 { reversed.append(axis) }
      case .array: return x
      }
    }
    var result = x
    if start.contains(where: { $0 != 0 }) || limit != shape.dimensions || stride.contains(where: { $0 != 1 })
    {
      result = bind(Slice(start: start, limit: limit, stride: stride), result)
    }
    if !reversed.isEmpty { result = bind(Reverse(axes: reversed), result) }
    return result.reshape(resultShape)
  }

  /// The window's extents when the selection is one block.
  private var blockSizes: [Int] { axes.indices.map(count) }

  /// The selection of a plan in which every index tensor is a scalar, as one dynamic slice.
  func dynamicSlice(_ x: Tensor, _ arrays: [Tensor]) -> Tensor {
    bind(DynamicSlice(sizes: blockSizes), [x] + blockStarts(arrays))[0].reshape(resultShape)
  }

  /// `x` with `values`, of the result's shape, written over one block.
  func updateBlock(_ x: Tensor, _ values: Tensor, _ arrays: [Tensor]) -> Tensor {
    bind(DynamicUpdateSlice(), [x, values.reshape(Shape(blockSizes))] + blockStarts(arrays))[0]
  }

  private func blockStarts(_ arrays: [Tensor]) -> [Tensor] {
    axes.map { part in
      switch part {
      case .position(let position): Tensor(ScalarLiteral(position, .int32))
      case .range(let start, let count, _): Tensor(ScalarLiteral(count == 0 ? 0 : start, .int32))
      case .array(let number): arrays[number]
      }
    }
  }

  /// The dimension numbers, window sizes and index vectors of a gather whose result has `compactShape`.
  package struct Positions {
    package let dimensions: HLOFunction.GatherDimensions
    let sizes: [Int]
    let vectors: Tensor
  }

  /// Whether the axis is covered by a window (the part of an axis that one index vector selects).
  private func isWindow(_ axis: Int) -> Bool {
    if case .range(_, let count, let step) = axes[axis] { return step == 1 || count <= 1 }
    return false
  }

  /// Describes the selection to gather and scatter.
  func positions(_ arrays: [Tensor]) -> Positions {
    var offset: [Int] = []
    var batchShape: [Int] = []
    var arrayDimensions: [Int] = []
    var stridedDimension: [Int: Int] = [:]
    var resultAxis = 0
    for slot in slots where slot != .newAxis {
      switch slot {
      case .range(let axis) where isWindow(axis): offset.append(resultAxis)
      case .range(let axis):
        stridedDimension[axis] = batchShape.count
        batchShape.append(count(axis))
      case .arrays:
        arrayDimensions = Array(batchShape.count..<(batchShape.count + arrayShape.count))
        batchShape += arrayShape.dimensions
      case .newAxis: break
      }
      resultAxis += extents(slot).count
    }
    let batch = Shape(batchShape)
    var components: [Tensor] = []
    var map: [Int] = []
    for (axis, part) in axes.enumerated() {
      let component: Tensor
      switch part {
      case .position(let position): component = Tensor.full(batch, Tensor(position), dtype: .int32)
      case .array(let number):
        let spread = broadcastTo(arrays[number], arrayShape)
        component = spread.broadcastInDim(batch, dimensions: arrayDimensions)
      case .range(let start, let count, let step):
        if isWindow(axis) {
          if count == shape[axis] { continue }
          component = Tensor.full(batch, Tensor(count == 0 ? 0 : start), dtype: .int32)
        } else {
          let line = bind(Iota(shape: [count], dtype: .int32, axis: 0), [])[0]
          let positions = line * Tensor(ScalarLiteral(step, .int32)) + Tensor(ScalarLiteral(start, .int32))
          component = positions.broadcastInDim(batch, dimensions: [stridedDimension[axis] ?? 0])
        }
      }
      components.append(component)
      map.append(axis)
    }
    let dimensions = HLOFunction.GatherDimensions(
      offset: offset, collapsedSlice: axes.indices.filter { !isWindow($0) }, startIndexMap: map,
      indexVector: batch.count)
    let vectors =
      components.isEmpty
      ? Tensor.full(batch + [0], 0, dtype: .int32) : stack(components, axis: batch.count)
    // Of an axis that is no window an index vector takes one position, of a range with steps, too.
    return Positions(
      dimensions: dimensions, sizes: axes.indices.map { isWindow($0) ? count($0) : 1 }, vectors: vectors)
  }

  /// Whether elements of the selection are in range, in the shape that broadcasts to `compactShape`; for `.fill`.
  func isInside(_ arrays: [Tensor]) -> Tensor {
    var inside = Tensor(true)
    for (axis, part) in axes.enumerated() {
      guard case .array(let number) = part else { continue }
      let positions = arrays[number]
      inside = inside .& ((positions .>= 0) .& (positions .< Tensor(shape[axis])))
    }
    var before = 0
    for slot in slots where slot != .newAxis {
      if slot == .arrays { break }
      before += 1
    }
    let spread = broadcastTo(inside, arrayShape)
    let dimension = Array(before..<(before + arrayShape.count))
    return spread.broadcastInDim(compactShape, dimensions: dimension)
  }
}
