import Blox
import Foundation

/// Images of handwritten digits with what they show.
struct DigitsData {
  /// The pixels of each image, from 0 to 1, row by row.
  private let pixels: [[Float]]
  private let digits: [Int32]

  var count: Int { digits.count }
  /// All images, `[count, 64]`.
  let images: Tensor
  /// What they show, `[count]`, int32.
  let labels: Tensor

  private init(pixels: [[Float]], digits: [Int32]) {
    self.pixels = pixels
    self.digits = digits
    images = Tensor(pixels.flatMap { $0 }, shape: [pixels.count, 64])
    labels = Tensor(digits)
  }

  /// Reads lines of 64 pixel values from 0 to 16 and the digit, separated by commas.
  ///
  /// - Throws: what reading the file throws; `DigitsDataError` for a line of another form.
  init(contentsOfFile path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var pixels: [[Float]] = []
    var digits: [Int32] = []
    for (number, line) in text.split(separator: "\n").enumerated() {
      let values = line.split(separator: ",").compactMap { Float($0) }
      guard values.count == 65, let digit = values.last, (0...9).contains(digit) else {
        throw DigitsDataError(path: path, line: number + 1)
      }
      pixels.append(values.dropLast().map { $0 / 16 })
      digits.append(Int32(digit))
    }
    guard !digits.isEmpty else { throw DigitsDataError(path: path, line: 1) }
    self.init(pixels: pixels, digits: digits)
  }

  /// The images for training, and `testCount` others: always the same ones, whatever the seed of the training.
  func split(testCount: Int) throws -> (training: DigitsData, test: DigitsData) {
    let order = try Random.permutation(Random.key(0), count).scalars(Int.self)
    return (batch(order[Swift.min(testCount, count)...]), batch(order[..<Swift.min(testCount, count)]))
  }

  /// The images of these numbers.
  func batch(_ numbers: ArraySlice<Int>) -> DigitsData {
    DigitsData(pixels: numbers.map { pixels[$0] }, digits: numbers.map { digits[$0] })
  }
}

/// A line of the data that cannot be read.
struct DigitsDataError: Error, CustomStringConvertible {
  let path: String
  let line: Int

  var description: String {
    "\(path):\(line): expected 64 pixel values from 0 to 16 and a digit, separated by commas; `make setup` writes such a file"
  }
}
