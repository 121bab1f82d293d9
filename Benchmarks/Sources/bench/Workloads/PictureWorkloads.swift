import Blox

/// A bottleneck of a residual network that halves the picture, batch 16 of 32x32x64: one SGD step.
struct ResNetWorkload: Workload {
  /// 1x1, 3x3 in steps of two, 1x1, each with batch norm, and 1x1 in steps of two beside them.
  final class Model: Module, Layer, @unchecked Sendable {
    let convs: [Conv]
    let norms: [BatchNorm]

    init(_ graph: Graph, rng: Rng) throws {
      let settings = [(1, 1, 32), (3, 2, 32), (1, 1, 128), (1, 2, 128)]
      convs = try settings.enumerated().map { index, setting in
        try Conv(
          graph.child("conv_\(index)"), kernelSize: [setting.0, setting.0], outputChannels: setting.2,
          rng: rng,
          strides: [setting.1, setting.1], useBias: false)
      }
      norms = try settings.indices.map { try BatchNorm(graph.child("norm_\($0)"), rng: rng) }
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      var params = params
      func normalized(_ index: Int, _ x: Tensor) -> Tensor {
        var x = x
        (x, params) = convs[index](params, x)
        (x, params) = norms[index](params, x, isTraining: true)
        return x
      }
      let x = normalized(2, relu(normalized(1, relu(normalized(0, inputs)))))
      return (relu(x + normalized(3, inputs)), params)
    }
  }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    try TrainingMeasures(lastStep: 10, block: 10).take(
      meter, model, rng, numbers([16, 32, 32, 64]), Tensor(0)
    ) { outputs, _ in square(outputs).mean() }
  }
}

/// A depthwise convolution, relu, and one in four groups, batch 16 of 32x32x64: one SGD step.
struct DepthwiseWorkload: Workload {
  final class Model: Module, Layer, @unchecked Sendable {
    let depthwise, grouped: Conv

    init(_ graph: Graph, rng: Rng) throws {
      depthwise = try Conv(
        graph.child("depthwise"), kernelSize: [3, 3], outputChannels: 64, rng: rng, featureGroupCount: 64)
      grouped = try Conv(
        graph.child("grouped"), kernelSize: [3, 3], outputChannels: 64, rng: rng, featureGroupCount: 4)
      try super.init(graph)
    }

    func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
      let (x, params) = depthwise(params, inputs)
      return grouped(params, relu(x))
    }
  }

  func run(_ meter: Meter) throws {
    let graph = try Graph("net")
    let rng = try Rng(graph.child("rng"))
    let model = try Model(graph.child("model"), rng: rng)
    try TrainingMeasures(lastStep: 10, block: 10).take(
      meter, model, rng, numbers([16, 32, 32, 64]), Tensor(0)
    ) { outputs, _ in square(outputs).mean() }
  }
}
