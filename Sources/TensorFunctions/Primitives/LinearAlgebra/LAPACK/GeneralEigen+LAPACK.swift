import PJRT
import StableHLO
import TensorCore

extension GeneralEigen {
  /// LAPACK's `geev`: NaNs for matrices that are not finite, and where it does not come to an end.
  static let function = LAPACKCall.function("geev") { frame in
    ForeignCall.respond(to: frame) { call throws(PJRTError) in
      let lapack = try LAPACKCall(
        call, "eig", numberCount: 3, operands: { [$0[0] * $0[0]] },
        results: { [$0[0]] + [Int](repeating: $0[0] * $0[0], count: min(2, $0[1]) + min(2, $0[2])) },
        resultType: .complex64)
      guard lapack.results.count == 1 + lapack.numbers[1] + lapack.numbers[2] else {
        throw lapack.wrongTypes("eig")
      }
      lapack.forEach { index in
        let a = lapack.part(lapack.operands[0], index)
        let parts = lapack.results.map { lapack.part($0, index).bindMemory(to: Float.self) }
        let isDone: Bool
        switch lapack.operands[0].elementType {
        case _ where !lapack.isFinite(a): isDone = false
        case .complex64: isDone = complexMatrix(lapack, a, parts)
        case .float64: isDone = realMatrix(lapack, a, parts, Double.self)
        default: isDone = realMatrix(lapack, a, parts, Float.self)
        }
        if !isDone { for part in parts { part.update(repeating: .nan) } }
      }
    }
  }

  /// Whether `geev` came to an end for a complex matrix. The parts are the values, the left vectors and the right ones.
  private static func complexMatrix(
    _ lapack: LAPACKCall, _ a: UnsafeMutableRawBufferPointer, _ parts: [UnsafeMutableBufferPointer<Float>]
  ) -> Bool {
    let (extent, hasLeft, hasRight) = (lapack.numbers[0], lapack.numbers[1] != 0, lapack.numbers[2] != 0)
    let starts = parts.compactMap { $0.baseAddress.map(UnsafeMutableRawPointer.init) }
    guard starts.count == parts.count else { return false }
    var (n, info) = (Int32(extent), Int32(0))
    lapack.withWork(extent * extent + extent) { copy, _ in
      copy.copyMemory(from: UnsafeRawPointer(a.baseAddress ?? copy), byteCount: a.count)
      lapack.withSpectralWork { work, size in
        var size = size
        // What is not wanted is not written.
        lapack.routines.complexEigen(
          hasLeft ? "V" : "N", hasRight ? "V" : "N", &n, copy, &n, starts[0], starts[hasLeft ? 1 : 0], &n,
          starts[starts.count - 1], &n, work, &size, copy + a.count, &info, 1, 1)
      }
    }
    return info == 0
  }

  /// The same of a real matrix.
  private static func realMatrix<Real: BinaryFloatingPoint>(
    _ lapack: LAPACKCall, _ a: UnsafeMutableRawBufferPointer, _ parts: [UnsafeMutableBufferPointer<Float>],
    _: Real.Type
  ) -> Bool {
    let (extent, hasLeft, hasRight) = (lapack.numbers[0], lapack.numbers[1] != 0, lapack.numbers[2] != 0)
    var (n, info) = (Int32(extent), Int32(0))
    let size = extent * extent
    // The copy, the values' two parts, and the vectors.
    lapack.withWork(size * parts.count + 2 * extent) { memory, _ in
      memory.copyMemory(from: UnsafeRawPointer(a.baseAddress ?? memory), byteCount: a.count)
      let vectors = (0..<parts.count).map { memory + $0 * a.count }
      let real = memory + parts.count * a.count
      let imaginary = real + extent * lapack.width
      lapack.withSpectralWork { work, count in
        var count = count
        lapack.routines.generalEigen(
          hasLeft ? "V" : "N", hasRight ? "V" : "N", &n, memory, &n, real, imaginary,
          vectors[hasLeft ? 1 : 0], &n, vectors[parts.count - 1], &n, work, &count, &info, 1, 1)
      }
      guard info == 0 else { return }
      func numbers(_ start: UnsafeMutableRawPointer, _ count: Int) -> UnsafeBufferPointer<Real> {
        UnsafeBufferPointer(start: start.bindMemory(to: Real.self, capacity: count), count: count)
      }
      let parted = (numbers(real, extent), numbers(imaginary, extent))
      for index in 0..<extent {
        parts[0][2 * index] = Float(parted.0[index])
        parts[0][2 * index + 1] = Float(parted.1[index])
      }
      for index in 1..<parts.count { write(numbers(vectors[index], size), of: parted.1, to: parts[index]) }
    }
    return info == 0
  }

  /// The complex vectors of a real matrix. Of a pair of conjugates LAPACK gives the real part and the imaginary one, instead of two vectors.
  private static func write<Real: BinaryFloatingPoint>(
    _ vectors: UnsafeBufferPointer<Real>, of imaginary: UnsafeBufferPointer<Real>,
    to result: UnsafeMutableBufferPointer<Float>
  ) {
    let extent = imaginary.count
    var column = 0
    while column < extent {
      let isPair = imaginary[column] != 0 && column + 1 < extent
      for offset in column * extent..<(column + 1) * extent {
        let (real, other) = (Float(vectors[offset]), isPair ? Float(vectors[offset + extent]) : 0)
        result[2 * offset] = real
        result[2 * offset + 1] = other
        guard isPair else { continue }
        result[2 * (offset + extent)] = real
        result[2 * (offset + extent) + 1] = -other
      }
      column += isPair ? 2 : 1
    }
  }
}
