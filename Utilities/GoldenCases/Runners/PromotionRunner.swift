import Blox

/// The case of kind `promotion`: tables of the dtypes of results. It has no checks; a wrong entry is an error.
struct PromotionRunner: CaseRunner {
  static let kinds = ["promotion"]

  func run(_ golden: GoldenCase, into results: inout CaseResults) throws {
    var wrong: [String] = []
    func check(_ row: JSONValue, _ result: Tensor, _ dtype: String, weak: Bool? = nil) throws {
      if dtype.hasPrefix("error") {
        if result.error == nil { wrong.append("\(row) gives \(result.dtype)") }
        return
      }
      let type = try result.checked().type
      if type.dtype.rawValue != dtype || weak.map({ $0 != type.isWeak }) ?? false {
        wrong.append("\(row) gives \(type.dtype)\(type.isWeak ? " (weak)" : "")")
      }
    }
    for row in try golden.manifest.array("arrays") {
      let names = try row.strings()
      guard names.count == 3 else { throw GoldenError("the row \(row)") }
      try check(row, try array(names[0]) + array(names[1]), names[2])
    }
    for row in try golden.manifest.array("weak") {
      let names = try row.array()
      guard names.count == 4 else { throw GoldenError("the row \(row)") }
      let scalar: Tensor =
        switch try names[0].string() {
        case "bool": true
        case "int": 1
        default: 1.5
        }
      try check(row, scalar + array(try names[1].string()), try names[2].string(), weak: try names[3].bool())
    }
    for (table, count) in [("unary_dtypes", 1), ("binary_dtypes", 2)] {
      for row in try golden.manifest.array(table) {
        let names = try row.strings()
        guard names.count == count + 2 else { throw GoldenError("the row \(row)") }
        let operands = try names.dropFirst().prefix(count).map(array)
        for name in ["jnp.\(names[0])", "lax.\(names[0])", "jax.nn.\(names[0])"] {
          guard let function = OpTable.function(named: name) else { continue }
          try check(row, try function(operands)[0], names[count + 1])
          break
        }
      }
    }
    if !wrong.isEmpty { throw GoldenError("wrong dtypes: " + wrong.joined(separator: "; ")) }
  }

  private func array(_ name: String) throws -> Tensor {
    guard let dtype = DType(rawValue: name) else { throw GoldenError("the dtype \(name) is not known") }
    return .ones([2, 2], dtype: dtype)
  }
}
