import Blox

extension OpTable {
  static let contractions: [String: Entry] = [
    "jnp.matmul": binary { matmul($0, $1) },
    "jnp.dot": binary { $0.dot($1) },
    "jnp.vdot": binary { vdot($0, $1) },
    "jnp.inner": binary { inner($0, $1) },
    "jnp.outer": binary { outer($0, $1) },
    "jnp.kron": binary { kron($0, $1) },
    "jnp.cross": { x, args in [try cross(x(0), try x(1), axis: try args.int("axis", default: -1))] },
    "jnp.einsum": { x, args in [einsum(try args.json.string("subscripts"), x.tensors)] },
    "jnp.tensordot": { x, args in
      if case .integer(let count) = args.json["axes"] {
        return [try tensordot(x(0), try x(1), axes: count)]
      }
      let axes = try args.json.array("axes").map { try $0.ints() }
      guard axes.count == 2 else { throw GoldenError("the axes \(axes)") }
      return [try tensordot(x(0), try x(1), axes: (axes[0], axes[1]))]
    },
    "lax.dot_general": { x, args in
      let numbers = try args.json.array("dimension_numbers").map { try $0.array().map { try $0.ints() } }
      guard numbers.count == 2, numbers.allSatisfy({ $0.count == 2 }) else {
        throw GoldenError("the dimension numbers \(numbers)")
      }
      return [
        dotGeneral(
          try x(0), try x(1),
          dimensionNumbers: ((numbers[0][0], numbers[0][1]), (numbers[1][0], numbers[1][1])),
          preferredElementType: try args.optionalDType("preferred_element_type"))
      ]
    },
    "jnp.convolve": { x, args in
      [try convolve(x(0), try x(1), mode: try mode(args, default: "full"))]
    },
    "jnp.correlate": { x, args in
      [try correlate(x(0), try x(1), mode: try mode(args, default: "valid"))]
    },
  ]

  private static func mode(_ args: OpArguments, default standard: String) throws -> Tensor.ConvolutionMode {
    let modes: [String: Tensor.ConvolutionMode] = ["full": .full, "same": .same, "valid": .valid]
    let name = try args.string("mode", default: standard)
    guard let mode = modes[name] else { throw GoldenError("the mode \(name) is not known") }
    return mode
  }

  static let windows: [String: Entry] = [
    "lax.conv_general_dilated": { x, args in
      [
        convGeneralDilated(
          try x(0), try x(1), windowStrides: try args.ints("window_strides"), padding: try args.padding(),
          lhsDilation: try args.optionalInts("lhs_dilation"),
          rhsDilation: try args.optionalInts("rhs_dilation"),
          dimensionNumbers: try args.convolutionNumbers(),
          featureGroupCount: try args.int("feature_group_count", default: 1),
          batchGroupCount: try args.int("batch_group_count", default: 1))
      ]
    },
    "lax.conv_transpose": { x, args in
      [
        convTranspose(
          try x(0), try x(1), strides: try args.ints("strides"), padding: try args.padding(),
          rhsDilation: try args.optionalInts("rhs_dilation"),
          dimensionNumbers: try args.convolutionNumbers(),
          transposeKernel: try args.bool("transpose_kernel", default: false))
      ]
    },
    "lax.reduce_window": keyed { x, args in
      // The cases begin with the operation's identity, which is what the library begins with.
      let identities: [String: (WindowOperation, Double)] = [
        "add": (.add, 0), "max": (.max, -.infinity), "min": (.min, .infinity), "mul": (.multiply, 1),
      ]
      let name = try args.json.string("computation")
      guard let (operation, identity) = identities[name], try args.double("init") == identity else {
        throw GoldenError("the computation \(name) from \(args.json["init"]) is not known")
      }
      return reduceWindow(
        x, operation, windowDimensions: try args.ints("window_dimensions"),
        windowStrides: try args.optionalInts("window_strides"), padding: try args.padding(),
        baseDilation: try args.optionalInts("base_dilation"),
        windowDilation: try args.optionalInts("window_dilation"))
    },
  ]

  static let linearAlgebra: [String: Entry] = [
    "jnp.linalg.cholesky": keyed { Linalg.cholesky($0, upper: try $1.bool("upper", default: false)) },
    "jnp.linalg.det": unary(Linalg.det),
    "jnp.linalg.slogdet": { x, _ in
      let result = Linalg.slogdet(try x(0))
      return [result.sign, result.logabsdet]
    },
    "jnp.linalg.inv": unary(Linalg.inv),
    "jnp.linalg.solve": binary(Linalg.solve),
    "jnp.linalg.eigvalsh": unary(Linalg.eigvalsh),
    "jnp.linalg.pinv": unary { Linalg.pinv($0) },
    "jnp.linalg.lstsq[0]": binary { Linalg.lstsq($0, $1).x },
    "jnp.linalg.svd(compute_uv=False)": unary(Linalg.svdvals),
    "jnp.linalg.matrix_power": keyed { Linalg.matrixPower($0, try $1.int("n")) },
    "jnp.linalg.norm": keyed { x, args in
      Linalg.norm(
        x, try order(args), axis: try args.axes(), keepdims: try args.bool("keepdims", default: false))
    },
    "lax.linalg.triangular_solve": { x, args in
      [
        Linalg.triangularSolve(
          try x(0), try x(1), leftSide: try args.bool("left_side", default: false),
          lower: try args.bool("lower", default: false),
          transposeA: try args.bool("transpose_a", default: false),
          unitDiagonal: try args.bool("unit_diagonal", default: false))
      ]
    },
    "q, r = jnp.linalg.qr(x); q @ r, abs(r)": { x, _ in
      let (q, r) = Linalg.qr(try x(0))
      return [matmul(q, r), abs(r)]
    },
    "w, v = jnp.linalg.eigh(x); w, (v * w) @ v.T": { x, _ in
      let (values, vectors) = Linalg.eigh(try x(0))
      return [values, matmul(vectors * values, vectors.T)]
    },
  ]

  private static func order(_ args: OpArguments) throws -> Linalg.NormOrder? {
    guard let value = args.json.optional("ord") else { return nil }
    switch value {
    case "fro": return .frobenius
    case "nuc": return .nuclear
    case "inf": return .infinity
    case "-inf": return .negativeInfinity
    default:
      let p = try value.double()
      return p.isInfinite ? (p > 0 ? .infinity : .negativeInfinity) : .p(p)
    }
  }
}
