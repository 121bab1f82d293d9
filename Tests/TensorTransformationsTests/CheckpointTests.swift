import PJRT
import Tensors
import Testing

@testable import TensorPrimitives
@testable import TensorTransformations

/// What checkpointed functions keep for the derivative.
struct CheckpointTests {
  let x = Tensor.ones([2, 3])
  let w = Tensor.full([3, 3], 0.1)

  @Sendable static func layers(_ x: Tensor, _ w: Tensor) -> Tensor {
    sin(matmul(tanh(matmul(x, w)), w)).sum()
  }

  /// The number of values that the forward pass hands to the backward one.
  func kept(_ f: @escaping (Tensor, Tensor) -> Tensor) throws -> Int {
    let program = try makeJaxpr(f)(x, w)
    let derived = program.linearized(isActive: [true, true])
    if let error = derived.failure { throw error }
    return derived.program.outputs.count - program.outputs.count
  }

  @Test func policiesDecideWhatIsKept() throws {
    // Without: x, w, wᵀ for both products' derivatives, tanh's and sin's derivatives, and tanh's result.
    let plain = try kept(Self.layers)
    let nothing = try kept(checkpoint(Self.layers))
    let everything = try kept(checkpoint(policy: .everythingSaveable, Self.layers))
    let dots = try kept(checkpoint(policy: .dotsSaveable, Self.layers))
    #expect(nothing == 2)
    #expect(dots == 4)
    #expect(everything >= plain - 1 && everything > dots)
  }

  /// How many instructions of the compiled gradient are called after an operation.
  func count(_ operation: String, _ f: @escaping (Tensor, Tensor) -> Tensor) throws -> Int {
    let program = try lower(valueAndGrad(f))(x, w).compile().optimizedHLO()
    let text = String(decoding: program.bytes.map { $0 < 128 ? $0 : 32 }, as: UTF8.self)
    let names = text.matches(of: try Regex("\(operation)[.][0-9]+(?![.0-9])")).map { String(text[$0.range]) }
    return Set(names).count
  }

  @Test func xlaComputesAgainWhatIsNotKept() throws {
    let plain = try count("tanh", Self.layers)
    #expect(plain >= 1)
    #expect(try count("tanh", checkpoint(Self.layers)) > plain)
    #expect(try count("tanh", checkpoint(policy: .everythingSaveable, Self.layers)) == plain)
  }

  @Test(arguments: [
    CheckpointPolicy.nothingSaveable, .everythingSaveable, .dotsSaveable, .dotsWithNoBatchDimsSaveable,
  ]) func gradientsStayTheSame(_ policy: CheckpointPolicy) throws {
    let plain = grad(arguments: .all, Self.layers)(x, w)
    let again = try jit(grad(arguments: .all, checkpoint(policy: policy, Self.layers)))(x, w)
    for (a, b) in [(plain.0, again.0), (plain.1, again.1)] {
      for (p, q) in zip(try a.scalars(Float.self), try b.scalars(Float.self)) { #expect(abs(p - q) < 1e-6) }
    }
  }
}
