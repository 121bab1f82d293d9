@preconcurrency import Foundation

// What `make soak` starts:
//
//     soak [--scale 1] [--seed 1] [--only steps]
//
// Work of many kinds, over and over. After a hundredth of it everything is there that it needs; the memory at the end may
// be a twentieth more. The scale multiplies how often; the table says which kind grew, and the status is 1 then.
@main struct Program {
  static func main() throws {
    // A line at a time, also into a file: otherwise a long run tells nothing before its end.
    setvbuf(stdout, nil, _IOLBF, 0)
    var values: [String: String] = [:]
    var words = CommandLine.arguments.dropFirst()
    while words.count >= 2, let name = words.popFirst(), let value = words.popFirst() { values[name] = value }
    let scale = values["--scale"].flatMap(Double.init) ?? 1
    let seed = values["--seed"].flatMap(Int.init) ?? Int.random(in: 0..<1 << 31)
    guard words.isEmpty, scale > 0 else {
      print("soak: [--scale 1] [--seed 1] [--only \(Work.all.map(\.name).joined(separator: "|"))]")
      exit(2)
    }
    print(
      "soak: seed \(seed), scale \(scale)\n\n| work | times | MB after 1 % | MB at the end | grown | seconds |"
    )
    print("|---|---|---|---|---|---|")
    var isWell = true
    for work in Work.all where values["--only"].map({ $0 == work.name }) ?? true {
      isWell = try Soak(work, count: max(100, Int(Double(work.count) * scale)), seed: seed).run() && isWell
    }
    if !isWell {
      print("\nthe memory grew by more than 5 %")
      exit(1)
    }
  }
}
