import Blox

/// Cases of kind `op`: a function of arrays, with its derivatives and its vmap.
///
/// All that a case asks for is one jitted function, compiled once. Where that fails, the parts are run one by one, so
/// that what works counts.
struct OpRunner: CaseRunner {
  static let kinds = ["op"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let function = try OpTable.function(golden)
    let value = try OpPart(
      golden.manifest, inputs: "args", outputs: golden.optionalStrings("outputs"), function)
    guard golden.expectedError == nil else {
      _ = try value.run(golden)
      return
    }
    let parts = [value] + (try derivatives(golden, function)) + (try batches(golden, function))
    do {
      try store(OpPart.joined(parts).run(golden), in: &results)
    } catch {
      try store(value.run(golden), in: &results)
      for part in parts.dropFirst() {
        results.attempt(part.name) { results in try store(part.run(golden), in: &results) }
      }
    }
  }

  private func store(_ tensors: [(String, Tensor)], in results: inout CaseResults) throws {
    for (name, tensor) in tensors { results[name] = try HostArray(tensor) }
  }

  private func derivatives(_ golden: GoldenCase, _ function: @escaping OpFunction) throws -> [OpPart] {
    var parts: [OpPart] = []
    let args = try golden.manifest.strings("args")
    if let vjp = golden.manifest.optional("vjp") {
      parts.append(try OpPart.vjp(vjp, args, function))
    }
    if let jvp = golden.manifest.optional("jvp") {
      parts.append(try OpPart.jvp(jvp, args, function))
    }
    if let hvp = golden.manifest.optional("hvp") {
      parts.append(try OpPart.hvp(hvp, args, function))
    }
    return parts
  }

  private func batches(_ golden: GoldenCase, _ function: @escaping OpFunction) throws -> [OpPart] {
    try golden.manifest.optional("vmap")?.array().map { try OpPart.vmap($0, function) } ?? []
  }
}

extension GoldenCase {
  /// The names of a list of tensors; none where the list is missing.
  fileprivate func optionalStrings(_ key: String) throws -> [String] {
    try manifest.optional(key)?.strings() ?? []
  }
}
