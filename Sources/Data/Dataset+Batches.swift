import Foundation
public import Tensors

/// What becomes of the elements that are left when the count is no multiple of the batch's size.
public enum Remainder: Sendable {
  /// A smaller batch.
  case keep
  /// Nothing, so that all batches have one shape.
  case drop
}

extension Dataset where Element: TensorTree {
  /// A dataset of a tree of tensors, with an example for each index of their first axis.
  ///
  /// - Throws: `DataError` if they have not equally many, or a scalar is among them; the error that a tensor carries.
  public init(_ tree: Element) throws {
    let columns = try tree.leaves.map(Column.init)
    guard let count = columns.first?.count, columns.allSatisfy({ $0.count == count }) else {
      throw DataError(
        "Dataset",
        problem: "the tensors have the shapes \(tree.leaves.map { "\($0.shape)" }.joined(separator: ", "))",
        expected: "equally many examples along the first axis of all")
    }
    self.init(count: count) { index in tree.unflatten(columns.map { $0.row(index) }) }
  }

  /// Batches of elements, whose tensors are stacked along a new first axis.
  ///
  /// An element of another shape or dtype than the first of its batch is an error of that batch. No elements, or fewer than a
  /// batch has if what is left is dropped, are an error of the first batch.
  ///
  /// - Parameters:
  ///   - size: how many elements make a batch.
  ///   - remainder: what becomes of those that are left.
  public func batched(_ size: Int, remainder: Remainder = .keep) -> Dataset {
    let whole = size > 0 ? count / size : 0
    let isLeft = size > 0 && count % size > 0 && remainder == .keep
    guard size > 0, whole > 0 || isLeft else {
      let (problem, expected) = (
        "batches of \(size) of \(count) elements",
        count == 0 ? "at least one element" : "from 1 to the count, or remainder: .keep"
      )
      return Dataset(count: 1) { _ in throw DataError("Dataset.batched", problem: problem, expected: expected)
      }
    }
    return Dataset(count: whole + (isLeft ? 1 : 0)) { index, epoch in
      let end = Swift.min((index + 1) * size, count)
      return try stacked((index * size..<end).map { try element($0, inEpoch: epoch) })
    }
  }
}

/// The tensors of one column of a dataset, as bytes of which an example is a part.
private struct Column: Sendable {
  let count: Int
  private let shape: Shape
  private let dtype: DType
  private let bytes: [UInt8]
  private let width: Int

  init(_ tensor: Tensor) throws {
    if let error = tensor.error { throw error }
    guard tensor.ndim > 0 else {
      throw DataError("Dataset", problem: "a tensor is a scalar", expected: "examples along the first axis")
    }
    count = tensor.shape[0]
    shape = Shape(Array(tensor.shape.dimensions.dropFirst()))
    dtype = tensor.dtype
    bytes = try Array(tensor.bytes())
    width = count == 0 ? 0 : bytes.count / count
  }

  func row(_ index: Int) -> Tensor {
    Tensor(bytes: bytes[index * width..<(index + 1) * width], shape: shape, dtype: dtype)
  }
}

/// Trees stacked along a new first axis, on the host.
func stacked<Tree: TensorTree>(_ elements: [Tree]) throws -> Tree {
  guard let first = elements.first else {
    throw DataError("stacked", problem: "there are no elements", expected: "at least one")
  }
  let rows = try elements.map { try $0.checked().leaves }
  let columns = try first.leaves.indices.map { column in
    let (shape, dtype) = (rows[0][column].shape, rows[0][column].dtype)
    var bytes: [UInt8] = []
    for (number, row) in rows.enumerated() {
      guard row.indices.contains(column), row[column].shape == shape, row[column].dtype == dtype else {
        let found = row.indices.contains(column) ? "\(row[column].dtype)\(row[column].shape)" : "nothing"
        throw DataError(
          "Dataset.batched",
          problem: "element \(number) of the batch has \(found), the first one \(dtype)\(shape)",
          expected: "elements of one shape and dtype; pad or cut them with map")
      }
      bytes += try row[column].bytes()
    }
    return Tensor(bytes: bytes, shape: [rows.count] + shape, dtype: dtype)
  }
  return first.unflatten(columns)
}
