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
  /// - Throws: `DigitsDataError` for a file that cannot be read, and for a line of another form.
  init(contentsOfFile path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw DigitsDataError(
        problem:
          "'\(path)' cannot be read: \(isThere ? "it is a folder, or not for you" : "there is no such file")")
    }
    let text = String(decoding: bytes, as: UTF8.self)
    var pixels: [[Float]] = []
    var digits: [Int32] = []
    for (number, line) in text.split(separator: "\n").enumerated() {
      let values = line.split(separator: ",").compactMap { Float($0) }
      guard values.count == 65, let digit = values.last, (0...9).contains(digit) else {
        throw DigitsDataError(problem: "line \(number + 1) of '\(path)' is another")
      }
      pixels.append(values.dropLast().map { $0 / 16 })
      digits.append(Int32(digit))
    }
    guard !digits.isEmpty else { throw DigitsDataError(problem: "'\(path)' is empty") }
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

/// Data that cannot be read.
struct DigitsDataError: Error, CustomStringConvertible {
  let problem: String

  var description: String {
    "\(problem)\n  expected: lines of 64 pixel values from 0 to 16 and a digit, separated by commas; `make train` fetches such a file"
  }
}
