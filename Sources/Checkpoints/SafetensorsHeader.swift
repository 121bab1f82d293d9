import Foundation

/// The JSON at the front of a safetensors file, as it stands there: nothing is checked but its form.
struct SafetensorsHeader: Codable {
  struct Place: Codable {
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

  var metadata: [String: String] = [:]
  var places: [String: Place] = [:]

  init(metadata: [String: String], places: [String: Place]) {
    self.metadata = metadata
    self.places = places
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Name.self)
    for key in container.allKeys {
      if key.stringValue == Self.metadataName {
        metadata = try container.decode([String: String].self, forKey: key)
      } else {
        places[key.stringValue] = try container.decode(Place.self, forKey: key)
      }
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Name.self)
    if !metadata.isEmpty { try container.encode(metadata, forKey: Name(stringValue: Self.metadataName)) }
    for (name, place) in places { try container.encode(place, forKey: Name(stringValue: name)) }
  }

  /// Reads the header's JSON; what is wrong with it in words that name the place in it.
  static func decode(_ json: Data) throws(SafetensorsError) -> SafetensorsHeader {
    do {
      return try JSONDecoder().decode(SafetensorsHeader.self, from: json)
    } catch let error as DecodingError {
      throw SafetensorsError(.badHeader(words(error)))
    } catch {
      throw SafetensorsError(.badHeader("\(error)"))
    }
  }

  private static func words(_ error: DecodingError) -> String {
    let (context, what): (DecodingError.Context, String) =
      switch error {
      case .typeMismatch(_, let context), .valueNotFound(_, let context): (context, context.debugDescription)
      // Foundation says "not valid JSON" of numbers, too, that do not fit.
      case .dataCorrupted(let context): (context, "no valid JSON, or a number in it is no integer")
      case .keyNotFound(let key, let context): (context, "'\(key.stringValue)' is missing")
      @unknown default: (.init(codingPath: [], debugDescription: ""), "\(error)")
      }
    let path = context.codingPath.map(\.stringValue).joined(separator: " > ")
    return path.isEmpty ? what : "at \(path): \(what)"
  }
}
