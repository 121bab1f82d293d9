import Foundation
import PJRT

/// `swift run blox …` in any package that depends on this one.
@main struct BloxCommand {
  static let usage = """
    usage: blox setup [--cpu | --cuda | --metal | --tpu]
               fetch the PJRT plugin for this machine, or the one named, and use it from now on
           blox devices
               show which plugin is found and its devices, and compute on each
    """

  static func main() {
    do {
      try run(CommandLine.arguments.dropFirst())
    } catch {
      FileHandle.standardError.write(Data("blox: error: \(error)\n".utf8))
      exit(1)
    }
  }

  static func run(_ arguments: ArraySlice<String>) throws {
    switch arguments.first {
    case "setup": try Setup(arguments.dropFirst(), settings: .current).run()
    case "devices" where arguments.count == 1: try Devices().run()
    case "help", "--help", "-h": print(usage)
    default:
      throw CommandError(
        "\(arguments.isEmpty ? "no command" : "no command \(arguments.joined(separator: " "))")\n\(usage)")
    }
  }
}
