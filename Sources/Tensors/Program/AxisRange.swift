/// A range of positions along one axis of a tensor.
struct AxisRange: Hashable, Sendable {
  let axis: Int
  let start: Int
  let limit: Int
}
