import PJRT
import StableHLO
import Tensors
import Testing

@testable import TensorCore

/// Every operation that the builder writes, in modules that XLA parses, verifies and compiles.
@Suite struct LoweringTests {
  private let matrix = HLOType(.f32, [4, 6])
  private let scalar = HLOType(.f32, [])

  private func compile(
    _ arguments: [HLOType], _ body: (HLOFunction, [HLOValue]) -> [HLOValue]
  ) throws -> Executable {
    let module = HLOModule(name: "test")
    module.addMain(arguments: arguments.map { ($0, "") }, body)
    return try Backend.default.client.compile(module.text, options: CompileOptions())
  }

  @Test func elementwiseAndData() throws {
    let executable = try compile([matrix, matrix, HLOType(.i32, [])]) { f, v in
      let (x, y, start) = (v[0], v[1], v[2])
      let sum = f.binary("stablehlo.add", f.unary("stablehlo.tanh", x), f.unary("chlo.erf", y))
      let chosen = f.select(f.compare("LT", x, y), sum, f.clamp(x, y, x))
      let flipped = f.reverse(f.transpose(chosen, permutation: [1, 0]), dimensions: [0])
      let cut = f.slice(flipped, start: [1, 0], limit: [5, 4], stride: [2, 1], to: HLOType(.f32, [2, 4]))
      let zero = f.constant("0x00000000", scalar)
      let padded = f.pad(
        cut, zero, low: [1, 0], high: [0, 1], interior: [1, 0], to: HLOType(.f32, [4, 5]))
      let joined = f.concatenate([padded, padded], dimension: 1, to: HLOType(.f32, [4, 10]))
      let part = f.dynamicSlice(joined, start: [start, start], sizes: [2, 3])
      let back = f.dynamicUpdateSlice(joined, part, start: [start, start])
      let bits = f.bitcastConvert(back, to: HLOType(.ui32, [4, 10]))
      let counts = f.iota(dimension: 1, HLOType(.ui32, [4, 10]))
      let mixed = f.convert(f.binary("stablehlo.xor", bits, counts), to: .f32)
      let rounded = f.reducePrecision(mixed, exponentBits: 8, mantissaBits: 7)
      return [
        f.optimizationBarrier([rounded])[0],
        f.broadcastInDim(
          f.reshape(zero, to: [1]), dimensions: [1],
          to: matrix.with(.f32).rank == 2 ? HLOType(.f32, [3, 1]) : scalar),
      ]
    }
    #expect(executable.outputCount == 2)
  }

  @Test func reductionsContractionsAndSorting() throws {
    let executable = try compile([matrix]) { f, v in
      let x = v[0]
      let zero = f.constant("0.0", scalar)
      let sums = f.reduce(x, initial: zero, operation: "stablehlo.add", dimensions: [0])
      let pairs = f.reduce([x, x], initial: [zero, zero], dimensions: [1]) { f, v in
        [f.binary("stablehlo.maximum", v[0], v[2]), f.binary("stablehlo.minimum", v[1], v[3])]
      }
      let product = f.dotGeneral(
        x, x, batching: ([0], [0]), contracting: ([1], [1]), precision: "HIGHEST", to: HLOType(.f32, [4]))
      let two = HLOFunction.Window(
        sizes: [2, 2], strides: [2, 2], low: [0, 0], high: [0, 0], baseDilations: [1, 1],
        windowDilations: [1, 1])
      let windows = f.reduceWindow([x], initial: [zero], window: two, to: [HLOType(.f32, [2, 3])]) { f, v in
        [f.binary("stablehlo.maximum", v[0], v[1])]
      }[0]
      let positions = f.iota(dimension: 1, matrix.with(.i32))
      let sorted = f.sort([x, positions], dimension: 1, isStable: true) { f, v in
        f.compare("LT", v[0], v[1], total: true)
      }
      return [sums, pairs[0], pairs[1], product, windows] + sorted
    }
    #expect(executable.outputCount == 7)
  }

  @Test func indexingControlAndCalls() throws {
    let executable = try compile([matrix, HLOType(.i32, [3, 1])]) { f, v in
      let rows = HLOFunction.GatherDimensions(
        offset: [1], collapsedSlice: [0], startIndexMap: [0], indexVector: 1)
      let taken = f.gather(v[0], v[1], dimensions: rows, sliceSizes: [1, 6], to: HLOType(.f32, [3, 6]))
      let added = f.scatter(v[0], v[1], taken, dimensions: rows) { f, a, b in f.binary("stablehlo.add", a, b)
      }
      let start = f.constant("0", HLOType(.i32, []))
      let loop = f.whileLoop([start, added]) { f, v in
        f.compare("LT", v[0], f.constant("3", HLOType(.i32, [])))
      } body: { f, v in
        [
          f.binary("stablehlo.add", v[0], f.constant("1", HLOType(.i32, []))),
          f.unary("stablehlo.sine", v[1]),
        ]
      }
      let branch = f.switchCase(
        loop[0], results: [matrix],
        branches: [{ _ in [added] }, { f in [f.unary("stablehlo.negate", added)] }])
      let called = f.call(key: "twice", name: "twice", branch) { f, v in
        [f.binary("stablehlo.add", v[0], v[0])]
      }
      return f.call(key: "twice", name: "twice", called) { _, v in v }
    }
    #expect(executable.outputCount == 1)
  }

  @Test func mistakesAreReportedByXLA() {
    #expect(throws: (any Error).self) {
      try compile([matrix]) { f, v in [f.reshape(v[0], to: [5])] }
    }
  }
}
