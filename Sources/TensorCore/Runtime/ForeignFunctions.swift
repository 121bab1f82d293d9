import PJRT
import Synchronization

/// Which functions of this process programs of which plugin can call.
package enum ForeignFunctions {
  private struct Registration: Hashable {
    let plugin: String
    let name: String
  }

  private static let known = Mutex<Set<Registration>>([])

  /// Makes the functions that `program` calls known to the plugin.
  ///
  /// - Throws: a `TensorError` if the plugin cannot call them, or the process lacks what they need.
  static func register(for program: Program, on client: Client) throws {
    guard program.hasForeignCalls else { return }
    for equation in program.equations {
      for subprogram in equation.primitive.subprograms { try register(for: subprogram, on: client) }
      guard let function = equation.primitive.foreignFunction else { continue }
      try register(function, of: equation.primitive.name, on: client.plugin)
    }
  }

  /// Those that a module may call without an operation that asks for them, by name: a lowering offers what it calls.
  private static let offered = Mutex<[String: ForeignFunction]>([:])

  package static func offer(_ function: ForeignFunction) {
    offered.withLock { $0[function.name] = function }
  }

  /// Makes the functions that a module calls known to the plugin, which looks for them when it compiles the module, and
  /// when it loads what was compiled.
  static func register(offered names: [String], on client: Client) throws {
    for name in names {
      guard let function = offered.withLock({ $0[name] }) else { continue }
      try register(function, of: name, on: client.plugin)
    }
  }

  private static func register(
    _ function: ForeignFunction, of operation: String, on plugin: Plugin
  ) throws {
    guard plugin.hasForeignFunctions, plugin.isForCPU else {
      throw TensorError(
        operation: operation,
        problem: "the plugin \(plugin.path) cannot call functions of this process",
        expected: "a CPU plugin with the FFI extension; \(function.advice)",
        module: nil)
    }
    try function.check(operation)
    try known.withLock { known in
      let registration = Registration(plugin: plugin.path, name: function.name)
      guard !known.contains(registration) else { return }
      try plugin.registerHandler(function.name, handler: function.handler)
      known.insert(registration)
    }
  }
}
