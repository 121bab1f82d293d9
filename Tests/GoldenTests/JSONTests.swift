import GoldenCases
import Testing

/// Manifests: JSON as Python writes it, and the errors of what is not of the form.
struct JSONTests {
  static func parse(_ text: String) throws(GoldenError) -> JSONValue { try JSONParser.parse(text.utf8) }

  static func problem(_ text: String) -> String {
    do {
      return "no error but \(try parse(text))"
    } catch { return error.description }
  }

  @Test func valuesAreRead() throws {
    #expect(try Self.parse(" null ") == .null)
    #expect(
      try Self.parse("[true, false, -1, 1.0, 1e-05, 4294967296]") == [
        true, false, -1, 1.0, 1e-05, 4_294_967_296,
      ])
    #expect(try Self.parse("99999999999999999999") == .number(1e20))
    #expect(try Self.parse("[]") == [])
    #expect(try Self.parse("[Infinity, -Infinity]") == [.number(.infinity), .number(-.infinity)])
    #expect(try Self.parse("NaN").matches(.number(.nan)))
    #expect(try Self.parse(#""a\"\\\/\n\t\u0041\ud83d\ude00ä""#) == "a\"\\/\n\tA😀ä")
    #expect(try Self.parse(#"{"a": {"b": []}}"#)["a"]["b"] == [])
  }

  @Test func membersKeepTheirOrder() throws {
    let object = try Self.parse(#"{"z": 1, "a": 2, "m": 3}"#)
    #expect(try object.object().keys == ["z", "a", "m"])
    #expect(object.description == #"{"z": 1, "a": 2, "m": 3}"#)
    #expect(object.matches(["a": 2, "m": 3.0, "z": 1]))
    #expect(object != ["a": 2, "m": 3, "z": 1])
    #expect(!object.matches(["a": 2, "m": 3]))
    #expect(!object.matches(["a": 2, "m": 3, "y": 1]))
  }

  @Test(arguments: [
    "", "{", "[1", "[1,]", "[1 2]", "{1: 2}", #"{"a" 1}"#, #"{"a": 1,}"#, "+1", ".5", "1.2.3", "truth", "\"",
    #""\x""#, #""\u12""#, #""\ud800""#, #""\ud800\u0041""#, "\"\n\"", "1 1", "nul", "-", "'a'",
  ]) func whatIsNotJSONIsAnError(text: String) {
    #expect(Self.problem(text).hasPrefix("bad JSON in line"))
  }

  @Test func deepNestingIsAnError() {
    #expect(Self.problem(String(repeating: "[", count: 100_000)).contains("less nesting"))
    #expect(throws: GoldenError.self) { try JSONParser.parse([0x22, 0xff, 0x22]) }
  }

  @Test func errorsNameTheLine() {
    #expect(
      Self.problem("{\n \"a\": 1,\n \"b\": oops\n}")
        == "bad JSON in line 3: expected a value before 'oops\n}'")
  }

  @Test func readingNamesThePlace() throws {
    let json = try Self.parse(
      #"{"config": {"hidden": 3, "rate": 0.5, "bound": {"float": "inf"}, "name": "x", "axes": [0, -1]}, "none": null}"#
    )
    #expect(try json.int("config", "hidden") == 3)
    #expect(try json.double("config", "hidden") == 3)
    #expect(try json.double("config", "bound") == .infinity)
    #expect(try json["config"]["rate"].double() == 0.5)
    #expect(try json.ints("config", "axes") == [0, -1])
    #expect(json.optional("none") == nil)
    #expect(json.optional("config", "other") == nil)
    func text(_ read: () throws(GoldenError) -> Void) -> String {
      do { try read() } catch { return error.description }
      return "no error"
    }
    #expect(
      text { () throws(GoldenError) in _ = try json.int("config", "rate") }
        == "the manifest's config.rate should be an integer, not 0.5")
    #expect(
      text { () throws(GoldenError) in _ = try json.int("config", "width", "x") }
        == "the manifest has no config.width")
    #expect(
      text { () throws(GoldenError) in _ = try json["none"].string() }
        == "the manifest's should be a string, not null")
  }
}
