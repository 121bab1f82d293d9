import Testing

@testable import PJRT

/// The search for a plugin's file, among empty files in a folder that stands for the whole file system.
struct DiscoveryTests {
  let folder: TemporaryFolder
  var home: String { "\(folder.path)/home" }

  init() throws { folder = try TemporaryFolder() }

  func discover(_ variables: [String: String] = [:], explicitPath: String? = nil) throws -> PluginLocation {
    let environment = ["HOME": home].merging(variables) { $1 }
    var search = PluginDiscovery(root: folder.path, settings: Settings(environment))
    return try search.run(explicitPath: explicitPath)
  }

  @Test func theOrderOfPlaces() throws {
    // From the last place to the first: each new file goes before all that are there already.
    let system = try folder.write("usr/lib/python3/dist-packages/libtpu/libtpu.so")
    #expect(try discover() == PluginLocation(path: system, source: .pythonPackage))
    let local = try folder.write("usr/local/lib/python3.12/site-packages/jax_plugins/x/xla_cuda_plugin.so")
    #expect(try discover().path == local)
    let old = try folder.write("home/.local/lib/python3.9/site-packages/lammps_jax_pjrt_cpu/plugin.so")
    #expect(try discover().path == old)
    let new = try folder.write("home/.local/lib/python3.11/site-packages/lammps_jax_pjrt_cpu/plugin.so")
    #expect(try discover().path == new)
    let environment = try folder.write("venv/lib/python3.13/site-packages/libtpu/libtpu.so")
    let variables = ["VIRTUAL_ENV": "\(folder.path)/venv"]
    #expect(try discover(variables).path == environment)
    let installed = try folder.write("home/.cache/blox-swift/plugins/lammps-jax-pjrt-cpu-0.11.2/a/pjrt_x.so")
    #expect(try discover(variables) == PluginLocation(path: installed, source: .installed))
    let fromJAX = try folder.write("jax/plugin.so")
    let jax = ["PJRT_NAMES_AND_LIBRARY_PATHS": "cuda:\(fromJAX),tpu:/nowhere"]
    #expect(try discover(jax) == PluginLocation(path: fromJAX, source: .jaxVariable))
    let fromBlox = try folder.write("blox/plugin.so")
    let both = jax.merging(["BLOX_PJRT_PLUGIN": fromBlox]) { $1 }
    #expect(try discover(both) == PluginLocation(path: fromBlox, source: .bloxVariable))
    let explicit = try folder.write("explicit/plugin.so")
    #expect(
      try discover(both, explicitPath: explicit) == PluginLocation(path: explicit, source: .explicitPath))
  }

  @Test func theNewestInstalledVersionOfTheDefaultPackage() throws {
    try folder.write("cache/plugins/another-pjrt-2026.6.23/a/pjrt_c.so")
    try folder.write("cache/plugins/lammps-jax-pjrt-cpu-0.9.10/a/pjrt_c.so")
    let newest = try folder.write("cache/plugins/lammps-jax-pjrt-cpu-0.11.2/a/b/pjrt_c.so")
    try folder.write("cache/plugins/lammps-jax-pjrt-cpu-0.11.2/a/libother.so")
    #expect(try discover(["BLOX_CACHE": "\(folder.path)/cache"]).path == newest)
  }

  @Test func theCacheFollowsItsVariables() throws {
    let path = try folder.write("xdg/blox-swift/plugins/p-1/pjrt.so")
    #expect(try discover(["XDG_CACHE_HOME": "\(folder.path)/xdg", "BLOX_CACHE": ""]).path == path)
  }

  /// What `blox setup` was last run for; a name that is none of a folder there is as good as no name.
  @Test func theChosenPluginGoesFirst() throws {
    let plugins = "home/.cache/blox-swift/plugins"
    let cpu = try folder.write("\(plugins)/lammps-jax-pjrt-cpu-0.11.2/pjrt.so")
    let cuda = try folder.write("\(plugins)/jax-cuda13-pjrt-0.11.2/jax_plugins/xla_cuda13/xla_cuda_plugin.so")
    try folder.write("\(plugins)/jax-cuda13-pjrt-0.11.2/nvidia/cu13/lib/libcublas.so")
    let tpu = try folder.write("\(plugins)/libtpu-0.0.50/libtpu/libtpu.so")
    #expect(try discover().path == cpu)
    for (choice, path) in [
      ("jax-cuda13-pjrt-0.11.2\n", cuda), ("libtpu-0.0.50", tpu), ("lammps-jax-pjrt-cpu-0.11.2\n", cpu),
      ("gone-1\n", cpu), ("../plugins/libtpu-0.0.50\n", cpu), ("\n", cpu), ("", cpu),
    ] {
      try folder.write("\(plugins)/chosen", choice)
      #expect(try discover().path == path, "\(choice)")
    }
  }

  @Test func nothingFoundSaysWhereItLooked() throws {
    let error = #expect(throws: PJRTError.self) { try discover() }
    #expect(
      error?.description == """
        finding a PJRT plugin: no plugin was found. Looked at:
          - BLOX_PJRT_PLUGIN (not set)
          - PJRT_NAMES_AND_LIBRARY_PATHS (not set)
          - \(home)/.cache/blox-swift/plugins/*/**/*pjrt*.so
          - Python's site-packages (none found)
        To fetch the plugin for this machine, run: swift run blox setup
        To use another one, set BLOX_PJRT_PLUGIN to the path of its library. [NOT_FOUND]
        """)
  }

  @Test(arguments: ["BLOX_PJRT_PLUGIN", "PJRT_NAMES_AND_LIBRARY_PATHS"])
  func aVariableThatLeadsNowhereIsAnError(variable: String) throws {
    try folder.write("home/.cache/blox-swift/plugins/p-1/pjrt.so")
    let error = #expect(throws: PJRTError.self) { try discover([variable: "x:/nowhere.so"]) }
    #expect(error?.message.hasPrefix("\(variable) names ") == true)
    #expect(error?.message.contains("where there is no file") == true)
  }
}
