public import Tensors

// Functions of a key and one picture [height, width, channels]; of batches by vmap over both.

/// A part of a picture at a random place, `[height, width, channels]`, of the picture with zeros around it.
///
/// Fails unless the picture with its padding is as large.
///
/// - Parameters:
///   - key: where the place comes from.
///   - image: `[height, width, channels]`.
///   - height: the height of the part.
///   - width: its width.
///   - padding: how many zeros are put on each side first.
public func randomCrop(_ key: Tensor, _ image: Tensor, height: Int, width: Int, padding: Int = 0) -> Tensor {
  if image.error != nil { return image }
  let space = (image.shape[0] +| 2 *| padding -| height, image.shape[1] +| 2 *| padding -| width)
  guard image.ndim == 3, (0...1 << 20).contains(padding), height > 0, width > 0, space.0 >= 0, space.1 >= 0
  else {
    return wrong("randomCrop", image, "\(height) × \(width) with \(padding) around it")
  }
  let padded = pad(image, [(padding, padding), (padding, padding), (0, 0)])
  let keys = Random.split(key)
  let top = Random.randint(keys[0], [], minval: 0, maxval: space.0 + 1)
  let left = Random.randint(keys[1], [], minval: 0, maxval: space.1 + 1)
  return dynamicSlice(padded, [top, left, Tensor(Int32(0))], [height, width, image.shape[2]])
}

/// The picture, or with a probability its mirror image along an axis: 1 for left and right.
public func randomFlip(_ key: Tensor, _ image: Tensor, axis: Int = 1, p: Double = 0.5) -> Tensor {
  select(Random.bernoulli(key, Tensor(p)), flip(image, axis: axis), image)
}

/// The picture with a rectangle of another value at a random place, which may lie over the edge (DeVries and Taylor, 2017).
///
/// - Parameters:
///   - key: where the place comes from.
///   - image: `[height, width, channels]`.
///   - height: the height of the rectangle.
///   - width: its width.
///   - value: what it is filled with.
public func randomErase(_ key: Tensor, _ image: Tensor, height: Int, width: Int, value: Double = 0) -> Tensor
{
  if image.error != nil { return image }
  guard image.ndim == 3, height > 0, width > 0 else {
    return wrong("randomErase", image, "\(height) × \(width)")
  }
  let keys = Random.split(key)
  func isWithin(_ key: Tensor, _ extent: Int, _ size: Int) -> Tensor {
    let center = Random.randint(key, [], minval: 0, maxval: extent)
    let start = center - Tensor(Int32(clamping: size / 2))
    let positions = Tensor.arange(extent)
    return (positions .>= start) .& (positions .< start + Tensor(Int32(clamping: size)))
  }
  let rows = expandDims(isWithin(keys[0], image.shape[0], height), axis: [1, 2])
  let columns = expandDims(isWithin(keys[1], image.shape[1], width), axis: [0, 2])
  return select(rows .& columns, Tensor(value).astype(image.dtype), image)
}

/// Pixels less their mean, over their standard deviation, by channel: `(image - mean) / standardDeviation`.
public func normalize(_ image: Tensor, mean: Tensor, standardDeviation: Tensor) -> Tensor {
  ((image.dtype.isFloating ? image : image.astype(.float32)) - mean) / standardDeviation
}

/// Pictures and labels of a batch mixed with those of others by a random share (mixup; Zhang et al., 2018).
///
/// Fails unless there are as many labels as pictures, and `alpha` is positive and finite.
///
/// - Parameters:
///   - key: where shares and partners come from.
///   - images: `[batch, …]`.
///   - labels: distributions over classes, `[batch, classes]`.
///   - alpha: both parameters of the beta distribution that shares are drawn from: uniform at 1, near 0 or 1 below.
public func mixup(
  _ key: Tensor, _ images: Tensor, _ labels: Tensor, alpha: Double = 1
) -> (images: Tensor, labels: Tensor) {
  let count = images.shape[0]
  guard images.ndim > 0, labels.ndim > 0, labels.shape[0] == count, alpha > 0, alpha.isFinite else {
    let failure = wrong("mixup", images, "labels \(labels.shape), alpha \(alpha)")
    return (failure, failure)
  }
  let keys = Random.split(key)
  let partners = Random.permutation(keys[0], count)
  let shares = symmetricBeta(keys[1], count, alpha)
  func mixed(_ x: Tensor) -> Tensor {
    let share = shares.reshape(Shape([count] + Array(repeating: 1, count: x.ndim - 1))).astype(x.dtype)
    return share * x + (1 - share) * x.take(partners, axis: 0)
  }
  return (mixed(images), mixed(labels))
}

/// Numbers of the beta distribution with two equal parameters, by Devroye's formula (1996), which rejects none.
private func symmetricBeta(_ key: Tensor, _ count: Int, _ alpha: Double) -> Tensor {
  let keys = Random.split(key, 3)
  let angle = cos(Tensor(2 * Double.pi) * Random.uniform(keys[0], [count]))
  // From 0, exclusive, to 1.
  let spread = expm1(-log1p(-Random.uniform(keys[1], [count])) / Tensor(alpha))
  let distance = 0.5 / sqrt(1 + 1 / (spread * square(angle)))
  return 0.5 + Random.rademacher(keys[2], [count]).astype(.float32) * distance
}

private func wrong(_ operation: String, _ image: Tensor, _ what: String) -> Tensor {
  if image.error != nil { return image }
  return Tensor(
    failure: TensorError(
      operation: operation, problem: "an image of shape \(image.shape), \(what)",
      expected: "[height, width, channels], large enough", module: nil))
}
