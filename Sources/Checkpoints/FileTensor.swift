public import Tensors

/// Where the value of a parameter comes from in a file of another library, and what is done with it on the way.
///
///     "block_*/attention/query/kernel": FileTensor("h.*.attn.c_attn.weight").part(0, of: 3, axis: 1)
///     "block_*/up/kernel": FileTensor("layers.*.mlp.up_proj.weight").transposed
///     "head/*": .kept
///
/// A text alone is the name. Floating-point values come in the dtype of the parameter.
public struct FileTensor: Sendable, ExpressibleByStringLiteral {
  /// The names of the tensors in the file that it is made of; none for a parameter that keeps its value.
  public let names: [String]
  let make: @Sendable ([Tensor]) -> Tensor

  private init(names: [String], make: @escaping @Sendable ([Tensor]) -> Tensor) {
    self.names = names
    self.make = make
  }

  /// The tensor of this name, as it is.
  public init(_ name: String) { self.init(names: [name]) { $0[0] } }

  public init(stringLiteral name: String) { self.init(name) }

  /// Several tensors made into one: `FileTensor(["q.weight", "k.weight"]) { concatenate($0, axis: 0) }`.
  public init(_ names: [String], _ combine: @escaping @Sendable ([Tensor]) -> Tensor) {
    self.init(names: names, make: combine)
  }

  /// For a parameter that is not in the file, and keeps the value that it has: a new head.
  public static let kept = FileTensor(names: []) { $0.first ?? Tensor(0.0) }

  /// The result of any function of it.
  public func map(_ transform: @escaping @Sendable (Tensor) -> Tensor) -> FileTensor {
    let make = make
    return FileTensor(names: names) { transform(make($0)) }
  }

  /// With the last two axes exchanged: PyTorch keeps the weights of a linear layer as `[out, in]`.
  public var transposed: FileTensor { map { $0.ndim < 2 ? $0 : $0.mT } }

  /// With the axes in another order: of a convolution's `[out, in, height, width]`, `[2, 3, 1, 0]` makes ours.
  public func transposed(_ axes: [Int]) -> FileTensor { map { $0.transpose(axes) } }

  /// In another shape, of which one extent may be -1.
  public func reshaped(_ shape: Shape) -> FileTensor { map { $0.reshape(shape) } }

  /// One of equal parts along an axis.
  ///
  /// A number of parts that does not divide the axis, or a part that is not one of them, is an error of loading.
  public func part(_ index: Int, of count: Int, axis: Int = 0) -> FileTensor {
    map { tensor in
      let parts = split(tensor, count, axis: axis)
      return parts.indices.contains(index)
        ? parts[index]
        : Tensor(
          failure: TensorError(
            operation: "FileTensor.part", problem: "part \(index) of \(count)",
            expected: "a part from 0 to \(count - 1)", module: nil))
    }
  }

  /// In another dtype before it is taken for the parameter, such as `float32` of numbers that are to be multiplied.
  public func astype(_ dtype: DType) -> FileTensor { map { $0.astype(dtype) } }

  /// The same with each star of its names replaced by what a pattern's stars stood for, in their order.
  func filled(_ texts: [String]) -> FileTensor {
    let filled = names.map { name in
      var (result, rest) = ("", texts[...])
      for character in name {
        if character == "*", let text = rest.popFirst() { result += text } else { result.append(character) }
      }
      return result
    }
    return FileTensor(names: filled, make: make)
  }
}
