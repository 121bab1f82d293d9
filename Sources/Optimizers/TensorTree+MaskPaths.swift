import TensorCore
import Tensors

extension TensorTree {
  /// The path of every tensor, by which masks choose: the parts of `leafPaths`; none of a tensor alone.
  var maskPaths: [[String]] {
    self is Tensor ? [[]] : leafPaths.map { $0.split(separator: "/").map(String.init) }
  }
}
