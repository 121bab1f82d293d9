public import Foundation

/// A log for TensorBoard: a file of events in a folder, which `tensorboard --logdir` shows.
public final class TensorBoardLog: TrainingLog {
  private let file: LogFile
  private let now: @Sendable () -> Double

  /// A new file of events in a folder, which is made if it is not there.
  ///
  /// - Throws: `LogError` if the file cannot be made.
  public convenience init(_ folder: URL) throws {
    let time = Date().timeIntervalSince1970
    let name =
      "events.out.tfevents.\(Int(time)).\(ProcessInfo.processInfo.hostName).\(UUID().uuidString.prefix(8))"
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try self.init(file: folder.appendingPathComponent(name)) { Date().timeIntervalSince1970 }
  }

  init(file url: URL, now: @escaping @Sendable () -> Double) throws {
    file = try LogFile(url)
    self.now = now
    var event = ProtocolBuffer()
    event.add(1, now())
    event.add(3, "brain.Event:2")
    try write(event)
  }

  /// Writes numbers as scalars.
  public func write(_ step: Int, _ values: [String: Double]) throws {
    try write(
      step,
      values.sorted { $0.key < $1.key }.map { name, number in
        var value = ProtocolBuffer()
        value.add(1, name)
        value.add(2, Float(number))
        return value
      })
  }

  /// Writes how numbers are distributed: the weights of a layer, say.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - name: the name.
  ///   - numbers: the numbers, of which those that are not finite do not count.
  ///   - bins: into how many ranges of equal width they are counted, 10,000 at most.
  public func histogram(_ step: Int, _ name: String, _ numbers: [Double], bins: Int = 30) throws {
    let numbers = numbers.filter(\.isFinite)
    let (least, greatest) = (numbers.min() ?? 0, numbers.max() ?? 0)
    let count = min(max(bins, 1), 10_000)
    // Of halves, since the difference of two numbers may be beyond the greatest.
    let span = greatest / 2 - least / 2
    var buckets = [Double](repeating: 0, count: count)
    for number in numbers {
      let share = span > 0 ? (number / 2 - least / 2) / span : 0
      buckets[min(Int(share * Double(count)), count - 1)] += 1
    }
    var histogram = ProtocolBuffer()
    histogram.add(1, least)
    histogram.add(2, greatest)
    histogram.add(3, Double(numbers.count))
    histogram.add(4, numbers.reduce(0, +))
    histogram.add(5, numbers.reduce(0) { $0 + $1 * $1 })
    histogram.add(
      6,
      (1...count).map { index in
        let share = Double(index) / Double(count)
        return least * (1 - share) + greatest * share
      })
    histogram.add(7, buckets)
    var value = ProtocolBuffer()
    value.add(1, name)
    value.add(5, histogram)
    try write(step, [value])
  }

  /// Writes a text, in Markdown.
  public func text(_ step: Int, _ name: String, _ text: String) throws {
    var tensor = ProtocolBuffer()
    tensor.add(1, 7)  // DT_STRING
    tensor.add(2, ProtocolBuffer())
    tensor.add(8, text)
    var plugin = ProtocolBuffer()
    plugin.add(1, "text")
    var metadata = ProtocolBuffer()
    metadata.add(1, plugin)
    var value = ProtocolBuffer()
    value.add(1, name)
    value.add(8, tensor)
    value.add(9, metadata)
    try write(step, [value])
  }

  /// Writes a picture of 1, 3 or 4 channels.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - name: the name.
  ///   - pixels: bytes, row by row, `[height, width, channels]`.
  ///   - height: the number of rows.
  ///   - width: the number of columns.
  /// - Throws: `LogError` if the number of bytes is another, or the file cannot be written to.
  public func image(_ step: Int, _ name: String, _ pixels: [UInt8], height: Int, width: Int) throws {
    let channels = try PNG.channels(pixels, height, width, "TensorBoardLog.image")
    var image = ProtocolBuffer()
    image.add(1, height)
    image.add(2, width)
    image.add(3, channels)
    image.add(4, PNG.bytes(pixels, height: height, width: width, channels: channels))
    var value = ProtocolBuffer()
    value.add(1, name)
    value.add(4, image)
    try write(step, [value])
  }

  private func write(_ step: Int, _ values: [ProtocolBuffer]) throws {
    var summary = ProtocolBuffer()
    for value in values { summary.add(1, value) }
    var event = ProtocolBuffer()
    event.add(1, now())
    event.add(2, step)
    event.add(5, summary)
    try write(event)
  }

  /// A record: length, its checksum, the event, its checksum.
  private func write(_ event: ProtocolBuffer) throws {
    let length = (0..<8).map { UInt8(truncatingIfNeeded: event.bytes.count >> (8 * $0)) }
    try file.write(length + Checksums.masked(length) + event.bytes + Checksums.masked(event.bytes))
  }
}
