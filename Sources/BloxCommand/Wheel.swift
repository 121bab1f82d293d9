/// A package of Python's index, of one version, as the files that are accepted.
struct Wheel: Sendable {
  let name: String
  let version: String
  /// SHA-256 of the files: one for each machine, or version of Python, that there is a file for.
  let hashes: [String]

  init(_ name: String, _ version: String, _ hashes: String...) {
    self.name = name
    self.version = version
    self.hashes = hashes
  }

  /// A line of pip's requirements.
  var requirement: String {
    "\(name)==\(version) " + hashes.map { "--hash=sha256:\($0)" }.joined(separator: " ")
  }
}
