import Foundation
package import PJRT
import Synchronization

/// The most bytes that one tensor may have.
///
/// Every result of every operation is held against it before anything is allocated or handed to XLA: a shape by mistake
/// is an error of the operation, and neither exhausts the memory nor reaches parts of XLA that end the process.
/// It is the memory of the machine, or of all devices where they have more; `BLOX_MEMORY_LIMIT` sets another one.
package enum MemoryLimit {
  package static let variable = "BLOX_MEMORY_LIMIT"

  private static let setting = Result<Int?, SettingError> { () throws(SettingError) in
    try Settings.current.integer(variable, in: 1...Shape.greatestExtent)
  }

  /// What all devices of the backend have together.
  private static let ofDevices = Atomic(0)

  /// Throws if a tensor of this type has more bytes than the limit.
  ///
  /// An axis without elements counts as one with one: XLA multiplies the others first.
  package static func check(_ type: TensorType) throws(TypeRuleError) {
    let bytes = type.shape.dimensions.reduce(type.dtype.byteWidth) { $0 *| Swift.max(1, $1) }
    // Far below any limit; the environment need not be read.
    if bytes < 1 << 16 { return }
    let limit = try limit()
    guard bytes > limit else { return }
    throw TypeRuleError(
      "the result would be \(type): \(bytes == .max ? "more than 2^63" : "\(bytes)") bytes",
      expected: "at most \(limit) bytes, "
        + "\((try? setting.get()) == nil ? "the memory there is" : "what \(variable) says"); "
        + "\(variable)=bytes in the environment sets another limit")
  }

  /// Throws if a compiled program needs more than the limit, with all that it keeps while it runs.
  package static func check(_ executable: Executable, _ name: String) throws(TensorError) {
    // A plugin that cannot tell says so when the memory is asked for.
    guard let memory = try? executable.memoryAnalysis() else { return }
    let bytes = memory.peak *| Swift.max(1, executable.devices.count)
    do throws(TypeRuleError) {
      let limit = try limit()
      guard bytes > limit else { return }
      throw TypeRuleError(
        "the program needs \(bytes) bytes while it runs: \(memory.arguments) for arguments, \(memory.outputs) for "
          + "results and \(memory.temporaries) in between, on \(executable.devices.count) devices",
        expected: "at most \(limit) bytes; \(variable)=bytes in the environment sets another limit")
    } catch {
      throw TensorError(name, problem: error.problem, expected: error.expected)
    }
  }

  /// The most bytes.
  package static func limit() throws(TypeRuleError) -> Int {
    switch setting {
    case .failure(let error): throw TypeRuleError(error.problem, expected: error.expected)
    case .success(let own?): own
    case .success(nil): Swift.max(ofMachine, ofDevices.load(ordering: .relaxed))
    }
  }

  /// Takes note of the devices of a backend, which may have more memory than the machine.
  static func note(_ client: Client) {
    let own = client.addressableDevices
    let shares = Swift.max(1, client.devices.count / Swift.max(1, own.count))
    let memory = own.reduce(0) { $0 +| ((try? $1.memoryStatistics().bytesLimit) ?? 0) }
    ofDevices.store(Swift.max(memory, ofMachine) *| shares, ordering: .relaxed)
  }

  /// The memory of this machine, or the part of it that the process may use.
  private static let ofMachine: Int = {
    let all = Int(clamping: ProcessInfo.processInfo.physicalMemory)
    let groups = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    let allowed = groups.compactMap { file in
      (try? String(contentsOfFile: file, encoding: .utf8)).flatMap {
        Int($0.trimmingCharacters(in: .whitespacesAndNewlines))
      }
    }
    return Swift.max(1 << 30, allowed.reduce(all, Swift.min))
  }()
}
