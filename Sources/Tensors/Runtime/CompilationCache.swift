import Foundation
import PJRT
import Synchronization

/// Compiled programs on disk, so that a program that was compiled once starts in milliseconds the next time.
///
/// A file holds everything that the executable depends on (the program's text, the options, the plugin, the processor)
/// beside the executable; it is used only if all of that is equal. Files that cannot be read are compiled anew.
///
/// The folder is `compiled/` in the cache (`BLOX_CACHE`, else `XDG_CACHE_HOME/blox-swift`, else `~/.cache/blox-swift`).
/// `BLOX_COMPILATION_CACHE` names another folder, or turns the cache off with `off`.
final class CompilationCache: Sendable {
  static let shared = CompilationCache(environment: ProcessInfo.processInfo.environment)

  private let folder: URL?
  private let environmentKey: String
  private let isFolderReady = Mutex(false)

  /// The most bytes that the folder keeps; the files that were not used for longest go first.
  private static let capacity = 1 << 30
  /// Compilations that are quicker are not worth a file.
  private static let threshold = Duration.milliseconds(4)
  private static let magic = Data("blox1\n".utf8)

  init(environment: [String: String]) {
    folder = CompilationCache.folder(environment)
    environmentKey =
      ["XLA_FLAGS", "NPROC", "PJRT_NPROC"].map { "\($0)=\(environment[$0] ?? "")" }.joined(separator: "\n")
      + "\n\(ProcessInfo.processInfo.activeProcessorCount)\n" + CompilationCache.processor()
  }

  /// Gives the executable for a program, from the folder or compiled.
  ///
  /// Programs for devices of several processes are always compiled, as plugins may compile them together: a process
  /// that had one in its folder would leave the others waiting.
  func compile(
    _ text: String, options: CompileOptions = CompileOptions(), on client: Client
  ) throws(PJRTError) -> Executable {
    let options = options.matchingJAX(on: client)
    guard let folder, !client.hasRemoteDevices(options.deviceAssignment) else {
      return try client.compile(text, options: options)
    }
    let key = Data("\(pluginKey(client.plugin))\n\(environmentKey)\n\(options)\n\(text)".utf8)
    let file = folder.appending(path: CompilationCache.name(key))
    if let executable = load(file, key, client) { return executable }
    let clock = ContinuousClock()
    let start = clock.now
    let executable = try client.compile(text, options: options)
    if clock.now - start > CompilationCache.threshold { store(executable, file, key) }
    return executable
  }

  private static func folder(_ environment: [String: String]) -> URL? {
    if let own = environment["BLOX_COMPILATION_CACHE"], !own.isEmpty {
      return own == "off" ? nil : URL(filePath: own)
    }
    if let cache = environment["BLOX_CACHE"], !cache.isEmpty {
      return URL(filePath: cache).appending(path: "compiled")
    }
    let base =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
      ?? environment["HOME"].map { URL(filePath: $0).appending(path: ".cache") }
    return base?.appending(path: "blox-swift/compiled")
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

  /// A file name from the key: FNV-1a in 64 bits. Two keys of one name only replace each other's file.
  private static func name(_ key: Data) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in key { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  private func load(_ file: URL, _ key: Data, _ client: Client) -> Executable? {
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else { return nil }
    let header = CompilationCache.magic + Data("\(key.count)\n".utf8) + key
    guard data.count > header.count, data.prefix(header.count) == header else { return nil }
    return try? client.deserialize([UInt8](data.dropFirst(header.count)))
  }

  private func store(_ executable: Executable, _ file: URL, _ key: Data) {
    // A cache that cannot be written is no reason to fail: the program is compiled and runs.
    guard let bytes = try? executable.serialized(), prepareFolder() else { return }
    let data = CompilationCache.magic + Data("\(key.count)\n".utf8) + key + Data(bytes)
    try? data.write(to: file, options: .atomic)
  }

  /// Makes the folder at the first use, and makes room in it.
  private func prepareFolder() -> Bool {
    isFolderReady.withLock { isReady in
      guard !isReady, let folder else { return isReady }
      let manager = FileManager.default
      guard
        (try? manager.createDirectory(
          at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])) != nil
      else { return false }
      isReady = true
      CompilationCache.makeRoom(in: folder)
      return true
    }
  }

  private static func makeRoom(in folder: URL) {
    let keys: [URLResourceKey] = [.fileSizeKey, .contentAccessDateKey]
    guard
      let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: keys)
    else { return }
    let entries = files.compactMap { file -> (URL, Int, Date)? in
      guard let values = try? file.resourceValues(forKeys: Set(keys)), let size = values.fileSize else {
        return nil
      }
      return (file, size, values.contentAccessDate ?? .distantPast)
    }
    var total: Int = entries.map(\.1).reduce(0, +)
    for (file, size, _) in entries.sorted(by: { $0.2 < $1.2 }) where total > CompilationCache.capacity {
      try? FileManager.default.removeItem(at: file)
      total -= size
    }
  }
}

extension Client {
  /// Whether one of the devices with these ids belongs to another process.
  fileprivate func hasRemoteDevices(_ ids: [Int]) -> Bool {
    if addressableDevices.count == devices.count { return false }
    return !Set(addressableDevices.map(\.id)).isSuperset(of: ids)
  }
}
