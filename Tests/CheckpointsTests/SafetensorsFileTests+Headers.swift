import Checkpoints
import Foundation
import Testing

/// Headers that the format, or JSON, does not allow.
extension SafetensorsFileTests {
  @Test(arguments: [
    ("", "header"), ("[]", "header"), ("{", "header"), ("{\"a\": 1}", "at a"),
    (#"{"a": {"dtype": "F32", "shape": [1]}}"#, "at a: 'data_offsets' is missing"),
    (#"{"a": {"dtype": 3, "shape": [1], "data_offsets": [0, 4]}}"#, "at a > dtype"),
    (#"{"a": {"dtype": "F32", "shape": [1.5], "data_offsets": [0, 4]}}"#, "no integer"),
    (#"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0]}}"#, "should be two numbers"),
    (#"{"a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 99999999999999999999]}}"#, "no int"),
    (#"{"__metadata__": {"a": 1}}"#, "at __metadata__ > a"),
    ("{'a': 1}", "header"),
  ]) func headersThatAreNotOfTheFormAreErrors(json: String, says: String) {
    guard case .badHeader = Self.problem(Self.file(json, size: 4)) else {
      Issue.record("\(json.prefix(80)) gave \(String(describing: Self.problem(Self.file(json, size: 4))))")
      return
    }
    let text = Self.problem(Self.file(json, size: 4)).map { "\($0)" } ?? ""
    #expect(text.contains(says))
  }

  /// Foundation's reader ends the process at 512 brackets.
  @Test(arguments: [64, 511, 512, 513, 100_000]) func deeplyNestedHeadersAreErrors(depth: Int) {
    let open = String(repeating: "[", count: depth), closed = String(repeating: "]", count: depth)
    let member = String(repeating: "{\"a\":", count: depth)
    for json in [
      open, open + closed, member, member + "1" + String(repeating: "}", count: depth),
      #"{"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4], "more": \#(open + closed)}}"#,
      #"{"a": {"dtype": "U8", "shape": \#(open + closed), "data_offsets": [0, 4]}}"#,
      #"{"__metadata__": {"a": \#(open)"#,
    ] {
      guard case .badHeader = Self.problem(Self.file(json, size: 4)) else {
        Issue.record("\(json.prefix(60)) gave \(String(describing: Self.problem(Self.file(json, size: 4))))")
        continue
      }
    }
  }

  @Test func whatLaterVersionsSayIsPassedOver() throws {
    let more = #""more": {"a": [1, 2.5e3, true, null, {"b": "x"}], "c": -0.1}"#
    let json =
      #"{"__metadata__": null, "a": {"dtype": "U8", \#(more), "shape": [4], "data_offsets": [0, 4]}}"#
    #expect(try SafetensorsFile(Self.file(json, size: 4)).tensors.map(\.name) == ["a"])
  }

  /// As the format's own library has it, in whatever order the two come, of whatever type and size they are.
  @Test(arguments: [
    (
      #""a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}"#,
      #""a": {"dtype": "I64", "shape": [1], "data_offsets": [0, 8]}"#
    ),
    (
      #""a": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}"#,
      #""a": {"dtype": "U8", "shape": [4], "data_offsets": [4, 8]}"#
    ),
    (
      #""a": {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}"#,
      #""a": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}"#
    ),
    (
      #""a": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}"#,
      #""\u0061": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}"#
    ),
    (#""a": {"dtype": "F64", "shape": [1], "data_offsets": [0, 8]}"#, #""a": 5"#),
  ]) func namesThatAreThereTwiceAreErrors(one: String, other: String) {
    let between = #""b": {"dtype": "F32", "shape": [0], "data_offsets": [8, 8]}"#
    for json in ["{\(one), \(other)}", "{\(one), \(between), \(other)}"] {
      let problem = Self.problem(Self.file(json, size: 8))
      #expect(problem == .duplicateName("a"))
      #expect(problem.map { "\($0)" } == "names 'a' twice")
    }
    if other.hasSuffix("}") {
      #expect(Self.problem(Self.file("{\(other), \(one)}", size: 8)) == .duplicateName("a"))
    }
  }

  @Test(arguments: [
    (#"{"__metadata__": {}, "__metadata__": {}}"#, "names '__metadata__' twice"),
    (#"{"__metadata__": {"k": "1", "k": "2"}}"#, "at __metadata__: 'k' is there twice"),
    (
      #"{"a": {"dtype": "U8", "dtype": "I8", "shape": [4], "data_offsets": [0, 4]}}"#,
      "at a: 'dtype' is there twice"
    ),
    (
      #"{"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4], "shape": [4]}}"#,
      "at a: 'shape' is there twice"
    ),
    (#"{"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4, 4]}}"#, "no more than 2 numbers"),
    (#"{"a": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}} {}"#, "the end was expected"),
    (#"{"a": {"dtype": "U8", "shape": [04], "data_offsets": [0, 4]}}"#, "at a > shape"),
    (#"{"a": {"dtype": "U8", "shape": [4,], "data_offsets": [0, 4]}}"#, "at a > shape"),
    (#"{"a": {"dtype": "U8", "shape": [4e0], "data_offsets": [0, 4]}}"#, "no integer"),
    (#"{"\ud800": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}}"#, "surrogate"),
    (#"{"\x": {"dtype": "U8", "shape": [4], "data_offsets": [0, 4]}}"#, "escape"),
    (#"{"a": nul}"#, "at a"), (#"{"a": {"dtype": "U8" "shape": [4]}}"#, "'}' was expected"),
  ]) func whatJSONDoesNotAllowIsAnError(json: String, says: String) {
    let text = Self.problem(Self.file(json, size: 4)).map { "\($0)" } ?? "no problem"
    #expect(text.contains(says), "\(text)")
  }

  @Test(arguments: [
    "[4611686018427387904, 4, 0]", "[0, 4611686018427387904, 4]", "[4611686018427387904, 0, 4]",
    "[9223372036854775807, 9223372036854775807, 0]", "[2305843009213693952]", "[-1, 0]",
    "[0, -9223372036854775808]",
  ]) func shapesThatCannotBeAreErrors(shape: String) {
    let json = #"{"a": {"dtype": "F32", "shape": \#(shape), "data_offsets": [0, 0]}}"#
    guard case .badShape("a", _) = Self.problem(Self.file(json, size: 0)) else {
      Issue.record("\(shape) gave \(String(describing: Self.problem(Self.file(json, size: 0))))")
      return
    }
  }

  @Test func moreAxesThanAnythingHasAreAnError() {
    func problem(_ count: Int) -> SafetensorsProblem? {
      let shape = "[" + Array(repeating: "1", count: count).joined(separator: ",") + "]"
      return Self.problem(
        Self.file(#"{"a": {"dtype": "U8", "shape": \#(shape), "data_offsets": [0, 1]}}"#, size: 1))
    }
    #expect(problem(255) == nil)
    #expect(
      problem(256).map { "\($0)" }?.contains("at a > shape: there should be no more than 255 numbers") == true
    )
  }

  @Test func longTextsAreShortInErrors() {
    let name = String(repeating: "n", count: 50_000)
    let json = #"{"\#(name)": {"dtype": "\#(name)", "shape": [4], "data_offsets": [0, 4]}}"#
    let text = Self.problem(Self.file(json, size: 4)).map { "\($0)" } ?? ""
    #expect(text.contains("of unknown dtype 'nnn") && text.count < 1000)
  }

  @Test func headerThatIsNotUTF8IsAnError() {
    var contents = Self.file("{\"?\": 1}", size: 0)
    contents[10] = 0xff
    #expect(Self.problem(contents) != nil)
  }
}
