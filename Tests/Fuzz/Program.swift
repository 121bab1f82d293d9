import Blox
@preconcurrency import Foundation

// What `make fuzz` starts:
//
//     fuzz calls --count 1000000 --seed 1     every public function with extreme arguments
//     fuzz files --count 90000 --seed 1       damaged safetensors files and checkpoints
//     fuzz programs --count 10000 --seed 1    compiled compositions of operations against a plain reference
//
// A part prints its seed first, so that a run can be repeated, and ends with status 1 if something fell.
@main struct Program {
  static func main() throws {
    // A line at a time, also into a file: otherwise a long run tells nothing before its end.
    setvbuf(stdout, nil, _IOLBF, 0)
    let arguments = Arguments(CommandLine.arguments.dropFirst())
    switch arguments.command {
    case "calls": try Calls(arguments).run()
    case "backend": Program.openBackend()
    case "calls-child": try Calls(arguments).runChild()
    case "files": try DamagedFiles(arguments).run()
    case "programs": Programs(arguments).run()
    default:
      print("fuzz: which part? calls, files or programs [--count N] [--seed S]")
      exit(2)
    }
  }

  /// Says how many devices there are, or why there are none: what the tests of settings start.
  private static func openBackend() {
    do { print("\(try Backend.default.devices.count) devices") } catch { print("\(error)") }
  }
}
