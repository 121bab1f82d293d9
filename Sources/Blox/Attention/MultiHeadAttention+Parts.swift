extension MultiHeadAttention {
  /// Queries of the inputs, keys and values of the source, each with its heads apart.
  func projections(
    _ params: Params, _ inputs: Tensor, _ source: Tensor, positions: Tensor?
  ) -> ((query: Tensor, key: Tensor, value: Tensor), Params) {
    var params = params
    func project(_ layer: Linear, _ norm: RMSNorm?, _ x: Tensor, _ heads: Int, isPlaced: Bool) -> Tensor {
      var y: Tensor
      (y, params) = layer(params, x)
      if y.error != nil { return norm.map { $0(params, y).0 } ?? y }
      y = y.reshape([x.shape[0], x.shape[1], heads, headSize])
      if let norm { (y, params) = norm(params, y) }
      guard isPlaced, let rotaryBase else { return y }
      return rotaryEmbedding(
        y, positions: positions ?? Tensor.arange(x.shape[1]), base: rotaryBase, options: rotary)
    }
    let query = project(self.query, queryNorm, inputs, heads, isPlaced: true)
    let key = project(self.key, keyNorm, source, keyValueHeads, isPlaced: true)
    let value = project(self.value, nil, source, keyValueHeads, isPlaced: false)
    return ((query, key, value), params)
  }

  /// The mean of the values for each time.
  func mixed(
    _ projected: (query: Tensor, key: Tensor, value: Tensor), _ params: Params, mask: Tensor?, isCausal: Bool,
    window: (before: Int, after: Int)?, isTraining: Bool
  ) -> (Tensor, Params) {
    func mean(of values: Tensor) -> Tensor {
      dotProductAttention(
        projected.query, projected.key, values, mask: mask, scale: scale, isCausal: isCausal,
        localWindow: window)
    }
    guard let dropout, isTraining, projected.value.error == nil else {
      return (mean(of: projected.value), params)
    }
    return droppedMean(projected, params, dropout, mask: mask, isCausal: isCausal, window: window)
  }

  /// The mean with some of its weights dropped, which therefore have to be known: scores and softmax in float32, as in
  /// `dotProductAttention`.
  private func droppedMean(
    _ projected: (query: Tensor, key: Tensor, value: Tensor), _ params: Params, _ dropout: Dropout,
    mask: Tensor?, isCausal: Bool, window: (before: Int, after: Int)?
  ) -> (Tensor, Params) {
    let (query, key, value) = projected
    let (times, sources) = (query.shape[1], key.shape[1])
    let grouped = query.reshape([query.shape[0], times, keyValueHeads, heads / keyValueHeads, headSize])
    var scores = einsum("btkgh,bskh->bkgts", grouped.astype(.float32), key.astype(.float32)) * Tensor(scale)
    scores = scores.reshape([query.shape[0], heads, times, sources])
    let distance = expandDims(Tensor.arange(times), axis: 1) - Tensor.arange(sources)
    var isVisible = mask ?? Tensor.ones([1, 1, 1, 1], dtype: .bool)
    if isCausal { isVisible = isVisible .& (distance .>= 0) }
    if let window {
      isVisible = isVisible .& (distance .<= Tensor(window.before)) .& (distance .>= Tensor(-window.after))
    }
    scores = select(broadcastTo(isVisible, scores.shape), scores, -0.7 * finfo(.float32).max)
    let (weights, updated) = dropout(params, softmax(scores, axis: -1), isTraining: true)
    let dropped = weights.astype(value.dtype).reshape(
      [query.shape[0], keyValueHeads, heads / keyValueHeads, times, sources])
    return (einsum("bkgts,bskh->btkgh", dropped, value).reshape(query.shape), updated)
  }

  /// The heads side by side through the last layer.
  func merged(_ mixed: Tensor, _ params: Params) -> (Tensor, Params) {
    if mixed.error != nil { return output(params, mixed) }
    return output(params, mixed.reshape([mixed.shape[0], mixed.shape[1], heads *| headSize]))
  }

  /// What is returned for inputs that cannot be taken; the parts keep the error where their parameters should be.
  func refusedParts(_ failure: Tensor, _ params: Params) -> (Tensor, Params) {
    let parts: [any Layer] = [query, key, value, output] + [queryNorm, keyNorm].compactMap { $0 }
    return (failure, parts.reduce(params) { $1($0, failure).1 })
  }

  func sequenceFailure(_ inputs: Tensor) -> Tensor? {
    if inputs.error != nil { return inputs }
    return inputs.ndim == 3
      ? nil : failedTensor("the input is \(inputs.type)", expected: "a sequence [batch, time, features]")
  }
}
