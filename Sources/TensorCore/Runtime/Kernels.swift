import CKernels
import Foundation
package import PJRT

/// Whether compiled programs call kernels of this process (`CKernels`) in place of operations of XLA's.
///
/// They do on CPUs whose instructions the kernels know, if the plugin can call functions of this process. `BLOX_KERNELS=off`
/// gives every operation back to XLA. In a build without optimization the kernels are slower than XLA, and are used only
/// with `BLOX_KERNELS=on`.
///
/// The name that a program calls a kernel by holds the kernels' version and instruction set. So does the program's text, by
/// which compiled programs are found on disk.
package enum Kernels {
  package static let variable = "BLOX_KERNELS"

  /// Whether programs for `client` call kernels.
  ///
  /// - Throws: a `TensorError` if the variable is set to something else than `on` and `off`.
  package static func areOn(for client: Client, _ settings: Settings = .current) throws(TensorError) -> Bool {
    let wish = try wish(settings)
    guard wish != false, instructions != nil, client.plugin.isForCPU, client.plugin.hasForeignFunctions
    else { return false }
    return wish ?? blox_kernels_are_optimized()
  }

  /// What the environment says; nil if nothing.
  static func wish(_ settings: Settings) throws(TensorError) -> Bool? {
    try settings.value(for: "Kernels") { settings throws(SettingError) in
      guard let text = try settings.text(variable) else { return nil }
      switch text.lowercased() {
      case "on": return true
      case "off": return false
      default: throw SettingError(variable: variable, value: text, expected: "on or off")
      }
    }
  }

  /// The instruction set that the kernels use; nil if they know none of this processor.
  package static let instructions: String? = blox_kernels_instructions().map { String(cString: $0) }

  /// In how many parts at once a kernel works, as far as there are threads: each needs memory of its own.
  package static let workers = min(
    max(workerCounts.lowerBound, ProcessInfo.processInfo.activeProcessorCount), workerCounts.upperBound)
  package static let workerCounts = 1...64

  /// The kernel called `name`, if there are kernels for this processor.
  package static func function(_ name: String, _ handler: ForeignHandler) -> ForeignFunction? {
    instructions.map {
      ForeignFunction(name: "blox_\(name)_v\(BLOX_KERNELS_VERSION)_\($0)", handler: handler)
    }
  }
}
