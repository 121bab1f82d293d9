import PJRT
import Synchronization

/// A primitive that is lowered to a call of a function of this process.
protocol ForeignPrimitive: Primitive {
  /// Where in the source it stands, for errors.
  var place: String { get }
  /// The name that programs call the function by.
  static var foreignName: String { get }
  /// The function.
  static var foreignFunction: ForeignHandler { get }
}

/// Which functions of this process programs of which plugin can call.
enum ForeignFunctions {
  private struct Registration: Hashable {
    let plugin: String
    let name: String
  }

  private static let known = Mutex<Set<Registration>>([])

  /// Makes the functions that `program` calls known to the plugin.
  ///
  /// - Throws: a `TensorError` if the plugin cannot call them.
  static func register(for program: Program, on client: Client) throws {
    guard program.hasForeignCalls else { return }
    for equation in program.equations {
      for subprogram in equation.primitive.subprograms { try register(for: subprogram, on: client) }
      guard let primitive = equation.primitive as? any ForeignPrimitive else { continue }
      try register(primitive, on: client.plugin)
    }
  }

  private static func register<P: ForeignPrimitive>(_ primitive: P, on plugin: Plugin) throws {
    guard plugin.hasForeignFunctions, plugin.isForCPU else {
      throw TensorError(
        operation: primitive.name,
        problem: "the plugin \(plugin.path) cannot call functions of this process",
        expected: "a CPU plugin with the FFI extension; return the value from the function instead",
        module: nil)
    }
    try known.withLock { known in
      let registration = Registration(plugin: plugin.path, name: P.foreignName)
      guard !known.contains(registration) else { return }
      try plugin.registerHandler(P.foreignName, handler: P.foreignFunction)
      known.insert(registration)
    }
  }
}
