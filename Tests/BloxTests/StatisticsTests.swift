import Blox
import Optimizers
import Testing

/// Statistics are those of all the data, and formed in numbers that hold them: over lanes, of 16 bits, of complex numbers.
@Suite struct StatisticsTests {
  let graph: Graph

  init() throws { graph = try Graph("net") }

  private func expect(
    _ tensor: Tensor, _ want: [Float], _ tolerance: Float = 1e-5,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let values = try tensor.scalars(Float.self)
    #expect(
      values.count == want.count
        && zip(values, want).allSatisfy { $0 == $1 || abs($0 - $1) <= tolerance * (1 + abs($1)) },
      "\(values) is not \(want)", sourceLocation: sourceLocation)
  }

  private func wave(_ shape: Shape) -> Tensor {
    (sin(Tensor.arange(shape.size).astype(.float32) * 1.7) * 3 + 1).reshape(shape)
  }

  // MARK: Named axes

  @Test func lanesThatDifferInTheirMeans() throws {
    let norm = try BatchNorm(graph.child("batch"), axisName: "i")
    let x = Tensor([0, 0, 0, 2, 2, 2] as [Float], shape: [2, 3, 1])
    let (outputs, params) = vmap(axisName: "i") { (x: Tensor) in norm(Params(), x) }(x)
    try expect(outputs, [-1, -1, -1, 1, 1, 1])
    try expect(params["net", "batch", "running_mean"].value, [0.1, 0.1])
    try expect(params["net", "batch", "running_var"].value, [1, 1])
  }

  /// A function of lanes and one of all data, which gives the same: values and gradients.
  private func expectSame(
    _ x: Tensor, lanes: @escaping (Tensor) -> Tensor, whole: @escaping (Tensor) -> Tensor,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try expect(lanes(x), whole(x).scalars(), sourceLocation: sourceLocation)
    func loss(_ f: @escaping (Tensor) -> Tensor) -> (Tensor) -> Tensor {
      { x in (f(x) * cos(Tensor.arange(x.size).astype(.float32)).reshape(x.shape)).sum() }
    }
    try expect(
      grad(loss(lanes))(x), grad(loss(whole))(x).scalars(), 1e-4, sourceLocation: sourceLocation)
  }

  @Test func normsOverLanesAreThoseOfAllData() throws {
    let batch = try (BatchNorm(graph.child("a"), axisName: "i"), BatchNorm(graph.child("b")))
    let x = wave([3, 4, 2]) + Tensor.arange(3).astype(.float32)[FullRange(), NewAxis(), NewAxis()]
    try expectSame(
      x, lanes: { x in vmap(axisName: "i") { (x: Tensor) in batch.0(Params(), x).0 }(x) },
      whole: { x in batch.1(Params(), x.reshape([12, 2])).0.reshape(x.shape) })
    // The features are split: lane i has features 2i and 2i + 1.
    let layer = try (LayerNorm(graph.child("c"), axisName: "i"), LayerNorm(graph.child("d")))
    let rms = try (RMSNorm(graph.child("e"), axisName: "i"), RMSNorm(graph.child("f")))
    func joined(_ f: (Tensor) -> Tensor, _ x: Tensor) -> Tensor {
      f(x.transpose([1, 0, 2]).reshape([4, 6])).reshape([4, 3, 2]).transpose([1, 0, 2])
    }
    try expectSame(
      x, lanes: { x in vmap(axisName: "i") { (x: Tensor) in layer.0(Params(), x).0 }(x) },
      whole: { x in joined({ layer.1(Params(), $0).0 }, x) })
    try expectSame(
      x, lanes: { x in vmap(axisName: "i") { (x: Tensor) in rms.0(Params(), x).0 }(x) },
      whole: { x in joined({ rms.1(Params(), $0).0 }, x) })
    try expectSame(
      x,
      lanes: { x in
        vmap(axisName: "i") { (x: Tensor) in vmap(axisName: "j") { layer.0(Params(), $0).0 }(x) }(x)
      }, whole: { x in joined({ layer.1(Params(), $0).0 }, x) })
  }

  @Test func runningStatisticsKeepTheirDType() throws {
    let norm = try BatchNorm(graph.child("batch"))
    var params = norm(Params(), wave([4, 2])).1
    params = try params.assigning(
      Param(Tensor.zeros([2], dtype: .float16), trainable: false), to: ["net", "batch", "running_mean"])
    params = norm(params, wave([4, 2])).1
    #expect(try params["net", "batch", "running_mean"].value.dtype == .float16)
  }

  // MARK: 16 bits

  @Test(arguments: [DType.float16, .bfloat16]) func normsOf16Bits(dtype: DType) throws {
    // Squares of these are beyond float16, and so is the sum of squares.
    let x = Tensor([-600, 600, -600, 600] as [Float]).astype(dtype)
    let signs: [Float] = [-1, 1, -1, 1]
    let layers: [(any Layer, Shape)] = try [
      (BatchNorm(graph.child("batch"), useScale: false, useBias: false), [4, 1]),
      (LayerNorm(graph.child("layer"), useScale: false, useBias: false), [1, 4]),
      (RMSNorm(graph.child("rms"), useScale: false), [1, 4]),
      (GroupNorm(graph.child("group"), groups: 1, useScale: false, useBias: false), [1, 4]),
      (InstanceNorm(graph.child("instance"), useScale: false, useBias: false), [1, 4, 1]),
    ]
    for (layer, shape) in layers {
      let outputs = layer(Params(), x.reshape(shape)).0
      #expect(outputs.dtype == dtype)
      try expect(outputs, signs)
    }
    try expect(avgPool(x.reshape([4, 1]).astype(dtype) * 100, windowShape: 4), [0])
    try expect(standardize(x), signs)
    try expect(x.std(), [600], 4e-3)
    try expect(Linalg.norm(x), [1200], 4e-3)
    try expect(Linalg.norm(x, .p(3)), [952.44], 4e-3)
    try expect(average(x, weights: abs(x)), [0])
    try expect(trapezoid(x * 100), [0])
    try expect(corrcoef(x.reshape([2, 2]) * 50), [1, 1, 1, 1])
    try expect(median(abs(x) * 100), [60000], 4e-3)
  }

  @Test func globalNormOf16Bits() throws {
    let gradients = ["a": Tensor([300, 400] as [Float]).astype(.float16)]
    try expect(globalNorm(gradients), [500])
    let clip = GradientTransformation.clipByGlobalNorm(1)
    let (updates, _) = clip.update(gradients, clip.initialState(gradients), gradients)
    #expect(updates["a"]?.dtype == .float16)
    try expect(#require(updates["a"]), [0.6, 0.8], 1e-3)
    // A norm that float16 does not hold.
    let large = [Tensor.full([4], 50000, dtype: .float16)]
    try expect(globalNorm(large), [99968])
    try expect(clip.update(large, clip.initialState(large), large).updates[0], [0.5, 0.5, 0.5, 0.5], 1e-3)
  }

  @Test func globalNormFarFromOne() throws {
    let clip = GradientTransformation.clipByGlobalNorm(1)
    for size in [1e-30, 1e18, 0x1p60, 1e30, 6e37] as [Float] {
      let gradients = [Tensor([3, 0] as [Float]) * Tensor(size), Tensor([[4 * size]] as [[Float]])]
      let norm = try globalNorm(gradients).item(Float.self)
      #expect(abs(norm / size / 5 - 1) < 1e-6)
      let slope = grad { (x: [Tensor]) in globalNorm(x) }(gradients)
      try expect(slope[0], [0.6, 0])
      try expect(slope[1], [0.8])
      let updates = clip.update(gradients, clip.initialState(gradients), gradients).updates
      try expect(updates[0], size < 1 ? [3 * size, 0] : [0.6, 0])
      try expect(updates[1], size < 1 ? [4 * size] : [0.8])
    }
    // A norm beyond float32 is infinite, and what is clipped by it is right.
    let greatest = [Tensor([3e38, 3e38] as [Float])]
    #expect(try globalNorm(greatest).item(Float.self) == .infinity)
    try expect(
      clip.update(greatest, clip.initialState(greatest), greatest).updates[0], [0.7071068, 0.7071068])
    let nothing = [Tensor([0, 0] as [Float])]
    #expect(try globalNorm(nothing).item(Float.self) == 0)
    try expect(grad { (x: [Tensor]) in globalNorm(x) }(nothing)[0], [0, 0])
  }

  private var rescaling: [(String, GradientTransformation)] {
    [
      ("adam", .scaleByAdam(eps: 0)), ("rms", .scaleByRms(decay: 0, eps: 0)),
      ("rss", .scaleByRss(initialAccumulatorValue: 0, eps: 0)),
      ("lion", .scaleByLion()),
    ]
  }

  @Test(arguments: [DType.float16, .bfloat16]) func optimizersOf16Bits(dtype: DType) throws {
    // Squares beyond float16 and below its least number.
    let gradients = [Tensor([-1000, 1e-4] as [Float]).astype(dtype)]
    for (name, optimizer) in rescaling {
      var state = optimizer.initialState(gradients)
      let types = state.leaves.map(\.dtype)
      var updates = gradients
      for _ in 0..<3 { (updates, state) = optimizer.update(gradients, state, gradients) }
      #expect(updates[0].dtype == dtype && state.leaves.map(\.dtype) == types, "\(name)")
      let step = name == "rss" ? Float(3).squareRoot() : 1
      try expect(updates[0], [-1 / step, 1 / step], 1e-2)
    }
  }

  @Test func averagesOf16BitsGoOn() throws {
    // A thousandth of the way is less than the last digit of float16.
    let average = try ParameterAverage(graph.child("average"), decay: 0.999)
    var params = Params()
    let rng = try Rng(graph.child("rng"))
    let kernel = try Linear(
      graph.child("layer"), outputSize: 1, rng: rng, useBias: false, kernelInit: .ones)
    params = kernel(rng.seed(params, seed: 0), Tensor.ones([1, 1])).1
    func assigned(_ value: Float) throws -> Params {
      try params.assigning(
        Param(Tensor.full([1, 1], Tensor(value), dtype: .float16)), to: ["net", "layer", "kernel"])
    }
    params = try average.update(assigned(1))
    for _ in 0..<3 { params = try average.update(assigned(2)) }
    let averaged = try average.averaged(params)["net", "layer", "kernel"].value
    #expect(averaged.dtype == .float16)
    try expect(averaged, [1.003], 4e-4)
  }

  // MARK: Complex numbers

  private func complexNumbers(_ real: [Float], _ imaginary: [Float]) -> Tensor {
    complex(Tensor(real), Tensor(imaginary))
  }

  @Test func squaresOfComplexNumbersAreTheirSizes() throws {
    let g = [complexNumbers([0, 4], [3, 0])]
    try expect(globalNorm(g), [5])
    let clip = GradientTransformation.clipByGlobalNorm(1)
    let clipped = clip.update(g, clip.initialState(g), g).updates[0]
    try expect(real(clipped), [0, 0.8])
    try expect(imag(clipped), [0.6, 0])
    for (name, optimizer) in rescaling {
      let (updates, state) = optimizer.update(g, optimizer.initialState(g), g)
      try expect(real(updates[0]), [0, 1])
      try expect(imag(updates[0]), [1, 0])
      let dtypes = state.averages.map { $0[0].dtype }
      switch name {
      case "adam": #expect(dtypes == [.complex64, .float32])
      case "lion": #expect(dtypes == [.complex64])
      default: #expect(dtypes == [.float32])
      }
    }
    let x = complexNumbers([0, 0], [3, -3]).reshape([1, 2])
    let layer = try LayerNorm(graph.child("layer"))
    let rms = try RMSNorm(graph.child("rms"))
    for outputs in [layer(Params(), x).0, rms(Params(), x).0, standardize(x)] {
      try expect(real(outputs), [0, 0])
      try expect(imag(outputs), [1, -1])
    }
    try expect(l2Loss(x), [4.5, 4.5])
    try expect(huberLoss(x), [2.5, 2.5])
  }
}
