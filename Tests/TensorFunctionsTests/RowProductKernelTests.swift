import PJRT
import TensorTransformations
import Tensors
import Testing

@testable import TensorCore
@testable import TensorFunctions
@testable import TensorPrimitives

/// Products of a few rows with a matrix of bfloat16 or int8 by the kernels of `CKernels`, against XLA's.
@Suite(.enabled(if: Kernels.instructions != nil, "no kernels for this processor"))
struct RowProductKernelTests {
  private func run(_ program: Program, _ inputs: [Tensor], kernels: Bool) throws -> [Tensor] {
    try CompiledProgram(program, on: .default, kernels: kernels).run(inputs)
  }

  private func calls(_ program: Program) -> Int {
    LoweredProgram(program, callsKernels: true).text.split(separator: "blox_row_product_v").count - 1
  }

  /// The largest difference from `exact`, in the measure of its largest element.
  private func error(_ value: Tensor, _ exact: Tensor) throws -> Double {
    let difference = try abs(value.astype(.float64) - exact).max().item(Double.self)
    return try difference / abs(exact).max().item(Double.self)
  }

  /// All ways to say such a product: each result is `[rows, 131]`, or its transpose.
  private static func products(_ x: Tensor, _ w: Tensor, _ transposed: Tensor) -> [Tensor] {
    [
      matmul(x, w), matmul(x, transposed.T), matmul(x, w, preferredElementType: .float32),
      matmul(transposed, x.T), matmul(w.T, x.T),
      // The matrix is converted to float32, which the kernel does by itself.
      matmul(x.astype(.float32), w), matmul(x.astype(.float32), transposed.T),
      einsum("abk,hdk->abhd", x.reshape([x.shape[0], 1, 257]), transposed[0..<130].reshape([10, 13, 257])),
    ]
  }

  @Test(arguments: [1, 2, 5, 9]) func productsWithBFloat16(_ rows: Int) throws {
    let keys = Random.split(Random.key(rows), 2)
    let x = Random.normal(keys[0], [rows, 257]).astype(.bfloat16)
    let w = Random.normal(keys[1], [257, 131]).astype(.bfloat16)
    let inputs = [x, w, w.T]
    let program = try makeJaxpr { (inputs: [Tensor]) in
      RowProductKernelTests.products(inputs[0], inputs[1], inputs[2])
    }(inputs)
    #expect(calls(program) == 8)
    let (ours, theirs) = (try run(program, inputs, kernels: true), try run(program, inputs, kernels: false))
    let exact = try jit { (x: Tensor, w: Tensor) in matmul(x, w) }(x.astype(.float64), w.astype(.float64))
    for (index, (value, other)) in zip(ours, theirs).enumerated() {
      #expect(value.type == other.type, "product \(index)")
      let isTransposed = index == 3 || index == 4
      let right =
        isTransposed ? exact.T : index == 7 ? exact[FullRange(), 0..<130].reshape([rows, 1, 10, 13]) : exact
      let tolerance = value.dtype == .bfloat16 ? 1.0 / 256 : 1e-6
      #expect(try error(value, right) <= tolerance, "product \(index)")
      // Both round the same sum, but for its last bits.
      #expect(try error(other, right) <= tolerance)
    }
  }

  @Test(arguments: [1, 4, 9]) func productsWithIntegers(_ rows: Int) throws {
    let keys = Random.split(Random.key(rows), 2)
    let x = Random.normal(keys[0], [rows, 264])
    let matrix = Random.normal(keys[1], [264, 131])
    let kept = [1, 3, 33].map { quantizedMatrix(matrix, groups: $0, isTransposed: false) }
    let turned = [1, 33].map { quantizedMatrix(matrix.T, groups: $0, isTransposed: true) }
    let inputs = [x] + (kept + turned).flatMap { [$0.kernel, $0.scale] }
    let program = try makeJaxpr { (inputs: [Tensor]) -> [Tensor] in
      var products: [Tensor] = []
      for index in 0..<5 {
        let (kernel, scale) = (inputs[1 + 2 * index], inputs[2 + 2 * index])
        products.append(quantizedMatmul(inputs[0], kernel, scale: scale, isTransposed: index > 2))
      }
      let half = inputs[0].astype(.bfloat16)
      return products + [quantizedMatmul(half, inputs[3], scale: inputs[4].astype(.bfloat16))]
    }(inputs)
    #expect(calls(program) == 6)
    let (ours, theirs) = (try run(program, inputs, kernels: true), try run(program, inputs, kernels: false))
    for index in 0..<5 {
      let (kernel, scale) = index < 3 ? kept[index] : turned[index - 3]
      let values = dequantizedMatrix(kernel, scale: scale.astype(.float64), isTransposed: index > 2)
      let exact = matmul(x.astype(.float64), index > 2 ? values.T : values)
      #expect(
        try error(ours[index], exact) <= 1e-6 && error(theirs[index], exact) <= 1e-6, "product \(index)")
      // Fewer numbers to a scale are nearer to the matrix.
      #expect(try error(values, (index > 2 ? matrix.T : matrix).astype(.float64)) <= 0.5 / 127)
    }
    #expect(ours[5].dtype == .bfloat16 && theirs[5].dtype == .bfloat16)
    #expect(try error(ours[5], ours[1].astype(.float64)) <= 0.02)
    #expect(try error(ours[5], theirs[5].astype(.float64)) <= 1.0 / 128)
  }

  /// NaN and infinities go where they do in XLA's products.
  @Test func whatIsNotFinite() throws {
    var values = [Float](repeating: 1, count: 3 * 256)
    (values[5], values[256 + 7], values[256 + 8]) = (.infinity, .nan, .infinity)
    let x = Tensor(values, shape: [3, 256]).astype(.bfloat16)
    var weights = [Float](repeating: 0.5, count: 256 * 130)
    (weights[3 * 130 + 4], weights[5 * 130 + 6]) = (-.infinity, 0)
    let w = Tensor(weights, shape: [256, 130]).astype(.bfloat16)
    let kernel = Tensor.ones([256, 130], dtype: .int8)
    let scale = Tensor([Float](repeating: 2, count: 129) + [.infinity], shape: [1, 130]).astype(.bfloat16)
    let inputs = [x, w, w.T, kernel, scale]
    let program = try makeJaxpr { (inputs: [Tensor]) in
      [
        matmul(inputs[0], inputs[1]), matmul(inputs[0], inputs[2].T),
        quantizedMatmul(inputs[0], inputs[3], scale: inputs[4]),
      ].map { $0.astype(.float32) }
    }(inputs)
    #expect(calls(program) == 3)
    let (ours, theirs) = (try run(program, inputs, kernels: true), try run(program, inputs, kernels: false))
    for (value, other) in zip(ours, theirs) {
      let pairs = try zip(value.scalars(Float.self), other.scalars(Float.self))
      #expect(pairs.allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN })
    }
    let row = try ours[0][0].scalars(Float.self)
    #expect(row[0] == .infinity && row[4].isNaN && row[6].isNaN)
    #expect(try ours[0][2].scalars(Float.self)[4] == -.infinity)
    #expect(try ours[2][2].scalars(Float.self).suffix(2) == [512, .infinity])
  }

  /// Derivatives and lanes are those of the product.
  @Test func underTransformations() throws {
    let keys = Random.split(Random.key(9), 2)
    let x = Random.normal(keys[0], [3, 264])
    let w = Random.normal(keys[1], [264, 131])
    let (kernel, scale) = quantizedMatrix(w, groups: 3, isTransposed: false)
    let (turned, turnedScale) = quantizedMatrix(w.T, groups: 3, isTransposed: true)
    let inputs = [x, w.astype(.bfloat16), kernel, scale, turned, turnedScale]
    let values = dequantizedMatrix(kernel, scale: scale)
    func loss(_ product: Tensor) -> Tensor { sin(product).sum() }
    let program = try makeJaxpr { (inputs: [Tensor]) -> [Tensor] in
      let (x, kernel, scale) = (inputs[0], inputs[2], inputs[3])
      let lanes = vmap { (x: Tensor) in quantizedMatmul(x, kernel, scale: scale) }(x)
      let halves = vmap { (x: Tensor) in matmul(x, inputs[1]) }(x.astype(.bfloat16))
      let slopes = grad { (v: [Tensor]) in loss(quantizedMatmul(v[0], kernel, scale: v[1])) }([x, scale])
      let turned = grad { (v: [Tensor]) in
        loss(quantizedMatmul(v[0], inputs[4], scale: v[1], isTransposed: true))
      }([x, inputs[5]])
      let both = vmap { (x: Tensor, s: Tensor) in quantizedMatmul(x, kernel, scale: s) }(
        x, stack([scale, 2 * scale, scale]))
      return [lanes, halves.astype(.float32)] + slopes + [turned[0], turned[1].T, both]
    }(inputs)
    #expect(calls(program) >= 4)
    let ours = try run(program, inputs, kernels: true)
    // In float64; what differs is that a sine of sums of 264 products has the error of these.
    let (exact, integers) = (x.astype(.float64), kernel.astype(.float64))
    let wide = values.astype(.float64)
    let plain = matmul(exact, wide)
    let slope = cos(plain)
    let ofScales = (matmul(exact.T, slope) * integers).reshape([3, 88, 131]).sum(axis: 1)
    let halves = matmul(x.astype(.bfloat16), inputs[1]).astype(.float64)
    let expected = [
      plain, halves, matmul(slope, wide.T), ofScales, matmul(slope, wide.T), ofScales,
      plain * Tensor([1, 2, 1] as [Double], shape: [3, 1]),
    ]
    for (index, (value, right)) in zip(ours, expected).enumerated() {
      let difference = try error(value, right)
      #expect(difference <= (index == 1 ? 1.0 / 128 : 1e-4), "result \(index): \(difference)")
    }
  }

  /// Other dtypes, batches, many rows and small matrices are XLA's.
  @Test func whatIsLeftToXLA() throws {
    func isCalled(_ a: Tensor, _ b: Tensor) throws -> Bool {
      try calls(makeJaxpr { (a: Tensor, b: Tensor) in matmul(a, b) }(a, b)) > 0
    }
    func ones(_ shape: Shape, _ dtype: DType = .bfloat16) -> Tensor { .ones(shape, dtype: dtype) }
    #expect(try isCalled(ones([2, 256]), ones([256, 256])))
    #expect(try isCalled(ones([256]), ones([256, 256])))
    #expect(try isCalled(ones([4, 8, 256]), ones([256, 256])))
    #expect(try isCalled(ones([1, 1024], .float32), ones([1024, 1024], .float32)))
    #expect(try !isCalled(ones([33, 256]), ones([256, 256])))
    #expect(try !isCalled(ones([16, 1024], .float32), ones([1024, 1024], .float32)))
    #expect(try !isCalled(ones([2, 256], .float16), ones([256, 256], .float16)))
    #expect(try !isCalled(ones([2, 64]), ones([64, 64])))
    #expect(try !isCalled(ones([3, 2, 256]), ones([3, 256, 256])))
    #expect(try !isCalled(ones([2, 0]), ones([0, 65536])))
    let program = try makeJaxpr { (a: Tensor, b: Tensor) in matmul(a, b) }(ones([2, 256]), ones([256, 256]))
    let off = LoweredProgram(program).text
    #expect(off.contains("stablehlo.dot_general") && !off.contains("custom_call"))
  }

  /// Operands that do not fit each other.
  @Test func wrongOperandsAreErrors() {
    let (x, kernel, scale) = (Tensor.ones([2, 8]), Tensor.ones([8, 3], dtype: .int8), Tensor.ones([2, 3]))
    func problem(_ x: Tensor, _ kernel: Tensor, _ scale: Tensor) -> TensorError? {
      quantizedMatmul(x, kernel, scale: scale).error
    }
    #expect(problem(x, kernel, scale) == nil)
    let dtype = problem(x, kernel.astype(.float32), scale)
    #expect(dtype?.operation == "quantizedMatmul" && dtype?.problem == "the kernel is f32[8,3]")
    #expect(dtype?.expected == "int8 [k, n]; quantized(params) makes such of a model's kernels")
    #expect(
      problem(.ones([2, 7]), kernel, scale)?.problem == "the inputs are f32[2,7], and the kernel i8[8,3]")
    #expect(
      problem(.ones([]), kernel, scale)?.expected
        == "floating-point inputs […, k] and a kernel [k, n] with the same k")
    let groups = problem(x, kernel, .ones([3, 3]))
    #expect(groups?.problem == "the scale is f32[3,3], and the kernel i8[8,3]")
    #expect(groups?.expected.hasSuffix("and a number of groups that divides 8") == true)
    #expect(problem(x, kernel, .ones([3])) != nil && problem(x, kernel, .ones([1, 4])) != nil)
    #expect(problem(x, kernel, .ones([0, 3])) != nil && problem(x, .ones([8], dtype: .int8), scale) != nil)
  }

  /// A call that no program of ours makes.
  @Test func wrongCallsAreErrors() throws {
    let (x, w) = (Tensor.ones([2, 256], dtype: .bfloat16), Tensor.ones([256, 256], dtype: .bfloat16))
    let program = try makeJaxpr { (a: Tensor, b: Tensor) in matmul(a, b) }(x, w)
    let lowered = LoweredProgram(program, callsKernels: true)
    let numbers = "array<i64: 2, 256, 256, 256, 1, 1, 1, 0, \(Kernels.workers)>"
    #expect(lowered.text.contains(numbers))
    _ = try run(program, [x, w], kernels: true)
    for (other, problem) in [
      ("array<i64: 2, 256>", "a shape that is not known"),
      ("array<i64: 99, 256, 256, 256, 1, 1, 1, 0, 1>", "a shape that is not known"),
      ("array<i64: 2, 256, 256, 0, 1, 1, 1, 0, 1>", "a shape that is not known"),
      ("array<i64: 2, 256, 256, 64, 1, 1, 1, 0, 1>", "a shape that is not known"),
      ("array<i64: 2, 256, 256, 256, 1, 3, 1, 0, 1>", "a shape that is not known"),
      (
        "array<i64: 2, 256, 256, 256, 0, 1, 1, 0, 1>",
        "operand 0 of bfloat16, [2, 256], in place of float32, [2, 256]"
      ),
      ("array<i64: 2, 256, 257, 256, 1, 1, 1, 0, 1>", "operand 1 of bfloat16"),
    ] {
      let executable = try Backend.default.client.compile(lowered.text.replacing(numbers, with: other))
      let error = #expect(throws: PJRTError.self, "\(other)") {
        let inputs = try [x, w].map { try Backend.default.buffer(of: $0, operation: "test") }
        _ = try Tensor(executable.execute(inputs)[0], TensorType([2, 256], .bfloat16)).scalars(Float.self)
      }
      #expect(error?.message.contains(problem) == true, "\(other): \(error?.message ?? "nothing")")
    }
  }
}
