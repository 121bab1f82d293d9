import CKernels
import PJRT
import TensorCore

/// What a program passes to a kernel, checked: as many buffers as there should be, of float32, of the right sizes; a mask has a byte
/// for each element.
struct KernelBuffers {
  let operands: [UnsafePointer<Float>]
  let mask: UnsafePointer<UInt8>?
  let results: [UnsafeMutablePointer<Float>]
  let threads: BloxThreads

  /// - Parameters:
  ///   - operands: the extents of each operand, and `results` those of each result. Buffers may have other axes with as many
  ///     elements.
  ///   - mask: the extents of a mask, which comes after the other operands.
  init(
    _ call: ForeignCall, _ operation: String, operands: [[Int64]], mask: [Int64]? = nil, results: [[Int64]]
  ) throws(PJRTError) {
    let masks = (mask.map { [$0] } ?? []).map { (ElementType.bool, $0) }
    let passed = try KernelBuffers.memory(
      call.operands, operands.map { (ElementType.float32, $0) } + masks, operation, "operand")
    self.operands = passed.prefix(operands.count).map {
      UnsafePointer($0.bindMemory(to: Float.self, capacity: 1))
    }
    self.mask = passed.dropFirst(operands.count).first.map {
      UnsafePointer($0.bindMemory(to: UInt8.self, capacity: 1))
    }
    let made = try KernelBuffers.memory(
      call.results, results.map { (ElementType.float32, $0) }, operation, "result")
    self.results = made.map { $0.bindMemory(to: Float.self, capacity: 1) }
    threads = KernelBuffers.threads(call)
  }

  /// The threads that a kernel may use.
  static func threads(_ call: ForeignCall) -> BloxThreads {
    BloxThreads(
      count: Int64(call.threadCount),
      schedule: { context, task, data in
        guard let context else { return false }
        return ForeignCall.schedule(context, task, data)
      }, context: call.threadContext)
  }

  /// The memory of buffers, checked: as many as there should be, of the right types and sizes.
  ///
  /// - Parameters:
  ///   - expected: the type and the extents of each. Buffers may have other axes with as many elements.
  ///   - name: what they are called in errors, `operand` or `result`.
  static func memory(
    _ buffers: [ForeignBuffer], _ expected: [(type: ElementType, extents: [Int64])], _ operation: String,
    _ name: String
  ) throws(PJRTError) -> [UnsafeMutableRawPointer] {
    guard buffers.count == expected.count else {
      let names = expected.indices.map { "\(name) \($0)" }.joined(separator: ", ")
      throw wrong(operation, "\(buffers.count) buffers in place of \(expected.count), \(names)")
    }
    var pointers: [UnsafeMutableRawPointer] = []
    for (index, (buffer, (type, extents))) in zip(buffers, expected).enumerated() {
      let bytes = BufferType(type, extents.map(Int.init)).byteCount
      guard buffer.elementType == type, buffer.bytes.count == bytes, let pointer = buffer.bytes.baseAddress
      else {
        let given = buffer.elementType.map { "\($0)" } ?? "a type that is not known"
        throw wrong(
          operation, "\(name) \(index) of \(given), \(buffer.dimensions), in place of \(type), \(extents)")
      }
      pointers.append(pointer)
    }
    return pointers
  }

  /// The error of a call that no program of this version makes.
  static func wrong(_ operation: String, _ problem: String) -> PJRTError {
    PJRTError(
      .invalidArgument,
      "\(operation): a compiled program calls its kernel with \(problem)\n  expected: a program compiled by this version of the "
        + "library; BLOX_KERNELS=off computes it without the kernel", context: "calling a kernel")
  }
}
