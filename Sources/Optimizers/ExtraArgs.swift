public import Tensors

/// What an update can use beside gradients and state: the parameters with their paths, and what some transformations
/// ask the caller for, such as the loss (`optax.GradientTransformationExtraArgs`).
public struct ExtraArgs {
  /// The parameters' tensors, in the order of the tree.
  public let params: [Tensor]
  /// The loss at the parameters, where the caller gave it.
  public let value: Tensor?
  /// The gradients at the parameters, before any transformation, where the caller gave them.
  public let grad: [Tensor]?
  /// The loss as a function of parameters, where the caller gave it.
  public let valueFn: (([Tensor]) -> Tensor)?
  private let makePaths: () -> [[String]]

  init(
    _ params: [Tensor], value: Tensor? = nil, grad: [Tensor]? = nil, valueFn: (([Tensor]) -> Tensor)? = nil,
    paths: @escaping () -> [[String]]
  ) {
    self.params = params
    self.value = value
    self.grad = grad
    self.valueFn = valueFn
    makePaths = paths
  }

  init<Tree: TensorTree>(
    _ tree: Tree, value: Tensor? = nil, grad: Tree? = nil, valueFn: ((Tree) -> Tensor)? = nil
  ) {
    self.init(
      tree.leaves, value: value, grad: grad?.leaves,
      valueFn: valueFn.map { function in { function(tree.unflatten($0)) } }, paths: { tree.maskPaths })
  }

  /// The path of each parameter: `["net", "linear", "kernel"]`; of a dictionary's tensors their keys, of a struct's the
  /// names of its properties, of an array's their numbers.
  public var paths: [[String]] { makePaths() }

  /// The same for some of the parameters; there is no loss of those alone.
  func subset(_ indices: [Int]) -> ExtraArgs {
    let all = makePaths
    return ExtraArgs(
      indices.map { params[$0] }, value: value, grad: grad.map { grad in indices.map { grad[$0] } },
      valueFn: valueFn.map { function in
        { chosen in
          var all = params
          for (index, param) in zip(indices, chosen) { all[index] = param }
          return function(all)
        }
      },
      paths: {
        let paths = all()
        return indices.map { paths[$0] }
      })
  }

  /// The same with other parameters of the same paths.
  func with(_ params: [Tensor]) -> ExtraArgs {
    ExtraArgs(params, value: value, grad: grad, valueFn: valueFn, paths: makePaths)
  }

  /// The loss, or the error of an update that was not given it.
  func value(for operation: String) -> Tensor { value ?? missing("value:", operation) }

  func missing(_ argument: String, _ operation: String) -> Tensor {
    Tensor(
      failure: TensorError(
        operation: operation, problem: "the update was not given \(argument)",
        expected: "optimizer.update(gradients, state, params, \(argument) …)", module: nil))
  }
}
