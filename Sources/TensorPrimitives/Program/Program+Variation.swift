package import TensorCore

/// Along which axes of a mesh values differ from device to device inside of `shardMap` (JAX's varying manual axes).
extension Program {
  /// The axes along which each output may differ, for inputs that may differ along these.
  ///
  /// What the program captured is the same on all devices.
  package func variation(_ inputs: [Set<String>]) -> [Set<String>] {
    var axes = [Set<String>](repeating: [], count: types.count)
    for (input, differing) in zip(self.inputs, inputs) { axes[input.number] = differing }
    func read(_ atom: Atom) -> Set<String> {
      if case .variable(let variable) = atom { axes[variable.number] } else { [] }
    }
    for equation in equations {
      let results = equation.primitive.variation(equation.operands.map(read))
      for (variable, result) in zip(equation.results, results) { axes[variable.number] = result }
    }
    return outputs.map(read)
  }

  /// As `variation`, for a program whose first outputs become its inputs from `start` on again and again.
  ///
  /// - Parameters:
  ///   - count: the number of outputs that are handed on.
  ///   - extra: axes along which these may differ in any case.
  package func variation(
    _ inputs: [Set<String>], repeatingFrom start: Int, count: Int, extra: ([Set<String>]) -> Set<String>
  ) -> [Set<String>] {
    var current = inputs
    while true {
      let outputs = variation(current)
      let added = extra(current)
      var next = current
      for (index, output) in outputs.prefix(count).enumerated() {
        next[start + index].formUnion(output.union(added))
      }
      if next == current {
        return outputs.enumerated().map { $0 < count ? $1.union(current[start + $0]) : $1 }
      }
      current = next
    }
  }
}
