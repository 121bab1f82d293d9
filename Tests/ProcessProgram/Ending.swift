import Blox
import Foundation
import PJRT

/// Programs that end while their computations run. What they print goes through standard output's buffer, as users' does.
enum Ending {
  struct Wrong: Error, CustomStringConvertible {
    let description = "wrong on purpose"
  }

  static func run(_ name: String) throws {
    print("the first line")
    switch name {
    case "ending": _ = try step(x)
    case "ending by exit":
      try begin()
      exit(7)
    case "ending by error":
      try begin()
      throw Wrong()
    case "ending by a trap":
      try begin()
      _ = [Int]()[name.count]
    case "ending by a trap elsewhere":
      try train { fatalError("wrong on purpose") }
    case "ending by a trap while printing":
      // A thread has the lock of standard output most of the time.
      Thread.detachNewThread { while true { print(terminator: "") } }
      try begin()
      fatalError("wrong on purpose")
    case "ending by another thread": try train { exit(7) }
    case "ending by two threads":
      try train {
        Thread.detachNewThread { exit(7) }
        exit(7)
      }
    case "ending on devices": try onDevices()
    case "ending with operations":
      var y = x
      for _ in 0..<100 { y = tanh(matmul(y, y)) }
    case "ending with prints":
      let printing = jit { (x: Tensor) in
        let y = foriLoop(0, 50, x) { _, x in tanh(matmul(x, x)) }
        debugPrint("sum {}", values: [(0 * y).sum()])
        return y
      }
      for _ in 0..<3 { _ = try printing(x) }
    case "ending with clients": try withClients()
    case "ending in a callback": try inCallback()
    case "ending with compilations":
      for number in 0..<4 {
        Thread.detachNewThread {
          let other = jit { (x: Tensor) in tanh(matmul(x, x) + Tensor(Float(number))).sum() }
          _ = try? other(x)
        }
      }
      usleep(20_000)
    case "ending with later handlers":
      _ = try step(x)
      // Registered after the plugin's, so this comes first and can still compute.
      atexit {
        let value = try? Ending.step(Ending.x).sum().item(Float.self)
        print(value.map { $0.isFinite ? "finite" : "infinite" } ?? "no value")
      }
    default: throw Wrong()
    }
    print("the last line")
  }

  private static let x = Tensor.ones([256, 256]) * 0.01

  /// A step whose result nobody reads.
  private static func step(_ x: Tensor) throws -> Tensor { try makeStep()(x) }

  private static func makeStep() -> (Tensor) throws -> Tensor {
    jit { (x: Tensor) in
      foriLoop(0, 20, x) { _, w in
        let gradient = grad { (w: Tensor) in tanh(matmul(x, w)).mean() }(w)
        return w - 0.1 * gradient
      }
    }
  }

  private static func begin() throws {
    let step = makeStep()
    for _ in 0..<4 { _ = try step(x) }
    print("the last line")
  }

  /// Goes on for ever, while another thread ends the process.
  private static func train(_ end: @escaping @Sendable () -> Void) throws {
    let step = makeStep()
    _ = try step(x)
    Thread.detachNewThread {
      usleep(50_000)
      print("the last line")
      end()
    }
    var y = x
    while true { y = try step(y) }
  }

  private static func onDevices() throws {
    let mesh = try Mesh(["data": 4])
    let step = jit(
      shardMap(mesh, in: [["data"]], out: [["data"]]) { (x: Tensor) -> Tensor in
        foriLoop(0, 20, x) { _, x in tanh(matmul(matmul(x, x.transpose()), x)) + psum(x, "data") }
      })
    var x = devicePut(x, NamedSharding(mesh, ["data"]))
    for _ in 0..<20 { x = try step(x) }
  }

  /// Some clients live on, and some are gone before their work is done.
  private static func withClients() throws {
    let plugin = try Plugin.load(path: Plugin.discover().path)
    var kept: [Client] = []
    for number in 0..<4 {
      let client = try Client(plugin: plugin)
      let program = try client.compile(
        """
        func.func @main(%a: tensor<512x512xf32>) -> tensor<512x512xf32> {
          %0 = stablehlo.dot_general %a, %a, contracting_dims = [1] x [1]
            : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
          return %0 : tensor<512x512xf32>
        }
        """)
      var buffer = try client.makeBuffer(
        elementType: .float32, dimensions: [512, 512], on: client.devices[0]
      ) { _ in }
      for _ in 0..<8 { buffer = try program.execute([buffer])[0] }
      if number.isMultiple(of: 2) { kept.append(client) }
    }
    withExtendedLifetime(kept) {}
  }

  /// A program calls back, and the callback ends the process, which cannot wait for that program then.
  private static func inCallback() throws {
    let plugin = try Plugin.load(path: Plugin.discover().path)
    try plugin.registerHandler("ending_exit") { frame in
      ForeignCall.respond(to: frame) { _ in
        print("the last line")
        exit(7)
      }
    }
    let client = try Client(plugin: plugin)
    let program = try client.compile(
      """
      func.func @main(%a: tensor<4xf32>) -> tensor<4xf32> {
        %0 = stablehlo.custom_call @ending_exit(%a) {api_version = 4 : i32, has_side_effect = true}
          : (tensor<4xf32>) -> tensor<4xf32>
        return %0 : tensor<4xf32>
      }
      """)
    let buffer = try client.makeBuffer(
      elementType: .float32, dimensions: [4], on: client.devices[0]
    ) { _ in }
    _ = try program.execute([buffer])[0].awaitReady()
  }
}
