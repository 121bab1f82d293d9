/// In which dtypes a model's parameters are kept, computed with, and its results handed out (`jmp.Policy`).
///
///     let policy = DTypePolicy.mixed
///     let (outputs, updated) = policy.run(model, params, inputs)
///
/// Parameters stay float32, so that small updates are not lost; products run in bfloat16, which takes half the memory and
/// is faster where the hardware has units for it.
public struct DTypePolicy: Sendable, Hashable {
  /// The dtype that trainable parameters and inputs are converted to for the computation.
  public var computation: DType
  /// The dtype of the results.
  public var output: DType

  public init(computation: DType, output: DType = .float32) {
    self.computation = computation
    self.output = output
  }

  /// Computation in bfloat16, results in float32.
  public static let mixed = DTypePolicy(computation: .bfloat16)

  /// Runs a model by the policy. Gradients are in the dtype of the parameters, since they go through the conversions.
  ///
  /// Only floating-point tensors are converted. Parameters that are not trainable, such as the statistics of batch norm,
  /// are neither converted nor rounded; the trainable ones come back as they went in.
  public func run(_ model: some Layer, _ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    run(params, inputs) { model($0, $1) }
  }

  /// The same for any function of params and inputs.
  public func run<Inputs: TensorTree, Outputs: TensorTree>(
    _ params: Params, _ inputs: Inputs, _ model: (Params, Inputs) throws -> (Outputs, Params)
  ) rethrows -> (Outputs, Params) {
    var narrow = params
    for (index, slot) in params.layout.slots.enumerated() where slot.trainable {
      let value = DTypePolicy.converted(params.values[index], computation)
      narrow.update(index, value: value, trainable: nil, metadata: nil)
    }
    var (outputs, updated) = try model(narrow, map(inputs) { DTypePolicy.converted($0, computation) })
    for (index, slot) in updated.layout.slots.enumerated() where slot.trainable {
      guard let position = params.layout.index(of: slot.path) else { continue }
      updated.update(index, value: params.values[position], trainable: nil, metadata: nil)
    }
    outputs = map(outputs) { DTypePolicy.converted($0, output) }
    return (outputs, updated)
  }

  private static func converted(_ tensor: Tensor, _ dtype: DType) -> Tensor {
    tensor.error == nil && tensor.dtype.isFloating ? tensor.astype(dtype) : tensor
  }
}
