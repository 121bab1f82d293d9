extension TransformerBlock {
  public func initialState(_ params: Params, _ inputs: Tensor) -> (KeyValueCache, Params) {
    attention.initialState(params, inputs)
  }

  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ prevState: KeyValueCache, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    var state = prevState
    let (outputs, params) = run(params, inputs, isTraining) { params, x in
      let ((mixed, next), params) = attention(params, x, state, isReset: isReset, isTraining: isTraining)
      state = next
      return (mixed, params)
    }
    return ((outputs, state), params)
  }

  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true
  ) -> ((Tensor, KeyValueCache), Params) {
    apply(
      params, inputs, prevState: prevState, isReset: isReset, isTraining: isTraining, sequenceLengths: nil)
  }

  /// A chunk of a sequence, of which some lanes may have fewer times; as `MultiHeadAttention.apply`.
  public func apply(
    _ params: Params, _ inputs: Tensor, prevState: KeyValueCache? = nil, isReset: Tensor? = nil,
    isTraining: Bool = true, sequenceLengths: Tensor?
  ) -> ((Tensor, KeyValueCache), Params) {
    var state = prevState ?? initialState(params, inputs).0
    let (outputs, params) = run(params, inputs, isTraining) { params, x in
      let ((mixed, next), params) = attention.apply(
        params, x, prevState: state, isReset: isReset, isTraining: isTraining,
        sequenceLengths: sequenceLengths)
      state = next
      return (mixed, params)
    }
    return ((outputs, state), params)
  }
}
