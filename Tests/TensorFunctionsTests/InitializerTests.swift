import Tensors
import Testing

@testable import TensorFunctions

@Suite struct InitializerTests {
  private let key = Random.key(1)

  @Test func descriptions() {
    #expect("\(Initializer.zeros)" == "zeros")
    #expect("\(Initializer.normal())" == "normal(0.01)")
    #expect("\(Initializer.constant(0.5))" == "constant(0.5)")
    #expect("\(Initializer.constant(Tensor.ones([2])))" == "constant(f32[2])")
    #expect("\(Initializer.lecunNormal())" == "lecunNormal()")
    #expect(
      "\(Initializer.varianceScaling(2, mode: .fanAverage, distribution: .uniform))"
        == "varianceScaling(2.0, mode: fanAverage, distribution: uniform)")
  }

  @Test func jitGivesTheSameBits() throws {
    let initializers: [Initializer] = [
      .ones, .constant(0.25), .normal(0.02), .uniform(), .truncatedNormal(0.5), .lecunNormal(),
      .glorotUniform(),
      .varianceScaling(2, mode: .fanGeometricAverage, distribution: .normal), .orthogonal(1.5),
    ]
    for initializer in initializers {
      let compiled = jit { (key: Tensor) in initializer(key, [6, 5], .float32) }
      #expect(try compiled(key).bytes() == initializer(key, [6, 5]).bytes(), "\(initializer)")
    }
  }

  @Test func someNeedNoKey() throws {
    let failed = Random.normal(key, [-1])
    #expect(try Initializer.zeros(failed, [2]).scalars() == [Float(0), 0])
    #expect(
      try Initializer.constant(Tensor([Int32(1), 2]))(failed, [2, 2]).scalars() == [Float(1), 2, 1, 2])
    #expect(Initializer.normal()(failed, [2]).error?.operation == "Random.normal")
  }

  @Test func aFunctionOfYourOwn() throws {
    let halves = Initializer("halves") { _, shape, dtype in Tensor.full(shape, 0.5, dtype: dtype) }
    #expect(try halves(key, [2], .float16).scalars() == [Float(0.5), 0.5])
  }

  @Test func fansOfManyAxes() throws {
    // Three inputs axes of 2 and one output axis of 3: a fan in of 8, so a variance of an eighth.
    let kernel = Initializer.varianceScaling(distribution: .uniform, inAxis: [0, 1, 2])(key, [2, 2, 2, 3])
    let bound: Float = try kernel.max().item()
    #expect(bound <= (3.0 / 8).squareRoot() && bound > 0.8 * (3.0 / 8).squareRoot())
  }

  @Test func errors() {
    func expect(
      _ initializer: Initializer, _ shape: Shape, _ words: String..., dtype: DType = .float32,
      sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let text = initializer(key, shape, dtype).error?.words ?? "no error"
      for word in words { #expect(text.contains(word), "\(text)", sourceLocation: sourceLocation) }
    }
    expect(.lecunNormal(), [4], "1-dimensional", "inAxis")
    expect(.lecunNormal(), [], "0-dimensional")
    expect(.varianceScaling(inAxis: 3), [4, 5], "axis 3", "[4, 5]")
    expect(.varianceScaling(-1), [4, 5], "-1.0", "0 or more")
    expect(.varianceScaling(), [4, 5], "int32", dtype: .int32)
    expect(.normal(), [4, -5], "[4, -5]")
    expect(.orthogonal(), [4], "[4]", "2 or more")
    expect(.orthogonal(columnAxis: 2), [4, 5], "column axis 2")
    expect(.deltaOrthogonal(), [4, 5], "2 axes", "3, 4 or 5")
    expect(.deltaOrthogonal(), [3, 5, 4], "5", "4", "no more inputs")
  }
}
