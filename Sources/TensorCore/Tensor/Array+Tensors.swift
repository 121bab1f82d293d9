// What a call asks of all its tensors, here so that it is one call into this target and not one for each tensor.
extension [Tensor] {
  /// Whether the tensors have these types, in order.
  package func haveTypes(_ types: [TensorType]) -> Bool {
    if count != types.count { return false }
    for index in indices where self[index].type != types[index] { return false }
    return true
  }

  /// Whether one of them lies on several devices.
  package var containSharded: Bool {
    for tensor in self where tensor.isSharded { return true }
    return false
  }
}
