import Blox

/// Cases of kind `transform`: functions built of transformations, control flow and collectives, with the gradient of
/// the sum of the sines of their floating-point outputs.
///
/// The functions are written in Swift, under the name of the Python function: those of `TransformFunctions`.
struct TransformRunner: CaseRunner {
  static let kinds = ["transform"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    let name = golden.functionName ?? golden.name
    guard let function = TransformFunctions.all[name] else {
      throw GoldenError("the function \(name) is not written in Swift yet")
    }
    var inputs: [String: Tensor] = [:]
    for input in try golden.manifest.object("inputs").members {
      inputs[input.key] = try Tensor(golden.tensor(try input.value.string()))
    }
    if function.isRefusedByCompiler {
      results.refusedByCompiler("a tensor is not a Bool: `if x.sum() .> 0` does not compile")
      return
    }
    let outputs = try function.body(inputs)
    guard golden.expectedError == nil else {
      for output in outputs.values { try output.blockUntilReady() }
      return
    }
    for output in try golden.manifest.object("outputs").members {
      guard let value = outputs[output.key] else { throw GoldenError("\(name) has no output \(output.key)") }
      results[try output.value.string()] = try HostArray(value)
    }
    guard let gradients = golden.manifest.optional("grad") else { return }
    results.attempt("grad") { results in
      let names = try gradients.object("results").members
      let chosen = names.reduce(into: [:]) { $0[$1.key] = inputs[$1.key] }
      let computed = try grad { (wanted: [String: Tensor]) throws in
        try sumOfSines(function.body(inputs.merging(wanted) { $1 }))
      }(chosen)
      for input in names {
        guard let value = computed[input.key] else {
          throw GoldenError("there is no gradient of \(input.key)")
        }
        results[try input.value.string()] = try HostArray(value)
      }
    }
  }

  private func sumOfSines(_ outputs: [String: Tensor]) -> Tensor {
    outputs.sorted { $0.key < $1.key }.filter { $0.value.dtype.isFloating }
      .reduce(Tensor(0 as Float)) { $0 + sin($1.value.astype(.float32)).sum() }
  }
}

/// The functions of the cases of kind `transform`, by the name of the Python function.
struct TransformFunctions: Sendable {
  typealias Body = @Sendable ([String: Tensor]) throws -> [String: Tensor]

  let body: Body
  /// Whether the function's point is a mistake that Swift's compiler does not let pass.
  var isRefusedByCompiler = false

  static let all: [String: TransformFunctions] = {
    let families = [loops, branches, derivatives, mapping, compilation]
    var functions = families.reduce(into: [String: TransformFunctions]()) { all, family in
      for (name, body) in family { all[name] = TransformFunctions(body: body) }
    }
    functions["traced_bool"] = TransformFunctions(body: { _ in [:] }, isRefusedByCompiler: true)
    return functions
  }()
}

extension [String: Tensor] {
  /// The input of this name; one that the case does not have is an error.
  func input(_ name: String) throws -> Tensor {
    guard let tensor = self[name] else { throw GoldenError("the case has no input \(name)") }
    return tensor
  }

  /// Outputs that are named by their position.
  static func numbered(_ outputs: Tensor...) -> [String: Tensor] {
    outputs.enumerated().reduce(into: [:]) { $0["\($1.offset)"] = $1.element }
  }
}
