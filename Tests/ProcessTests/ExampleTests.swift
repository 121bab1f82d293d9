import Foundation
import Testing

/// The examples in a short form: what they learn, what they write, and what they say of wrong arguments.
@Suite(.serialized) struct ExampleTests {
  private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "examples-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// What a program wrote that ended well.
  private func output(_ program: String, _ arguments: [String]) -> String {
    let run = Run(Run.built(program), arguments, environment: ["BLOX_CPU_DEVICES": "1"])
    #expect(run.status == 0, "\(program): \(run.output)")
    return run.output
  }

  /// The number after some words.
  private func number(after words: String, in output: String) throws -> Double {
    let rest = try #require(output.range(of: words), "\(output)").upperBound
    return try #require(Double(output[rest...].prefix { "0123456789.".contains($0) }), "\(output)")
  }

  @Test("A residual network learns some of the ten figures")
  func images() throws {
    try withFolder { folder in
      let page = folder.appending(path: "images.html").path
      let output = output(
        "resnet",
        [
          "--pictures", "512", "--epochs", "5", "--batch-size", "16", "--width", "8", "--learning-rate",
          "0.01", "--output", page,
        ])
      // One in ten by chance.
      #expect(try number(after: "test accuracy ", in: output) > 45, "\(output)")
      #expect(output.contains("100 %  2560/2560 pictures"), "\(output)")
      let text = try String(contentsOfFile: page, encoding: .utf8)
      #expect(text.components(separatedBy: "\"test accuracy\":").count == 6)
      #expect(text.contains("\"picture\": \"Ten of the pictures\""))
    }
  }

  @Test("A GPT that was stopped twice goes on as one that was not, and writes the same")
  func text() throws {
    try withFolder { folder in
      let file = folder.appending(path: "text.txt")
      let sentence = "the quick brown fox jumps over the lazy dog.\n"
      try String(repeating: sentence, count: 40).write(to: file, atomically: true, encoding: .utf8)
      func written(_ name: String, steps: Int) -> Substring {
        let output = output(
          "character-gpt",
          [
            file.path, "--output", folder.appending(path: name).path, "--steps", "\(steps)", "--batch-size",
            "8",
            "--context", "16", "--size", "32", "--layers", "1", "--checkpoint-every", "20", "--learning-rate",
            "0.01",
            "--prompt", "the quick ", "--length", "30",
          ])
        #expect(steps == 20 || name == "whole" || output.contains("going on from step"), "\(output)")
        return output.split(separator: "\n").suffix(3).joined(separator: "\n")[...]
      }
      let whole = written("whole", steps: 100)
      for steps in [20, 60] { _ = written("broken", steps: steps) }
      let broken = written("broken", steps: 100)
      #expect(broken.replacing("broken", with: "whole") == whole, "\(broken)\n\(whole)")
      // Far less than the 29 letters that occur.
      #expect(try number(after: "each letter is one of ", in: String(whole)) < 5, "\(whole)")
      let page = folder.appending(path: "broken/curves.html")
      #expect(
        try String(contentsOf: page, encoding: .utf8).components(separatedBy: "\"perplexity\":").count == 6)
    }
  }

  @Test("A variational autoencoder describes pictures in fewer nats than at its beginning")
  func pictures() throws {
    try withFolder { folder in
      let (data, page) = (folder.appending(path: "data.csv").path, folder.appending(path: "vae.html").path)
      try Digits.write(to: data)
      func nats(_ epochs: Int) throws -> Double {
        let output = output(
          "vae", ["--data", data, "--epochs", "\(epochs)", "--learning-rate", "0.003", "--output", page])
        return try number(after: "nats for a picture of the test ", in: output)
      }
      let (first, last) = (try nats(1), try nats(20))
      #expect(last < 0.9 * first, "\(first), \(last)")
      let text = try String(contentsOfFile: page, encoding: .utf8)
      try Data("1,2\n3,4\n".utf8).write(to: URL(filePath: data))
      let wrong = Run(Run.built("vae"), ["--data", data])
      #expect(
        wrong.status != 0 && wrong.output.contains("has other lines; expected 64 pixel values"),
        "\(wrong.output)")
      for name in ["Digits, and drawn again", "Digits that nobody wrote"] {
        #expect(text.contains("\"picture\": \"\(name)\""))
      }
    }
  }

  @Test("A pole stands longer after some rounds")
  func cartpole() throws {
    try withFolder { folder in
      let page = folder.appending(path: "cartpole.html").path
      let output = output("cartpole", ["--rounds", "15", "--carts", "8", "--output", page])
      let (stood, text) = (
        try number(after: "100 poles stand for ", in: output),
        try String(contentsOfFile: page, encoding: .utf8)
      )
      // By chance some 10 to 30 steps.
      #expect(stood > 60, "\(output)")
      #expect(text.contains("steps until a pole falls"))
    }
  }

  @Test(arguments: [
    ("resnet", ["--epochs", "banana"], "The value 'banana' is invalid for '--epochs"),
    ("resnet", ["--batch-size", "5000"], "--batch-size is 5000; expected at most 2048, the pictures"),
    ("character-gpt", ["/nowhere"], "'/nowhere' cannot be read; expected a file of text"),
    ("character-gpt", ["/nowhere", "--steps", "banana"], "The value 'banana' is invalid for '--steps"),
    ("character-gpt", ["/nowhere", "--temperature", "0"], "--temperature is 0.0; expected more than 0"),
    ("vae", ["--data", "/nowhere"], "/nowhere: it cannot be read"),
    ("cartpole", ["--parts", "7"], "--parts is 7; expected a divisor of 2048"),
    (
      "cartpole", ["--rounds", "1", "--output", "/nowhere/page.html"],
      "/nowhere/page.html: it cannot be written to"
    ),
  ]) func wrongArgumentsAreSaid(program: String, arguments: [String], text: String) {
    let run = Run(Run.built(program), arguments, environment: ["BLOX_CPU_DEVICES": "1"])
    #expect(run.status == 64 || run.status == 1, "\(run.status): \(run.output)")
    #expect(run.output.contains(text), "\(run.output)")
  }
}
