import Blox
import Foundation

// What the tests of several processes start, by mpirun: `processes collectives`. Each process writes a line that
// starts with its name when all is well.
@main struct Program {
  static func main() throws {
    prepareToSay()
    let name = CommandLine.arguments.dropFirst().first ?? "collectives"
    if name.hasPrefix("distributed") { return try Gathering.run(name) }
    if name.hasPrefix("mistake") { return Mistakes.run(name) }
    if name.hasPrefix("ending") { return try Ending.run(name) }
    if name == "strangers" { return try Strangers.run(Array(CommandLine.arguments.dropFirst(2))) }
    if name == "strangers without descriptors" { return try Strangers.runWithoutDescriptors() }
    if name == "device" { return try DeviceCheck.run() }
    if name.hasPrefix("joined") { return try Joined.run(name) }
    let processes: Processes
    do {
      processes = try MPI.initialize()
    } catch {
      say("\(error)")
      exit(2)
    }
    switch name {
    case "collectives": try Collectives(processes: processes).run()
    case "groups": try Collectives(processes: processes).run(only: "groups")
    case "training": try Training(processes: processes).run()
    case "metrics": try Counting(processes: processes).run()
    case "order": try Order(processes: processes).run()
    case "devices": try Devices(processes: processes).run()
    case "latency": try Latency(processes: processes).run()
    default: try Trouble(processes: processes).run(name)
    }
    say("\(name): process \(processes.index) of \(processes.count) is well")
  }
}
