/// The params with the kernels of linear layers as integers of 8 bits, for inference: a quarter of the memory that is read at
/// each step.
///
///     let small = try quantized(params)
///     let (outputs, _) = model(small, inputs)
///
/// In the place of `kernel` `[k, n]` there are `kernel_int8` `[k, n]` and `kernel_scale` `[groups, n]`, of the kernel's dtype: the
/// kernel is about `kernel_int8 · kernel_scale`, each number to within half a step of its group, whose steps are a 127th of its
/// largest size. Both are not trainable, and say in their metadata what they were. `Linear` and `Embed` take them as they are,
/// and so do the layers that consist of such; adapters (`addLowRankAdapters`) can be trained on top. Biases, norms and all
/// other parameters stay as they are. Layers of a `LayerStack` are quantized one by one.
///
/// Symmetric rounding to nearest, of two equally near integers to the even one, as that of `nn.quantize` in MLX with 8 bits,
/// there with offsets. JAX has no such function.
///
/// - Parameters:
///   - params: the params of a trained model.
///   - groupSize: how many rows of a kernel share a scale, a divisor of their number: fewer are more exact. All of a column when
///     nil.
///   - embeddings: whether those of `Embed` are quantized, too: `embedding_int8`, with scales for each vector.
///   - isIncluded: which of these, by path and parameter; all when not given. Modules of your own that ask for a parameter
///     `kernel` do not know the other form, and say so: leave theirs out.
/// - Throws: `ModelError` if there is no such parameter, or the group size does not divide a kernel's rows; the first error that
///   a parameter carries.
public func quantized(
  _ params: Params, groupSize: Int? = nil, embeddings: Bool = false,
  where isIncluded: (_ path: [String], _ param: Param) throws -> Bool = { _, _ in true }
) throws -> Params {
  if let cause = params.firstError { throw cause }
  var result = Params(ParamsLayout([], isLocked: params.isLocked), [])
  var count = 0
  for (path, param) in params.items {
    guard let kind = QuantizedKind(path, param.value, embeddings: embeddings), try isIncluded(path, param)
    else {
      result.put(param.value, path, trainable: param.trainable, metadata: param.metadata)
      continue
    }
    let groups = try kind.groups(of: param.value, path, groupSize)
    result.putQuantized(param, path, groups: groups, isTransposed: kind == .embedding)
    count += 1
  }
  guard count > 0 else { throw nothingToQuantize(params, embeddings) }
  return result
}

private func nothingToQuantize(_ params: Params, _ embeddings: Bool) -> ModelError {
  let names = embeddings ? "'kernel' or 'embedding'" : "'kernel'"
  let isDone = params.paths.contains { $0.last.map(QuantizedKind.isQuantized) ?? false }
  return ModelError(
    "quantized",
    problem: isDone
      ? "the params are quantized already: no other parameter \(names) is a matrix of floating-point numbers that is included"
      : "of \(params.count) parameters none is a \(names) that is a matrix of floating-point numbers and included",
    expected: "the params of a model with Linear layers"
      + (embeddings ? "" : " (embeddings: true for those of Embed, too)")
      + ", and a filter that is true for the paths of some: "
      + (params.paths.prefix(3).map { $0.joined(separator: "/") } + ["…"]).joined(separator: ", "))
}

/// What parameters have a quantized form.
enum QuantizedKind {
  case kernel, embedding

  /// The kind of a parameter, if it has one.
  init?(_ path: [String], _ value: Tensor, embeddings: Bool) {
    // The parameters of a LayerStack have a first axis for the layers; a kernel of three axes elsewhere is a convolution's.
    let isStacked = value.ndim == 3 && path.contains("layer")
    guard value.dtype.isFloating, value.ndim == 2 || isStacked, !value.shape.dimensions.contains(0) else {
      return nil
    }
    switch path.last {
    case "kernel": self = .kernel
    case "embedding" where embeddings && value.ndim == 2: self = .embedding
    default: return nil
    }
  }

  static func isQuantized(_ name: String) -> Bool { name.hasSuffix("_int8") }

  /// How many groups a matrix has.
  func groups(of value: Tensor, _ path: [String], _ groupSize: Int?) throws(ModelError) -> Int {
    let rows = value.shape[self == .kernel ? -2 : -1]
    guard let groupSize else { return 1 }
    guard groupSize > 0, rows % groupSize == 0 else {
      throw ModelError(
        "quantized",
        problem:
          "the groupSize is \(groupSize), and '\(path.joined(separator: "/"))' is \(value.type), \(rows) to a column",
        expected: "a positive number that divides \(rows), or a filter that leaves this parameter out")
    }
    return rows / groupSize
  }
}

extension Params {
  /// Adds the quantized form of a parameter.
  fileprivate mutating func putQuantized(_ param: Param, _ path: [String], groups: Int, isTransposed: Bool) {
    let (kernel, scale) = quantizedMatrix(param.value, groups: groups, isTransposed: isTransposed)
    let name = path.last ?? ""
    let depth = param.value.shape[isTransposed ? -1 : -2]
    let metadata = param.metadata.merging([
      "quantized": .string("\(param.value.dtype.shortName), a scale for \(depth / groups)")
    ])
    put(kernel, path.dropLast() + [name + "_int8"], trainable: false, metadata: metadata)
    var entries = param.sharding.entries
    // One scale for all is not divided as these are.
    let axis = param.value.ndim - (isTransposed ? 1 : 2)
    if groups == 1, entries.indices.contains(axis) { entries[axis] = .init([]) }
    let scaleMetadata =
      entries.isEmpty
      ? param.metadata : param.metadata.merging(Metadata(sharding: PartitionSpec(entries: entries)))
    put(scale, path.dropLast() + [name + "_scale"], trainable: false, metadata: scaleMetadata)
  }
}
