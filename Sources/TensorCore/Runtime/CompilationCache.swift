import Foundation
package import PJRT

/// Compiled programs on disk, so that a program that was compiled once starts in milliseconds the next time.
///
/// A file holds everything that the executable depends on (the program's text, the options, the plugin, the processor)
/// beside the executable; it is used only if all of that is equal and the file is whole: see `ProgramFolder`.
/// Programs whose files cannot be used are compiled anew.
///
/// The folder is `compiled/` in the cache (`BLOX_CACHE`, else `XDG_CACHE_HOME/blox-swift`, else `~/.cache/blox-swift`).
/// `BLOX_COMPILATION_CACHE` names another folder, or turns the cache off with `off`.
package final class CompilationCache: Sendable {
  package static let shared = CompilationCache(settings: .current)

  /// Nil if there is none.
  let folder: ProgramFolder?
  private let environmentKey: String

  /// Compilations that are quicker are not worth a file.
  private static let threshold = Duration.milliseconds(4)

  init(
    settings: Settings, report: @escaping @Sendable (String) -> Void = ProgramFolder.reportToStandardError
  ) {
    do throws(SettingError) {
      folder = try CompilationCache.folder(settings, report)
    } catch {
      folder = nil
      report("blox: the cache of compiled programs is not used: \(error).")
    }
    // As bytes, since these are XLA's: they need not be text, and two that differ must not give one key.
    environmentKey =
      ["XLA_FLAGS", "NPROC", "PJRT_NPROC"].map { "\($0)=\(settings.bytes($0) ?? [])" }.joined(separator: "\n")
      + "\n\(ProcessInfo.processInfo.activeProcessorCount)\n" + CompilationCache.processor()
  }

  /// Gives the executable for a program, from the folder or compiled.
  ///
  /// Programs for devices of several processes are always compiled, as plugins may compile them together: a process
  /// that had one in its folder would leave the others waiting.
  package func compile(
    _ text: String, options: CompileOptions = CompileOptions(), on client: Client
  ) throws(PJRTError) -> Executable {
    let options = options.matchingJAX(on: client)
    guard let folder, !client.hasRemoteDevices(options.deviceAssignment) else {
      return try client.compile(text, options: options)
    }
    let key = Array("\(pluginKey(client.plugin))\n\(environmentKey)\n\(options)\n\(text)".utf8)
    if let bytes = folder.program(for: key), let executable = try? client.deserialize(bytes) {
      return executable
    }
    let clock = ContinuousClock()
    let start = clock.now
    let executable = try client.compile(text, options: options)
    // A cache that cannot be written is no reason to fail: the program is compiled and runs.
    if clock.now - start > CompilationCache.threshold, let bytes = try? executable.serialized() {
      folder.store(bytes, for: key)
    }
    return executable
  }

  private static func folder(
    _ settings: Settings, _ report: @escaping @Sendable (String) -> Void
  ) throws(SettingError) -> ProgramFolder? {
    let own = try settings.path("BLOX_COMPILATION_CACHE")
    if own?.lowercased() == "off" { return nil }
    let cache = try settings.cacheFolder()
    guard let path = own ?? cache.map({ "\($0)/compiled" }) else { return nil }
    // Who names a folder wants to know that it cannot be had; that the home cannot be written to costs time only.
    let isNamed = own != nil || settings.bytes("BLOX_CACHE") != nil
    // The whole path, since a program may go to another folder meanwhile.
    return ProgramFolder(URL(filePath: path).path, isExpected: isNamed, report: report)
  }

  /// What tells one plugin from another: its file's place, size and time, and its versions.
  private func pluginKey(_ plugin: Plugin) -> String {
    let attributes = try? FileManager.default.attributesOfItem(atPath: plugin.path)
    let size = (attributes?[.size] as? Int) ?? 0
    let date = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    return "\(plugin.path) \(size) \(date) \(plugin.apiVersion)"
  }

  /// The processor's name and features, which the machine code depends on.
  private static func processor() -> String {
    guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return "" }
    let first = text.prefix { $0 != "\u{0}" }.split(separator: "\n\n", maxSplits: 1).first ?? ""
    return first.split(separator: "\n").filter { $0.hasPrefix("flags") || $0.hasPrefix("model name") }
      .joined(separator: "\n")
  }
}

extension Client {
  /// Whether one of the devices with these ids belongs to another process.
  fileprivate func hasRemoteDevices(_ ids: [Int]) -> Bool {
    if addressableDevices.count == devices.count { return false }
    return !Set(addressableDevices.map(\.id)).isSuperset(of: ids)
  }
}
