/// The search for a plugin's file.
struct PluginDiscovery {
  /// What to do when there is no plugin.
  static let advice = """
    To install the CPU plugin, run: make setup
    To use another one, set BLOX_PJRT_PLUGIN to the path of its library.
    """

  /// The package that `make setup` installs, which goes before any other beside it.
  static let defaultPackage = "lammps-jax-pjrt-cpu"

  #if canImport(Darwin)
    static let librarySuffix = ".dylib"
  #else
    static let librarySuffix = ".so"
  #endif

  /// The value of an environment variable.
  let variable: (String) -> String?
  /// The folder that stands for the root of the file system in the search through Python's system folders.
  let root: String
  /// What was looked at without success, for the error.
  private(set) var looked: [String] = []

  init(root: String = "/", variable: @escaping (String) -> String?) {
    self.variable = { name in variable(name).flatMap { $0.isEmpty ? nil : $0 } }
    self.root = root.hasSuffix("/") ? String(root.dropLast()) : root
  }

  /// The first plugin in the order of `PluginLocation.Source`.
  ///
  /// Throws if there is none, or if a path that the user gave leads to no file: going on to another plugin would
  /// hide the mistake.
  mutating func run(explicitPath: String?) throws(PJRTError) -> PluginLocation {
    if let explicitPath {
      return try named(explicitPath, .explicitPath, "the path given")
    }
    if let path = variable("BLOX_PJRT_PLUGIN") {
      return try named(path, .bloxVariable, "BLOX_PJRT_PLUGIN")
    }
    looked.append("BLOX_PJRT_PLUGIN (not set)")
    if let pair = variable("PJRT_NAMES_AND_LIBRARY_PATHS")?.split(separator: ",").first {
      // A name, a colon, and the path, which may have colons of its own.
      let path = pair.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      return try named(path, .jaxVariable, "PJRT_NAMES_AND_LIBRARY_PATHS")
    }
    looked.append("PJRT_NAMES_AND_LIBRARY_PATHS (not set)")
    if let path = installed() { return PluginLocation(path: path, source: .installed) }
    if let path = inPythonPackages() { return PluginLocation(path: path, source: .pythonPackage) }
    let places = looked.map { "  - \($0)" }.joined(separator: "\n")
    throw PJRTError(
      .notFound, "no plugin was found. Looked at:\n\(places)\n\(Self.advice)",
      context: "finding a PJRT plugin")
  }

  private func named(
    _ path: String, _ source: PluginLocation.Source, _ origin: String
  ) throws(PJRTError) -> PluginLocation {
    guard FileSystem.isFile(path) else {
      throw PJRTError(
        .notFound, "\(origin) names \(path), where there is no file.\n\(Self.advice)",
        context: "finding a PJRT plugin")
    }
    return PluginLocation(path: path, source: source)
  }

  // MARK: What `make setup` installed

  private mutating func installed() -> String? {
    let home = variable("HOME") ?? ""
    let cache = variable("BLOX_CACHE") ?? "\(variable("XDG_CACHE_HOME") ?? "\(home)/.cache")/blox-swift"
    let plugins = "\(cache)/plugins"
    for package in FileSystem.contents(of: plugins).sorted(by: Self.goesBefore) {
      if let path = Self.library(in: "\(plugins)/\(package)", depth: 3, where: { $0.contains("pjrt") }) {
        return path
      }
    }
    looked.append("\(plugins)/*/**/*pjrt*\(Self.librarySuffix)")
    return nil
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

  private mutating func inPythonPackages() -> String? {
    let folders = pythonPackageFolders()
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
  private func pythonPackageFolders() -> [String] {
    var prefixes: [String] = []
    if let environment = variable("VIRTUAL_ENV") { prefixes.append(environment) }
    if let environment = variable("CONDA_PREFIX") { prefixes.append(environment) }
    if let home = variable("HOME") {
      prefixes.append("\(home)/.local")
      let versions = "\(variable("PYENV_ROOT") ?? "\(home)/.pyenv")/versions"
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
  /// `PJRT_NAMES_AND_LIBRARY_PATHS`, then what `make setup` installed, then Python's packages.
  ///
  /// `environment` stands for the process's own. Throws an error that says where it looked and which command
  /// installs a plugin.
  public static func discover(
    explicitPath: String? = nil, environment: [String: String]? = nil
  ) throws(PJRTError) -> PluginLocation {
    var search = PluginDiscovery { name in
      if let environment { environment[name] } else { FileSystem.environmentVariable(name) }
    }
    return try search.run(explicitPath: explicitPath)
  }
}
