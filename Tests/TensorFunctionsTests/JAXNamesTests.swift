import Tensors
import Testing

/// The expressions of docs/JAXNames.hand.md that only the compiler can check, with their values.
@Suite struct JAXNamesTests {
  static let x = Tensor.arange(12, dtype: .float32).reshape([3, 4])

  static let expressions: [(String, Tensor, [Double])] = [
    ("x[0, 1..<3]", x[0, 1..<3], [1, 2]),
    ("x[..., None]", x[0][Ellipsis(), NewAxis()], [0, 1, 2, 3]),
    ("x[:, ::2]", x[FullRange(), StridedRange(step: 2)], [0, 2, 4, 6, 8, 10]),
    ("slice(a, b, c)", x[0, StridedRange(start: 3, end: 0, step: -2)], [3, 1]),
    ("range by", x[0, (0..<4).by(3)], [0, 3]),
    ("x[mask]", select(x[0] .> 1, x[0], 0), [0, 0, 2, 3]),
    ("x.at[i].add drop", x[0].at[Tensor([9])].add(1, mode: .drop), [0, 1, 2, 3]),
    ("x // y", floorDivide(x[1], 3), [1, 1, 2, 2]),
    ("x % y", remainder(x[1], 3), [1, 2, 0, 1]),
    ("~a", (.!(x[0] .> 1)).astype(.float32), [1, 1, 0, 0]),
    (
      "grad argnums=1", grad(argument: .second) { (a: Tensor, b: Tensor) in (a * b).sum() }(x[0], x[1]),
      [0, 1, 2, 3]
    ),
    (
      "grad argnums=(0, 1)", grad(arguments: .all) { (a: Tensor, b: Tensor) in (a * b).sum() }(x[0], x[1]).0,
      [4, 5, 6, 7]
    ),
    (
      "vmap in_axes",
      vmap(in: [0, nil], out: 1, axisName: "i") { (a: Tensor, b: Tensor) in a + b }(x[0..<2, 0], x[0, 0..<2]),
      [0, 4, 1, 5]
    ),
    (
      "checkpoint", grad(checkpoint(policy: .dotsSaveable) { (x: Tensor) in (x * x).sum() })(x[0]),
      [0, 2, 4, 6]
    ),
    ("custom_jvp", grad(customJvp({ (x: Tensor) in x * 2 }, jvp: { ($0 * 2, $1 * 3) }))(Tensor(1.0)), [3]),
    (
      "custom_vjp",
      grad(customVjp({ (x: Tensor) in x * 2 }, forward: { ($0 * 2, $0) }, backward: { $0 * $1 }))(
        Tensor(5.0)), [5]
    ),
  ]

  @Test func syntaxMeansWhatTheTableSays() throws {
    for (name, tensor, expected) in Self.expressions {
      #expect(try tensor.scalars(Double.self) == expected, "\(name)")
    }
  }

  @Test func functionsOfTheTable() throws {
    let power = try jit { (x: Tensor, n: Static<Int>) in x * Tensor(n.value) }(Tensor(2.0), Static(3))
    #expect(try power.item(Float.self) == 6)
    #expect(try lower { (x: Tensor) in x + 1 }(Self.x).text.contains("stablehlo.add"))
    #expect(try "\(makeJaxpr { (x: Tensor) in x + 1 }(Self.x))".contains("add"))
    let donated = try jit(donating: 0) { (x: Tensor) in x + 1 }(Tensor([1.0, 2.0]))
    #expect(try donated.scalars(Float.self) == [2, 3])
  }
}
