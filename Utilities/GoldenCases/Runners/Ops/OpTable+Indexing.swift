import Blox

extension OpTable {
  static let indexing: [String: Entry] = [
    "x[index]": { x, args in [try part(x, try args.index()).get()] },
    "x[i]": { x, _ in [try x(0)[try x(1)]] },
    "x[i, j]": { x, _ in [try x(0)[try x(1), try x(2)]] },
    "x[:, i]": { x, _ in [try x(0)[FullRange(), try x(1)]] },
    "x[i, :, j]": { x, _ in [try x(0)[try x(1), FullRange(), try x(2)]] },
    "x[i[:, None], j[None, :]]": { x, _ in
      [try x(0)[try x(1)[FullRange(), NewAxis()], try x(2)[NewAxis(), FullRange()]]]
    },
    "x.at[i].get(mode)": { x, args in
      [try x(0).at[try x(1)].get(mode: try args.mode(default: .promiseInBounds))]
    },
    "x.at[i].get(mode=\"fill\", fill_value=-7)": { x, args in
      [
        try x(0).at[try x(1)].get(
          mode: try args.mode(default: .fill), fillValue: try args.literal("fill_value"))
      ]
    },
    "jnp.take": { x, args in
      [
        try x(0).take(
          try x(1), axis: try args.optionalInt("axis"), mode: try args.mode(default: .fill),
          fillValue: args.has("fill_value") ? try args.literal("fill_value") : nil)
      ]
    },
    "jnp.take_along_axis": { x, args in
      [try takeAlongAxis(x(0), try x(1), axis: try args.int("axis"), mode: try args.mode(default: .fill))]
    },
    "lax.gather": { x, args in
      let numbers = args.json["dimension_numbers"]
      return [
        gather(
          try x(0), try x(1),
          dimensionNumbers: GatherDimensionNumbers(
            offsetDims: try numbers.ints("offset_dims"),
            collapsedSliceDims: try numbers.ints("collapsed_slice_dims"),
            startIndexMap: try numbers.ints("start_index_map"),
            operandBatchingDims: try numbers.optional("operand_batching_dims")?.ints() ?? [],
            startIndicesBatchingDims: try numbers.optional("start_indices_batching_dims")?.ints() ?? []),
          sliceSizes: try args.ints("slice_sizes"), mode: try args.mode(default: .fill))
      ]
    },
  ]

  /// The part of the first array at a static index; ranges of any bounds.
  private static func part(_ x: OpOperands, _ index: [any TensorIndex]) throws -> IndexedTensor {
    let at = try x(0).at
    switch index.count {
    case 0: return at[]
    case 1: return at[index[0]]
    case 2: return at[index[0], index[1]]
    case 3: return at[index[0], index[1], index[2]]
    case 4: return at[index[0], index[1], index[2], index[3]]
    default: throw GoldenError("\(index.count) indices")
    }
  }

  /// `x.at[i].op(u)`
  private static func update(
    _ apply: @escaping @Sendable (IndexedTensor, Tensor, IndexMode, Bool) -> Tensor
  ) -> Entry {
    { x, args in
      [
        apply(
          try x(0).at[try x(1)], try x(2), try args.mode(default: .drop),
          try args.bool("unique_indices", default: false))
      ]
    }
  }

  static let updates: [String: Entry] = [
    "x.at[i].set(u)": update { $0.set($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].add(u)": update { $0.add($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].subtract(u)": update { $0.subtract($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].multiply(u)": update { $0.multiply($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].divide(u)": update { $0.divide($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].power(u)": update { $0.power($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].min(u)": update { $0.min($1, mode: $2, uniqueIndices: $3) },
    "x.at[i].max(u)": update { $0.max($1, mode: $2, uniqueIndices: $3) },
    "x.at[i, j].set(u)": { x, _ in [try x(0).at[try x(1), try x(2)].set(try x(3))] },
    "x.at[:, 1:3].add(u)": { x, args in [try part(x, try args.index()).add(try x(1))] },
    "x.at[1, :].set(2.0)": { x, args in [try part(x, try args.index()).set(try args.literal("value"))] },
    "x.at[1].apply(sin)": { x, _ in [try x(0).at[1].apply(sin)] },
    "lax.scatter": scattering { scatter($0, $1, $2, dimensionNumbers: $3) },
    "lax.scatter_add": scattering { scatterAdd($0, $1, $2, dimensionNumbers: $3) },
    "lax.scatter_mul": scattering { scatterMul($0, $1, $2, dimensionNumbers: $3) },
    "lax.scatter_min": scattering { scatterMin($0, $1, $2, dimensionNumbers: $3) },
    "lax.scatter_max": scattering { scatterMax($0, $1, $2, dimensionNumbers: $3) },
  ]

  private static func scattering(
    _ apply: @escaping @Sendable (Tensor, Tensor, Tensor, ScatterDimensionNumbers) -> Tensor
  ) -> Entry {
    { x, args in
      let numbers = args.json["dimension_numbers"]
      return [
        apply(
          try x(0), try x(1), try x(2),
          ScatterDimensionNumbers(
            updateWindowDims: try numbers.ints("update_window_dims"),
            insertedWindowDims: try numbers.ints("inserted_window_dims"),
            scatterDimsToOperandDims: try numbers.ints("scatter_dims_to_operand_dims")))
      ]
    }
  }

  static let slices: [String: Entry] = [
    "lax.slice": keyed {
      slice(
        $0, try $1.ints("start_indices"), try $1.ints("limit_indices"),
        strides: try $1.optionalInts("strides"))
    },
    "lax.dynamic_slice": { x, args in
      [dynamicSlice(try x(0), Array(x.tensors.dropFirst()), try args.ints("slice_sizes"))]
    },
    "lax.dynamic_slice_in_dim": { x, args in
      [
        dynamicSliceInDim(
          try x(0), try x(1), try args.int("slice_size"), axis: try args.int("axis", default: 0))
      ]
    },
    "lax.dynamic_index_in_dim": { x, args in
      [
        dynamicIndexInDim(
          try x(0), try x(1), axis: try args.int("axis", default: 0),
          keepdims: try args.bool("keepdims", default: true))
      ]
    },
    "lax.dynamic_update_slice": { x, _ in
      [dynamicUpdateSlice(try x(0), try x(1), Array(x.tensors.dropFirst(2)))]
    },
  ]
}
