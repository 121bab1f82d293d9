public import Foundation

/// A log as a page with curves and pictures, which opens in a browser: one file, without a server or the network, light or dark
/// as the reader's system is.
///
///     let log = try HTMLLog(folder.appending(path: "curves.html"))
///     try log.write(step, ["loss/train": loss, "loss/test": testLoss])
///
/// Names that begin alike, up to a slash, share a chart. The page is whole after each line that is written, so that it can be
/// looked at while the training runs; of steps that are written again, as after a checkpoint, the last line counts.
public final class HTMLLog: TrainingLog {
  private let file: LogFile

  /// A page in a file; one that is there goes on.
  ///
  /// - Parameters:
  ///   - url: the file.
  ///   - title: what stands at its top.
  /// - Throws: `LogError` if the file cannot be opened, or is there and no such page.
  public init(_ url: URL, title: String = "Training") throws {
    file = try LogFile(url)
    if file.size == 0 {
      try file.write(Array(Self.beginning(title).utf8))
    } else if try !Self.isPage(url) {
      throw LogError(
        url.path, problem: "it is there, and is no page with curves",
        expected: "another name, or a page to go on with")
    }
  }

  public func write(_ step: Int, _ values: [String: Double]) throws {
    try add(JSONText.object([("step", "\(step)"), ("values", JSONText.object(values))]))
  }

  /// Shows a picture of 1, 3 or 4 channels, in place of an earlier one of the name.
  ///
  /// - Parameters:
  ///   - step: the step.
  ///   - name: the name.
  ///   - pixels: bytes, row by row, `[height, width, channels]`.
  ///   - height: the number of rows.
  ///   - width: the number of columns.
  /// - Throws: `LogError` if the number of bytes is another, or the file cannot be written to.
  public func image(_ step: Int, _ name: String, _ pixels: [UInt8], height: Int, width: Int) throws {
    let channels = try PNG.channels(pixels, height, width, "HTMLLog.image")
    let bytes = PNG.bytes(pixels, height: height, width: width, channels: channels)
    let members = [
      ("step", "\(step)"), ("picture", JSONText.quoted(name)),
      ("png", "\"\(Data(bytes).base64EncodedString())\""),
    ]
    try add(JSONText.object(members))
  }

  /// A line at the page's end: its last element has no end tag, which HTML lets be.
  private func add(_ object: String) throws {
    // What would be a tag to the browser.
    let text = object.replacingOccurrences(of: "<", with: "\\u003c").replacingOccurrences(
      of: "&", with: "\\u0026")
    try file.write(Array((text + "\n").utf8))
  }

  private static let mark = "<!DOCTYPE html><!-- a log of blox for Swift -->"

  private static func isPage(_ url: URL) throws -> Bool {
    guard let handle = try? FileHandle(forReadingFrom: url) else { return false }
    defer { try? handle.close() }
    return try handle.read(upToCount: mark.utf8.count) == Data(mark.utf8)
  }

  private static func beginning(_ title: String) -> String {
    let escaped = [("&", "&amp;"), ("<", "&lt;")].reduce(title) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
    return """
      \(mark)
      <html lang="en"><head><meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped)</title>
      <style>\(HTMLCurves.style)</style>
      <script>\(HTMLCurves.script)</script>
      </head><body>
      <h1>\(escaped)</h1>
      <main></main>
      <pre id="log" hidden>

      """
  }
}
