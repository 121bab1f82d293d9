import Foundation
import StableHLO
import Testing

/// Calls whose order is kept: each takes a value that the one before it gives.
struct OrderedCallTests {
  private let type = HLOType(.f32, [2])

  private func call(_ function: HLOFunction, _ x: HLOValue) -> HLOValue {
    function.orderedCall("f", x, result: x.type, attributes: [])
  }

  /// The lines of a module with one argument and result.
  private func lines(
    partitioned: Bool = false, _ body: (HLOFunction, HLOValue) -> HLOValue
  ) -> (module: HLOModule, lines: [String]) {
    let module = HLOModule(name: "m")
    if partitioned { module.addPartitions([("x", 2)]) }
    module.addMain(arguments: [(type, "")]) { function, values in [body(function, values[0])] }
    let lines = module.text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    return (module, lines)
  }

  @Test func callsFollowEachOther() {
    let (module, lines) = lines { call($0, call($0, $1)) }
    #expect(module.isOrdered)
    #expect(
      lines[1]
        == "func.func public @main(%arg0: tensor<2xf32>, %token: tensor<i32>) -> (tensor<2xf32>, tensor<i32>) {"
    )
    #expect(lines[2].hasPrefix("%0:2 = stablehlo.custom_call @f(%arg0, %token) {"))
    #expect(lines[3].hasPrefix("%1:2 = stablehlo.custom_call @f(%0#0, %0#1) {"))
    #expect(lines[4] == "return %1#0, %1#1 : tensor<2xf32>, tensor<i32>")
  }

  @Test func withoutCallsNothingIsAdded() {
    let (module, lines) = lines { $0.binary("stablehlo.add", $1, $1) }
    #expect(
      !module.isOrdered && lines[1] == "func.func public @main(%arg0: tensor<2xf32>) -> (tensor<2xf32>) {")
  }

  @Test func loopsCarryTheToken() {
    let (_, lines) = lines { function, x in
      let results = function.whileLoop(
        [x],
        condition: { f, values in
          // Also a call in the condition comes after those before it, and before those of the body.
          let y = call(f, values[0])
          return f.reshape(
            f.slice(f.compare("LT", y, y), start: [0], limit: [1], stride: [1], to: HLOType(.i1, [1])), to: []
          )
        }, body: { f, values in [call(f, values[0])] })
      return call(function, results[0])
    }
    let text = lines.joined(separator: "\n")
    #expect(text.contains("\"stablehlo.while\"(%arg0, %token)"))
    #expect(text.contains("a0: tensor<2xf32>, %r0_1_token: tensor<i32>):"))
    #expect(text.contains("a0: tensor<2xf32>, %r0_2_token: tensor<i32>):"))
    #expect(
      text.contains("custom_call @f(%r0_1_a0, %r0_1_token)") && text.contains("@f(%r0_2_a0, %r0_2_token)"))
    #expect(text.contains("stablehlo.return %r0_2_0#0, %r0_2_0#1"))
    #expect(text.contains("custom_call @f(%0#0, %0#1)"))
  }

  @Test func branchesGoOnWithTheChain() {
    let (_, lines) = lines { function, x in
      let index = function.constant("0", HLOType(.i32, []))
      let before = call(function, x)
      let results = function.switchCase(
        index, results: [type],
        branches: [{ [call($0, before)] }, { f in [f.binary("stablehlo.add", before, before)] }])
      return results[0]
    }
    let text = lines.joined(separator: "\n")
    // The branch without a call hands on what was there.
    #expect(text.contains("custom_call @f(%1#0, %1#1)"))
    #expect(text.contains("_0, %1#1 : tensor<2xf32>, tensor<i32>"))
    #expect(text.contains("return %2#0, %2#1 : tensor<2xf32>, tensor<i32>"))
  }

  @Test func functionsTakeAndGiveTheToken() {
    let (_, lines) = lines { function, x in
      func twice(_ x: HLOValue) -> HLOValue {
        function.call(key: "twice", name: "twice", [x]) { f, values in [call(f, values[0])] }[0]
      }
      return twice(twice(x))
    }
    let text = lines.joined(separator: "\n")
    #expect(
      text.contains("@twice(%arg0: tensor<2xf32>, %token: tensor<i32>) -> (tensor<2xf32>, tensor<i32>)"))
    #expect(text.contains("%0:2 = func.call @twice(%arg0, %token)"))
    #expect(text.contains("%1:2 = func.call @twice(%0#0, %0#1)"))
  }

  @Test func everyDeviceCallsInAPartitionedModule() {
    let (_, lines) = lines(partitioned: true) { call($0, $1) }
    let text = lines.joined(separator: "\n")
    #expect(text.contains("\"sdy.manual_computation\"(%arg0, %token) <{"))
    #expect(text.contains("in_shardings = #sdy.sharding_per_value<[<@mesh, [{}]>, <@mesh, []>]>"))
    #expect(text.contains("return %0#0, %0#1 : tensor<2xf32>, tensor<i32>"))
  }
}
