import Foundation
import PJRT

/// LAPACK, in a library that is opened when a program first has a factorization.
///
/// XLA for CPUs factorizes by loops of its own, which take up to a hundred times as long. The library is the one that
/// `BLOX_LAPACK` names (`off` for none), that of `blox setup` (OpenBLAS), or the system's; without one XLA's ways are
/// taken, which give the same to the accuracy of the dtype. It is opened once and never closed.
package struct LAPACKLibrary: Sendable {
  package static let variable = "BLOX_LAPACK"

  /// Where it was found.
  package let path: String
  /// What stands before and after the name of a routine, such as `scipy_dpotrf_`.
  private let prefix: String
  /// The system's handle, as a number.
  private let handle: UInt

  /// The library of this process; nil if there is none.
  ///
  /// - Throws: a `TensorError` if the environment names a file that is no LAPACK.
  package static func current() throws(TensorError) -> LAPACKLibrary? { try found.get() }

  private static let found = Result { () throws(TensorError) in try LAPACKLibrary.find(.current) }

  /// Whether programs for `client` may call it, if there is one; it is not looked for yet but where the environment names it.
  ///
  /// - Throws: a `TensorError` if the environment names a file that is no LAPACK.
  static func isAllowed(for client: Client, _ settings: Settings = .current) throws(TensorError) -> Bool {
    guard client.plugin.isForCPU, client.plugin.hasForeignFunctions else { return false }
    let own = try settings.value(for: "LAPACK") { settings throws(SettingError) in
      try settings.path(variable)
    }
    guard let own else { return true }
    return own.lowercased() == "off" ? false : try current() != nil
  }

  static func find(_ settings: Settings) throws(TensorError) -> LAPACKLibrary? {
    let own = try settings.value(for: "LAPACK") { settings throws(SettingError) in
      try settings.path(variable)
    }
    if own?.lowercased() == "off" { return nil }
    if let own {
      if let library = LAPACKLibrary(opening: own) { return library }
      throw TensorError(
        operation: "LAPACK", problem: "\(variable) names \(own), which cannot be opened or has no dpotrf",
        expected: "the path of a LAPACK with 32-bit integers, such as libopenblas.so, or off", module: nil)
    }
    let cache = try settings.value(for: "LAPACK") { settings throws(SettingError) in
      try settings.cacheFolder()
    }
    for path in (cache.map(installed) ?? []) + system {
      if let library = LAPACKLibrary(opening: path) { return library }
    }
    return nil
  }

  /// What `blox setup` has fetched, the newest first.
  private static func installed(in cache: String) -> [String] {
    let folder = "\(cache)/lapack"
    let packages = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return packages.sorted { $0.compare($1, options: .numeric) == .orderedDescending }
      .map { "\(folder)/\($0)/scipy_openblas32/lib/libscipy_openblas.\(suffix)" }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }

  #if canImport(Darwin)
    private static let suffix = "dylib"
    private static let system = ["/System/Library/Frameworks/Accelerate.framework/Accelerate"]
  #else
    private static let suffix = "so"
    private static let system = ["libopenblas.so.0", "liblapack.so.3"]
  #endif

  private init?(opening path: String) {
    guard let library = dlopen(path, RTLD_NOW | RTLD_LOCAL) else { return nil }
    guard let prefix = ["", "scipy_"].first(where: { dlsym(library, "\($0)dpotrf_") != nil }) else {
      dlclose(library)
      return nil
    }
    self.path = path
    self.prefix = prefix
    handle = UInt(bitPattern: library)
  }

  /// The address of a routine such as `dpotrf`; nil if the library lacks it.
  package func routine(_ name: String) -> UnsafeMutableRawPointer? {
    UnsafeMutableRawPointer(bitPattern: handle).flatMap { dlsym($0, "\(prefix)\(name)_") }
  }
}
