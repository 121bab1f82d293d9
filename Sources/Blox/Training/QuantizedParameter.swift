/// A parameter that the params hold as integers and scales: see `quantized`.
struct QuantizedParameter {
  let values: Tensor
  let scale: Tensor

  /// The inputs times a kernel `[k, n]`, or a matrix `[n, k]`.
  func product(_ inputs: Tensor, _ dtype: DType?, isTransposed: Bool = false) -> Tensor {
    quantizedMatmul(inputs, values, scale: scale.computed(in: dtype), isTransposed: isTransposed)
  }

  /// The matrix.
  func dequantized(isTransposed: Bool = false) -> Tensor {
    dequantizedMatrix(values, scale: scale, isTransposed: isTransposed)
  }

  /// Some rows of a matrix `[n, k]`: those of the indices `[…]`, as `[…, k]`.
  func rows(_ indices: Tensor) -> Tensor {
    if let failed = [values, scale, indices].first(where: { $0.error != nil }) { return failed }
    let (rows, scales) = (values[indices], scale[indices])
    if let failed = [rows, scales].first(where: { $0.error != nil }) { return failed }
    let (extents, groups) = (rows.shape.dimensions, scales.shape[-1])
    let leading = Array(extents.dropLast())
    let grouped = rows.reshape(Shape(leading + [groups, rows.shape[-1] / Swift.max(1, groups)]))
    return (grouped.astype(scale.dtype) * expandDims(scales, axis: -1)).reshape(Shape(extents))
  }
}

extension Module {
  /// The parameter of this name in its quantized form, if the params hold that.
  func quantizedParameter(_ params: Params, _ name: String, isTransposed: Bool = false) -> QuantizedParameter?
  {
    guard params.contains(paramPath(name + "_int8")) else { return nil }
    let values = getParam(params, name + "_int8").0
    guard params.contains(paramPath(name + "_scale")) else {
      let error = parameterError(
        "\(type(of: self))", "there is '\(name)_int8', \(values.type), and no '\(name)_scale'",
        expected: "both, as quantized(params) makes them")
      return QuantizedParameter(values: values, scale: Tensor.failed(error))
    }
    return QuantizedParameter(values: values, scale: getParam(params, name + "_scale").0)
  }

  /// What is wrong with asking for a parameter that is there in its quantized form, if it is.
  func quantizedFailure(_ params: Params, _ name: String) -> TensorError? {
    let path = paramPath(name)
    guard params.contains(paramPath(name + "_int8")) else { return nil }
    return parameterError(
      "getParam",
      "the parameter '\(path.joined(separator: "/"))' is quantized, and this module asks for it as it was",
      expected: "params in which it is left out: quantized(params) { path, _ in path != \(path) }")
  }
}
