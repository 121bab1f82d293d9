import Tensors
import Testing

/// Values of `jnp.finfo`, `iinfo`, `promote_types`, `result_type`, `broadcast_shapes`, `repeat` and boolean masks (JAX 0.10.2).
@Suite struct NumericTypeTests {
  @Test func limitsOfFloatingTypes() throws {
    #expect(try finfo(.float32).max.item(Float.self) == Float.greatestFiniteMagnitude)
    #expect(try finfo(.float32).min.item(Float.self) == -Float.greatestFiniteMagnitude)
    #expect(try finfo(.float32).eps.item(Float.self) == Float.ulpOfOne)
    #expect(try finfo(.float32).tiny.item(Float.self) == Float.leastNormalMagnitude)
    #expect(try finfo(.float32).smallestSubnormal.item(Float.self) == Float.leastNonzeroMagnitude)
    #expect(try finfo(.float64).max.item(Double.self) == Double.greatestFiniteMagnitude)
    #expect(try finfo(.float64).tiny.item(Double.self) == Double.leastNormalMagnitude)
    #expect(finfo(.float64).bits == 64 && finfo(.float64).maxexp == 1024 && finfo(.float16).maxexp == 16)
    #expect(try finfo(.bfloat16).max.item(Double.self) == 3.3895313892515355e38)
    #expect(try finfo(.bfloat16).eps.item(Double.self) == 0.0078125)
    #expect(try finfo(.float16).max.item(Double.self) == 65504 && finfo(.float16).nmant == 10)
    #expect(try finfo(.float16).smallestSubnormal.item(Double.self) == 5.960464477539063e-08)
    #expect(finfo(.complex64).dtype == .float32 && finfo(.bfloat16).max.dtype == .bfloat16)
    #expect(finfo(.int8).max.error?.expected.contains("iinfo") == true)
  }

  @Test func limitsOfIntegerTypes() throws {
    #expect(try iinfo(.int8).min.item(Int.self) == -128 && iinfo(.int8).max.item(Int.self) == 127)
    #expect(try iinfo(.uint8).max.item(Int.self) == 255 && iinfo(.uint8).min.item(Int.self) == 0)
    #expect(try iinfo(.int64).max.scalars(Int64.self) == [.max] && iinfo(.int64).bits == 64)
    #expect(try iinfo(.uint64).max.scalars(UInt64.self) == [.max])
    #expect(iinfo(.float32).max.error != nil && iinfo(.bool).max.error != nil)
  }

  @Test func typesAndShapesThatMeet() throws {
    #expect(promoteTypes(.int8, .uint8) == .int16 && promoteTypes(.bfloat16, .float16) == .float32)
    #expect(promoteTypes(.int32, .float16) == .float16 && promoteTypes(.uint64, .int64) == .float32)
    #expect(resultType(Tensor.ones([2], dtype: .bfloat16), 1.5) == .bfloat16)
    #expect(resultType(Tensor.ones([2], dtype: .int8), Tensor([1.5])) == .float32)
    #expect(try broadcastShapes([3, 1], [4], [1, 1, 1]) == [1, 3, 4])
    #expect(throws: TensorError.self) { try broadcastShapes([3], [4]) }
  }

  @Test func repeatWithACountForEachElement() throws {
    let x = Tensor([[1, 2], [3, 4], [5, 6]] as [[Float]])
    #expect(try x.repeat([1, 0, 2], axis: 0).scalars(Float.self) == [1, 2, 5, 6, 5, 6])
    #expect(try x.repeat([2, 1], axis: -1).scalars(Float.self) == [1, 1, 2, 3, 3, 4, 5, 5, 6])
    #expect(try x.repeat([0, 1, 2, 0, 0, 1]).scalars(Float.self) == [2, 3, 3, 6])
    #expect(try x.repeat([2], axis: 1).scalars(Float.self) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
    #expect(x.repeat([0, 0, 0], axis: 0).shape == [0, 2])
    #expect(x.repeat([1, 2], axis: 0).error?.problem.contains("2 counts") == true)
    #expect(x.repeat([1, -1, 2], axis: 0).error?.problem.contains("least of them -1") == true)
    // With a length: as jnp.repeat(x, counts, axis=0, total_repeat_length=4).
    let counted = jit { (counts: Tensor) in x.repeat(counts, axis: 0, totalRepeatLength: 4) }
    #expect(try counted(Tensor([1, 0, 2] as [Int32])).scalars(Float.self) == [1, 2, 5, 6, 5, 6, 5, 6])
    #expect(try counted(Tensor([3, 2, 2] as [Int32])).scalars(Float.self) == [1, 2, 1, 2, 1, 2, 3, 4])
    #expect(x.repeat(Tensor([1.0, 2, 3]), axis: 0, totalRepeatLength: 4).error != nil)
    let gradient = grad { (x: Tensor) in (x.repeat([1, 0, 2], axis: 0) * Tensor([[1.0], [2], [3]])).sum() }(x)
    #expect(try gradient.scalars(Float.self) == [1, 1, 0, 0, 5, 5])
  }

  @Test func masksReadAndWrite() throws {
    let x = Tensor([[1, 2, 3], [4, 5, 6]] as [[Float]])
    let mask = x .> 2
    #expect(try x[mask].scalars(Float.self) == [3, 4, 5, 6])
    #expect(try x[Tensor([false, true])].scalars(Float.self) == [4, 5, 6])
    #expect(try x[FullRange(), Tensor([true, false, true])].scalars(Float.self) == [1, 3, 4, 6])
    #expect(x[Ellipsis(), Tensor([true, false, true])].shape == [2, 2])
    #expect(x[x .> 9].shape == [0] && x[Tensor([false, false])].shape == [0, 3])
    #expect(try x.at[mask].set(0).scalars(Float.self) == [1, 2, 0, 0, 0, 0])
    #expect(try x.at[mask].set(Tensor([9.0, 8, 7, 6])).scalars(Float.self) == [1, 2, 9, 8, 7, 6])
    #expect(try x.at[mask].add(10).scalars(Float.self) == [1, 2, 13, 14, 15, 16])
    #expect(try x.at[mask].multiply(2).scalars(Float.self) == [1, 2, 6, 8, 10, 12])
    #expect(try x.at[mask].divide(2).scalars(Float.self) == [1, 2, 1.5, 2, 2.5, 3])
    #expect(try x.at[mask].max(5).scalars(Float.self) == [1, 2, 5, 5, 5, 6])
    #expect(try x.at[mask].min(4).scalars(Float.self) == [1, 2, 3, 4, 4, 4])
    #expect(
      try x.at[Tensor([true, false])].set(Tensor([7.0, 8, 9])).scalars(Float.self) == [7, 8, 9, 4, 5, 6])
    #expect(
      try x.at[FullRange(), Tensor([true, false, true])].set(0).scalars(Float.self) == [0, 2, 0, 0, 5, 0])
    #expect(try x.at[mask].apply { $0 * $0 }.scalars(Float.self) == [1, 2, 9, 16, 25, 36])
    #expect(x.at[mask].set(Tensor([1.0, 2])).error?.problem.contains("a part of shape [4]") == true)
    // Integers of a wider value are combined as by positions.
    #expect(try Tensor([1, 2] as [Int32]).at[Tensor([true, false])].add(0.7).scalars(Int32.self) == [1, 2])
    // A mask may be computed where the values do not depend on it.
    let relu = jit { (x: Tensor) in x.at[x .< 0].set(0) }
    #expect(try relu(Tensor([-1.0, 2])).scalars(Float.self) == [0, 2])
    let slope = grad { (x: Tensor) in x.at[x .> 2].multiply(3).sum() }(x)
    #expect(try slope.scalars(Float.self) == [1, 1, 3, 3, 3, 3])
  }

  @Test func pathsOfTrees() throws {
    struct State: TensorTree {
      var weights: [String: Tensor]
      var moments: [Tensor]
      var step: Tensor?
      mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
        // Not in the order of the members.
        step.forEachLeaf(body)
        moments.forEachLeaf(body)
        weights.forEachLeaf(body)
      }
    }
    let state = State(weights: ["b": 1, "a": 2], moments: [3, 4], step: 5)
    #expect(state.leafPaths == ["step", "moments/0", "moments/1", "weights/a", "weights/b"])
    #expect([10: Tensor(1), 9: Tensor(2)].leafPaths == ["9", "10"])
    #expect(
      Tensor(1).leafPaths == ["0"]
        && [[Tensor(1)], [Tensor(2), Tensor(3)]].leafPaths == ["0/0", "1/0", "1/1"])
    let doubled = mapWithPath(state) { path, tensor in path.hasPrefix("moments") ? tensor * 2 : tensor }
    #expect(try doubled.leaves.map { try $0.item(Int.self) } == [5, 6, 8, 2, 1])
  }
}
