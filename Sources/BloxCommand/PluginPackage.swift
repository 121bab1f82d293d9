/// A plugin that can be fetched: what it computes on, where, and the files that it is made of.
struct PluginPackage: Sendable {
  /// The option of `blox setup` that chooses it.
  let option: String
  let title: String
  let machines: [Machine]
  /// The plugin's own first, then what it opens.
  let wheels: [Wheel]

  static let all = [cpu, cuda, metal, tpu]

  /// The folder of the installed plugin among those of others.
  var folder: String { "\(wheels[0].name)-\(wheels[0].version)" }

  /// What `blox setup` takes where nothing is asked for.
  static func usual(on machine: Machine) throws(CommandError) -> PluginPackage {
    switch machine {
    case .linux("x86_64"): return cpu
    case .appleSilicon: return metal
    default: break
    }
    let others = all.filter { $0.machines.contains(machine) }
    let choices = others.map { "`blox setup \($0.option)` fetches the one for \($0.title)." }
    throw CommandError(
      "there is no PJRT plugin for the processor of \(machine) to be fetched."
        + choices.map { "\n\($0)" }.joined()
        + "\nTo use one of your own, set BLOX_PJRT_PLUGIN to the path of its library.")
  }

  /// The package of an option, if the machine is one that it is made for.
  static func named(_ option: String, on machine: Machine) throws(CommandError) -> PluginPackage {
    guard let package = all.first(where: { $0.option == option }) else {
      throw CommandError("there is no option \(option) of setup.\n\(BloxCommand.usage)")
    }
    guard package.machines.contains(machine) else {
      let places = package.machines.map(\.description).joined(separator: ", ")
      throw CommandError(
        "the plugin for \(package.title), \(package.wheels[0].name), is made for \(places); this is \(machine)."
      )
    }
    return package
  }
}
