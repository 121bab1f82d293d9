import Blox
@main struct Digits {
  static func main() throws {
    let x = Tensor([1.0, 2.0, 3.0] as [Float])
    print(try (x * 2 + 1).scalars(Float.self))
    let f = { (x: Tensor) in (sin(x) * x).sum() }
    print(try grad(f)(x).scalars(Float.self))
    print(try makeProgram(f)(x))
    print(try makeProgram(grad(f))(x))
    print(try jit(grad(f))(x).scalars(Float.self))
    print(try jit(vmap(grad { (x: Tensor) in sin(x) }))(x).scalars(Float.self))
    print(try lower(f)(x))
    let h = grad { (x: Tensor) in grad(f)(x).mean() }
    print(try h(x).scalars(Float.self))
    let j = jit(f)
    print(try makeProgram { (x: Tensor) in try j(x) }(x))
    print(try makeProgram(grad { (x: Tensor) in try j(x) })(x))
    print(try grad { (x: Tensor) in try j(x) }(x).scalars(Float.self))
    let a = Tensor.ones([2, 3]), b = Tensor.ones([4, 5])
    do { print(try a.matmul(b).scalars(Float.self)) } catch { print(error) }
    do { print(try jit { (a: Tensor) in a + b }(a)) } catch { print(error) }
    let k = bind2()
    print(try k.scalars(Float.self))
    let c = ContinuousClock()
    let one = try jit { (x: Tensor) in x + 1 }
    var y = Tensor.ones([8])
    y = try one(y)
    for _ in 0..<3 {
      let d = try c.measure {
        for _ in 0..<2000 { y = try one(y) }; try y.wait()
      }
      print(d / 2000)
    }
    var z = Tensor.ones([64, 64])
    for _ in 0..<3 {
      let d = try c.measure {
        for _ in 0..<50 { z = z * 1.0001; z = z + 0.5; z = sin(z); z = maximum(z, -1) }; try z.wait()
      }
      print(d / 200)
    }
  }
}
func bind2() -> Tensor { Tensor.arange(3).matmul(Tensor.ones([3, 2])) }
