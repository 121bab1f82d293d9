import CKernels
import PJRT
import TensorCore

/// What a program passes to a kernel, checked: as many buffers as there should be, of float32, of the right sizes.
struct KernelBuffers {
  let operands: [UnsafePointer<Float>]
  let results: [UnsafeMutablePointer<Float>]
  let threads: BloxThreads

  /// - Parameters:
  ///   - operands: the extents of each operand, and `results` those of each result. Buffers may have other axes with as many
  ///     elements.
  init(_ call: ForeignCall, _ operation: String, operands: [[Int64]], results: [[Int64]]) throws(PJRTError) {
    let names = { (name: String, count: Int) in (0..<count).map { "\(name) \($0)" } }
    let passed = try KernelBuffers.pointers(
      call.operands, operands, operation, names("operand", operands.count))
    self.operands = passed.map { UnsafePointer($0) }
    self.results = try KernelBuffers.pointers(
      call.results, results, operation, names("result", results.count))
    threads = BloxThreads(
      count: Int64(call.threadCount),
      schedule: { context, task, data in
        guard let context else { return false }
        return ForeignCall.schedule(context, task, data)
      }, context: call.threadContext)
  }

  private static func pointers(
    _ buffers: [ForeignBuffer], _ extents: [[Int64]], _ operation: String, _ names: [String]
  ) throws(PJRTError) -> [UnsafeMutablePointer<Float>] {
    guard buffers.count == extents.count else {
      throw wrong(
        operation, "\(buffers.count) buffers in place of \(extents.count), \(names.joined(separator: ", "))")
    }
    var pointers: [UnsafeMutablePointer<Float>] = []
    for (index, buffer) in buffers.enumerated() {
      let bytes = extents[index].reduce(4) { $0 *| Int($1) }
      guard buffer.elementType == .float32, buffer.bytes.count == bytes,
        let pointer = buffer.bytes.bindMemory(to: Float.self).baseAddress
      else {
        let type = buffer.elementType.map { "\($0)" } ?? "a type that is not known"
        throw wrong(
          operation,
          "\(names[index]) of \(type), \(buffer.dimensions), in place of float32, \(extents[index])")
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
