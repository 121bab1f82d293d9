extension HLOFunction {
  /// The dimension numbers of a convolution: the batch (or output feature) dimension, the feature (or input feature)
  /// dimension, then the spatial dimensions, of the input, the kernel and the output.
  public struct ConvolutionDimensions: Sendable, Hashable {
    /// Batch, feature, spatial dimensions.
    public var input: [Int]
    /// Output feature, input feature, spatial dimensions.
    public var kernel: [Int]
    /// Batch, feature, spatial dimensions.
    public var output: [Int]

    public init(input: [Int], kernel: [Int], output: [Int]) {
      self.input = input
      self.kernel = kernel
      self.output = output
    }

    var text: String {
      func list(_ places: [Int], _ first: String, _ second: String) -> String {
        var names = [String](repeating: "", count: places.count)
        for (number, place) in places.enumerated() where names.indices.contains(place) {
          names[place] = number == 0 ? first : number == 1 ? second : String(number - 2)
        }
        return "[" + names.joined(separator: ", ") + "]"
      }
      return list(input, "b", "f") + "x" + list(kernel, "o", "i") + "->" + list(output, "b", "f")
    }
  }

  /// Where the windows of a convolution or a window reduction lie.
  public struct Window: Sendable, Hashable {
    /// The window's extents; not used by convolutions, whose kernel has them.
    public var sizes: [Int]
    public var strides: [Int]
    public var low: [Int]
    public var high: [Int]
    public var baseDilations: [Int]
    public var windowDilations: [Int]

    public init(
      sizes: [Int], strides: [Int], low: [Int], high: [Int], baseDilations: [Int], windowDilations: [Int]
    ) {
      self.sizes = sizes
      self.strides = strides
      self.low = low
      self.high = high
      self.baseDilations = baseDilations
      self.windowDilations = windowDilations
    }

    var padding: [(Int, Int)] { Array(zip(low, high)) }
  }

  /// A general convolution.
  public func convolution(
    _ input: HLOValue, _ kernel: HLOValue, dimensions: ConvolutionDimensions, window: Window,
    featureGroups: Int, batchGroups: Int, precision: String = "DEFAULT", to type: HLOType
  ) -> HLOValue {
    let pads = window.padding.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
    let text =
      "stablehlo.convolution(\(input.name), \(kernel.name)) dim_numbers = \(dimensions.text), "
      + "window = {stride = \(HLOFunction.list(window.strides)), pad = [\(pads)], "
      + "lhs_dilate = \(HLOFunction.list(window.baseDilations)), "
      + "rhs_dilate = \(HLOFunction.list(window.windowDilations))} "
      + "{batch_group_count = \(batchGroups) : i64, feature_group_count = \(featureGroups) : i64, "
      + "precision_config = [#stablehlo<precision \(precision)>, #stablehlo<precision \(precision)>]}"
    return emit(text, result: type, signature: HLOFunction.signature([input, kernel], [type]))
  }

  /// Reduces windows of several tensors together; `body` gets the accumulated values, then the next ones.
  public func reduceWindow(
    _ operands: [HLOValue], initial: [HLOValue], window: Window, to types: [HLOType],
    _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) -> [HLOValue] {
    let scalars = initial.map(\.type)
    let block = region(arguments: scalars + scalars, body)
    let attributes =
      "window_dimensions = \(HLOFunction.array(window.sizes)), "
      + "window_strides = \(HLOFunction.array(window.strides)), "
      + "base_dilations = \(HLOFunction.array(window.baseDilations)), "
      + "window_dilations = \(HLOFunction.array(window.windowDilations)), padding = \(padding(window))"
    return emit(
      "\"stablehlo.reduce_window\"(\(HLOFunction.names(operands + initial))) <{\(attributes)}> (\(block))",
      results: types, signature: HLOFunction.signature(operands + initial, types))
  }

  /// Adds each element of `source` to the element of `operand`'s shape that its window of `operand` selects.
  ///
  /// `select` compares two elements and says whether the first is kept. The window may not be dilated.
  public func selectAndScatterAdd(
    _ operand: HLOValue, _ source: HLOValue, initial: HLOValue, window: Window, select direction: String
  ) -> HLOValue {
    let scalar = HLOType(operand.type.element, [])
    let select = region(arguments: [scalar, scalar]) { f, v in [f.compare(direction, v[0], v[1])] }
    let scatter = region(arguments: [initial.type, initial.type]) { f, v in
      [f.binary("stablehlo.add", v[0], v[1])]
    }
    let attributes =
      "window_dimensions = \(HLOFunction.array(window.sizes)), "
      + "window_strides = \(HLOFunction.array(window.strides)), padding = \(padding(window))"
    return emit(
      "\"stablehlo.select_and_scatter\"(\(operand.name), \(source.name), \(initial.name)) "
        + "<{\(attributes)}> (\(select), \(scatter))",
      result: operand.type, signature: HLOFunction.signature([operand, source, initial], [operand.type]))
  }

  private func padding(_ window: Window) -> String {
    let pads = window.padding.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
    return "dense<[\(pads)]> : tensor<\(window.low.count)x2xi64>"
  }
}
