import Foundation

/// The JSON at the front of a safetensors file, to be written.
struct SafetensorsHeader: Encodable {
  struct Place: Encodable {
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
  var places: [String: Place]

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Name(stringValue: Self.metadataName)) }
    for (name, place) in places { try container.encode(place, forKey: Name(stringValue: name)) }
  }
}
