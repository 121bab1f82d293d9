/// A range of positions along one axis of a tensor.
package struct AxisRange: Hashable, Sendable {
  package let axis: Int
  package let start: Int
  package let limit: Int

  package init(axis: Int, start: Int, limit: Int) {
    self.axis = axis
    self.start = start
    self.limit = limit
  }
}
