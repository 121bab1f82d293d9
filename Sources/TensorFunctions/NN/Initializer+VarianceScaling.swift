import TensorCore
public import TensorPrimitives
import TensorTransformations

extension Initializer {
  /// What the variance of `varianceScaling` is divided by.
  public enum FanMode: String, Sendable, Hashable, CaseIterable {
    /// The inputs of a unit.
    case fanIn
    /// The outputs of a unit.
    case fanOut
    /// The mean of both.
    case fanAverage
    /// The geometric mean of both.
    case fanGeometricAverage
  }

  /// The distribution that `varianceScaling` draws from.
  public enum Distribution: String, Sendable, Hashable, CaseIterable {
    case normal, truncatedNormal, uniform
  }

  /// Random numbers of a variance of `scale / fan` (`jax.nn.initializers.variance_scaling`).
  ///
  /// The fan in is the product of the extents of the input axes and of all axes that are neither input, output nor
  /// batch axes; the fan out likewise.
  /// A call fails if the shape lacks one of the axes, the scale is negative, the key is none, or the dtype is not a
  /// float.
  ///
  /// - Parameters:
  ///   - scale: what the variance is multiplied by.
  ///   - mode: which fan it is divided by.
  ///   - distribution: which distribution has that variance.
  ///   - inAxis: the axis or axes of inputs, the last but one when nil.
  ///   - outAxis: the axis or axes of outputs.
  ///   - batchAxis: axes of independent weights, which no fan counts.
  public static func varianceScaling(
    _ scale: Double = 1, mode: FanMode = .fanIn, distribution: Distribution = .truncatedNormal,
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer {
    let text = "varianceScaling(\(scale), mode: \(mode), distribution: \(distribution))"
    return varianceScaling(
      text,
      VarianceScaling(
        scale: scale, mode: mode, distribution: distribution,
        fans: Fans(inAxes: inAxis?.axes, outAxes: outAxis.axes, batchAxes: batchAxis.axes)))
  }

  private static func varianceScaling(_ description: String, _ scaling: VarianceScaling) -> Initializer {
    Initializer(description) { scaling.sample($0, $1, $2) }
  }

  private static func named(
    _ name: String, _ scale: Double, _ mode: FanMode, _ distribution: Distribution,
    _ inAxis: (any AxisList)?, _ outAxis: any AxisList, _ batchAxis: any AxisList
  ) -> Initializer {
    varianceScaling(
      "\(name)()",
      VarianceScaling(
        scale: scale, mode: mode, distribution: distribution,
        fans: Fans(inAxes: inAxis?.axes, outAxes: outAxis.axes, batchAxes: batchAxis.axes)))
  }

  /// Truncated normal numbers of variance 1 / fan in (`jax.nn.initializers.lecun_normal`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func lecunNormal(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("lecunNormal", 1, .fanIn, .truncatedNormal, inAxis, outAxis, batchAxis) }

  /// Uniform numbers of variance 1 / fan in (`jax.nn.initializers.lecun_uniform`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func lecunUniform(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("lecunUniform", 1, .fanIn, .uniform, inAxis, outAxis, batchAxis) }

  /// Truncated normal numbers of variance 1 / mean fan (`jax.nn.initializers.glorot_normal`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func glorotNormal(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("glorotNormal", 1, .fanAverage, .truncatedNormal, inAxis, outAxis, batchAxis) }

  /// Uniform numbers of variance 1 / mean fan (`jax.nn.initializers.glorot_uniform`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func glorotUniform(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("glorotUniform", 1, .fanAverage, .uniform, inAxis, outAxis, batchAxis) }

  /// Truncated normal numbers of variance 2 / fan in (`jax.nn.initializers.he_normal`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func heNormal(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("heNormal", 2, .fanIn, .truncatedNormal, inAxis, outAxis, batchAxis) }

  /// Uniform numbers of variance 2 / fan in (`jax.nn.initializers.he_uniform`).
  ///
  /// A call fails if the shape lacks one of the axes, the key is none, or the dtype is not a float.
  public static func heUniform(
    inAxis: (any AxisList)? = nil, outAxis: any AxisList = -1, batchAxis: any AxisList = [Int]()
  ) -> Initializer { named("heUniform", 2, .fanIn, .uniform, inAxis, outAxis, batchAxis) }
}

/// The axes that fans are counted along.
private struct Fans: Hashable, Sendable {
  /// The last but one when nil.
  let inAxes: [Int]?
  let outAxes: [Int]
  let batchAxes: [Int]

  /// The number of inputs and of outputs of a unit, or what is wrong with the shape.
  func count(_ shape: Shape, _ operation: String) -> Result<(inputs: Double, outputs: Double), TensorError> {
    if inAxes == nil && shape.count < 2 {
      return .failure(
        TensorError(
          operation,
          problem:
            "a \(shape.count)-dimensional shape, \(shape), has no inputs and outputs along the default axes",
          expected: "a shape of 2 or more axes, or an explicit inAxis"))
    }
    func size(_ axes: [Int]) -> Result<Double, TensorError> {
      var product = 1.0
      for axis in axes {
        guard (-shape.count..<shape.count).contains(axis) else {
          return .failure(
            TensorError(
              operation, problem: "axis \(axis) is out of range for the shape \(shape)",
              expected: shape.count == 0 ? "no axis" : "axes from \(-shape.count) to \(shape.count - 1)"))
        }
        product *= Double(shape[axis])
      }
      return .success(product)
    }
    do {
      let (inputs, outputs) = (try size(inAxes ?? [-2]).get(), try size(outAxes).get())
      let others = shape.reduce(1.0) { $0 * Double($1) } / inputs / outputs / (try size(batchAxes).get())
      return .success((inputs * others, outputs * others))
    } catch {
      return .failure(error)
    }
  }
}

/// The arguments of `varianceScaling`.
private struct VarianceScaling: Hashable, Sendable {
  let scale: Double
  let mode: Initializer.FanMode
  let distribution: Initializer.Distribution
  let fans: Fans

  func sample(_ key: Tensor, _ shape: Shape, _ dtype: DType) -> Tensor {
    let operation = "Initializer.varianceScaling"
    if let error = Random.problem(operation, key, shape, dtype) { return error }
    let fan: Double
    switch fans.count(shape, operation) {
    case .failure(let error): return Tensor.failed(error)
    case .success(let counts): fan = divisor(counts.inputs, counts.outputs)
    }
    if scale < 0 || scale.isNaN {
      return Random.failure(
        operation, problem: "the scale is \(scale), and so would be the variance",
        expected: "a scale of 0 or more")
    }
    return fused(operation, key, distribution, scale / fan, shape, dtype) {
      key, distribution, variance, shape, dtype in
      Self.body(key, distribution, shape, dtype, Tensor(ScalarLiteral(variance, dtype)))
    }
  }

  private func divisor(_ inputs: Double, _ outputs: Double) -> Double {
    switch mode {
    case .fanIn: inputs
    case .fanOut: outputs
    case .fanAverage: (inputs + outputs) / 2
    case .fanGeometricAverage: (inputs * outputs).squareRoot()
    }
  }

  private static func body(
    _ key: Tensor, _ distribution: Initializer.Distribution, _ shape: Shape, _ dtype: DType,
    _ variance: Tensor
  ) -> Tensor {
    switch distribution {
    case .normal: return Random.normal(key, shape, dtype: dtype) * sqrt(variance)
    case .uniform:
      return Random.uniform(key, shape, dtype: dtype, minval: -1) * sqrt(3 * variance)
    case .truncatedNormal:
      // The standard deviation of normal numbers between -2 and 2.
      let truncated = Tensor(ScalarLiteral(0.87962566103423978, dtype))
      let numbers = Random.truncatedNormal(key, -2, 2, shape, dtype: dtype)
      return numbers * (sqrt(variance) / truncated)
    }
  }
}
