import Foundation

// What `make fuzz` starts:
//
//     fuzz calls --count 1000000 --seed 1     every public function with extreme arguments
//     fuzz files --count 90000 --seed 1       damaged safetensors files and checkpoints
//     fuzz programs --count 10000 --seed 1    compiled compositions of operations against a plain reference
//
// A part prints its seed first, so that a run can be repeated, and ends with status 1 if something fell.
@main struct Program {
  static func main() throws {
    let arguments = Arguments(CommandLine.arguments.dropFirst())
    switch arguments.command {
    case "calls": try Calls(arguments).run()
    case "files": try DamagedFiles(arguments).run()
    case "programs": Programs(arguments).run()
    default:
      print("fuzz: which part? calls, files or programs [--count N] [--seed S]")
      exit(2)
    }
  }
}
