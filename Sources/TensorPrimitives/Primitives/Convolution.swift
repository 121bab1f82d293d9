package import StableHLO
package import TensorCore

/// The general convolution (`lax.conv_general_dilated`): bilinear in the input and the kernel.
package struct Convolution: Primitive {
  package typealias Dimensions = HLOFunction.ConvolutionDimensions

  package let name = "convolution"
  package let isProduct = true
  /// Strides, padding and dilations; the window's sizes are those of the kernel.
  package let window: HLOFunction.Window
  package let dimensions: Dimensions
  package let featureGroups: Int
  package let batchGroups: Int
  package let precision: Precision
  /// The result's dtype; that of the operands when nil.
  package let resultDType: DType?

  package init(
    window: HLOFunction.Window, dimensions: Dimensions, featureGroups: Int, batchGroups: Int,
    precision: Precision, resultDType: DType?
  ) {
    self.window = window
    self.dimensions = dimensions
    self.featureGroups = featureGroups
    self.batchGroups = batchGroups
    self.precision = precision
    self.resultDType = resultDType
  }

  package var parameters: String {
    "strides: \(window.strides), low: \(window.low), high: \(window.high), "
      + "dilations: \(window.baseDilations) x \(window.windowDilations), dimensions: \(dimensions.input) x "
      + "\(dimensions.kernel) -> \(dimensions.output)"
      + (featureGroups == 1 ? "" : ", featureGroups: \(featureGroups)")
      + (batchGroups == 1 ? "" : ", batchGroups: \(batchGroups)")
  }

  package func with(
    window: HLOFunction.Window? = nil, dimensions: Dimensions? = nil, featureGroups: Int? = nil,
    batchGroups: Int? = nil
  ) -> Convolution {
    Convolution(
      window: window ?? self.window, dimensions: dimensions ?? self.dimensions,
      featureGroups: featureGroups ?? self.featureGroups, batchGroups: batchGroups ?? self.batchGroups,
      precision: precision, resultDType: resultDType)
  }

  private func spatial(_ axes: [Int], _ shape: Shape) -> [Int] { axes.dropFirst(2).map { shape[$0] } }

  package func resultTypes(_ operands: [TensorType]) throws(TypeRuleError) -> [TensorType] {
    try expect(2, operands)
    try Domain.numeric.check(operands)
    let dtype = try ElementwiseRule.dtype(operands)
    let (input, kernel) = (operands[0].shape, operands[1].shape)
    let rank = window.strides.count + 2
    guard input.count == rank, kernel.count == rank else {
      throw TypeRuleError(
        "an input of rank \(input.count) and a kernel of rank \(kernel.count) for \(rank - 2) strides",
        expected: "both of rank \(rank): one axis for each stride and two more")
    }
    for axes in [dimensions.input, dimensions.kernel, dimensions.output] {
      try ShapeRule.checkCount(axes, "dimension numbers", rank: rank)
      try ShapeRule.checkAxes(axes, rank: rank)
    }
    try checkGroups(input, kernel)
    let extents = try WindowRule.resultExtents(
      spatial(dimensions.input, input), window.with(sizes: spatial(dimensions.kernel, kernel)))
    var result = [Int](repeating: 0, count: rank)
    let ordered = [input[dimensions.input[0]] / batchGroups, kernel[dimensions.kernel[0]]] + extents
    for (axis, extent) in zip(dimensions.output, ordered) { result[axis] = extent }
    return [TensorType(Shape(result), resultDType ?? dtype)]
  }

  private func checkGroups(_ input: Shape, _ kernel: Shape) throws(TypeRuleError) {
    let (batch, features) = (input[dimensions.input[0]], input[dimensions.input[1]])
    let (outputs, inputs) = (kernel[dimensions.kernel[0]], kernel[dimensions.kernel[1]])
    guard featureGroups > 0, batchGroups > 0, featureGroups == 1 || batchGroups == 1 else {
      throw TypeRuleError(
        "\(featureGroups) feature groups and \(batchGroups) batch groups",
        expected: "positive numbers, and only one of them above 1")
    }
    if features != inputs * featureGroups {
      throw TypeRuleError(
        "the input has \(features) features in \(featureGroups) groups, the kernel takes \(inputs)",
        expected: "an input with \(inputs * featureGroups) features (groups times what the kernel takes)")
    }
    if outputs % featureGroups != 0 || outputs % batchGroups != 0 || batch % batchGroups != 0 {
      throw TypeRuleError(
        "\(outputs) output features and a batch of \(batch) for \(featureGroups) feature groups and "
          + "\(batchGroups) batch groups",
        expected: "numbers that the groups divide")
    }
  }

  package func jvp(_ primals: [Tensor], _ tangents: [Tensor?]) -> (primals: [Tensor], tangents: [Tensor?]) {
    let result: Tensor = bind(self, primals[0], primals[1])
    let first: Tensor? = tangents[0].map { bind(self, $0, primals[1]) }
    let second: Tensor? = tangents[1].map { bind(self, primals[0], $0) }
    return ([result], [Tensor.sum(first, second)])
  }

  package func transpose(_ cotangents: [Tensor?], _ operands: [LinearOperand]) -> [Tensor?] {
    guard let cotangent = cotangents[0] else { return [nil, nil] }
    let other = operands[0].isLinear ? operands[1].value(self) : operands[0].value(self)
    let own = operands[0].isLinear ? operands[0].type : operands[1].type
    if other.isFailed { return operands.map { $0.isLinear ? other : nil } }
    // A cotangent of another dtype (a wider result was asked for) meets the operand in that dtype.
    let wide = other.astype(cotangent.dtype)
    let result =
      operands[0].isLinear
      ? inputCotangent(cotangent, own.shape, kernel: wide)
      : kernelCotangent(cotangent, own.shape, input: wide)
    let narrow = result.astype(own.dtype)
    return operands[0].isLinear ? [narrow, nil] : [nil, narrow]
  }

  /// Where the cotangent's convolution has to start and end to give what the input had.
  private func paddings(_ input: [Int], _ kernel: [Int], _ output: [Int]) -> (
    input: (low: [Int], high: [Int]), kernel: (low: [Int], high: [Int])
  ) {
    let reach = WindowRule.dilated(kernel, window.windowDilations)
    let spread = WindowRule.dilated(input, window.baseDilations)
    let result = WindowRule.dilated(output, window.strides)
    let low = zip(reach, window.low).map { $0 - $1 - 1 }
    let high = reach.indices.map { spread[$0] + reach[$0] - 1 - result[$0] - low[$0] }
    return ((low, high), (window.low, reach.indices.map { result[$0] - spread[$0] + low[$0] }))
  }

  /// Forward [batch, in] [in, out] gives [batch, out]; back [batch, out] [out, in] gives [batch, in].
  private func inputCotangent(_ cotangent: Tensor, _ input: Shape, kernel: Tensor) -> Tensor {
    let sizes = spatial(dimensions.kernel, kernel.type.shape)
    let padding = paddings(
      spatial(dimensions.input, input), sizes, spatial(dimensions.output, cotangent.type.shape)
    ).input
    let groups = Swift.max(featureGroups, batchGroups)
    // The groups of output features become groups of input features.
    let grouped =
      groups == 1
      ? kernel
      : kernel.splittingAxis(dimensions.kernel[0], by: groups).mergingAxis(
        dimensions.kernel[0], into: dimensions.kernel[1])
    let reversed: Tensor = bind(Reverse(axes: Array(dimensions.kernel.dropFirst(2)).sorted()), grouped)
    let back = Convolution(
      window: HLOFunction.Window(
        sizes: sizes, strides: window.baseDilations, low: padding.low, high: padding.high,
        baseDilations: window.strides, windowDilations: window.windowDilations),
      dimensions: Dimensions(
        input: dimensions.output, kernel: dimensions.kernel.swappingFirstTwo, output: dimensions.input),
      featureGroups: groups, batchGroups: 1, precision: precision, resultDType: nil)
    let result: Tensor = bind(back, cotangent, reversed)
    guard batchGroups > 1 else { return result }
    return result.splittingAxis(dimensions.input[1], by: batchGroups).mergingAxis(
      dimensions.input[1], into: dimensions.input[0])
  }

  /// Back [in, batch] [batch, out] gives [in, out]: the batch is contracted, features are the batch.
  private func kernelCotangent(_ cotangent: Tensor, _ kernel: Shape, input: Tensor) -> Tensor {
    if cotangent.size == 0 { return Tensor.full(kernel, 0, dtype: cotangent.dtype) }
    if window.strides.allSatisfy({ $0 == 1 }), window.baseDilations.contains(where: { $0 > 1 }),
      featureGroups == 1, batchGroups == 1
    {
      return kernelCotangentOfTransposed(cotangent, kernel, input: input)
    }
    let output = spatial(dimensions.output, cotangent.type.shape)
    let padding = paddings(
      spatial(dimensions.input, input.type.shape), spatial(dimensions.kernel, kernel), output
    ).kernel
    let back = Convolution(
      window: HLOFunction.Window(
        sizes: output, strides: window.windowDilations, low: padding.low, high: padding.high,
        baseDilations: window.baseDilations, windowDilations: window.strides),
      dimensions: Dimensions(
        input: dimensions.input.swappingFirstTwo, kernel: dimensions.output.swappingFirstTwo,
        output: dimensions.kernel.swappingFirstTwo),
      // Groups of features are groups of the batch here, and the other way round.
      featureGroups: batchGroups, batchGroups: featureGroups, precision: precision, resultDType: nil)
    return bind(back, input, cotangent)
  }

  /// The kernel's cotangent of a transposed convolution: that of the ordinary one whose input is the cotangent here.
  ///
  /// XLA for CPUs has a fast way for a dilated window and none for a dilated input: 7 ms in place of 900 for an input of
  /// `[4, 32, 32, 64]`, a kernel of 3 × 3 and a stride of 2.
  private func kernelCotangentOfTransposed(_ cotangent: Tensor, _ kernel: Shape, input: Tensor) -> Tensor {
    let sizes = spatial(dimensions.input, input.type.shape)
    let reach = WindowRule.dilated(spatial(dimensions.kernel, kernel), window.windowDilations)
    let spread = WindowRule.dilated(sizes, window.baseDilations)
    let extents = spatial(dimensions.output, cotangent.type.shape)
    let low = zip(reach, window.low).map { $0 - 1 - $1 }
    let high = reach.indices.map { reach[$0] + spread[$0] - 1 - extents[$0] - low[$0] }
    let back = Convolution(
      window: HLOFunction.Window(
        sizes: sizes, strides: window.windowDilations, low: low, high: high,
        baseDilations: sizes.map { _ in 1 }, windowDilations: window.baseDilations),
      dimensions: Dimensions(
        input: dimensions.output.swappingFirstTwo, kernel: dimensions.input.swappingFirstTwo,
        output: dimensions.kernel),
      featureGroups: 1, batchGroups: 1, precision: precision, resultDType: nil)
    return bind(Reverse(axes: dimensions.kernel.dropFirst(2).sorted()), bind(back, cotangent, input))
  }

  package func batch(
    _ operands: [Tensor], _ axes: [Int?], _ context: BatchContext
  ) -> (results: [Tensor], axes: [Int?]) {
    if context.size == 0 { return emptyBatch(operands, axes) }
    let isGrouped = featureGroups > 1 || batchGroups > 1
    switch (axes[0], axes[1]) {
    case (let axis?, nil) where batchGroups == 1:
      // More of the batch.
      let input = operands[0].mergingAxis(axis, into: dimensions.input[0])
      return split(bind(self, input, operands[1]), dimensions.output[0], context)
    case (nil, let axis?) where !isGrouped:
      // More output features.
      let kernel = operands[1].mergingAxis(axis, into: dimensions.kernel[0])
      return split(bind(self, operands[0], kernel), dimensions.output[1], context)
    default:
      // One group for each lane.
      let input = operands[0].batchedFirst(axes[0], context)
      let kernel = operands[1].batchedFirst(axes[1], context).mergingAxis(0, into: dimensions.kernel[0])
      let grouped: Convolution
      let merged: Tensor
      if batchGroups > 1 {
        grouped = with(batchGroups: batchGroups * context.size)
        merged = input.mergingAxis(0, into: dimensions.input[0])
      } else {
        grouped = with(featureGroups: featureGroups * context.size)
        merged = input.mergingAxis(0, into: dimensions.input[1])
      }
      return split(bind(grouped, merged, kernel), dimensions.output[1], context)
    }
  }

  private func split(_ result: Tensor, _ axis: Int, _ context: BatchContext) -> (
    results: [Tensor], axes: [Int?]
  ) { ([result.splittingAxis(axis, by: context.size)], [axis]) }

  /// No lanes: nothing to compute, which XLA's convolution could not be told.
  private func emptyBatch(_ operands: [Tensor], _ axes: [Int?]) -> (results: [Tensor], axes: [Int?]) {
    let lanes = zip(operands, axes).map { operand, axis -> TensorType in
      var extents = operand.type.shape.dimensions
      if let axis { extents.remove(at: axis) }
      return operand.type.with(shape: Shape(extents))
    }
    do throws(TypeRuleError) {
      let type = try resultTypes(lanes)[0]
      return ([Tensor.full([0] + type.shape, 0, dtype: type.dtype)], [0])
    } catch {
      return (failedResults(operands, error), [nil])
    }
  }

  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    if f.module.callsKernels, let kernel = ConvolutionKernel.function,
      let call = ConvolutionKernel(self, context.operandTypes, context.resultTypes[0])
    {
      return [call.lower(operands, to: context.resultTypes[0].hlo, in: f, kernel)]
    }
    let zero = f.constant(
      ScalarLiteral(0, context.operandTypes[0].dtype).hloLiteral, HLOType(operands[0].type.element, []))
    let (inputs, window) = f.croppingNegativeEdges(
      [operands[0]], padding: [zero], axes: Array(dimensions.input.dropFirst(2)), window)
    return [
      f.convolution(
        inputs[0], operands[1], dimensions: dimensions, window: window, featureGroups: featureGroups,
        batchGroups: batchGroups, precision: precision.hloName, to: context.resultTypes[0].hlo)
    ]
  }
}

extension Tensor {
  /// The tensor with one axis made the outer part of another; `target` counts axes without the one that goes.
  func mergingAxis(_ axis: Int, into target: Int) -> Tensor {
    if isFailed { return self }
    var shape = type.shape.dimensions
    let extent = shape.remove(at: axis)
    shape[target] *= extent
    return movingAxis(axis, to: target).reshape(Shape(shape))
  }

  /// The tensor with an axis split in two, of which the outer one has `count` elements.
  func splittingAxis(_ axis: Int, by count: Int) -> Tensor {
    if isFailed { return self }
    var shape = type.shape.dimensions
    shape.replaceSubrange(axis...axis, with: [count, shape[axis] / Swift.max(1, count)])
    return reshape(Shape(shape))
  }
}

extension Array {
  fileprivate var swappingFirstTwo: [Element] { count < 2 ? self : [self[1], self[0]] + dropFirst(2) }
}
