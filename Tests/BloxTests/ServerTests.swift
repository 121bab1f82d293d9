import Blox
import Foundation
import Testing

/// A model behind HTTP, asked by many clients at once over connections, as docs/ThreadsAndActors.md describes it.
@Suite struct ServerTests {
  /// A jitted global, which all requests call.
  private static let probabilities: @Sendable (Params, Tensor) throws -> Tensor = jit { params, x in
    softmax(matmul(x, try params["net/kernel"].value))
  }

  @Test(.timeLimit(.minutes(10))) func manyClientsAskOneModel() async throws {
    let kernel = Tensor((0..<12).map { Float($0) / 12 }, shape: [4, 3])
    let params = try Params().assigning(Param(kernel), to: ["net", "kernel"]).locked()
    let server = try HTTPServer { body in
      do {
        let features = try JSONDecoder().decode([Float].self, from: body)
        let answer = try Self.probabilities(params, Tensor([features])).scalars(Float.self)
        return (200, try JSONEncoder().encode(answer))
      } catch {
        return (400, Data("\(error)".utf8))
      }
    }
    defer { server.stop() }
    let answers = try await withThrowingTaskGroup(of: (Int, Int, [Float]).self) { group in
      for client in 0..<64 {
        group.addTask {
          let body = try JSONEncoder().encode([Float(client % 8), 0.5, 0, 1])
          let (status, answer) = try await HTTPServer.post(body, port: server.port)
          return (client, status, try JSONDecoder().decode([Float].self, from: answer))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == 64)
    for (client, status, answer) in answers {
      let wanted = Self.byHand([Double(client % 8), 0.5, 0, 1])
      #expect(status == 200 && answer.count == 3)
      for (got, want) in zip(answer, wanted) { #expect(Swift.abs(Double(got) - want) < 1e-6, "\(answer)") }
    }
    // What is wrong with a request is its answer, and the next one is served.
    let wrong = try await HTTPServer.post(Data("[1, 2]".utf8), port: server.port)
    let text = String(decoding: wrong.body, as: UTF8.self)
    #expect(wrong.status == 400 && text.contains("f32[1,2]") && text.contains("f32[4,3]"), "\(text)")
    #expect(try await HTTPServer.post(Data("[0, 0, 0, 0]".utf8), port: server.port).status == 200)
  }

  /// The probabilities of three classes, in Double.
  private static func byHand(_ features: [Double]) -> [Double] {
    var exponentials: [Double] = []
    for column in 0..<3 {
      var logit = 0.0
      for (row, feature) in features.enumerated() { logit += feature * Double(3 * row + column) / 12 }
      exponentials.append(Foundation.exp(logit))
    }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }
}
