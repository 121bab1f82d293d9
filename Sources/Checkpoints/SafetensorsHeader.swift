import Foundation

/// The JSON at the front of a safetensors file, to be written.
struct SafetensorsHeader: Encodable {
  struct TensorInfo: Encodable {
    var dtype: String
    var shape: [Int]
    var offsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype, shape
      case offsets = "data_offsets"
    }
  }

  struct Name: CodingKey {
    var stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  static let metadataName = "__metadata__"
  /// The longest header, in bytes, that the format allows.
  static let longest = 100_000_000

  var metadata: [String: String]
  var tensors: [String: TensorInfo]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Name(stringValue: Self.metadataName)) }
    for (name, tensor) in tensors { try container.encode(tensor, forKey: Name(stringValue: name)) }
  }
}
