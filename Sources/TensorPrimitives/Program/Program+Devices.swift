import TensorCore

/// Programs that `ShardMap` derives from a program that runs on each device of a mesh.
extension Program {
  private enum Derivation: Hashable, Sendable {
    case stacked(from: Int)
    case unstacked(Int)
    case transposed([Bool], [Bool], copies: [Int], summed: [[String]])
  }

  /// The program with the outputs from `start` on as rows of a new leading axis.
  func stackingOutputs(from start: Int) -> DerivedProgram {
    derive(Derivation.stacked(from: start), name: name) { staging in
      let outputs = evaluate(inputTypes.map { staging.input($0) })
      let rows = outputs[start...].map { $0.reshape([1] + $0.type.shape) }
      return outputs[..<start] + rows
    }
  }

  /// The program with rows of a leading axis as its first `count` inputs.
  func unstackingInputs(_ count: Int) -> DerivedProgram {
    derive(Derivation.unstacked(count), name: name) { staging in
      let inputs = inputTypes.enumerated().map { index, type in
        index < count
          ? staging.input(type.with(shape: [1] + type.shape)).reshape(type.shape) : staging.input(type)
      }
      return evaluate(inputs)
    }
  }

  /// As `transpose`, for a program that runs on each device of a mesh.
  ///
  /// - Parameters:
  ///   - copies: on how many devices each output is the same, which share its cotangent.
  ///   - summed: the axes along which each input is the same on all devices, whose cotangents are added.
  func transposedOnDevices(
    isLinear: [Bool], hasCotangent: [Bool], copies: [Int], summed: [[String]]
  ) -> TransposedProgram {
    let key = Derivation.transposed(isLinear, hasCotangent, copies: copies, summed: summed)
    return derive(key, name: "transpose_\(name)") { staging in
      let operands = zip(inputTypes, isLinear).map { type, linear -> LinearOperand in
        linear ? .linear(type) : .value(staging.input(type))
      }
      var cotangents: [Tensor?] = []
      for (index, type) in outputTypes.enumerated() {
        let cotangent = hasCotangent[index] ? staging.input(type.tangent) : nil
        cotangents.append(
          copies[index] == 1 ? cotangent : cotangent.map { $0 / Tensor(Double(copies[index])) })
      }
      let results = zip(transpose(cotangents, operands), summed).map { result, axes in
        result.map { axes.reduce($0) { bind(AxisSum(axisName: $1, groups: nil), $0) } }
      }
      let indices = [Int?](numbering: results.map { $0 != nil }, from: 0)
      return (
        results.compactMap { $0 }, { TransposedProgram(program: $0, cotangentIndices: indices, failure: $1) }
      )
    }
  }
}
