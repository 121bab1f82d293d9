/// What a layer adds to its outputs: the parameter `bias`, of the size of their last axis.
struct Bias {
  let initializer: Initializer
  let metadata: Metadata
  /// The dtype of the computation; that of outputs and parameter when nil.
  let dtype: DType?
  let paramDtype: DType
  let rng: Rng?

  init(initializer: Initializer, metadata: Metadata, _ dtype: DType?, _ paramDtype: DType, _ rng: Rng?) {
    self.initializer = initializer
    self.metadata = metadata
    self.dtype = dtype
    self.paramDtype = paramDtype
    self.rng = rng
  }
}

extension Module {
  /// Outputs plus a bias, if there is one.
  func addingBias(_ outputs: Tensor, _ params: Params, _ bias: Bias?) -> (Tensor, Params) {
    guard let bias else { return (outputs, params) }
    let (value, params) = getParam(
      params, "bias", shape: [outputs.shape[-1]], initializer: bias.initializer, dtype: bias.paramDtype,
      metadata: bias.metadata, rng: bias.rng)
    return (outputs + value.computed(in: bias.dtype), params)
  }
}

extension Tensor {
  /// The tensor in the dtype that a layer computes in, if it has one; what is not floating stays as it is.
  func computed(in dtype: DType?) -> Tensor {
    guard let dtype, error == nil, self.dtype.isFloating else { return self }
    return astype(dtype)
  }
}
