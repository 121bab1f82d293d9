import Blox
import Foundation
import PJRT

/// What `Utilities/gpu_check.sh` asks of a device: a line for each check, `ok` or `WRONG`; ends with 1 if any is wrong.
///
/// Functions of this process (debugPrint, MPI) are for the CPU's plugin: with another they are an error that says so.
struct DeviceCheck {
  private var isRight = true

  static func run() throws {
    var check = DeviceCheck()
    let backend = try Backend.default
    let plugin = backend.client.plugin
    say("plugin \(plugin.path), \(backend.client.platformName), \(backend.localDevices.map(\.kind))")
    let callsBack = plugin.isForCPU && plugin.hasForeignFunctions
    check("a product", products)
    check("convolution and its gradients", convolutions)
    check("factorizations", factorizations)
    check("random bits", randomBits)
    check("a loop and its gradient", loops)
    check("the mean in bfloat16 and float64", dtypes)
    check("donation", donation)
    check("a mesh of one device", sharding)
    check("a training step", training)
    check("debugPrint") { try foreign(callsBack, "cannot call functions of this process", printing) }
    // With the CPU's plugin it has tests of its own, which need a launcher.
    if !callsBack {
      // Where there is no library of MPI either, that is what it says.
      check("MPI") { try foreign(false, "MPI.initialize") { _ = try MPI.initialize() } }
    }
    if !check.isRight { exit(1) }
  }

  private mutating func callAsFunction(_ name: String, _ body: () throws -> Bool) {
    let start = ContinuousClock.now
    var text = ""
    var succeeded = false
    do { succeeded = try body() } catch { text = ": \(error)" }
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    say("\(succeeded ? "ok   " : "WRONG") \(name) (\(Int(milliseconds)) ms)\(text)")
    isRight = isRight && succeeded
  }

  /// Whether what needs functions of this process works, or is an error with this text.
  private static func foreign(_ works: Bool, _ text: String, _ body: () throws -> Void) throws -> Bool {
    do { try body() } catch {
      return !works && "\(error)".contains(text)
    }
    return works
  }

  private static func products() throws -> Bool {
    let (a, b) = (waves([64, 96]), waves([96, 32], 1))
    let (x, y) = (try a.scalars(Float.self), try b.scalars(Float.self))
    var wanted = [Float](repeating: 0, count: 64 * 32)
    for row in 0..<64 {
      for column in 0..<32 {
        for k in 0..<96 { wanted[row * 32 + column] += x[row * 96 + k] * y[k * 32 + column] }
      }
    }
    // Devices may multiply with fewer digits than float32 has: TF32 has ten bits.
    return try isNear(jit { matmul($0, $1) }(a, b), Tensor(wanted, shape: [64, 32]), 2e-2)
  }

  private static func convolutions() throws -> Bool {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let layer = try Conv(graph / "conv", kernelSize: 1, outputChannels: 8, rng: rng)
    let x = waves([2, 6, 6, 4])
    let params = layer(rng.seed(Params(), seed: 1), x).1.locked()
    let kernel = try params["net/conv/kernel"].value.reshape([4, 8])
    let bias = try params["net/conv/bias"].value
    let loss = { (x: Tensor) in (layer(params, x).0 ** 2).sum() }
    let byProduct = { (x: Tensor) in ((matmul(x, kernel) + bias) ** 2).sum() }
    return try isNear(jit(grad(loss))(x), jit(grad(byProduct))(x), 2e-2)
  }

  private static func factorizations() throws -> Bool {
    let x = waves([12, 12])
    let positive = matmul(x, x.transpose()) + 4 * Tensor.eye(12)
    let right = matmul(positive, waves([12, 3], 2))
    let factor = Linalg.cholesky(positive)
    return try isNear(Linalg.solve(positive, right), waves([12, 3], 2), 5e-2)
      && isNear(matmul(factor, factor.transpose()), positive, 5e-2)
  }

  private static func randomBits() throws -> Bool {
    // As JAX gives them for this key.
    let bits = try jit { Random.bits(Random.key(42), [4]) }()
    return try bits.scalars(UInt32.self) == [2_098_992_034, 2_919_706_841, 2_646_866_425, 2_409_546_199]
  }

  private static func loops() throws -> Bool {
    let f = { (x: Tensor) in scan(x, length: 5) { (x: Tensor) in sin(x) * 2 }.sum() }
    let x = waves([7])
    let gradient = try jit(grad(f))(x)
    let step: Float = 1e-2
    let difference = (f(x + Tensor(step)) - f(x - Tensor(step))) / Tensor(2 * step)
    return try isNear(gradient.sum(), difference, 2e-2)
  }

  private static func dtypes() throws -> Bool {
    let x = Tensor((0..<100).map { Double($0) })
    return try x.astype(.bfloat16).mean().astype(.float32).item(Float.self) == 49.5
      && x.astype(.float64).mean().item(Double.self) == 49.5
  }

  private static func donation() throws -> Bool {
    let step = jit(donating: 0, name: "donating") { (x: Tensor) in x + 1 }
    let x = try waves([1000]).checked() * 1
    let wanted = try (x + 1).scalars(Float.self)
    guard try step(x).scalars(Float.self) == wanted else { return false }
    do { _ = try x.scalars(Float.self) } catch { return "\(error)".contains("donating") }
    return false
  }

  private static func sharding() throws -> Bool {
    let mesh = try Mesh(["data": 1])
    let x = waves([8, 4])
    let placed = devicePut(x, NamedSharding(mesh, ["data"]))
    let sum = shardMap(mesh, in: [["data"]], out: [[]]) { (x: Tensor) in psum(x * x, "data") }
    return try isNear(jit { ($0 * $0).sum() }(placed), (x * x).sum())
      && isNear(jit(sum)(placed), x * x) && placed.addressableShards.count == 1
  }

  private static func training() throws -> Bool {
    let graph = try Graph("net")
    let rng = try Rng(graph / "rng")
    let model = try Linear(graph / "linear", outputSize: 1, rng: rng)
    let x = waves([32, 4])
    let y = x.sum(axis: 1, keepdims: true)
    var params = model(rng.seed(Params(), seed: 1), x).1.locked()
    let step = jit(donating: 0) { (params: Params) in
      let (weights, others) = params.split()
      let (loss, gradients) = try valueAndGrad { (w: Params) in
        try ((model(w.merge(others), x).0 - y) ** 2).mean()
      }(weights)
      return (loss, try map(weights, gradients) { w, g in w - 0.1 * g }.merge(others))
    }
    var losses: [Float] = []
    for _ in 0..<50 {
      let loss: Tensor
      (loss, params) = try step(params)
      losses.append(try loss.item(Float.self))
    }
    return losses[49] < 0.2 * losses[0]
  }

  private static func printing() throws {
    _ = try jit { (x: Tensor) in
      debugPrint("printed on the device: {}", x)
      return x + 1
    }(Tensor([1.0])).scalars(Float.self)
  }
}
