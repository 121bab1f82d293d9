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
    let masks = mask.map { [$0] } ?? []
    let names = (0..<operands.count + masks.count).map { "operand \($0)" }
    try KernelBuffers.check(call.operands.count, names, operation)
    let passed: [UnsafeMutablePointer<Float>] = try KernelBuffers.pointers(
      call.operands.prefix(operands.count), operands, .float32, operation, names)
    let bytes: [UnsafeMutablePointer<UInt8>] = try KernelBuffers.pointers(
      call.operands.dropFirst(operands.count), masks, .bool, operation, Array(names.suffix(masks.count)))
    self.operands = passed.map { UnsafePointer($0) }
    self.mask = bytes.first.map { UnsafePointer($0) }
    let resultNames = (0..<results.count).map { "result \($0)" }
    try KernelBuffers.check(call.results.count, resultNames, operation)
    self.results = try KernelBuffers.pointers(
      call.results[...], results, .float32, operation, resultNames)
    threads = BloxThreads(
      count: Int64(call.threadCount),
      schedule: { context, task, data in
        guard let context else { return false }
        return ForeignCall.schedule(context, task, data)
      }, context: call.threadContext)
  }

  private static func check(_ count: Int, _ names: [String], _ operation: String) throws(PJRTError) {
    guard count == names.count else {
      throw wrong(
        operation, "\(count) buffers in place of \(names.count), \(names.joined(separator: ", "))")
    }
  }

  private static func pointers<Element>(
    _ buffers: ArraySlice<ForeignBuffer>, _ extents: [[Int64]], _ type: ElementType, _ operation: String,
    _ names: [String]
  ) throws(PJRTError) -> [UnsafeMutablePointer<Element>] {
    var pointers: [UnsafeMutablePointer<Element>] = []
    for ((buffer, extents), name) in zip(zip(buffers, extents), names) {
      let bytes = extents.reduce(MemoryLayout<Element>.size) { $0 *| Int($1) }
      guard buffer.elementType == type, buffer.bytes.count == bytes,
        let pointer = buffer.bytes.bindMemory(to: Element.self).baseAddress
      else {
        let given = buffer.elementType.map { "\($0)" } ?? "a type that is not known"
        throw wrong(
          operation, "\(name) of \(given), \(buffer.dimensions), in place of \(type), \(extents)")
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
