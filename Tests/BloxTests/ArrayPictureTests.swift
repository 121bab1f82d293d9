import Foundation
import Testing

@testable import Blox

/// What the page of a model shows of an array.
@Suite struct ArrayPictureTests {
  private func array(_ values: [Float], _ shape: Shape, limit: Int = 1 << 24) throws -> ArrayValues {
    try #require(ArrayValues(Tensor(values, shape: shape), limit: limit))
  }

  @Test func axesAreFoldedToTwo() throws {
    func folded(_ shape: Shape) throws -> [Int] {
      let array = try array([Float](repeating: 1, count: shape.size), shape)
      return [array.rows, array.columns]
    }
    #expect(try folded([7]) == [1, 7] && folded([3, 5]) == [3, 5])
    // As many rows as columns, nearly: a kernel of 3 × 3 for 4 and 8 channels; stacked layers.
    #expect(try folded([3, 3, 4, 8]) == [9, 32] && folded([6, 4, 8]) == [24, 8])
  }

  @Test func cellsAreMeans() throws {
    // Twice as many rows and columns as there are cells; the upper left cell has 1, 2, 3 and 4.
    let (height, width) = (2 * ArrayPicture.mostRows, 2 * ArrayPicture.mostColumns)
    var values = [Float](repeating: 0, count: height * width)
    (values[0], values[1], values[width], values[width + 1]) = (1, 2, 3, 4)
    values[2] = -2
    values[width * height - 1] = .nan
    let picture = try #require(ArrayPicture(array(values, [height, width])))
    #expect(picture.rows == ArrayPicture.mostRows && picture.columns == ArrayPicture.mostColumns)
    // The colour is full from three deviations on; zero is in the middle, and what is not finite is apart.
    #expect(picture.cells[0] == 255 && picture.cells[1] == 1 && picture.cells[2] == 128)
    #expect(picture.cells.last == 0)
    #expect(
      picture.caption.hasPrefix(
        "rows: axis 0 (48); columns: axis 1 (96); each cell is the mean of 2 × 2 values"),
      "\(picture.caption)")
    #expect(try array(values, [height, width]).text.hasSuffix("[-2, 4], 1 not finite"))
  }

  @Test func histogramsHaveTheValuesAtBothEnds() throws {
    let picture = try #require(ArrayPicture(array([0, 0, 1, 31.9, 32], [5])))
    #expect(picture.histogram.count == ArrayPicture.bins)
    #expect(picture.histogram == [255, 128] + [UInt8](repeating: 0, count: 29) + [255])
    // The largest numbers, equal values, none that is finite.
    let far = try #require(
      ArrayPicture(array([-Float.greatestFiniteMagnitude, 0, .greatestFiniteMagnitude], [3])))
    #expect(far.histogram.first == 255 && far.histogram.last == 255 && far.cells[1] == 128)
    let equal = try #require(ArrayPicture(array([2, 2], [2])))
    #expect(equal.histogram.isEmpty)
    let odd = try #require(ArrayPicture(array([.nan, .infinity], [2])))
    #expect(odd.histogram.isEmpty && odd.cells == [0, 0])
    #expect(try ArrayPicture(array([1], [])) == nil)
  }

  /// Of a large array no more values are read than the limit says.
  @Test func largeArraysAreReadInPart() throws {
    let values = (0..<600).map { Float($0) }
    let part = try array(values, [20, 30], limit: 100)
    #expect(part.values.count <= 100 && part.rows * part.columns == part.values.count)
    #expect(part.elementsForEach >= 6 && part.text.contains("of one in"))
    #expect(part.values.prefix(2) == [0, 3])
    let row = try array(values, [600], limit: 100)
    #expect(row.values == stride(from: 0, to: 600, by: 6).map(Double.init))
  }
}
