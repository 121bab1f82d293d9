/// The search for a plugin's file.
package struct PluginDiscovery {
  /// What to do when there is no plugin.
  static let advice = """
    To fetch the plugin for this machine, run: swift run blox setup
    To use another one, set BLOX_PJRT_PLUGIN to the path of its library.
    """

  /// The package of the CPU's plugin, which goes before any other beside it where none was chosen.
  static let defaultPackage = "lammps-jax-pjrt-cpu"

  /// The file among the folders of plugins that has the name of the one that `blox setup` was last run for.
  package static let choiceFile = "chosen"

  #if canImport(Darwin)
    static let librarySuffix = ".dylib"
  #else
    static let librarySuffix = ".so"
  #endif

  let settings: Settings
  /// The folder that stands for the root of the file system in the search through Python's system folders.
  let root: String
  /// What was looked at without success, for the error.
  private(set) var looked: [String] = []

  init(root: String = "/", settings: Settings) {
    self.settings = settings
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The first plugin in the order of `PluginLocation.Source`.
  ///
  /// Throws if there is none, or if a path that the user gave leads to no file: going on to another plugin would
  /// hide the mistake.
  mutating func run(explicitPath: String?) throws(PJRTError) -> PluginLocation {
    let location: PluginLocation?
    do throws(SettingError) {
      location = if let given = try given(explicitPath) { given } else { try found() }
    } catch {
      throw PJRTError(.invalidArgument, error.description, context: "finding a PJRT plugin")
    }
    if let location {
      guard FileSystem.isFile(location.path) else {
        throw PJRTError(
          .notFound,
          "\(Self.origin(location.source)) names \(location.path), where there is no file.\n\(Self.advice)",
          context: "finding a PJRT plugin")
      }
      return location
    }
    let list = looked.map { "  - \($0)" }.joined(separator: "\n")
    throw PJRTError(
      .notFound, "no plugin was found. Looked at:\n\(list)\n\(Self.advice)",
      context: "finding a PJRT plugin")
  }

  /// The location that the user gave, if there is one.
  private mutating func given(_ explicitPath: String?) throws(SettingError) -> PluginLocation? {
    if let explicitPath { return PluginLocation(path: explicitPath, source: .explicitPath) }
    if let path = try settings.path(Self.variable) {
      return PluginLocation(path: path, source: .bloxVariable)
    }
    looked.append("\(Self.variable) (not set)")
    guard let list = try settings.text(Self.variableOfJAX) else {
      looked.append("\(Self.variableOfJAX) (not set)")
      return nil
    }
    // A name, a colon, and the path, which may have colons of its own.
    let pair = list.prefix { $0 != "," }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard pair.count == 2, !pair[0].isEmpty, !pair[1].isEmpty else {
      throw SettingError(
        variable: Self.variableOfJAX, value: list,
        expected: "name:path of a plugin, or several with commas between, of which the first is used")
    }
    return PluginLocation(path: String(pair[1]), source: .jaxVariable)
  }

  /// A plugin where one is installed.
  private mutating func found() throws(SettingError) -> PluginLocation? {
    if let path = try installed() { return PluginLocation(path: path, source: .installed) }
    return try inPythonPackages().map { PluginLocation(path: $0, source: .pythonPackage) }
  }

  /// What named a location, as the beginning of a sentence.
  private static func origin(_ source: PluginLocation.Source) -> String {
    switch source {
    case .explicitPath: "the path given"
    case .bloxVariable: variable
    case .jaxVariable: variableOfJAX
    case .installed, .pythonPackage: "the search"
    }
  }

  private static let variable = "BLOX_PJRT_PLUGIN"
  private static let variableOfJAX = "PJRT_NAMES_AND_LIBRARY_PATHS"

  /// The plugin that the environment names, which goes before those that are installed.
  package static func inEnvironment(_ settings: Settings) throws(SettingError) -> PluginLocation? {
    var search = PluginDiscovery(settings: settings)
    return try search.given(nil)
  }

  // MARK: What `blox setup` installed

  private mutating func installed() throws(SettingError) -> String? {
    guard let cache = try settings.cacheFolder() else {
      looked.append("what `blox setup` installs (HOME is not set, so it is not known where)")
      return nil
    }
    let plugins = "\(cache)/plugins"
    let chosen = FileSystem.firstLine(of: "\(plugins)/\(Self.choiceFile)")
    let packages = FileSystem.contents(of: plugins).sorted(by: Self.goesBefore)
    for package in packages.filter({ $0 == chosen }) + packages {
      if let path = Self.library(installedIn: "\(plugins)/\(package)") { return path }
    }
    looked.append("\(plugins)/*/**/*pjrt*\(Self.librarySuffix)")
    return nil
  }

  /// The plugin's library in a folder that its wheels were unpacked into.
  package static func library(installedIn folder: String) -> String? {
    if let path = library(in: folder, depth: 3, where: { $0.contains("pjrt") }) { return path }
    if let path = library(in: "\(folder)/jax_plugins", depth: 1, where: { $0.contains("plugin") }) {
      return path
    }
    let tpu = "\(folder)/libtpu/libtpu\(librarySuffix)"
    return FileSystem.isFile(tpu) ? tpu : nil
  }

  /// The default package first; then the newest version first.
  static func goesBefore(_ left: String, _ right: String) -> Bool {
    let (leftIsDefault, rightIsDefault) = (left.hasPrefix(defaultPackage), right.hasPrefix(defaultPackage))
    if leftIsDefault != rightIsDefault { return leftIsDefault }
    let (leftVersion, rightVersion) = (version(left), version(right))
    if leftVersion != rightVersion { return rightVersion.lexicographicallyPrecedes(leftVersion) }
    return left < right
  }

  /// The numbers after the last hyphen or letter of a folder's name, such as 0, 11, 2 for `plugin-0.11.2`.
  private static func version(_ name: String) -> [Int] {
    let digits = name.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    return String(digits.reversed()).split(separator: ".").map { Int($0) ?? 0 }
  }

  /// The first library in `folder` or at most `depth` folders down whose name satisfies `condition`.
  private static func library(in folder: String, depth: Int, where condition: (String) -> Bool) -> String? {
    let names = FileSystem.contents(of: folder)
    for name in names where name.hasSuffix(librarySuffix) && condition(name) {
      if FileSystem.isFile("\(folder)/\(name)") { return "\(folder)/\(name)" }
    }
    guard depth > 0 else { return nil }
    for name in names where FileSystem.isFolder("\(folder)/\(name)") {
      if let path = library(in: "\(folder)/\(name)", depth: depth - 1, where: condition) { return path }
    }
    return nil
  }

  // MARK: Python's packages

  private mutating func inPythonPackages() throws(SettingError) -> String? {
    let folders = try pythonPackageFolders()
    if folders.isEmpty { looked.append("Python's site-packages (none found)") }
    for folder in folders {
      if let path = Self.library(in: "\(folder)/lammps_jax_pjrt_cpu", depth: 0, where: { _ in true }) {
        return path
      }
      for package in FileSystem.contents(of: "\(folder)/jax_plugins") {
        let isPlugin = { (name: String) in name.contains("pjrt") || name.contains("plugin") }
        if let path = Self.library(in: "\(folder)/jax_plugins/\(package)", depth: 1, where: isPlugin) {
          return path
        }
      }
      let tpu = "\(folder)/libtpu/libtpu\(Self.librarySuffix)"
      if FileSystem.isFile(tpu) { return tpu }
      looked.append("\(folder)/{lammps_jax_pjrt_cpu,jax_plugins/*,libtpu}")
    }
    return nil
  }

  /// The folders of Python packages that can be found without running Python, the most specific first.
  private func pythonPackageFolders() throws(SettingError) -> [String] {
    var prefixes: [String] = []
    if let environment = try settings.path("VIRTUAL_ENV") { prefixes.append(environment) }
    if let environment = try settings.path("CONDA_PREFIX") { prefixes.append(environment) }
    if let home = try settings.path("HOME") {
      prefixes.append("\(home)/.local")
      let versions = "\(try settings.path("PYENV_ROOT") ?? "\(home)/.pyenv")/versions"
      prefixes += FileSystem.contents(of: versions).sorted(by: Self.goesBefore).map { "\(versions)/\($0)" }
    }
    prefixes += ["\(root)/usr/local", "\(root)/usr"]
    var folders: [String] = []
    for prefix in prefixes {
      let names = FileSystem.contents(of: "\(prefix)/lib").sorted(by: Self.goesBefore)
      for name in names where name.hasPrefix("python3") {
        for packages in ["site-packages", "dist-packages"] {
          let folder = "\(prefix)/lib/\(name)/\(packages)"
          if FileSystem.isFolder(folder) { folders.append(folder) }
        }
      }
    }
    return folders
  }
}

extension Plugin {
  /// Finds a plugin's file: the path given, then `BLOX_PJRT_PLUGIN`, then the first entry of
  /// `PJRT_NAMES_AND_LIBRARY_PATHS`, then what `blox setup` or `make setup` installed, then Python's packages.
  ///
  /// `environment` stands for the process's own. Throws an error that says where it looked and which command
  /// installs a plugin.
  public static func discover(
    explicitPath: String? = nil, environment: [String: String]? = nil
  ) throws(PJRTError) -> PluginLocation {
    var search = PluginDiscovery(settings: environment.map { Settings($0) } ?? .current)
    return try search.run(explicitPath: explicitPath)
  }
}
