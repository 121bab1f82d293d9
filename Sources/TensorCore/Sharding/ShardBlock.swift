/// A rectangular part of a row-major array.
package struct ShardBlock {
  package let shape: [Int]
  let ranges: [Range<Int>]
  /// The bytes of an element.
  package let width: Int

  /// The part `ranges` of an array of this shape, whose elements have `width` bytes.
  package init(shape: [Int], ranges: [Range<Int>], width: Int) {
    self.shape = shape
    self.ranges = ranges
    self.width = width
  }

  package var byteCount: Int { ranges.reduce(width) { $0 * $1.count } }

  /// A copy of the part of `whole`.
  package func cut(_ whole: UnsafeRawBufferPointer) -> [UInt8] {
    var part = [UInt8](repeating: 0, count: byteCount)
    part.withUnsafeMutableBytes { part in
      forEachRun { offset, start, count in
        UnsafeMutableRawBufferPointer(rebasing: part[start..<start + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: whole[offset..<offset + count]))
      }
    }
    return part
  }

  /// Copies the part to its place in `whole`.
  package func paste(_ part: UnsafeRawBufferPointer, into whole: UnsafeMutableRawBufferPointer) {
    forEachRun { offset, start, count in
      UnsafeMutableRawBufferPointer(rebasing: whole[offset..<offset + count])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: part[start..<start + count]))
    }
  }

  /// Calls `body` for each run of bytes that lies together in both, with its place in the whole and in the part.
  private func forEachRun(_ body: (_ whole: Int, _ part: Int, _ count: Int) -> Void) {
    if byteCount == 0 { return }
    // Trailing axes that are whole make longer runs.
    var inner = shape.count
    var run = width
    while inner > 0, ranges[inner - 1].count == shape[inner - 1] {
      inner -= 1
      run *= shape[inner]
    }
    var strides = [Int](repeating: width, count: shape.count)
    for axis in shape.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * shape[axis + 1] }
    guard inner > 0 else { return body(0, 0, run) }
    let last = inner - 1
    run *= ranges[last].count
    var position = ranges[..<last].map(\.lowerBound)
    var part = 0
    while true {
      let start = zip(position, strides).reduce(ranges[last].lowerBound * strides[last]) { $0 + $1.0 * $1.1 }
      body(start, part, run)
      part += run
      var axis = last - 1
      while axis >= 0 {
        position[axis] += 1
        if position[axis] < ranges[axis].upperBound { break }
        position[axis] = ranges[axis].lowerBound
        axis -= 1
      }
      if axis < 0 { return }
    }
  }
}
