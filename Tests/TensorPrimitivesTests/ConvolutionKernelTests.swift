import Foundation
import PJRT
import TensorCore
import TensorTransformations
import Tensors
import Testing

@testable import TensorCore
@testable import TensorPrimitives

/// Convolutions by the kernels of `CKernels`, against those of XLA: values and gradients.
@Suite(.enabled(if: Kernels.instructions != nil, "no kernels for this processor"))
struct ConvolutionKernelTests {
  /// A convolution with channels last.
  struct Case: Sendable, CustomStringConvertible {
    var batch = 2
    var extents: [Int]
    var channels: (Int, Int)
    var kernel: [Int]
    var strides: [Int]?
    var padding: [(Int, Int)]?
    var dilation: [Int]?
    var inputDilation: [Int]?
    var groups = 1
    /// How many of the value and the two gradients the kernels compute.
    var calls = 3

    var ones: [Int] { extents.map { _ in 1 } }
    var input: [Int] { [batch] + extents + [channels.0] }
    var weights: [Int] { kernel + [channels.0 / groups, channels.1] }
    var description: String {
      "\(input) * \(weights) strides \(strides ?? ones) padding \(padding ?? []) dilation \(dilation ?? ones) "
        + "of the input \(inputDilation ?? ones) groups \(groups)"
    }

    func callAsFunction(_ x: Tensor, _ kernel: Tensor) -> Tensor {
      convGeneralDilated(
        x, kernel, windowStrides: strides ?? ones, padding: padding.map { .explicit($0) } ?? .same,
        lhsDilation: inputDilation, rhsDilation: dilation, dimensionNumbers: .featuresLast(extents.count),
        featureGroupCount: groups)
    }

    /// The value and both gradients, where the first numbers of `cotangents` are the value's cotangent.
    func all(_ x: Tensor, _ kernel: Tensor, _ cotangents: Tensor) -> [Tensor] {
      let (value, pullback) = vjp({ (x: Tensor, kernel: Tensor) in self(x, kernel) }, primals: (x, kernel))
      let (first, second) = pullback(cotangents[0..<value.size].reshape(value.shape))
      return [value, first, second]
    }
  }

  static let cases = [
    Case(extents: [8, 8], channels: (3, 32), kernel: [3, 3], calls: 2),
    Case(batch: 1, extents: [7, 9], channels: (7, 33), kernel: [3, 2], calls: 2),
    Case(extents: [5, 1], channels: (1, 8), kernel: [5, 1]),
    Case(
      batch: 3, extents: [9, 13], channels: (33, 17), kernel: [2, 3], strides: [2, 3],
      padding: [(0, 2), (3, 1)]),
    Case(extents: [11, 6], channels: (8, 9), kernel: [3, 3], padding: [(2, 0), (1, 4)], dilation: [2, 3]),
    Case(
      extents: [10, 7], channels: (16, 40), kernel: [3, 3], strides: [3, 2], padding: [(1, 1), (2, 2)],
      dilation: [1, 2]),
    Case(extents: [8, 8], channels: (12, 24), kernel: [3, 3], strides: [1, 2], groups: 3),
    Case(extents: [6, 5], channels: (6, 6), kernel: [3, 3], groups: 6, calls: 2),
    Case(
      batch: 9, extents: [8, 5], channels: (19, 19), kernel: [3, 4], strides: [2, 1],
      padding: [(0, 1), (2, 2)], groups: 19),
    Case(batch: 1, extents: [6, 6], channels: (49, 49), kernel: [2, 2], dilation: [2, 3], groups: 49),
    Case(extents: [9, 9], channels: (8, 16), kernel: [3, 3], padding: [(-1, 2), (0, -2)]),
    Case(extents: [7, 7], channels: (9, 8), kernel: [1, 1], strides: [2, 2], padding: [(0, 0), (0, 0)]),
    Case(
      extents: [4, 5], channels: (8, 8), kernel: [3, 4], padding: [(2, 3), (1, 2)], inputDilation: [2, 3]),
    Case(batch: 9, extents: [13], channels: (8, 17), kernel: [4], strides: [2], padding: [(3, 1)]),
    Case(batch: 5, extents: [5, 40], channels: (9, 7), kernel: [2, 2], calls: 2),
    Case(batch: 17, extents: [3, 4], channels: (1, 1), kernel: [2, 2], calls: 2),
  ]

  private func run(_ program: Program, _ inputs: [Tensor], kernels: Bool) throws -> [Tensor] {
    try CompiledProgram(program, on: .default, kernels: kernels).run(inputs)
  }

  private func calls(_ program: Program) -> Int {
    LoweredProgram(program, callsKernels: true).text.split(separator: "blox_convolution_v").count - 1
  }

  @Test(arguments: cases) func valuesAndGradientsAreThoseOfXLA(_ convolution: Case) throws {
    let keys = Random.split(Random.key(5), 3)
    let x = Random.normal(keys[0], Shape(convolution.input))
    let kernel = Random.normal(keys[1], Shape(convolution.weights))
    let cotangents = Random.normal(keys[2], [1 << 13])
    let program = try makeJaxpr { (x: Tensor, kernel: Tensor, cotangents: Tensor) in
      convolution.all(x, kernel, cotangents)
    }(x, kernel, cotangents)
    #expect(calls(program) == convolution.calls)
    let ours = try run(program, [x, kernel, cotangents], kernels: true)
    let theirs = try run(program, [x, kernel, cotangents], kernels: false)
    // What is right to the last bits, by which the error of both is measured.
    let exact = try jit { (x: Tensor, kernel: Tensor, cotangents: Tensor) in
      convolution.all(x, kernel, cotangents)
    }(x.astype(.float64), kernel.astype(.float64), cotangents.astype(.float64))
    for (index, (value, exact)) in zip(ours, exact).enumerated() {
      let scale = try abs(exact).max().item(Double.self)
      let error = try abs(value.astype(.float64) - exact).max().item(Double.self)
      #expect(error <= 2e-6 * scale, "result \(index): \(error) of \(scale)")
      #expect(value.shape == theirs[index].shape)
      #expect(try abs(value - theirs[index]).max().item(Double.self) <= 4e-6 * scale, "result \(index)")
    }
  }

  /// The gradients of a sum of sines, along a line, against the difference of two values in float64.
  @Test(arguments: [cases[1], cases[3], cases[6]]) func gradientsAreDifferences(_ convolution: Case) throws {
    let keys = Random.split(Random.key(7), 4)
    let inputs = [convolution.input, convolution.weights].enumerated().map {
      Random.normal(keys[$0.offset], Shape($0.element), dtype: .float64)
    }
    let steps = inputs.enumerated().map {
      Random.normal(keys[$0.offset + 2], $0.element.shape, dtype: .float64)
    }
    func loss(_ x: Tensor, _ kernel: Tensor) -> Tensor { sin(convolution(x, kernel)).sum() }
    let slope = try jit { (x: Tensor, kernel: Tensor, dx: Tensor, dk: Tensor) in
      (loss(x + 1e-5 * dx, kernel + 1e-5 * dk) - loss(x - 1e-5 * dx, kernel - 1e-5 * dk)) / 2e-5
    }(inputs[0], inputs[1], steps[0], steps[1]).item(Double.self)
    let single = inputs.map { $0.astype(.float32) }
    let program = try makeJaxpr { (operands: [Tensor]) in
      grad { (operands: [Tensor]) in loss(operands[0], operands[1]) }(operands)
    }(single)
    let gradients = try run(program, single, kernels: true)
    let terms = zip(gradients, steps).map { $0.astype(.float64) * $1 }
    let ours = try terms.map { try $0.sum().item(Double.self) }.reduce(0, +)
    let scale = try terms.map { try abs($0).sum().item(Double.self) }.reduce(0, +)
    #expect(abs(ours - slope) <= 1e-5 * scale, "\(ours) and \(slope)")
  }

  /// Transformations come before the lowering: what they make of a convolution is one again.
  @Test func underTransformations() throws {
    let convolution = Case(extents: [6, 7], channels: (3, 8), kernel: [3, 3])
    let keys = Random.split(Random.key(9), 2)
    let x = Random.normal(keys[0], [3, 2, 6, 7, 3])
    let kernel = Random.normal(keys[1], [3, 3, 3, 3, 8])
    func loss(_ x: Tensor, _ kernel: Tensor) -> Tensor { sin(convolution(x, kernel)).sum() }
    let program = try makeJaxpr { (x: Tensor, kernel: Tensor) -> [Tensor] in
      let lanes = vmap { (x: Tensor, kernel: Tensor) in convolution(x, kernel) }(x, kernel)
      let pictures = vmap { (x: Tensor) in convolution(x, kernel[0]) }(x)
      // The second derivative along a line.
      let second = grad { (kernel: Tensor) in (grad { loss(x[0], $0) }(kernel) * kernel).sum() }(kernel[0])
      let (_, scanned) = scan(kernel[0], x) { (kernel: Tensor, x: Tensor) -> (Tensor, Tensor) in
        (kernel * 0.5, convolution(x, kernel))
      }
      return [lanes, pictures, second, scanned]
    }(x, kernel)
    #expect(calls(program) >= 4)
    let ours = try run(program, [x, kernel], kernels: true)
    let theirs = try run(program, [x, kernel], kernels: false)
    for (value, other) in zip(ours, theirs) {
      let scale = try abs(other).max().item(Double.self)
      #expect(try abs(value - other).max().item(Double.self) <= 4e-6 * scale)
    }
  }

  /// Other dtypes, other orders of the axes and three axes are XLA's.
  @Test func whatTheKernelsDoNotKnowIsXLAs() throws {
    func text(_ x: Tensor, _ kernel: Tensor, _ numbers: ConvDimensionNumbers) throws -> String {
      let program = try makeJaxpr { (x: Tensor, kernel: Tensor) in
        convGeneralDilated(
          x, kernel, windowStrides: [Int](repeating: 1, count: x.ndim - 2), padding: .same,
          dimensionNumbers: numbers)
      }(x, kernel)
      return LoweredProgram(program, callsKernels: true).text
    }
    let known = try text(.ones([2, 6, 6, 4]), .ones([3, 3, 4, 8]), .featuresLast(2))
    #expect(known.contains("blox_convolution_v") && !known.contains("stablehlo.convolution"))
    let others = [
      try text(
        .ones([2, 6, 6, 4], dtype: .float64), .ones([3, 3, 4, 8], dtype: .float64), .featuresLast(2)),
      try text(
        .ones([2, 6, 6, 4], dtype: .bfloat16), .ones([3, 3, 4, 8], dtype: .bfloat16), .featuresLast(2)),
      try text(.ones([2, 4, 6, 6]), .ones([8, 4, 3, 3]), .init("NCHW", "OIHW", "NCHW")),
      try text(.ones([2, 6, 6, 6, 4]), .ones([3, 3, 3, 4, 8]), .featuresLast(3)),
      try text(.ones([0, 6, 6, 4]), .ones([3, 3, 4, 8]), .featuresLast(2)),
      // Here XLA is quicker.
      try text(.ones([2, 6, 6, 9]), .ones([3, 3, 9, 7]), .featuresLast(2)),
    ]
    for other in others { #expect(!other.contains("blox_convolution")) }
  }

  // MARK: The choice

  @Test func theEnvironmentChooses() throws {
    let client = try Backend.default.client
    func areOn(_ value: String) throws -> Bool {
      try Kernels.areOn(for: client, Settings(["BLOX_KERNELS": value]))
    }
    #expect(try areOn("on") && areOn("ON"))
    #expect(try !areOn("off"))
    let error = #expect(throws: TensorError.self) { try areOn("yes") }
    #expect(error?.problem == "BLOX_KERNELS is 'yes'")
    #expect(error?.expected == "on or off")
    let program = try makeJaxpr { (x: Tensor, kernel: Tensor) in ConvolutionKernelTests.cases[0](x, kernel)
    }(
      Tensor.ones([2, 8, 8, 3]), Tensor.ones([3, 3, 3, 32]))
    let off = LoweredProgram(program).text
    #expect(off.contains("stablehlo.convolution") && !off.contains("custom_call"))
  }

  /// The text that a compiled program is found by on disk says which kernels of which version it calls.
  @Test func theProgramNamesItsKernels() throws {
    let kernel = try #require(ConvolutionKernel.function)
    let instructions = try #require(Kernels.instructions)
    #expect(kernel.name == "blox_convolution_v1_\(instructions)")
    #expect(["avx512", "avx2", "neon"].contains(instructions))
  }

  /// A program that calls kernels is kept on disk and found again, and is another one than that without them.
  @Test func programsWithKernelsAreKept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blox-cache-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    func files() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: folder.path).count }
    let inputs = [Tensor.ones([2, 8, 8, 3]), Tensor.ones([3, 3, 3, 32])]
    let program = try makeJaxpr { (x: Tensor, kernel: Tensor) in
      sin(cos(sin(ConvolutionKernelTests.cases[0](x, kernel)))).sum(axis: 0) * 1.2345
    }(inputs[0], inputs[1])
    let expected = try run(program, inputs, kernels: true)[0].scalars(Float.self)
    let backend = try Backend.default
    for (kernels, count) in [(true, 1), (true, 1), (false, 2)] {
      let lowered = LoweredProgram(program, callsKernels: kernels)
      let cache = CompilationCache(settings: Settings(["BLOX_COMPILATION_CACHE": folder.path]))
      let executable = try cache.compile(lowered.text, on: backend.client)
      #expect(try files() == count)
      let buffers = try inputs.map { try backend.buffer(of: $0, operation: "test") }
      let result = Tensor(try executable.execute(buffers)[0], lowered.outputTypes[0])
      if kernels { #expect(try result.scalars(Float.self) == expected) }
    }
  }

  // MARK: Calls that no program of ours makes

  @Test func wrongCallsAreErrors() throws {
    let (x, kernel) = (Tensor.ones([2, 8, 8, 3]), Tensor.ones([3, 3, 3, 32]))
    let program = try makeJaxpr { (x: Tensor, kernel: Tensor) in ConvolutionKernelTests.cases[0](x, kernel)
    }(
      x, kernel)
    let client = try Backend.default.client
    _ = try run(program, [x, kernel], kernels: true)
    let lowered = LoweredProgram(program, callsKernels: true)
    let numbers =
      "numbers = array<i64: 0, 0, 2, 3, 32, 1, 8, 3, 8, 1, 1, 1, 1, 8, 3, 8, 1, 1, 1, 1, \(Kernels.workers)>"
    #expect(lowered.text.contains(numbers))
    let wrong = [
      (numbers, "numbers = array<i64: 0, 0, 2>", "a shape that is not known"),
      (numbers, "label = \"none\"", "a shape that is not known"),
      (
        "i64: 0, 0, 2,", "i64: 0, 0, 3,",
        "operand 0 of float32, [2, 8, 8, 3], in place of float32, [3, 8, 8, 3]"
      ),
      (
        "i64: 0, 0, 2,", "i64: 1, 0, 2,",
        "operand 1 of float32, [3, 3, 3, 32], in place of float32, [2, 8, 8, 32]"
      ),
      ("i64: 0, 0, 2,", "i64: 0, 0, 0,", "a shape that is not known"),
      ("2, 3, 32, 1,", "2, 3, 32, 0,", "a shape that is not known"),
      ("2, 3, 32, 1,", "2, 9223372036854775807, 32, 1,", "a shape that is not known"),
      ("1, 1, 1, \(Kernels.workers)>", "1, 1, 1, 65>", "a shape that is not known"),
      ("1, 1, 1, 1, 8,", "99999999, 1, 1, 1, 8,", "a shape that is not known"),
      ("1, 1, 1, 1, 8,", "1, 0, 1, 1, 8,", "a shape that is not known"),
      // More padding needs more memory than there is.
      ("1, 1, 1, 1, 8,", "9, 1, 1, 7, 8,", "result 1 of float32"),
    ]
    for (right, other, problem) in wrong {
      let text = lowered.text.replacing(right, with: other)
      #expect(text != lowered.text)
      let executable = try client.compile(text)
      let error = #expect(throws: PJRTError.self, "\(other)") {
        let inputs = try [x, kernel].map { try Backend.default.buffer(of: $0, operation: "test") }
        let result = try executable.execute(inputs)[0]
        _ = try Tensor(result, TensorType([2, 8, 8, 32], .float32)).scalars(Float.self)
      }
      #expect(error?.message.contains(problem) == true, "\(other): \(error?.message ?? "nothing")")
    }
  }
}
