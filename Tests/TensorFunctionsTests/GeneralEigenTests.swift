import Foundation
import Tensors
import Testing

@testable import TensorCore
@testable import TensorFunctions

/// Eigenvalues of general matrices, Schur forms and what is made of them, beside values of NumPy, SciPy and JAX.
@Suite struct GeneralEigenTests {
  private static let canRun =
    LAPACKTests.isThere || ProcessInfo.processInfo.environment["CI"] == "true"

  private static let a = Tensor(
    [[4, 1, 2, 0], [-1, 3, 0, 5], [2, -2, 1, 1], [0, 3, -4, 2]] as [[Double]])
  private static let c = complex(
    Tensor([[1, 0.5, 0], [0, -1, 1], [0.25, 3, 2]] as [[Float]]),
    Tensor([[2, -1, 0], [2, 0, 1], [0, -1, -2]] as [[Float]]))

  private func near(
    _ x: Tensor, _ y: Tensor, _ tolerance: Double = 2e-5, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    #expect(x.shape == y.shape, sourceLocation: sourceLocation)
    let difference = try abs(x - y).max().astype(.float64).item(Double.self)
    let size = try abs(y).max().astype(.float64).item(Double.self)
    #expect(difference <= tolerance * size, "\(difference) of \(size)", sourceLocation: sourceLocation)
  }

  private func isNaN(_ x: Tensor) throws -> Bool {
    try (isnan(x.real) .& isnan(x.imag)).all().item(Bool.self)
  }

  private func transposed(_ x: Tensor) -> Tensor { x.swapaxes(-1, -2).conj() }

  /// The real and the imaginary parts, in the order of the real ones and then of the imaginary ones.
  private func sorted(_ values: Tensor) throws -> [[Float]] {
    let parts = (try values.real.scalars(Float.self), try values.imag.scalars(Float.self))
    let order = parts.0.indices.sorted {
      abs(parts.0[$0] - parts.0[$1]) > 1e-4 ? parts.0[$0] < parts.0[$1] : parts.1[$0] < parts.1[$1]
    }
    return order.map { [parts.0[$0], parts.1[$0]] }
  }

  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func eigenvaluesOfNumPy() throws {
    let ofA: [[Double]] = [
      [-0.898694580288872, -2.6417811321631457], [-0.898694580288872, 2.6417811321631457],
      [5.284888544082565, 0], [6.512500616495174, 0],
    ]
    let ofC: [[Double]] = [
      [-2.223428034423655, -0.606604435389116], [1.533932225538071, 1.7136239170361849],
      [2.6894958088855834, -1.107019481647067],
    ]
    let integers = Self.a.astype(.int32)
    for (x, wanted) in [(Self.a, ofA), (Self.a.astype(.float32), ofA), (integers, ofA), (Self.c, ofC)] {
      for values in [Linalg.eigvals(x), Linalg.eig(x).eigenvalues] {
        #expect(values.dtype == .complex64)
        for (found, right) in zip(try sorted(values).joined(), wanted.joined()) {
          #expect(abs(Double(found) - right) < 2e-5)
        }
      }
    }
    // 16-bit numbers are computed in float32.
    try near(Linalg.eig(Self.a.astype(.bfloat16)).eigenvalues, Linalg.eigvals(Self.a), 1e-5)
    let form = Linalg.schur(Self.a.astype(.float16))
    #expect(form.T.dtype == .float16 && Linalg.schur(integers).Z.dtype == .float32)
  }

  /// One program a shape and dtype: the vectors are those of the values, the factors make up the matrix, bases are unitary.
  @Test(
    .enabled(if: canRun, "no LAPACK: make setup"),
    arguments: [Shape([1, 1]), [2, 2, 3, 3], [33, 33]], [DType.float32, .float64, .complex64])
  func laws(shape: Shape, dtype: DType) throws {
    let key = Random.key(3)
    let a =
      dtype == .complex64
      ? complex(Random.normal(key, shape), Random.normal(Random.key(4), shape))
      : Random.normal(key, shape, dtype: dtype)
    let found = try jit { (a: Tensor) -> [Tensor] in
      let (times, eye) = (
        { (x: Tensor, y: Tensor) in matmul(x, y, precision: .highest) }, Tensor.eye(shape[-1])
      )
      let parts = Linalg.eig(a, computeLeftEigenvectors: true, computeRightEigenvectors: true)
      let (values, left, right) = (parts[0], parts[1], parts[2])
      let columns = expandDims(values, axis: -2)
      let (form, basis) = Linalg.schur(a)
      let (complexForm, complexBasis) = Linalg.schur(a, output: .complex)
      let (turned, turnedBasis) = Linalg.rsf2csf(form, basis)
      let root = Linalg.sqrtm(a)
      let ones = Tensor.ones(values.shape)
      return [
        times(a, right), right * columns, times(transposed(left), a),
        expandDims(values, axis: -1) * transposed(left), square(abs(right)).sum(axis: -2), ones,
        square(abs(left)).sum(axis: -2), ones, times(times(basis, form), transposed(basis)), a,
        times(times(complexBasis, complexForm), transposed(complexBasis)), a,
        times(times(turnedBasis, turned), transposed(turnedBasis)), a, times(root, root), a,
        times(transposed(basis), basis), broadcastTo(eye, a.shape),
        times(transposed(complexBasis), complexBasis), broadcastTo(eye, a.shape),
        times(transposed(turnedBasis), turnedBasis), broadcastTo(eye, a.shape),
        triu(form, k: -1), form, triu(complexForm), complexForm, triu(turned), turned,
        // Another program of LAPACK's, without vectors.
        Linalg.eigvals(a).sum(axis: -1), a.trace(axis1: -2, axis2: -1),
      ]
    }(a)
    for index in stride(from: 0, to: found.count, by: 2) { try near(found[index], found[index + 1], 1e-4) }
    #expect(Linalg.schur(a).T.dtype == dtype)
  }

  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func matrixFunctionsOfSciPy() throws {
    let (form, basis) = Linalg.rsf2csf(
      Tensor([[2, 1, 3], [0, -1, 4], [0, -2, -1]] as [[Float]]), Tensor.eye(3))
    // scipy.linalg.rsf2csf
    let (third, root2) = (1 / 3.0.squareRoot(), 2.0.squareRoot())
    let parts: [(Tensor, [[Double]])] = [
      (form.real, [[2, -3 * third, third], [0, -1, -2], [0, 0, -1]]),
      (form.imag, [[0, root2 * third, -3 * root2 * third], [0, 2 * root2, 0], [0, 0, -2 * root2]]),
      (basis.real, [[1, 0, 0], [0, 0, third], [0, -third, 0]]),
      (basis.imag, [[0, 0, 0], [0, root2 * third, 0], [0, 0, -root2 * third]]),
    ]
    for (found, wanted) in parts { try near(found, Tensor(wanted).astype(.float32)) }
    let root: [[Double]] = [
      [2.0132959690394805, 0.3852329232311831, 0.39754069762352656, -0.22812578781016352],
      [-0.4307655483867661, 1.7137805884939497, 0.6629351260359604, 1.368049561188444],
      [0.4203070102013183, -0.7825881506816005, 1.541768935206536, 0.7059636541056601],
      [0.23892401684613795, 0.5465491612675665, -1.452411779195142, 1.5271325439014194],
    ]
    try near(Linalg.sqrtm(Self.a), Tensor(root).astype(.float32))
    let sine: [[Double]] = [
      [-1.8899734275592692, 1.3009423883670235, 1.379605121472928, -0.6444812091019277],
      [-1.5519219891336136, -2.7304525830074406, 1.8352838411519345, 4.766446561476326],
      [1.5050949218562217, -2.576558551585247, -3.5880606121407688, 2.2034164600177863],
      [0.5918249697236857, 2.0755584802717078, -4.892118557000694, -3.4455813688926984],
    ]
    try near(Linalg.funm(Self.a) { sin($0) }, Tensor(sine).astype(.float32), 1e-4)
    // Roots of what is below 0, of nothing, and where there is none.
    let negative = Linalg.sqrtm(Tensor([[-1, 2], [0, -4]] as [[Float]]))
    try near(negative.imag, Tensor([[1, -2.0 / 3], [0, 2]] as [[Float]]))
    try near(Linalg.sqrtm(Tensor.zeros([2, 2])) + 1, Tensor.ones([2, 2]), 0)
    let nilpotent = Linalg.sqrtm(Tensor([[0, 1], [0, 0]] as [[Float]]))
    #expect(try !isfinite(nilpotent.real).all().item(Bool.self))
  }

  /// Values and vectors, left and right, by a function that does not depend on their order or signs; the gradients are
  /// JAX's in float64, with `enable_eigvec_derivs`.
  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func gradientsOfJAX() throws {
    func value(_ x: Tensor, left: Bool) -> Tensor {
      let parts = Linalg.eig(x, computeLeftEigenvectors: left, computeRightEigenvectors: !left)
      let weights = expandDims(Tensor([1, -0.5, 2, 0.25] as [Float])[..<x.shape[-1]], axis: -1)
      let v = parts[1]
      let ofVectors = weights * (power(abs(v), 3) + abs(v.real) + square(v.imag))
      return ofVectors.sum() + (square(abs(parts[0])) * parts[0].real).sum()
    }
    let ofRight: [[Double]] = [
      [60.0830768008, -30.5892989262, 26.8928369384, -28.4229198051],
      [13.2024098367, 80.2819625221, -14.4476668239, 55.1343731829],
      [17.4727808031, -46.0996155268, 29.1214894366, -44.7233963202],
      [13.6992828134, 68.5661814696, -6.1738926158, 60.3455316426],
    ]
    let ofLeft: [[Double]] = [
      [61.2395865538, -29.974914909, 27.6116792735, -27.6170006035],
      [11.9602876681, 79.4230281273, -14.2098355757, 54.77224039],
      [18.5554683932, -43.5657157511, 29.5174512047, -44.878045248],
      [12.9245903355, 67.2923002188, -7.25815932, 59.6519945163],
    ]
    for (left, wanted) in [(false, ofRight), (true, ofLeft)] {
      let gradient = jit(grad { (x: Tensor) in value(x, left: left) })
      try near(try gradient(Self.a), Tensor(wanted).astype(.float64), 1e-5)
      // Forward mode and lanes.
      let direction = Tensor([[1, 0, 2, -1], [0, 1, 1, 0], [3, 1, 0, 2], [1, -1, 0, 1]] as [[Double]])
      let slopes = vmap { (t: Tensor) in
        jvp({ (x: Tensor) in value(x, left: left) }, primals: Self.a, tangents: t).1
      }(
        stack([direction, -direction]))
      let slope = (Tensor(wanted).astype(.float64) * direction).sum()
      try near(slopes.astype(.float64), stack([slope, -slope]), 1e-4)
    }
    let real: [[Double]] = [
      [10.5289314903, -1.7214719816, -6.5504501187], [-0.9372547631, 13.3861189397, 6.8435557046],
      [0.4051386259, -0.2334376297, 24.2048215812],
    ]
    let imaginary: [[Double]] = [
      [-6.1528870241, -4.3462065602, 1.6289070173], [2.8458500799, 0.8392145256, 6.7708698432],
      [1.4804585858, 4.100883578, 3.3136724984],
    ]
    let gradient = grad { (x: Tensor) in value(x, left: false) }(Self.c)
    try near(gradient.real, Tensor(real).astype(.float32), 1e-4)
    try near(gradient.imag, Tensor(imaginary).astype(.float32), 1e-4)
  }

  /// Where values are equal the sum of their powers has a derivative all the same, and vectors turn no further than needed.
  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func gradientsOfEqualValues() throws {
    let x = Tensor([[2, 0, 0], [0, 2, 0], [0, 0, 3]] as [[Float]])
    let slope = grad { (x: Tensor) in power(Linalg.eig(x).eigenvalues, 3).real.sum() }(x)
    try near(slope, 3 * square(x), 1e-5)
    let whole = grad { (x: Tensor) -> Tensor in
      let (w, v) = Linalg.eig(x)
      // The projection to the vectors of 2, whichever they are.
      let projection = matmul(v * select(w.real .< 2.5, 1, 0), Linalg.inv(v)).real
      return (projection * Tensor.arange(9).reshape([3, 3])).sum()
    }(x)
    try near(whole, Tensor([[0, 0, -2], [0, 0, -5], [-6, -7, 0]] as [[Float]]), 1e-5)
    // The greatest elements of these vectors are equal, and one of them is real.
    let turn = Tensor([[0, -1], [1, 0]] as [[Float]])
    let finite = grad { (x: Tensor) in square(Linalg.eig(x).eigenvectors.imag).sum() }(turn)
    #expect(try isfinite(finite).all().item(Bool.self))
    let second = grad(grad { (t: Tensor) in square(Linalg.eigvals(Self.a * t)).real.sum() })(Tensor(1.0))
    try near(second, 2 * matmul(Self.a, Self.a).trace(), 1e-4)
  }

  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func oddMatrices() throws {
    for bad in [Float.nan, .infinity] {
      let x = stack([Tensor([[1, 2], [bad, 4]] as [[Float]]), Tensor.eye(2)])
      for x in [x, x.astype(.float64), x.astype(.complex64)] {
        let (parts, form) = (
          Linalg.eig(x, computeLeftEigenvectors: true, computeRightEigenvectors: true), Linalg.schur(x)
        )
        for part in parts { #expect(try isNaN(part[0]) && isfinite(part[1].real).all().item(Bool.self)) }
        for part in [form.T, form.Z] { #expect(try isnan(part[0]).all().item(Bool.self)) }
        try near(form.T[1], Tensor.eye(2).astype(form.T.dtype), 0)
      }
    }
    for shape in [Shape([0, 0]), [2, 0, 0], [0, 3, 3]] {
      let x = Tensor.zeros(shape)
      let (values, vectors) = Linalg.eig(x)
      #expect(values.shape == Shape(Array(shape.dimensions.dropLast())) && vectors.shape == shape)
      #expect(Linalg.schur(x).Z.shape == shape && Linalg.sqrtm(x).shape == shape)
      #expect(try grad { (x: Tensor) in Linalg.eigvals(x).real.sum() }(x).scalars(Float.self) == [])
    }
    for scale in [1e-30, 1e-18, 1e18, 1e30] as [Float] {
      let x = Self.a.astype(.float32)
      let ours = (Linalg.eigvals(Tensor(scale) * x).real / Tensor(scale)).sort()
      try near(ours, Linalg.eigvals(x).real.sort())
      let (form, basis) = Linalg.rsf2csf(Linalg.schur(Tensor(scale) * x).T, Tensor.eye(4))
      try near(
        (form.diagonal().real / Tensor(scale)).sort(), Linalg.eigvals(x).real.sort())
      #expect(try isfinite(basis.real).all().item(Bool.self))
    }
    let rows = try jit(vmap { (x: Tensor) in Linalg.eigvals(x).real.sort() })(
      Random.normal(Random.key(1), [5, 3, 3]))
    #expect(rows.shape == [5, 3])
  }

  private func message(_ x: Tensor) -> String { x.error.map { "\($0)" } ?? "" }

  @Test(.enabled(if: canRun, "no LAPACK: make setup")) func derivativesAndFunctionsThatAreNone() throws {
    #expect(message(Linalg.funm(Tensor.eye(2)) { $0.sum() }).contains("keeps the shape"))
    let slope = grad { (x: Tensor) in Linalg.schur(x).T.sum() }(Tensor.eye(2))
    #expect(message(slope).contains("the Schur form has no derivative"))
  }

  @Test func errors() throws {
    #expect(
      message(Linalg.eigvals(Tensor.ones([2, 3]))).contains("eig: the matrices have 2 rows and 3 columns"))
    #expect(message(Linalg.eig(Tensor.ones([3])).eigenvectors).contains("eig: the tensor has rank 1"))
    #expect(message(Linalg.schur(Tensor.ones([2, 3])).T).contains("square matrices"))
    #expect(message(Linalg.rsf2csf(Tensor.eye(2), Tensor.eye(3)).T).contains("the same number of rows"))
    #expect(throws: TypeRuleError.self) {
      try SchurForm().resultTypes([TensorType([16_385, 16_385], .float32)])
    }
  }

  /// `BLOX_LAPACK=off swift test --filter GeneralEigenTests` is the run that this one is for.
  @Test(.enabled(if: !LAPACKTests.isThere, "there is a LAPACK")) func withoutLAPACK() throws {
    for x in [Linalg.eigvals(Tensor.eye(2)), Linalg.schur(Tensor.eye(2)).T] {
      let error = #expect(throws: TensorError.self) { try x.scalars(Float.self) }
      #expect(error?.description.contains("blox setup") == true)
    }
  }
}
