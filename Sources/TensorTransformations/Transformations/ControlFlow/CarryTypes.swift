package import TensorCore
import TensorPrimitives

/// What loops require of their carries.
package enum CarryTypes {
  /// The carries in the dtypes that the body gives them, where they were literals; nil if nothing changes.
  package static func promoted(_ carries: [Tensor], _ results: [Tensor]) -> [Tensor]? {
    guard results.count == carries.count else { return nil }
    var changed = false
    let promoted = zip(carries, results.map(\.type)).map { carry, type -> Tensor in
      guard carry.type.isWeak, !type.isWeak || type.dtype != carry.dtype,
        DType.promoted((carry.dtype, true), (type.dtype, type.isWeak)).dtype == type.dtype
      else { return carry }
      changed = true
      return carry.converted(to: type.dtype, isWeak: type.isWeak)
    }
    return changed ? promoted : nil
  }

  /// The numbers of the carries that a body hands on as it got them, and of the others.
  package static func divided(
    _ body: Program, constantCount: Int, _ count: Int
  ) -> (same: [Int], changing: [Int]) {
    let inputs = body.inputs[constantCount...].prefix(count)
    let isSame = zip(inputs, body.outputs).map { Atom.variable($0) == $1 }
    return (isSame.indices.filter { isSame[$0] }, isSame.indices.filter { !isSame[$0] })
  }

  /// What is wrong with the carries after a run.
  package static func error<Carry: TensorTree>(
    _ name: String, _ initial: Carry, _ carries: [Tensor], _ results: Carry
  ) -> TensorError? {
    let types = results.leaves.map(\.type)
    guard initial.hasSameStructure(as: results), types.count == carries.count else {
      return TensorError(
        name,
        problem:
          "the carry has another structure after a run: "
          + initial.structureDifference(from: results, root: "carry"),
        expected: "a body that returns a carry of the structure that it was given")
    }
    let names = LeafNames(initial)
    let problems = zip(carries, types).enumerated().compactMap { index, pair -> String? in
      let (carry, type) = (pair.0.type, pair.1)
      if carry.shape == type.shape && carry.dtype == type.dtype { return nil }
      return "\(names[index]) has type \(carry) at first, but \(type) after a run"
    }
    if problems.isEmpty { return nil }
    return TensorError(
      name, operands: carries, problem: "the carry changes its type: " + problems.joined(separator: "; "),
      expected: "carries of the same shape and dtype before and after each run")
  }
}

extension TensorTree {
  /// The tree with literals in place of definite types made definite.
  func matching(_ types: [TensorType]) -> Self {
    var copy = self
    var index = 0
    copy.forEachLeaf { leaf in
      defer { index += 1 }
      guard index < types.count, leaf.dtype == types[index].dtype, !leaf.isFailed else { return }
      // The other way round the loop promotes its own.
      if leaf.type.isWeak && !types[index].isWeak {
        leaf = leaf.converted(to: types[index].dtype, isWeak: false)
      }
    }
    return copy
  }
}
