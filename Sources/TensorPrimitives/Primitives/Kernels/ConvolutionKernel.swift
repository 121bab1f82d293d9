import CKernels
import PJRT
import StableHLO
import TensorCore

/// A convolution as the kernels of `CKernels` take it: over one or two axes, channels last, or the gradient of the kernel of
/// such a one.
struct ConvolutionKernel {
  var shape: BloxConvolution
  let isKernelGradient: Bool

  /// The convolution, if it is of a kind that the kernels know and compute more quickly than XLA.
  init?(_ convolution: Convolution, _ operands: [TensorType], _ result: TensorType) {
    guard (operands + [result]).allSatisfy({ $0.dtype == .float32 && !$0.shape.dimensions.contains(0) })
    else { return nil }
    let known = ConvolutionKernel.value(convolution, operands, result)
    if let shape = known ?? ConvolutionKernel.gradient(convolution, operands, result) {
      self.init(shape, isKernelGradient: known == nil)
    } else {
      return nil
    }
    guard isSafe, isWorthwhile else { return nil }
  }

  private init(_ shape: BloxConvolution, isKernelGradient: Bool) {
    self.shape = shape
    self.isKernelGradient = isKernelGradient
  }

  /// `[batch, y, x, in]` with `[y, x, in, out]` or `[y, x, out, in]`.
  private static func value(
    _ convolution: Convolution, _ operands: [TensorType], _ result: TensorType
  ) -> BloxConvolution? {
    let (dimensions, window, count) = (convolution.dimensions, convolution.window, result.ndim - 2)
    let (input, kernel) = (operands[0].shape, operands[1].shape)
    let spatial = Array(0..<count)
    let last = [count + 1, count]
    guard (1...2).contains(count), dimensions.input == [0, count + 1] + spatial.map({ $0 + 1 }),
      dimensions.output == dimensions.input,
      [last + spatial, last.reversed() + spatial].contains(dimensions.kernel),
      convolution.batchGroups == 1,
      spatial.allSatisfy({ window.strides[$0] == 1 || window.baseDilations[$0] == 1 })
    else { return nil }
    let axes = spatial.map { axis in
      BloxConvolutionAxis(
        input: Int64(input[axis + 1]), kernel: Int64(kernel[axis]), output: Int64(result.shape[axis + 1]),
        low: Int64(window.low[axis]), stride: Int64(window.strides[axis]),
        base_dilation: Int64(window.baseDilations[axis]), window_dilation: Int64(window.windowDilations[axis])
      )
    }
    return BloxConvolution(
      axes, batch: input[0], channels: input[count + 1], outputs: result.shape[count + 1],
      groups: convolution.featureGroups, outputsFirst: dimensions.kernel[0] == count)
  }

  /// As `Convolution.transpose` writes the kernel's cotangent: the channels are the batch, and the batch is contracted.
  private static func gradient(
    _ convolution: Convolution, _ operands: [TensorType], _ result: TensorType
  ) -> BloxConvolution? {
    let (dimensions, window, count) = (convolution.dimensions, convolution.window, result.ndim - 2)
    let (input, output) = (operands[0].shape, operands[1].shape)
    let spatial = Array(0..<count)
    let last = [count, count + 1]
    guard (1...2).contains(count), dimensions.input == [count + 1, 0] + spatial.map({ $0 + 1 }),
      dimensions.kernel == dimensions.input,
      [last + spatial, last.reversed() + spatial].contains(dimensions.output),
      convolution.featureGroups == 1, window.baseDilations.allSatisfy({ $0 == 1 })
    else { return nil }
    let axes = spatial.map { axis in
      BloxConvolutionAxis(
        input: Int64(input[axis + 1]), kernel: Int64(result.shape[axis]), output: Int64(output[axis + 1]),
        low: Int64(window.low[axis]), stride: Int64(window.windowDilations[axis]), base_dilation: 1,
        window_dilation: Int64(window.strides[axis]))
    }
    return BloxConvolution(
      axes, batch: input[0], channels: input[count + 1], outputs: output[count + 1],
      groups: convolution.batchGroups, outputsFirst: dimensions.output[0] != count)
  }

  /// Whether all sizes that the C code computes stay far below what an integer holds.
  private var isSafe: Bool {
    let counts = [shape.channels, shape.outputs, shape.groups]
    guard isSafe(shape.y), isSafe(shape.x), counts.allSatisfy({ (1...1 << 16).contains($0) }) else {
      return false
    }
    let taps = shape.y.kernel * shape.x.kernel
    return taps <= Int64(BLOX_CONVOLUTION_TAPS) && (1...1 << 32).contains(shape.batch)
      && shape.channels % shape.groups == 0 && shape.outputs % shape.groups == 0
  }

  private func isSafe(_ axis: BloxConvolutionAxis) -> Bool {
    let extents = [axis.input, axis.kernel, axis.output]
    let steps = [axis.stride, axis.base_dilation, axis.window_dilation]
    guard extents.allSatisfy({ (1...1 << 20).contains($0) }), steps.allSatisfy({ (1...16).contains($0) })
    else {
      return false
    }
    // Of these two the C code takes one at a time.
    let isKnown = axis.base_dilation == 1 || axis.stride == 1 && !isKernelGradient
    return isKnown && (-1 << 16...1 << 16).contains(axis.low)
  }

  /// Whether the kernel is quicker than XLA.
  ///
  /// Measured on one thread with AVX-512, in the shapes of `Utilities/kernels/check_kernels.c`, against XLA of jaxlib 0.10.2:
  /// convolutions take 0.07 to 1.0 of XLA's time, kernels' gradients 0.003 to 1.1, but for these. A tile has a whole vector of
  /// outputs at least, so that with few of them it computes what nobody reads: 64 channels to 3, of 224 × 224, take 76 ms in
  /// place of 64, and 32 to 3, of 32 × 32, 0.57 in place of 0.45. (Of a few channels XLA is slow as well: 8 to 1 take 0.15 ms in
  /// place of 0.28.) Depthwise convolutions have a loop of their own from 16 channels on, on every instruction set: 0.25 ms for 64
  /// channels of 32 × 32 in place of 17. With fewer, the gradient of their kernel has tiles of one row and one output: 0.28 ms for 8 channels of
  /// 16 × 16, more than XLA takes.
  private var isWorthwhile: Bool {
    let (inputs, outputs) = (shape.channels / shape.groups, shape.outputs / shape.groups)
    return isKernelGradient ? inputs * outputs > 1 || shape.groups >= 16 : outputs >= 8 || inputs <= 8
  }

  // MARK: In a program

  /// Writes the call.
  func lower(_ operands: [HLOValue], to type: HLOType, in function: HLOFunction, _ kernel: ForeignFunction)
    -> HLOValue
  {
    let memory = HLOType(.f32, [Int(scratch(Int64(Kernels.workers)))])
    return function.call(
      kernel, operands.map { ($0, false) }, numbers: integers + [Kernels.workers],
      results: [.rows(type), .rows(memory)])[0]
  }

  /// How many floats the kernel needs for itself.
  private func scratch(_ workers: Int64) -> Int64 {
    withUnsafePointer(to: shape) {
      isKernelGradient ? blox_convolution_kernel_scratch($0, workers) : blox_convolution_scratch($0, workers)
    }
  }

  /// The shape as a program passes it.
  private var integers: [Int] {
    var numbers = [
      isKernelGradient ? 1 : 0, shape.outputs_first ? 1 : 0, shape.batch, shape.channels, shape.outputs,
      shape.groups,
    ]
    for axis in [shape.y, shape.x] {
      numbers += [axis.input, axis.kernel, axis.output]
      numbers += [axis.low, axis.stride, axis.base_dilation, axis.window_dilation]
    }
    return numbers.map(Int.init)
  }

  /// The reverse of `integers`; nil for what it does not give.
  private init?(integers: [Int]) {
    guard integers.count == 20 else { return nil }
    let axes = [integers[6..<13], integers[13..<20]].map { part in
      let numbers = part.map(Int64.init)
      return BloxConvolutionAxis(
        input: numbers[0], kernel: numbers[1], output: numbers[2], low: numbers[3], stride: numbers[4],
        base_dilation: numbers[5], window_dilation: numbers[6])
    }
    self.init(
      BloxConvolution(
        axes, batch: integers[2], channels: integers[3], outputs: integers[4], groups: integers[5],
        outputsFirst: integers[1] == 1), isKernelGradient: integers[0] == 1)
    guard isSafe else { return nil }
  }

  // MARK: In a running program

  /// The function that programs call.
  static let function = Kernels.function("convolution") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in try ConvolutionKernel.run(call) }
  }

  private static func run(_ call: ForeignCall) throws(PJRTError) {
    guard var numbers = call.integers("numbers"), let workers = numbers.popLast(),
      Kernels.workerCounts.contains(workers),
      let kernel = ConvolutionKernel(integers: numbers)
    else { throw KernelBuffers.wrong("a convolution", "a shape that is not known") }
    let shape = kernel.shape
    let input = [shape.batch, shape.y.input, shape.x.input, shape.channels]
    let output = [shape.batch, shape.y.output, shape.x.output, shape.outputs]
    let weights = [shape.y.kernel, shape.x.kernel, shape.channels / shape.groups, shape.outputs]
    let buffers = try KernelBuffers(
      call, "a convolution", operands: [input, kernel.isKernelGradient ? output : weights],
      results: [kernel.isKernelGradient ? weights : output, [kernel.scratch(Int64(workers))]])
    let compute = kernel.isKernelGradient ? blox_convolution_kernel : blox_convolution
    withUnsafePointer(to: shape) { shape in
      compute(
        shape, buffers.operands[0], buffers.operands[1], buffers.results[0], buffers.results[1],
        Int64(workers),
        buffers.threads)
    }
  }
}

extension BloxConvolution {
  /// One axis becomes the second of two, of which the first has one element.
  fileprivate init(
    _ axes: [BloxConvolutionAxis], batch: Int, channels: Int, outputs: Int, groups: Int, outputsFirst: Bool
  ) {
    let none = BloxConvolutionAxis(
      input: 1, kernel: 1, output: 1, low: 0, stride: 1, base_dilation: 1, window_dilation: 1)
    self.init(
      y: axes.count > 1 ? axes[0] : none, x: axes[axes.count - 1], batch: Int64(batch),
      channels: Int64(channels),
      outputs: Int64(outputs), groups: Int64(groups), outputs_first: outputsFirst)
  }
}
