import Foundation
import Images
import Tensors
import Testing

/// Resizing against jax.image, and augmentations over batches.
@Suite struct ImageTests {
  static let image: Tensor = {
    let numbers: [Float] = (0..<70).map { (i: Int) -> Float in Float(Foundation.sin(0.8 * Double(i))) }
    return Tensor(numbers).reshape([5, 7, 2])
  }()

  private func recorded() throws -> [String: [Float]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "ImageValues.json")
    return try JSONDecoder().decode([String: [Float]].self, from: Data(contentsOf: file))
  }

  @Test("Every method is jax.image's, also moved, and so is the derivative")
  func resizing() throws {
    let methods: [String: ResizeMethod] = [
      "nearest": .nearest, "linear": .linear, "lanczos3": .lanczos3, "lanczos5": .lanczos5, "cubic": .cubic,
    ]
    let recorded = try recorded()
    let results = try jit { (image: Tensor, scale: Tensor, move: Tensor) in
      var results: [String: Tensor] = [:]
      for (name, method) in methods {
        results[name] = resize(image, [8, 4, 2], method)
        results[name + "Sharp"] = resize(image, [8, 4, 2], method, antialias: false)
        if method == .nearest { continue }
        results[name + "Moved"] = scaleAndTranslate(image, [6, 7, 2], [0, 1], scale, move, method)
      }
      results["gradient"] = grad { (scale: Tensor) in
        square(scaleAndTranslate(image, [6, 7, 2], [0, 1], scale, move, .linear)).sum()
      }(scale)
      return results
    }(Self.image, Tensor([1.7, 0.63]), Tensor([-1.03, 0.81]))
    #expect(Set(results.keys) == Set(recorded.keys))
    for (name, result) in results {
      let (own, expected) = (try result.scalars(Float.self), try #require(recorded[name]))
      #expect(
        own.count == expected.count
          && zip(own, expected).allSatisfy { abs($0 - $1) < 2e-5 * max(1, abs($1)) },
        "\(name): \(own.prefix(4)), not \(expected.prefix(4))")
    }
  }

  @Test func dtypesAndWrongShapes() throws {
    #expect(resize(Self.image.astype(.bfloat16), [2, 2, 2], .linear).dtype == .bfloat16)
    #expect(resize(Tensor([[1, 2], [3, 4]]), [4, 4], .nearest).dtype == .int32)
    #expect(resize(Tensor([[1, 2], [3, 4]]), [4, 4], .linear).dtype == .float32)
    let wrong = [
      resize(Self.image, [2, 2], .linear), resize(Self.image, [0, 2, 2], .linear),
      scaleAndTranslate(Self.image, [5, 7, 2], [0, 0], Tensor([1.0, 1]), Tensor([0.0, 0]), .linear),
      scaleAndTranslate(Self.image, [5, 7, 2], [0], Tensor([1.0]), Tensor([0.0]), .nearest),
      scaleAndTranslate(Self.image, [5, 8, 2], [0], Tensor([1.0]), Tensor([0.0]), .linear),
      randomCrop(Random.key(1), Self.image, height: 9, width: 2),
      randomErase(Random.key(1), Self.image, height: 0, width: 2),
      mixup(Random.key(1), Self.image, Tensor([1.0])).images,
      mixup(Random.key(1), Self.image, Self.image, alpha: 0).images,
      mixup(Random.key(1), Self.image, Self.image, alpha: .infinity).labels,
    ]
    for tensor in wrong { #expect(tensor.error != nil) }
  }

  @Test("Augmentations by vmap over keys and pictures: each picture has its own place")
  func augmentations() throws {
    let plain = Tensor.arange(1, 25).astype(.float32).reshape([4, 6, 1])
    let images = broadcastTo(plain, [16, 4, 6, 1])
    let keys = Random.split(Random.key(7), 16)
    let crops = try jit { keys, images in
      vmap { randomCrop($0, $1, height: 3, width: 3, padding: 1) }(keys, images)
    }(
      keys, images)
    #expect(crops.shape == [16, 3, 3, 1])
    let rows = try (0..<16).map { try crops[$0].scalars(Float.self) }
    #expect(Set(rows).count > 4)
    // Neighbours in a row are neighbours of the picture, or zeros around it.
    for row in rows { #expect(row[4] == row[3] + 1 || row[3] == 0 || row[4] == 0) }

    let flips = try vmap { randomFlip($0, $1) }(keys, images)[0..., 0, 0, 0].scalars(Float.self)
    #expect(Set(flips) == [1, 6])
    let erased = vmap { randomErase($0, $1, height: 2, width: 2, value: -1) }(keys, images)
    let counts = try (erased .== -1).astype(.int32).sum(axis: [1, 2, 3]).scalars(Int32.self)
    #expect(counts.allSatisfy { [1, 2, 4].contains($0) } && Set(counts).count > 1)
    let (mixed, labels) = mixup(
      Random.key(1), images * Tensor.arange(16).reshape([16, 1, 1, 1]), Tensor.eye(16))
    #expect(mixed.shape == images.shape)
    #expect(try labels.sum(axis: 1).scalars(Float.self).allSatisfy { abs($0 - 1) < 1e-6 })
    // What labels keep of themselves are the shares; the variance of the beta distribution is 1 / (8 alpha + 4).
    for alpha in [0.2, 1, 4] {
      let shares = mixup(Random.key(5), Tensor.zeros([2000, 1]), Tensor.eye(2000), alpha: alpha).labels
        .diagonal()
      let (mean, variance) = (try shares.mean().item(Double.self), try shares.var().item(Double.self))
      #expect(
        abs(mean - 0.5) < 0.03 && abs(variance * (8 * alpha + 4) - 1) < 0.1, "\(alpha): \(mean), \(variance)")
    }
    let pixels = Tensor([[[UInt8(10)]]])
    #expect(
      try normalize(pixels, mean: Tensor([4.0]), standardDeviation: Tensor([2.0])).item(Float.self) == 3)
  }
}
