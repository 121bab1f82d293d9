import PJRT
import StableHLO
import TensorCore
import TensorPrimitives

/// A factorization as programs ask LAPACK for it, in place of XLA's own way.
struct LAPACKCall {
  /// Matrices with more rows or columns are left to XLA: the sizes of LAPACK's work are 32-bit integers.
  static let extentLimit = 16_384

  /// Writes the call; nil where LAPACK is not used, or does not take these matrices.
  ///
  /// - Parameter numbers: the extents of a matrix, and what else the handler has to know; the number of matrices is added.
  static func lower(
    _ function: ForeignFunction, _ operands: [(value: HLOValue, isColumnMajor: Bool)], dtype: DType,
    numbers: [Int],
    results: [BufferLayout], in f: HLOFunction
  ) -> [HLOValue]? {
    guard f.module.callsLAPACK, LAPACKRoutines.of(dtype) != nil else { return nil }
    let extents = operands.flatMap(\.value.type.dimensions)
    guard let matrix = operands.first?.value.type.dimensions, !extents.contains(0),
      matrix.suffix(2).allSatisfy({ $0 <= extentLimit }), numbers.allSatisfy({ $0 <= extentLimit })
    else { return nil }
    let count = matrix.dropLast(2).reduce(1, *)
    return f.call(function, operands, numbers: [count] + numbers, results: results)
  }

  // MARK: In a running program

  let routines: LAPACKRoutines
  /// How many matrices there are, and what `lower` was given.
  let count: Int
  let numbers: [Int]
  let operands: [ForeignBuffer]
  let results: [ForeignBuffer]
  /// The bytes of a number.
  let width: Int
  private let isDouble: Bool
  let call: ForeignCall

  /// The function of a routine, which programs call by its name.
  static func function(_ name: String, _ handler: ForeignHandler) -> ForeignFunction {
    ForeignFunction(name: "blox_lapack_\(name)_v1", handler: handler, advice: advice) { operation in
      if LAPACKRoutines.float32 == nil { throw try missing(operation) }
    }
  }

  /// What to do on platforms whose plugin cannot call the process.
  private static let advice = "compute it in a program for CPUs, and give the result to this one"

  /// The error of an operation that has no other way than LAPACK, where there is none.
  private static func missing(_ operation: String) throws(TensorError) -> TensorError {
    TensorError(
      operation,
      problem: try LAPACKLibrary.current().map {
        "it is computed by LAPACK, and \($0.path) lacks some of its routines"
      }
        ?? "it is computed by LAPACK, and there is none: none is installed, or \(LAPACKLibrary.variable) is off",
      expected: "`blox setup` (it fetches OpenBLAS), or the path of a LAPACK in \(LAPACKLibrary.variable)")
  }

  /// Checks what a program passes.
  ///
  /// - Parameters:
  ///   - numberCount: how many numbers there are.
  ///   - operandCounts: how many elements each operand has for a matrix, given the numbers.
  ///   - resultCounts: the same of each result.
  ///   - resultType: the dtype of the results, where it is not that of the matrices.
  init(
    _ call: ForeignCall, _ name: String, numberCount: Int, operands operandCounts: ([Int]) -> [Int],
    results resultCounts: ([Int]) -> [Int], resultType: DType? = nil
  ) throws(PJRTError) {
    guard let all = call.integers("numbers"), all.count == numberCount + 1,
      all.allSatisfy({ (0...1 << 40).contains($0) }), all[0] > 0
    else { throw LAPACKCall.wrong(name, "numbers that are not known") }
    let numbers = Array(all.dropFirst())
    self.call = call
    self.numbers = numbers
    count = all[0]
    operands = call.operands
    results = call.results
    guard numbers.allSatisfy({ $0 <= LAPACKCall.extentLimit }), let type = operands.first?.elementType,
      let dtype = DType.allCases.first(where: { $0.pjrt == type }), let routines = LAPACKRoutines.of(dtype)
    else { throw LAPACKCall.wrong(name, "matrices of another type") }
    self.routines = routines
    width = dtype.byteWidth
    isDouble = dtype == .float64
    let resultElements = resultType?.pjrt ?? type
    let checks = [
      (operands, operandCounts(numbers), type), (results, resultCounts(numbers), resultElements),
    ]
    for (buffers, counts, type) in checks {
      // A type that is not known has no bytes.
      guard buffers.count == counts.count,
        zip(buffers, counts).allSatisfy({ buffer, elements in
          !buffer.bytes.isEmpty && buffer.dimensions.reduce(1, *) == elements * all[0]
            && (buffer.elementType == type || buffer.elementType == .int32)
        })
      else { throw LAPACKCall.wrong(name, "buffers of other sizes") }
    }
  }

  /// The error of a call that no program of this version makes.
  private static func wrong(_ name: String, _ problem: String) -> PJRTError {
    PJRTError(
      .invalidArgument,
      "\(name): a compiled program calls LAPACK with \(problem)\n  expected: a program compiled by this version of the "
        + "library; BLOX_LAPACK=off computes it without LAPACK", context: "calling LAPACK")
  }

  /// The error of results of other types.
  func wrongTypes(_ name: String) -> PJRTError { LAPACKCall.wrong(name, "results of another type") }

  /// Memory for a routine to work in, of at least `count` numbers.
  func withWork(_ count: Int, _ body: (UnsafeMutableRawPointer, Int32) -> Void) {
    let size = max(1, count)
    let work = UnsafeMutableRawPointer.allocate(byteCount: size * width, alignment: 64)
    defer { work.deallocate() }
    body(work, Int32(clamping: size))
  }

  /// A 1 of the type of the matrices.
  func withOne(_ body: (UnsafeMutableRawPointer) -> Void) {
    if isDouble {
      var one = 1.0
      withUnsafeMutableBytes(of: &one) { bytes in bytes.baseAddress.map(body) }
    } else {
      var one: (Float, Float) = (1, 0)
      withUnsafeMutableBytes(of: &one) { bytes in bytes.baseAddress.map(body) }
    }
  }

  /// The part of a buffer that belongs to one of the matrices.
  func part(_ buffer: ForeignBuffer, _ index: Int) -> UnsafeMutableRawBufferPointer {
    let size = buffer.bytes.count / count
    return UnsafeMutableRawBufferPointer(rebasing: buffer.bytes[index * size..<(index + 1) * size])
  }

  /// Does `body` for every matrix, several at once on XLA's threads.
  func forEach(_ body: (Int) -> Void) { call.forEach(count, body) }

  /// Whether all numbers are finite. LAPACK need not end for others.
  func isFinite(_ bytes: UnsafeMutableRawBufferPointer) -> Bool {
    isDouble
      ? bytes.bindMemory(to: Double.self).allSatisfy(\.isFinite)
      : bytes.bindMemory(to: Float.self).allSatisfy(\.isFinite)
  }

  /// Makes all numbers NaNs: there is no such factorization.
  func fail(_ buffers: UnsafeMutableRawBufferPointer...) {
    for bytes in buffers {
      if isDouble {
        bytes.bindMemory(to: Double.self).update(repeating: .nan)
      } else {
        bytes.bindMemory(to: Float.self).update(repeating: .nan)
      }
    }
  }
}
