import Checkpoints
public import Foundation

/// One recorded case: its manifest, and its tensors, which are read when they are asked for.
public struct GoldenCase: Sendable {
  /// `FAMILY/NAME`.
  public let id: String
  /// How to read the manifest: which runner takes the case.
  public let kind: String
  /// The whole manifest.
  public let manifest: JSONValue
  /// The tensors to reproduce.
  public private(set) var checks: [Check]
  /// The error to end in, instead of values.
  public let expectedError: ExpectedError?
  /// The plain value to come to, in cases of kind semantics.
  public let expectedResult: JSONValue?

  private let file: SafetensorsFile?
  private let folder: URL

  /// Reads the case `id` of a folder.
  public init(id: String, folder: URL) throws(GoldenError) {
    let url = folder.appendingPathComponent(id + ".json")
    guard let contents = try? Data(contentsOf: url) else {
      throw GoldenError("the manifest \(id).json cannot be read")
    }
    try self.init(id: id, manifest: JSONParser.parse(contents), folder: folder)
  }

  init(id: String, manifest: JSONValue, folder: URL) throws(GoldenError) {
    self.id = id
    self.folder = folder
    self.manifest = manifest
    kind = try manifest.string("kind")
    var checks: [Check] = []
    for check in try manifest.array("checks") { checks.append(try Check(check)) }
    self.checks = checks
    if manifest.optional("error") != nil {
      let message = try manifest.optional("message")?.string() ?? ""
      expectedError = ExpectedError(type: try manifest.string("error"), message: message)
    } else {
      expectedError = nil
    }
    expectedResult = try? manifest.value("result")
    if let name = try manifest.optional("file")?.string() {
      file = try Self.reading { try SafetensorsFile(contentsOf: folder.appendingPathComponent(name)) }
    } else {
      file = nil
    }
  }

  /// The case without the checks of some tensors.
  func leavingOut(_ tensors: Set<String>) -> GoldenCase {
    var rest = self
    rest.checks.removeAll { tensors.contains($0.tensor) }
    return rest
  }

  /// The id up to the slash.
  public var family: String { String(id.prefix { $0 != "/" }) }

  /// The id without the family.
  public var name: String { String(id.drop { $0 != "/" }.dropFirst()) }

  /// The name of the first function that the case's Python source defines. Cases that call one function with
  /// other arguments share it, and it does not vary with seeds and sizes.
  public var functionName: String? {
    guard case .string(let source) = manifest["source"] else { return nil }
    return source.firstMatch(of: #/\bdef +([A-Za-z_0-9]+)/#).map { String($0.output.1) }
  }

  /// How many checks the case counts for: those of its tensors, or one for an error or a plain result. (A few
  /// cases hold neither; they are run, and can fail, but do not count.)
  public var checkCount: Int {
    if !checks.isEmpty { return checks.count }
    return expectedError != nil || expectedResult != nil ? 1 : 0
  }

  /// The case whose parameters this one uses (`params_from`), or this one itself.
  public var parameterSource: GoldenCase {
    get throws(GoldenError) {
      guard let id = try manifest.optional("params_from")?.string() else { return self }
      return try GoldenCase(id: id, folder: folder)
    }
  }

  /// A member of the manifest, or null.
  public subscript(key: String) -> JSONValue { manifest[key] }

  /// The names of all tensors: inputs and recorded outputs.
  public var tensorNames: [String] { file?.tensors.map(\.name) ?? [] }

  /// Whether the case has a tensor of this name.
  public func hasTensor(_ name: String) -> Bool { file?[name] != nil }

  /// A tensor of the case by its name: an input, or the recorded value of an output.
  public func tensor(_ name: String) throws(GoldenError) -> HostArray {
    guard let file else { throw GoldenError("the case has no tensors, but '\(name)' is asked for") }
    let bytes = try Self.reading { try file.bytes(of: name) }
    guard let tensor = file[name] else { throw GoldenError("the case has no tensor '\(name)'") }
    return try HostArray(dtype: tensor.dtype, shape: tensor.shape, bytes: bytes)
  }

  /// Whether the tensor is the data of a PRNG key.
  public func isKey(_ name: String) -> Bool { manifest["tensor_info"][name]["key"] == .bool(true) }

  /// Whether the tensor was recorded as weakly typed.
  public func isWeaklyTyped(_ name: String) -> Bool {
    manifest["tensor_info"][name]["weak_type"] == .bool(true)
  }

  private static func reading<Result>(_ read: () throws -> Result) throws(GoldenError) -> Result {
    do { return try read() } catch { throw GoldenError("\(error)") }
  }
}
