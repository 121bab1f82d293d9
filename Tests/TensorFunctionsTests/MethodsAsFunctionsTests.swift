import Tensors
import Testing

/// What `jax.numpy` has as functions and `jax.Array` as methods is both here too: they give the same, NumPy's values.
@Suite struct MethodsAsFunctionsTests {
  static let x = Tensor([[3, 1, 2], [4, 6, 5]] as [[Float]])
  static let square = Tensor([[1, 2], [3, 5]] as [[Float]])

  static let functions: [(String, Tensor, Tensor, [Double])] = [
    ("sum", sum(x, axis: 0, keepdims: true), x.sum(axis: 0, keepdims: true), [7, 7, 7]),
    ("prod", prod(x, axis: 1), x.prod(axis: 1), [6, 120]),
    ("mean", mean(x, axis: 1), x.mean(axis: 1), [2, 5]),
    ("std", std(x, axis: 0), x.std(axis: 0), [0.5, 2.5, 1.5]),
    ("max", max(x, axis: 0), x.max(axis: 0), [4, 6, 5]),
    ("min", min(x), x.min(), [1]),
    ("ptp", ptp(x, axis: 1), x.ptp(axis: 1), [2, 2]),
    ("all", all(x .> 1, axis: 1), (x .> 1).all(axis: 1), [0, 1]),
    ("any", any(x .> 5, axis: 1), (x .> 5).any(axis: 1), [0, 1]),
    ("argmax", argmax(x, axis: 1), x.argmax(axis: 1), [0, 1]),
    ("argmin", argmin(x), x.argmin(), [1]),
    ("sort", sort(x, descending: true), x.sort(descending: true), [3, 2, 1, 6, 5, 4]),
    ("argsort", argsort(x), x.argsort(), [1, 2, 0, 0, 2, 1]),
    ("cumsum", cumsum(x, axis: 1), x.cumsum(axis: 1), [3, 4, 6, 4, 10, 15]),
    ("cumprod", cumprod(x), x.cumprod(), [3, 3, 6, 24, 144, 720]),
    ("dot", dot(x, x.T), x.dot(x.T), [14, 28, 28, 77]),
    ("astype", astype(x, .int32), x.astype(.int32), [3, 1, 2, 4, 6, 5]),
    ("reshape", reshape(x, [3, 2]), x.reshape([3, 2]), [3, 1, 2, 4, 6, 5]),
    ("ravel", ravel(x), x.ravel(), [3, 1, 2, 4, 6, 5]),
    ("transpose", transpose(x), x.transpose(), [3, 4, 1, 6, 2, 5]),
    ("transpose of axes", transpose(x, [1, 0]), x.transpose([1, 0]), [3, 4, 1, 6, 2, 5]),
    ("matrixTranspose", matrixTranspose(x), x.mT, [3, 4, 1, 6, 2, 5]),
    ("swapaxes", swapaxes(x, 0, 1), x.swapaxes(0, 1), [3, 4, 1, 6, 2, 5]),
    ("squeeze", squeeze(x[0, NewAxis()], axis: 0), x[0, NewAxis()].squeeze(axis: 0), [3, 1, 2]),
    ("take", take(x, Tensor([2, 0]), axis: 1), x.take(Tensor([2, 0]), axis: 1), [2, 3, 5, 4]),
    (
      "searchsorted", searchsorted(x[0].sort(), 2, side: .right), x[0].sort().searchsorted(2, side: .right),
      [2]
    ),
    ("nonzero", nonzero(x .> 3, size: 3)[1], (x .> 3).nonzero(size: 3)[1], [0, 1, 2]),
    ("diagonal", diagonal(square), square.diagonal(), [1, 5]),
    ("trace", trace(square), square.trace(), [6]),
    ("clip", clip(x, 2, 4), x.clip(2, 4), [3, 2, 2, 4, 4, 4]),
    ("round", round(x / 4, decimals: 1), (x / 4).round(decimals: 1), [0.8, 0.2, 0.5, 1, 1.5, 1.2]),
  ]

  @Test func functionsAndMethodsAgree() throws {
    for (name, function, method, expected) in Self.functions {
      #expect(function.shape == method.shape && function.dtype == method.dtype, "\(name)")
      for tensor in [function, method] {
        let values = try tensor.astype(.float32).scalars(Double.self)
        #expect(
          values.count == expected.count && zip(values, expected).allSatisfy { abs($0 - $1) < 1e-6 },
          "\(name): \(values)")
      }
    }
  }

  @Test func partsOfComplexNumbers() throws {
    let z = complex(Tensor([1, 2] as [Float]), Tensor([3, -4] as [Float]))
    #expect(try z.real.scalars(Float.self) == [1, 2] && real(z).scalars(Float.self) == [1, 2])
    #expect(try z.imag.scalars(Float.self) == [3, -4] && imag(z).scalars(Float.self) == [3, -4])
    #expect(
      try z.conj().imag.scalars(Float.self) == [-3, 4] && imag(conj(z)).scalars(Float.self) == [-3, 4])
  }

  @Test func axesOfMeshesByName() throws {
    let mesh = try Mesh(["a": 1])
    #expect(mesh.shape == ["a": 1])
  }
}
