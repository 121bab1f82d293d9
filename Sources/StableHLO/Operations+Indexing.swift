extension HLOFunction {
  /// The dimension numbers of a gather, as StableHLO names them.
  public struct GatherDimensions: Sendable, Hashable {
    public var offset: [Int]
    public var collapsedSlice: [Int]
    public var operandBatching: [Int]
    public var startIndicesBatching: [Int]
    public var startIndexMap: [Int]
    public var indexVector: Int

    public init(
      offset: [Int], collapsedSlice: [Int], operandBatching: [Int] = [], startIndicesBatching: [Int] = [],
      startIndexMap: [Int], indexVector: Int
    ) {
      self.offset = offset
      self.collapsedSlice = collapsedSlice
      self.operandBatching = operandBatching
      self.startIndicesBatching = startIndicesBatching
      self.startIndexMap = startIndexMap
      self.indexVector = indexVector
    }
  }

  /// Slices of `operand` at the positions that `indices` holds.
  public func gather(
    _ operand: HLOValue, _ indices: HLOValue, dimensions: GatherDimensions, sliceSizes: [Int],
    isSorted: Bool = false, to type: HLOType
  ) -> HLOValue {
    let numbers = HLOFunction.dimensionNumbers(
      "#stablehlo.gather",
      lists: [
        ("offset_dims", dimensions.offset), ("collapsed_slice_dims", dimensions.collapsedSlice),
        ("operand_batching_dims", dimensions.operandBatching),
        ("start_indices_batching_dims", dimensions.startIndicesBatching),
        ("start_index_map", dimensions.startIndexMap),
      ], indexVector: dimensions.indexVector)
    return emit(
      "\"stablehlo.gather\"(\(operand.name), \(indices.name)) <{dimension_numbers = \(numbers), "
        + "slice_sizes = \(HLOFunction.array(sliceSizes)), indices_are_sorted = \(isSorted)}>",
      result: type, signature: HLOFunction.signature([operand, indices], [type]))
  }

  /// `operand` with `updates` combined into it at the positions that `indices` holds.
  ///
  /// `body` gets the present element and the update and returns what is stored. In `dimensions`, `offset` are the
  /// update window dimensions and `collapsedSlice` the inserted ones.
  public func scatter(
    _ operand: HLOValue, _ indices: HLOValue, _ updates: HLOValue, dimensions: GatherDimensions,
    isSorted: Bool = false, isUnique: Bool = false, _ body: (HLOFunction, HLOValue, HLOValue) -> HLOValue
  ) -> HLOValue {
    let numbers = HLOFunction.dimensionNumbers(
      "#stablehlo.scatter",
      lists: [
        ("update_window_dims", dimensions.offset), ("inserted_window_dims", dimensions.collapsedSlice),
        ("input_batching_dims", dimensions.operandBatching),
        ("scatter_indices_batching_dims", dimensions.startIndicesBatching),
        ("scatter_dims_to_operand_dims", dimensions.startIndexMap),
      ], indexVector: dimensions.indexVector)
    let scalar = HLOType(operand.type.element, [])
    let block = region(arguments: [scalar, scalar]) { [body($0, $1[0], $1[1])] }
    return emit(
      "\"stablehlo.scatter\"(\(operand.name), \(indices.name), \(updates.name)) "
        + "<{scatter_dimension_numbers = \(numbers), indices_are_sorted = \(isSorted), "
        + "unique_indices = \(isUnique)}> (\(block))",
      result: operand.type, signature: HLOFunction.signature([operand, indices, updates], [operand.type]))
  }

  private static func dimensionNumbers(_ name: String, lists: [(String, [Int])], indexVector: Int) -> String {
    let parts = lists.filter { !$0.1.isEmpty }.map { "\($0.0) = \(list($0.1))" }
    return "\(name)<\((parts + ["index_vector_dim = \(indexVector)"]).joined(separator: ", "))>"
  }
}
