/// Where a plugin is, and how it was found.
public struct PluginLocation: Sendable, Hashable, CustomStringConvertible {
  /// The ways to find a plugin, in the order in which they are tried.
  public enum Source: Sendable, Hashable {
    /// A path given by the caller.
    case explicitPath
    /// The environment variable `BLOX_PJRT_PLUGIN`.
    case bloxVariable
    /// JAX's environment variable `PJRT_NAMES_AND_LIBRARY_PATHS`.
    case jaxVariable
    /// The folder into which `blox setup` and `make setup` install.
    case installed
    /// A Python package.
    case pythonPackage
  }

  /// The plugin's file.
  public var path: String
  /// How it was found.
  public var source: Source

  /// The path, and how it was found.
  public var description: String {
    switch source {
    case .explicitPath: "\(path) (given explicitly)"
    case .bloxVariable: "\(path) (from BLOX_PJRT_PLUGIN)"
    case .jaxVariable: "\(path) (from PJRT_NAMES_AND_LIBRARY_PATHS)"
    case .installed: "\(path) (installed by `blox setup`)"
    case .pythonPackage: "\(path) (from a Python package)"
    }
  }
}
