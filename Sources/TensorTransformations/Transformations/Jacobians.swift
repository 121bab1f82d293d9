package import TensorCore
import TensorPrimitives

/// The Jacobian of a function: for each tensor of its result and each of its argument, the derivatives of every element
/// with respect to every element, in the shape of the one followed by that of the other.
package struct Jacobian<Argument: TensorTree, Results: TensorTree, E: Error> {
  package let name: String
  package let body: (Argument) throws(E) -> Results

  /// The derivatives: a row for each tensor of the result, with a column for each of the argument.
  package struct Blocks {
    package let rows: [[Tensor]]
    /// The function's result, for its structure.
    package let results: Results

    /// The one block there is of a function from tensor to tensor.
    package var tensor: Tensor { column.leaves.first ?? Jacobian.missing }

    /// The first column in the structure of the result.
    package var column: Results { results.unflatten(rows.map { $0.first ?? Jacobian.missing }) }

    /// All of them.
    func tree(_ argument: Argument) -> JacobianTree<Results, Argument> {
      JacobianTree(rows: rows.map { argument.unflatten($0) }, results: results)
    }

    /// The first row in the structure of the argument.
    package func row(_ argument: Argument) -> Argument { argument.unflatten(rows.first ?? []) }
  }

  private static var missing: Tensor {
    Tensor.failed(
      TensorError(
        "jacobian", problem: "the function has no argument or no result",
        expected: "at least one tensor to differentiate, and one to differentiate by"))
  }

  /// Column by column: one tangent for each element of the argument, all of them in one `vmap`.
  package func forward(_ argument: Argument) throws(E) -> Blocks {
    let leaves = argument.leaves
    var columns: [Results] = []
    for (index, leaf) in leaves.enumerated() {
      if let error = unfit(leaf) { return try failed(error, argument) }
      let push = { (tangent: TreeTuple1<Tensor>) throws(E) -> TreeTuple1<Results> in
        let tangents = leaves.indices.map { $0 == index ? tangent.a : leaves[$0].zeroTangent }
        let differentiation = ForwardDifferentiation<Argument, Results, E>()
        let tangentsOut = try differentiation(argument, argument.unflatten(tangents), body).1
        return TreeTuple1(tangentsOut)
      }
      let mapped = VectorizedMap<TreeTuple1<Tensor>, TreeTuple1<Results>, E>(
        inAxes: nil, outAxes: [-1], axisName: nil, axisSize: nil, body: push)
      let column = try mapped(TreeTuple1(Jacobian.basis(leaf))).a
      columns.append(map(column) { $0.reshape(Jacobian.shape($0).dropped(last: 1) + leaf.type.shape) })
    }
    guard let template = columns.first else { return Blocks(rows: [], results: try body(argument)) }
    let blocks = columns.map(\.leaves)
    return Blocks(rows: template.leaves.indices.map { row in blocks.map { $0[row] } }, results: template)
  }

  /// Row by row: one cotangent for each element of the result, all of them in one `vmap`.
  package func reverse(_ argument: Argument) throws(E) -> Blocks {
    for leaf in argument.leaves {
      if let error = unfit(leaf) { return try failed(error, argument) }
    }
    let linearization = try Linearization(name, argument, body)
    let results = linearization.results.leaves
    let rows = results.enumerated().map { index, result -> [Tensor] in
      if let error = result.error ?? unfit(result) {
        return argument.leaves.map { _ in Tensor.failed(error) }
      }
      let pull = VectorizedMap<TreeTuple1<Tensor>, TreeTuple1<Argument>, Never>(
        inAxes: nil, outAxes: [0], axisName: nil, axisSize: nil
      ) { cotangent in
        TreeTuple1(linearization.cotangents(results.indices.map { $0 == index ? cotangent.a : nil }))
      }
      let rows = pull(TreeTuple1(Jacobian.basis(result))).a.leaves
      return rows.map { $0.reshape(result.type.shape + Jacobian.shape($0).dropped(first: 1)) }
    }
    return Blocks(rows: rows, results: linearization.results)
  }

  private static func shape(_ tensor: Tensor) -> Shape { tensor.type.shape }

  /// Tensors in the shape of `leaf` that are 1 in one place each, stacked.
  private static func basis(_ leaf: Tensor) -> Tensor {
    Tensor.eye(leaf.size, dtype: leaf.dtype).reshape([leaf.size] + leaf.type.shape)
  }

  private func unfit(_ leaf: Tensor) -> TensorError? {
    if let error = leaf.error { return error }
    if leaf.dtype.isFloating { return nil }
    return TensorError(
      name, operands: [leaf], problem: "a tensor has dtype \(leaf.dtype)",
      expected: "real floating-point arguments and results; capture the others")
  }

  private func failed(_ error: TensorError, _ argument: Argument) throws(E) -> Blocks {
    // The function is run for the structure of its results only.
    let failure = Tensor.failed(error)
    let results = try body(map(argument) { _ in failure })
    return Blocks(rows: results.leaves.map { _ in argument.leaves.map { _ in failure } }, results: results)
  }
}

extension Shape {
  fileprivate func dropped(first count: Int) -> Shape { Shape(Array(dimensions.dropFirst(count))) }
  fileprivate func dropped(last count: Int) -> Shape { Shape(Array(dimensions.dropLast(count))) }
}
