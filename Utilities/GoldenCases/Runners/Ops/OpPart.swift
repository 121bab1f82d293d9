import Blox

/// A function of arrays that a case names.
typealias OpFunction = @Sendable ([Tensor]) throws -> [Tensor]

/// A part of a case: tensors that go in by their names, tensors that come out, and what is done in between.
struct OpPart {
  let name: String
  let inputs: [String]
  let outputs: [String]
  let body: OpFunction

  init(name: String, inputs: [String], outputs: [String], _ body: @escaping OpFunction) {
    self.name = name
    self.inputs = inputs
    self.outputs = outputs
    self.body = body
  }

  /// The function itself.
  init(_ manifest: JSONValue, inputs: String, outputs: [String], _ function: @escaping OpFunction) throws {
    self.init(name: "value", inputs: try manifest.strings(inputs), outputs: outputs, function)
  }

  /// The part's results by name, from one jitted function.
  func run(_ golden: GoldenCase) throws -> [(String, Tensor)] {
    var tensors: [Tensor] = []
    for input in inputs { tensors.append(try Tensor(golden.tensor(input))) }
    let results = try jit(body)(tensors)
    if golden.expectedError != nil { try results.forEach { _ = try $0.bytes() } }
    guard results.count >= outputs.count else {
      throw GoldenError("\(name): \(outputs.count) outputs are recorded, the function gives \(results.count)")
    }
    return Array(zip(outputs, results))
  }

  /// Several parts as one.
  static func joined(_ parts: [OpPart]) -> OpPart {
    OpPart(name: "all", inputs: parts.flatMap(\.inputs), outputs: parts.flatMap(\.outputs)) { tensors in
      var rest = tensors[...]
      var results: [Tensor] = []
      for part in parts {
        let outputs = try part.body(Array(rest.prefix(part.inputs.count)))
        rest = rest.dropFirst(part.inputs.count)
        results += outputs.prefix(part.outputs.count)
      }
      return results
    }
  }

  /// Cotangents of the float outputs, sent back to the arguments.
  static func vjp(_ json: JSONValue, _ args: [String], _ function: @escaping OpFunction) throws -> OpPart {
    let (wrt, outputs) = (try json.ints("wrt"), try json.ints("outputs"))
    try check(wrt, below: args.count)
    let inputs = args + (try json.strings("cotangents"))
    return OpPart(name: "vjp", inputs: inputs, outputs: try json.strings("results")) { tensors in
      let arguments = Array(tensors.prefix(args.count))
      let chosen = wrt.map { arguments[$0] }
      let (_, back) = try Blox.vjp(
        { (moved: [Tensor]) in
          try pick(try function(replacing(arguments, wrt, moved)), outputs)
        }, primals: chosen)
      return back(Array(tensors.dropFirst(args.count)))
    }
  }

  /// Tangents of the arguments, carried to the float outputs.
  static func jvp(_ json: JSONValue, _ args: [String], _ function: @escaping OpFunction) throws -> OpPart {
    let (wrt, outputs) = (try json.ints("wrt"), try json.ints("outputs"))
    try check(wrt, below: args.count)
    let inputs = args + (try json.strings("tangents"))
    return OpPart(name: "jvp", inputs: inputs, outputs: try json.strings("results")) { tensors in
      let arguments = Array(tensors.prefix(args.count))
      let result = try Blox.jvp(
        { (moved: [Tensor]) in
          try pick(try function(replacing(arguments, wrt, moved)), outputs)
        }, primals: wrt.map { arguments[$0] }, tangents: Array(tensors.dropFirst(args.count)))
      return result.1
    }
  }

  /// The gradient of the sum of sines of all float outputs, and its derivative along a direction.
  static func hvp(_ json: JSONValue, _ args: [String], _ function: @escaping OpFunction) throws -> OpPart {
    let wrt = try json.int("wrt")
    try check([wrt], below: args.count)
    let outputs = [try json.string("grad"), try json.string("result")]
    return OpPart(name: "hvp", inputs: args + [try json.string("direction")], outputs: outputs) { tensors in
      let arguments = Array(tensors.prefix(args.count))
      let direction = tensors[args.count]
      func loss(_ x: Tensor) throws -> Tensor {
        var sum: Tensor?
        for output in try function(replacing(arguments, [wrt], [x])) where output.dtype.isFloating {
          let term = sin(output).sum()
          sum = sum.map { $0 + term } ?? term
        }
        return sum ?? 0
      }
      let gradient = try grad(loss)(arguments[wrt])
      let result = try grad { (x: Tensor) in try vdot(grad(loss)(x), direction) }(arguments[wrt])
      return [gradient, result]
    }
  }

  /// The function applied to batches.
  static func vmap(_ json: JSONValue, _ function: @escaping OpFunction) throws -> OpPart {
    let axes = try json.array("in_axes").map { try $0.isNull ? nil : $0.int() }
    let out = try json.int("out_axes")
    let inputs = try json.strings("inputs")
    let mapped = axes.indices.filter { axes[$0] != nil }
    guard inputs.count == axes.count, (1...4).contains(mapped.count) else {
      throw GoldenError("vmap over \(mapped.count) of \(inputs.count) arguments with \(axes.count) axes")
    }
    let inAxes = mapped.map { Axis.axis(axes[$0] ?? 0) }
    return OpPart(name: "vmap", inputs: inputs, outputs: try json.strings("outputs")) { tensors in
      func lane(_ moved: [Tensor]) throws -> [Tensor] { try function(replacing(tensors, mapped, moved)) }
      let batches = mapped.map { tensors[$0] }
      let target = Axis.axis(out)
      switch batches.count {
      case 1: return try Blox.vmap(in: inAxes, out: target) { try lane([$0]) }(batches[0])
      case 2: return try Blox.vmap(in: inAxes, out: target) { try lane([$0, $1]) }(batches[0], batches[1])
      case 3:
        return try Blox.vmap(in: inAxes, out: target) { try lane([$0, $1, $2]) }(
          batches[0], batches[1], batches[2])
      default:
        return try Blox.vmap(in: inAxes, out: target) { try lane([$0, $1, $2, $3]) }(
          batches[0], batches[1], batches[2], batches[3])
      }
    }
  }

  private static func check(_ wrt: [Int], below count: Int) throws(GoldenError) {
    guard wrt.allSatisfy({ (0..<count).contains($0) }) else {
      throw GoldenError("arguments \(wrt) of \(count)")
    }
  }

  private static func replacing(_ tensors: [Tensor], _ places: [Int], _ moved: [Tensor]) -> [Tensor] {
    var result = tensors
    for (place, tensor) in zip(places, moved) { result[place] = tensor }
    return result
  }

  private static func pick(_ tensors: [Tensor], _ places: [Int]) throws -> [Tensor] {
    guard places.allSatisfy({ tensors.indices.contains($0) }) else {
      throw GoldenError("outputs \(places) of \(tensors.count)")
    }
    return places.map { tensors[$0] }
  }
}
