import Tensors
import Testing

/// What the table of operations gives in 16 bits and in narrow integers is what it gives for the same numbers in float64.
@Suite struct DTypeLawTests {
  /// Rows that say in what they compute.
  private static let ofOneDType: Set<String> = ["astype", "reducePrecision"]
  /// What is another function of integers: results that are rounded, written among integers, or beyond 8 bits.
  private static let otherOfIntegers: Set<String> = [
    "filled", "apply at", "apply at repeated", "padded by means", "padded by medians", "padded by ramps",
    "power",
    "seventh power",
  ]
  /// Loops and branches whose types change, which is an error.
  private static let ofFloatsOnly: Set<String> = ["foriLoop", "cond"]
  /// What is negative wraps around.
  private static let otherOfUnsigned: Set<String> = ["neg", "hardTanh", "diff", "cross"]

  private struct Row {
    let op: OpCase
    let narrow: [Tensor]
    let wide: [Tensor]
  }

  private static func rows(_ dtype: DType, _ values: (OpCase) -> [Tensor]) -> [Row] {
    OpCase.all.filter { $0.dtype == .float64 && !ofOneDType.contains($0.name) }.map { op in
      let narrow = zip(values(op), op.operands).map { value, _ in
        value.dtype == .float64 ? value.astype(dtype) : value
      }
      let wide = zip(narrow, values(op)).map { $1.dtype == .float64 ? $0.astype(.float64) : $0 }
      return Row(op: op, narrow: narrow, wide: wide)
    }
  }

  /// Calls `body` for all rows as few programs; a row that cannot be computed is told by name.
  private func results(
    _ rows: [Row], _ body: @escaping @Sendable (OpCase, [Tensor]) -> [Tensor]
  ) throws -> [(Row, narrow: [Tensor], wide: [Tensor])] {
    try stride(from: 0, to: rows.count, by: 80).flatMap { first in
      let part = Array(rows[first..<min(first + 80, rows.count)])
      let ops = part.map(\.op)
      let program = jit { (narrow: [[Tensor]], wide: [[Tensor]]) in
        (zip(ops, narrow).map { body($0, $1) }, zip(ops, wide).map { body($0, $1) })
      }
      do {
        let (narrow, wide) = try program(part.map(\.narrow), part.map(\.wide))
        return zip(part, zip(narrow, wide)).map { ($0, $1.0, $1.1) }
      } catch {
        for row in part { try named(row.op) { _ = try evalShape { body(row.op, $0) }(row.narrow) } }
        throw error
      }
    }
  }

  /// Throws the error of a row with its name.
  private func named(_ op: OpCase, _ body: () throws -> Void) throws {
    do { try body() } catch {
      throw TensorError(error, operation: "\(op.name): \((error as? TensorError)?.problem ?? "")")
    }
  }

  @Test(arguments: [DType.float16, .bfloat16]) func sixteenBits(dtype: DType) throws {
    let rows = Self.rows(dtype) { $0.tensors() }
    let unit = dtype == .float16 ? 0x1p-10 : 0x1p-7
    let all = try results(rows) { op, operands in
      let moved = op.operands.indices.filter { op.operands[$0].isDifferentiated }
      let (value, pullback) = vjp(
        { (x: [Tensor]) in
          var all = operands
          for (place, tensor) in zip(moved, x) { all[place] = tensor }
          return op.function(all)
        }, primals: moved.map { operands[$0] })
      return [value] + pullback(Tensor.onesLike(value))
    }
    for (row, narrow, wide) in all {
      for (number, (a, b)) in zip(narrow, wide).enumerated() {
        #expect(a.dtype == (b.dtype == .float64 ? dtype : b.dtype), "\(row.op.name): result \(number)")
        let error = try distance(a, b)
        #expect(error <= 8 * unit, "\(row.op.name): result \(number) differs by \(error / unit) units")
      }
    }
  }

  @Test(arguments: [DType.int8, .uint8]) func integers(dtype: DType) throws {
    let rows = Self.rows(dtype) { op in
      zip(op.tensors(), op.operands).map { value, operand in
        guard operand.isDifferentiated, value.dtype == .float64 else { return value }
        return dtype.isUnsigned ? ceil(abs(value)) : sign(value) * ceil(abs(value))
      }
    }.filter {
      let name = $0.op.name
      return !Self.otherOfIntegers.contains(name) && !Self.ofFloatsOnly.contains(name)
        && !(dtype.isUnsigned && Self.otherOfUnsigned.contains(name))
    }
    for (row, narrow, wide) in try results(rows, { [$0.function($1)] }) {
      let error = try distance(narrow[0], wide[0])
      #expect(error <= 1e-4, "\(row.op.name): \(narrow[0]) is not \(wide[0])")
    }
  }

  /// The greatest difference, relative to the greatest value where that is above 1; NaN is NaN in both.
  private func distance(_ a: Tensor, _ b: Tensor) throws -> Double {
    let (x, y) = (try a.scalars(Double.self), try b.scalars(Double.self))
    guard x.count == y.count else { return .infinity }
    let scale = y.filter(\.isFinite).map(\.magnitude).reduce(1, max)
    return zip(x, y).map { $0 == $1 || $0.isNaN && $1.isNaN ? 0 : ($0 - $1).magnitude / scale }
      .map { $0.isNaN ? .infinity : $0 }.reduce(0, max)
  }
}
