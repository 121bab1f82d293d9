package import StableHLO
package import TensorCore

// An axis may be longer than a narrow integer counts, and XLA limits positions in the dtype that they have: a uint8 is
// never beyond 255, so that 300 would become 44. All positions are int32, then.
extension Tensor {
  /// Positions as int32; those beyond it become its bounds, which are out of range of every axis. Floats stay.
  package var positions: Tensor {
    guard dtype.kind <= .integer, dtype != .int32, !isFailed else { return self }
    let (low, high) = (Int(Int32.min), Int(Int32.max))
    if let scalar = literal, dtype.isInteger {
      let value = scalar.integer(Int.self)
      // A uint64 of the upper half is negative as an Int.
      let position = dtype == .uint64 && value < 0 ? high : Swift.min(Swift.max(value, low), high)
      return Tensor(ScalarLiteral(position, .int32))
    }
    switch dtype {
    case .int64: return fused("positions", self, low, high) { $0.clip(Tensor($1), Tensor($2)).astype(.int32) }
    case .uint32, .uint64: return fused("positions", self, high) { minimum($0, Tensor($1)).astype(.int32) }
    default: return astype(.int32)
    }
  }
}

extension HLOFunction {
  /// Positions as int32, as `Tensor.positions` gives them.
  package func positions(_ x: HLOValue, _ dtype: DType) -> HLOValue {
    func bound(_ value: Int32) -> HLOValue { constant("\(value)", x.type) }
    switch dtype {
    case .int32: return x
    case .int64:
      let low = binary("stablehlo.maximum", x, bound(.min))
      return convert(binary("stablehlo.minimum", low, bound(.max)), to: .i32)
    case .uint32, .uint64: return convert(binary("stablehlo.minimum", x, bound(.max)), to: .i32)
    default: return convert(x, to: .i32)
    }
  }
}
