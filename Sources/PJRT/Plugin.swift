import CPJRT
import Synchronization

/// A loaded PJRT plugin: XLA for one kind of device, behind a table of functions.
///
/// A plugin stays loaded until the process ends, for its threads may run that long.
public final class Plugin: Sendable {
  /// The file that the plugin was loaded from.
  public let path: String
  /// The version of the PJRT interface that the plugin was built with.
  public let apiVersion: (major: Int, minor: Int)
  /// What the plugin says of itself, such as `stablehlo_current_version`.
  public let attributes: [String: NamedValue]
  /// The numbers of the optional extensions of the interface that the plugin has.
  public let extensions: [Int]

  let table: FunctionTable

  private static let loaded = Mutex<[String: Plugin]>([:])

  /// Loads the plugin at `path`, or returns it if it is loaded already.
  ///
  /// Throws if the file is missing, is damaged, is no shared library, is no PJRT plugin, or speaks another version of PJRT.
  public static func load(path: String) throws(PJRTError) -> Plugin {
    guard let resolved = FileSystem.resolve(path), FileSystem.isFile(resolved) else {
      throw PJRTError(
        .notFound, "there is no file at \(path)\n\(PluginDiscovery.advice)", context: "loading a PJRT plugin")
    }
    return try loaded.withLock { (plugins) throws(PJRTError) in
      if let plugin = plugins[resolved] { return plugin }
      let plugin = try Plugin(path: resolved, table: open(resolved))
      blox_pjrt_keep_output_at_traps()
      plugins[resolved] = plugin
      LiveObjects.plugins.increment()
      return plugin
    }
  }

  init(path: String, table: UnsafePointer<PJRT_Api>) throws(PJRTError) {
    try Plugin.validate(table, path: path)
    self.path = path
    self.table = FunctionTable(functions: table)
    let version = table.pointee.pjrt_api_version
    apiVersion = (Int(version.major_version), Int(version.minor_version))
    extensions = Plugin.extensionTypes(table)
    var initialization = PJRT_Plugin_Initialize_Args.sized()
    try self.table.check(table.pointee.Plugin_Initialize(&initialization), "initializing the plugin \(path)")
    var arguments = PJRT_Plugin_Attributes_Args.sized()
    try self.table.check(table.pointee.Plugin_Attributes(&arguments), "asking the plugin for its attributes")
    attributes = NamedValue.dictionary(arguments.attributes, count: arguments.num_attributes)
  }

  /// The version of StableHLO that the plugin was built with, such as `1.13.3`; nil if it does not say.
  public var stableHLOVersion: String? {
    guard case .ints(let parts) = attributes["stablehlo_current_version"] else { return nil }
    return parts.map(String.init).joined(separator: ".")
  }

  /// Whether the plugin is one for the CPU, going by the name of its file and folder.
  ///
  /// There is no way to ask before a client exists, and a CPU client needs to be told its number of devices.
  public var isForCPU: Bool { pathMentions("cpu") }

  /// Whether the plugin is one for TPUs, going by the name of its file and folder.
  public var isForTPU: Bool { pathMentions("tpu") }

  private func pathMentions(_ name: String) -> Bool {
    path.split(separator: "/").suffix(2).contains { $0.lowercased().contains(name) }
  }

  private static func open(_ path: String) throws(PJRTError) -> UnsafePointer<PJRT_Api> {
    if let problem = SharedLibraryFile.problem(path) {
      throw PJRTError(
        .invalidArgument, "\(path) \(problem)\n\(PluginDiscovery.advice)", context: "loading a PJRT plugin")
    }
    var table: UnsafePointer<PJRT_Api>?
    var explanation = [CChar](repeating: 0, count: 1024)
    let outcome = blox_pjrt_open(path, &table, &explanation, explanation.count)
    if outcome == BloxPluginOpeningDone, let table { return table }
    let reason: String
    switch outcome {
    case BloxPluginOpeningNotALibrary:
      let text = explanation.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      reason = "is not a library that can be loaded: \(String(decoding: text, as: UTF8.self))"
    case BloxPluginOpeningNoEntry:
      reason = "is a library but not a PJRT plugin: it exports no function GetPjrtApi"
    default:
      reason = "is not a usable PJRT plugin: its GetPjrtApi returns nothing"
    }
    throw PJRTError(
      .invalidArgument, "\(path) \(reason)\n\(PluginDiscovery.advice)", context: "loading a PJRT plugin")
  }

  /// Checks that every function that this library calls is where it expects it.
  static func validate(_ table: UnsafePointer<PJRT_Api>, path: String) throws(PJRTError) {
    let version = table.pointee.pjrt_api_version
    let spoken = "version \(version.major_version).\(version.minor_version) of PJRT"
    func unusable(_ reason: String) -> PJRTError {
      PJRTError(
        .unimplemented, "\(path) \(reason)\n\(PluginDiscovery.advice)", context: "loading a PJRT plugin")
    }
    guard version.major_version == 0 else {
      throw unusable("speaks \(spoken); this library speaks version 0")
    }
    let needed = Int(PJRT_Api_MINIMUM_SIZE)
    guard table.pointee.struct_size >= needed else {
      throw unusable(
        "speaks \(spoken), which is too old: its table has \(table.pointee.struct_size) bytes, "
          + "and this library needs \(needed) of it")
    }
    if let missing = blox_pjrt_missing_function(table) {
      throw unusable("speaks \(spoken), but lacks the function \(String(cString: missing))")
    }
  }

  private static func extensionTypes(_ table: UnsafePointer<PJRT_Api>) -> [Int] {
    var types: [Int] = []
    var next = table.pointee.extension_start
    while let current = next {
      types.append(Int(current.pointee.type))
      next = current.pointee.next
    }
    return types
  }

  /// The extension with number `type`, if the plugin has it and it is at least as long as `layout`.
  func findExtension<Layout>(_ type: Int, as layout: Layout.Type) -> UnsafeMutablePointer<Layout>? {
    var next = table.functions.pointee.extension_start
    while let current = next {
      if current.pointee.type == type {
        guard current.pointee.struct_size >= MemoryLayout<Layout>.size else { return nil }
        return UnsafeMutableRawPointer(current).assumingMemoryBound(to: Layout.self)
      }
      next = current.pointee.next
    }
    return nil
  }
}
