import Foundation
import Tensors
import Testing

@testable import TensorPrimitives

/// The table of operations leaves out no primitive but those that other tests are for.
@Suite struct OpCoverageTests {
  private static let elsewhere: [String: [String]] = [
    "along named axes, which a row does not have: the recorded transforms, ShardMapTests": [
      "axisIndex", "psum", "pmax", "pmin", "allGather", "allToAll", "ppermute", "psumScatter",
    ],
    "with programs or rules of their own: ControlFlowTests, CustomRuleTests, JitShardingTests": [
      "whileLoop", "customVjp", "shardingConstraint",
    ],
    "the derivatives of others, with values of their own: SpecialTableTests": ["tanhSlope"],
    "without derivatives: the recorded values of Python": [
      "xor", "shiftLeft", "shiftRightLogical", "populationCount", "clz",
      "nextafter",
      "threefry2x32",
    ],
    "what attention becomes in reverse mode, with laws of its own there: AttentionKernelTests": [
      "attentionTangent", "attentionGradient",
    ],
    "LAPACK's alone, which a machine may lack: GeneralEigenTests": ["eig", "schur"],
    "parts of operations that have the derivatives, and of these: solve, det, qr, eigh, Random.orthogonal": [
      "lu", "completeLU", "unpivotedLU", "cofactors", "cofactorTangents", "jacobiEigen", "householderQR",
      "householderProduct",
    ],
  ]

  @Test func everyPrimitiveHasARow() throws {
    var seen: Set<String> = []
    for op in OpCase.all {
      let program = makeJaxpr { (x: [Tensor]) in op.function(x) }
      try seen.formUnion(names(program(op.tensors())))
    }
    let missing = try sourceNames().subtracting(seen)
    let known = Set(Self.elsewhere.values.joined())
    #expect(missing.subtracting(known) == [], "a row of the table is missing, or a reason for none")
    #expect(known.subtracting(missing) == [], "there is a row: no reason is needed")
  }

  private func names(_ program: Program) -> Set<String> {
    program.equations.reduce(into: []) { names, equation in
      names.insert(equation.primitive.name)
      for inner in equation.primitive.subprograms { names.formUnion(self.names(inner)) }
    }
  }

  /// The names that the primitives' sources give them.
  private func sourceNames() throws -> Set<String> {
    var folder = URL(filePath: #filePath)
    for _ in 0..<4 { folder = folder.deletingLastPathComponent() }
    var names: Set<String> = []
    for target in ["TensorPrimitives", "TensorFunctions"] {
      let sources = folder.appending(path: "Sources/\(target)/Primitives")
      let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
      for case let file as URL in files where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: /let name = "(\w+)"/) { names.insert(String(match.1)) }
      }
    }
    return names
  }
}
