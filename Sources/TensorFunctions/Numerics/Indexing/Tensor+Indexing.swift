public import TensorCore
import TensorPrimitives
import TensorTransformations

extension Tensor {
  /// The part of the tensor at the indices given: `x[0, 1..<3]`, `x[Ellipsis(), NewAxis()]`, `x[rows, columns]`.
  ///
  /// `TensorIndex` lists what an index may be; the rules are NumPy's. A position out of range is an error when it is a
  /// Swift integer, and is moved in when it is an element of an index tensor; `at[…].get(mode:)` has other choices.
  /// Fails if there are more indices than axes, a Swift integer is out of range, a step is 0, index tensors are not
  /// integers or do not broadcast, or a boolean mask has other extents or is computed inside of a transformation.
  public subscript(_ indices: any TensorIndex...) -> Tensor { at(indices).get() }

  /// Reads and writes at indices: `x.at[0].set(1)` is `x` with its first row replaced (`jnp.ndarray.at`).
  public var at: IndexableTensor { IndexableTensor(tensor: self) }

  package func at(_ indices: [any TensorIndex]) -> IndexedTensor {
    IndexedTensor(tensor: self, parts: indices.map(\.indexPart))
  }
}

/// What `x.at` is: it waits for indices.
public struct IndexableTensor: Sendable {
  let tensor: Tensor

  /// The part of the tensor at the indices given, to be read or replaced.
  ///
  /// Never fails: what reads or writes the part does, if the indices do not fit the tensor.
  public subscript(_ indices: any TensorIndex...) -> IndexedTensor { tensor.at(indices) }
}

/// A part of a tensor chosen by indices, and what can be done with it: each method gives a new tensor.
///
/// Values are converted to the tensor's dtype and broadcast to the shape of the part. Where index tensors name a
/// position twice, `add` and `multiply` take both, and of values that are set one stays.
public struct IndexedTensor: Sendable {
  let tensor: Tensor
  package let parts: [IndexPart]

  /// The elements.
  ///
  /// The result has the axes of the part. Fails if the indices do not fit the tensor, index tensors are not integers,
  /// or the mode is `wrap`.
  ///
  /// - Parameters:
  ///   - mode: what is done with indices out of bounds.
  ///   - fillValue: what `.fill` reads out of range; NaN when nil, or the least integer (the greatest if unsigned).
  public func get(mode: IndexMode = .promiseInBounds, fillValue: Tensor? = nil) -> Tensor {
    apply("get", mode, extra: fillValue.map { [$0] } ?? []) { x, arrays, extra, plan, access in
      if !plan.hasArrays { return plan.slice(x) }
      // Nothing is read, maybe of an axis without elements, which a gather would not take.
      if plan.resultShape.size == 0 { return Tensor.full(plan.resultShape, 0, dtype: x.dtype) }
      if plan.isBlock && plan.arrayShape.count == 0 && (access.mode != .fill || plan.isKnownInBounds) {
        return plan.dynamicSlice(x, arrays)
      }
      let positions = plan.positions(arrays)
      let gather = Gather(dimensions: positions.dimensions, sliceSizes: positions.sizes)
      var result: Tensor = bind(gather, x, positions.vectors)
      if access.mode == .fill && !plan.isKnownInBounds {
        let fill = extra.first?.astype(x.dtype) ?? Tensor(x.dtype.missing)
        result = select(plan.isInside(arrays), result, fill)
      }
      return result.reshape(plan.resultShape)
    }
  }

  /// The tensor with the elements replaced.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`.
  public func set(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("set", .set, values, mode, uniqueIndices)
  }

  /// The tensor with values added to the elements.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`.
  public func add(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("add", .add, values, mode, uniqueIndices)
  }

  /// The tensor with values subtracted from the elements.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`, and for boolean values.
  public func subtract(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("subtract", .add, -values, mode, uniqueIndices)
  }

  /// The tensor with the elements multiplied by values.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`.
  public func multiply(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("multiply", .multiply, values, mode, uniqueIndices)
  }

  /// The tensor with the elements divided by values.
  ///
  /// The result has the tensor's shape, in the dtype of the quotient. Fails if the indices do not fit, the values do
  /// not broadcast to the part, or the mode is `wrap`.
  public func divide(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    combined(values, mode, uniqueIndices) { $0 / $1 }
  }

  /// The tensor with the elements raised to the powers given.
  ///
  /// The result has the tensor's shape, in the dtype of the power. Fails if the indices do not fit, the values do not
  /// broadcast to the part, or the mode is `wrap`.
  public func power(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    combined(values, mode, uniqueIndices) { TensorPrimitives.power($0, $1) }
  }

  /// The tensor with the lesser of elements and values.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`.
  public func min(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("min", .min, values, mode, uniqueIndices)
  }

  /// The tensor with the greater of elements and values.
  ///
  /// The result has the tensor's shape and dtype. Fails if the indices do not fit, the values do not broadcast to the
  /// part, or the mode is `wrap`.
  public func max(_ values: Tensor, mode: IndexMode = .drop, uniqueIndices: Bool = false) -> Tensor {
    write("max", .max, values, mode, uniqueIndices)
  }

  /// The tensor combined with the product of the values for each element; elements that are not named stay.
  private func combined(
    _ values: Tensor, _ mode: IndexMode, _ isUnique: Bool, _ operation: (Tensor, Tensor) -> Tensor
  ) -> Tensor {
    if tensor.isFailed { return tensor }
    func part(_ x: Tensor) -> IndexedTensor { IndexedTensor(tensor: x, parts: parts) }
    let product = part(.onesLike(tensor)).multiply(values, mode: mode, uniqueIndices: isUnique)
    let isNamed = part(.zeros(tensor.type.shape, dtype: .bool)).set(Tensor(true), mode: mode)
    return select(isNamed, operation(tensor, product), tensor)
  }

  private func write(
    _ name: String, _ combination: Scatter.Combination, _ values: Tensor, _ mode: IndexMode, _ isUnique: Bool
  ) -> Tensor {
    if let written = maskedWrite(combination, values) { return written }
    return apply(name, mode, combination, extra: [values], isUnique: isUnique) {
      target, arrays, extra, plan, access in
      let shape = plan.resultShape
      // Combined in what the dtypes have in common: 3 + 0.5 is 3 of integers, as 3 - 0.5 is 2.
      let pair = Promotion.promoted([target, extra[0]])
      let (x, values) = (pair[0], pair[1].converted(to: pair[0].dtype, isWeak: false))
      guard Promotion.broadcastShape([values.type.shape, shape]) == shape else {
        return Tensor.failed(
          TensorError(
            "at[…].\(access.name)", operands: [x, values],
            problem: "values of \(values.type.shape) for a part of shape \(shape)",
            expected: "values that broadcast to the part: extents that are equal or 1, from the last axis"))
      }
      // No position of no elements is in range, so that nothing is written; XLA does not take the windows.
      if target.size == 0 { return target }
      let spread = broadcastTo(values, shape)
      let isKnown = !plan.hasArrays || plan.isKnownInBounds
      if isKnown && plan.isBlock && access.combination == .set {
        return plan.updateBlock(x, spread, arrays).converted(to: target.dtype, isWeak: target.type.isWeak)
      }
      let positions = plan.positions(arrays)
      let scatter = Scatter(
        access.combination, dimensions: positions.dimensions, isUnique: access.isUnique || isKnown)
      return bind(scatter, [x, positions.vectors, spread.reshape(plan.compactShape)])[0]
        .converted(to: target.dtype, isWeak: target.type.isWeak)
    }
  }

  /// How elements are read or written.
  private struct Access: Hashable, Sendable {
    let name: String
    let mode: IndexMode
    let combination: Scatter.Combination
    let isUnique: Bool
  }

  private struct AccessBody: FunctionValue {
    let body: @Sendable (_ x: Tensor, _ arrays: [Tensor], _ extra: [Tensor], IndexPlan, Access) -> Tensor
  }

  /// Works out the plan, counts negative positions from the end, and runs `body` as one program.
  private func apply(
    _ name: String, _ mode: IndexMode, _ combination: Scatter.Combination = .set, extra: [Tensor],
    isUnique: Bool = false,
    _ body:
      @escaping @Sendable (_ x: Tensor, _ arrays: [Tensor], _ extra: [Tensor], IndexPlan, Access) -> Tensor
  ) -> Tensor {
    var arrays: [Tensor] = []
    for case .array(let positions) in parts { arrays.append(positions) }
    var operands = [tensor] + arrays + extra
    if let failed = operands.first(where: \.isFailed) { return failed }
    do throws(TypeRuleError) {
      var parts = parts
      if hasMask {
        parts = try withPositions()
        arrays = []
        for case .array(let positions) in parts { arrays.append(positions) }
        operands = [tensor] + arrays + extra
      }
      if mode == .wrap {
        throw TypeRuleError(
          "the mode .wrap does not go with at[…]",
          expected: "another mode; `take` and `takeAlongAxis` have it")
      }
      for positions in arrays where !positions.dtype.isInteger {
        throw TypeRuleError(
          "an index tensor has dtype \(positions.dtype)",
          expected: "integers, or booleans: a mask")
      }
      var plan = try IndexPlan(parts, shape: tensor.type.shape, arrayShapes: arrays.map(\.type.shape))
      if let known = try plan.withIntegersAsArrays(parts, of: tensor) {
        (plan, arrays) = known
        operands = [tensor] + arrays + extra
      }
      let access = Access(name: name, mode: mode, combination: combination, isUnique: isUnique)
      return fused("at.\(name)", operands, AccessBody(body: body), arrays.count, plan, access) {
        operands, function, count, plan, access in
        let positions = operands[1..<(1 + count)]
        let counted = zip(positions, plan.extentsOfArrays).map { $0.counted($1, access.mode) }
        return [function.body(operands[0], counted, Array(operands[(1 + count)...]), plan, access)]
      }[0]
    } catch {
      let failure = TensorError(
        name == "get" ? "subscript" : "at[…].\(name)", operands: operands, problem: error.problem,
        expected: error.expected)
      return Tensor.failed(failure)
    }
  }
}

extension IndexPlan {
  /// The same selection with Swift integers as operands, so that one program serves all of them, where each operation is
  /// a program of its own.
  fileprivate func withIntegersAsArrays(
    _ parts: [IndexPart], of tensor: Tensor
  ) throws(TypeRuleError) -> (plan: IndexPlan, arrays: [Tensor])? {
    guard Trace.isEvaluating, !hasArrays, !tensor.isSharded, resultShape.size > 0,
      shape.allSatisfy({ $0 <= Int(Int32.max) })
    else { return nil }
    var arrays: [Tensor] = []
    for case .position(let position) in axes { arrays.append(Tensor(ScalarLiteral(position, .int32))) }
    if arrays.isEmpty { return nil }
    var rest = arrays[...]
    let named = parts.map { part -> IndexPart in
      if case .position = part, let array = rest.popFirst() { return .array(array) }
      return part
    }
    var plan = try IndexPlan(named, shape: shape, arrayShapes: arrays.map(\.type.shape))
    plan.isKnownInBounds = true
    return (plan, arrays)
  }

  /// The extents of the axes that index tensors select from, in their order.
  var extentsOfArrays: [Int] {
    axes.enumerated().compactMap { axis, part in
      if case .array = part { return shape[axis] }
      return nil
    }
  }
}

extension Tensor {
  /// Positions along an axis as int32, negative ones counted from the end, those out of range moved as the mode says.
  func counted(_ extent: Int, _ mode: IndexMode) -> Tensor {
    if mode == .wrap { return wrapped(extent) }
    let wide = self.positions
    let positions = dtype.isUnsigned ? wide : select(wide .< 0, wide + Tensor(extent), wide)
    return mode == .clip ? positions.clip(0, Tensor(Swift.max(0, extent - 1))) : positions
  }
}

extension Tensor {
  /// Positions counted around an axis, as int32.
  func wrapped(_ extent: Int) -> Tensor {
    // The remainder of all digits of a wide integer; a narrow one cannot hold the extent.
    let wide = dtype.byteWidth < 4 ? positions : self
    return remainder(wide, Tensor(Swift.max(1, extent))).astype(.int32)
  }
}

extension DType {
  /// What stands for an element that does not exist: NaN, or an extreme integer.
  var missing: ScalarLiteral {
    switch kind {
    case .floating, .complex: ScalarLiteral(Double.nan, self)
    case .integer: isUnsigned ? highest : lowest
    case .boolean: ScalarLiteral(1, self)
    }
  }
}
