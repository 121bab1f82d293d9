import CKernels
import Foundation
import Testing

/// The kernels in C by themselves. `Utilities/kernels/check_kernels.c` tries random shapes under the sanitizers.
@Suite(.enabled(if: blox_kernels_instructions() != nil, "no kernels for this processor"))
struct ConvolutionTests {
  /// A convolution of odd sizes with a stride, and one with a dilated input.
  static let convolutions = [
    BloxConvolution(
      y: BloxConvolutionAxis(
        input: 9, kernel: 3, output: 5, low: 1, stride: 2, base_dilation: 1, window_dilation: 1),
      x: BloxConvolutionAxis(
        input: 11, kernel: 2, output: 9, low: 0, stride: 1, base_dilation: 1, window_dilation: 2),
      batch: 5, channels: 7, outputs: 33, groups: 1, outputs_first: false),
    BloxConvolution(
      y: BloxConvolutionAxis(
        input: 4, kernel: 3, output: 8, low: 2, stride: 1, base_dilation: 2, window_dilation: 1),
      x: BloxConvolutionAxis(
        input: 6, kernel: 1, output: 6, low: 0, stride: 1, base_dilation: 1, window_dilation: 1),
      batch: 3, channels: 4, outputs: 6, groups: 2, outputs_first: true),
  ]

  /// As many numbers as a buffer takes, from 0 to 1, by a plain rule.
  private func numbers(_ count: Int64) -> [Float] { (0..<count).map { Float($0 * 7919 % 1009) / 1009 } }

  private func inputs(_ c: BloxConvolution) -> [Float] {
    numbers(c.batch * c.y.input * c.x.input * c.channels)
  }
  private func outputCount(_ c: BloxConvolution) -> Int64 { c.batch * c.y.output * c.x.output * c.outputs }
  private func kernelCount(_ c: BloxConvolution) -> Int64 {
    c.y.kernel * c.x.kernel * c.channels / c.groups * c.outputs
  }

  private func convolution(_ c: BloxConvolution, _ threads: BloxThreads) -> [Float] {
    var (c, result) = (c, [Float](repeating: .nan, count: Int(outputCount(c))))
    var scratch = [Float](repeating: .nan, count: Int(blox_convolution_scratch(&c, 7)))
    blox_convolution(&c, inputs(c), numbers(kernelCount(c)), &result, &scratch, 7, threads)
    return result
  }

  private func gradient(_ c: BloxConvolution, _ threads: BloxThreads) -> [Float] {
    var (c, result) = (c, [Float](repeating: .nan, count: Int(kernelCount(c))))
    var scratch = [Float](repeating: .nan, count: Int(blox_convolution_kernel_scratch(&c, 7)))
    blox_convolution_kernel(&c, inputs(c), numbers(outputCount(c)), &result, &scratch, 7, threads)
    return result
  }

  /// Sums every product in double.
  private func sums(_ c: BloxConvolution, gradient: Bool) -> [Double] {
    let (x, other) = (inputs(c), numbers(gradient ? outputCount(c) : kernelCount(c)))
    let (channels, outputs) = (c.channels / c.groups, c.outputs / c.groups)
    var result = [Double](repeating: 0, count: Int(gradient ? kernelCount(c) : outputCount(c)))
    func index(_ axis: BloxConvolutionAxis, _ output: Int64, _ tap: Int64) -> Int64? {
      let dilated = output * axis.stride + tap * axis.window_dilation - axis.low
      let isInside =
        dilated >= 0 && dilated % axis.base_dilation == 0 && dilated / axis.base_dilation < axis.input
      return isInside ? dilated / axis.base_dilation : nil
    }
    for n in 0..<c.batch {
      for oy in 0..<c.y.output {
        for ox in 0..<c.x.output {
          for ky in 0..<c.y.kernel {
            for kx in 0..<c.x.kernel {
              guard let iy = index(c.y, oy, ky), let ix = index(c.x, ox, kx) else { continue }
              for o in 0..<c.outputs {
                for i in 0..<channels {
                  let tap = (ky * c.x.kernel + kx) * channels * c.outputs
                  let atKernel = Int(tap + (c.outputs_first ? o * channels + i : i * c.outputs + o))
                  let atInput = Int(
                    ((n * c.y.input + iy) * c.x.input + ix) * c.channels + o / outputs * channels + i)
                  let atOutput = Int(((n * c.y.output + oy) * c.x.output + ox) * c.outputs + o)
                  result[gradient ? atKernel : atOutput] +=
                    Double(x[atInput]) * Double(other[gradient ? atOutput : atKernel])
                }
              }
            }
          }
        }
      }
    }
    return result
  }

  private static var one: BloxThreads { BloxThreads(count: 1, schedule: nil, context: nil) }

  @Test(arguments: [0, 1]) func sumsAreRight(_ index: Int) {
    let c = Self.convolutions[index]
    let value = convolution(c, Self.one)
    for (ours, exact) in zip(value, sums(c, gradient: false)) {
      #expect(abs(Double(ours) - exact) <= 1e-5 * max(1, exact))
    }
    guard c.y.base_dilation == 1 else { return }
    for (ours, exact) in zip(gradient(c, Self.one), sums(c, gradient: true)) {
      #expect(abs(Double(ours) - exact) <= 1e-5 * max(1, exact))
    }
  }

  /// Threads that come at once, late, or not at all change no bit.
  @Test(arguments: [2, 7]) func theNumberOfThreadsChangesNothing(_ count: Int) {
    for c in Self.convolutions {
      let (value, slope) = (convolution(c, Self.one), c.y.base_dilation == 1 ? gradient(c, Self.one) : [])
      for schedule in Schedules.all {
        let threads = BloxThreads(count: Int64(count), schedule: schedule, context: nil)
        #expect(convolution(c, threads) == value)
        if c.y.base_dilation == 1 { #expect(gradient(c, threads) == slope) }
      }
    }
  }
}
