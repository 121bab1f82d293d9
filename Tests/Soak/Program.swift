import Foundation

// What `make soak` starts:
//
//     soak [--scale 1]     work of many kinds for a long time; the memory must not grow
@main struct Program {
  static func main() throws {
    print("soak: nothing yet")
  }
}
