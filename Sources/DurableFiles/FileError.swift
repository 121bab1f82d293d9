import Foundation

/// Why something could not be done with a file.
package struct FileError: Error, Hashable, CustomStringConvertible {
  /// The system's number of the error; 0 for what the system would have done.
  package let code: Int32
  /// The reason, as the end of a sentence that begins with the file.
  package let description: String

  /// The system's error of this number.
  package init(code: Int32) {
    self.code = code
    description = String(cString: strerror(code))
  }

  /// An error of this library.
  package init(_ description: String) {
    code = 0
    self.description = description
  }

  /// What the system's last call said.
  static var last: FileError { FileError(code: errno) }
}
