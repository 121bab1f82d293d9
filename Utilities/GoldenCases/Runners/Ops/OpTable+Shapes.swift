import Blox

extension OpTable {
  static let shapes: [String: Entry] = [
    "jnp.reshape": keyed { x, args in
      if case .integer(let count) = args.json["shape"] { return x.reshape([count]) }
      return x.reshape(try args.shape("shape"))
    },
    "jnp.ravel": unary { $0.ravel() },
    "jnp.transpose": keyed { $0.transpose(try $1.optionalInts("axes")) },
    "jnp.moveaxis": keyed { x, args in
      if case .array = args.json["source"] {
        return moveaxis(x, try args.ints("source"), try args.ints("destination"))
      }
      return moveaxis(x, try args.int("source"), try args.int("destination"))
    },
    "jnp.swapaxes": keyed { $0.swapaxes(try $1.int("axis1"), try $1.int("axis2")) },
    "jnp.expand_dims": keyed { expandDims($0, axis: try $1.axes() ?? 0) },
    "jnp.squeeze": keyed { $0.squeeze(axis: try $1.axes()) },
    "jnp.broadcast_to": keyed { broadcastTo($0, try $1.shape("shape")) },
    "lax.broadcast_in_dim": keyed {
      broadcastInDim($0, try $1.shape("shape"), try $1.ints("broadcast_dimensions"))
    },
    "jnp.flip": keyed { flip($0, axis: try $1.axes()) },
    "lax.rev": keyed { flip($0, axis: try $1.ints("dimensions")) },
    "jnp.roll": keyed { x, args in
      if case .array = args.json["shift"] {
        return roll(x, try args.ints("shift"), axis: try args.ints("axis"))
      }
      if case .array = args.json["axis"] {
        let axes = try args.ints("axis")
        return roll(x, [Int](repeating: try args.int("shift"), count: axes.count), axis: axes)
      }
      return roll(x, try args.int("shift"), axis: try args.optionalInt("axis"))
    },
    "jnp.rot90": keyed { x, args in
      let axes = try args.optionalInts("axes") ?? [0, 1]
      guard axes.count == 2 else { throw GoldenError("the axes \(axes)") }
      return rot90(x, k: try args.int("k", default: 1), axes: (axes[0], axes[1]))
    },
    "jnp.repeat": keyed { $0.repeat(try $1.int("repeats"), axis: try $1.optionalInt("axis")) },
    "jnp.tile": keyed { x, args in
      if case .integer(let count) = args.json["reps"] { return tile(x, [count]) }
      return tile(x, try args.ints("reps"))
    },
    "jnp.split": { x, args in
      let axis = try args.int("axis", default: 0)
      if case .integer(let count) = args.json["indices_or_sections"] {
        return try split(x(0), count, axis: axis)
      }
      return try split(x(0), try args.ints("indices_or_sections"), axis: axis)
    },
    "jnp.array_split": { x, args in
      if case .array = args.json["indices_or_sections"] {
        return try split(
          x(0),
          try args.ints("indices_or_sections"), axis: try args.int("axis", default: 0))
      }
      return try arraySplit(
        x(0),
        try args.int("indices_or_sections"), axis: try args.int("axis", default: 0))
    },
    "jnp.concatenate": { x, args in [concatenate(x.tensors, axis: try args.int("axis", default: 0))] },
    "jnp.stack": { x, args in [stack(x.tensors, axis: try args.int("axis", default: 0))] },
    "jnp.hstack": { x, _ in [hstack(x.tensors)] },
    "jnp.vstack": { x, _ in [vstack(x.tensors)] },
    "jnp.tril": keyed { tril($0, k: try $1.int("k", default: 0)) },
    "jnp.triu": keyed { triu($0, k: try $1.int("k", default: 0)) },
    "jnp.diag": keyed { diag($0, k: try $1.int("k", default: 0)) },
    "jnp.diagonal": keyed {
      $0.diagonal(
        offset: try $1.int("offset", default: 0), axis1: try $1.int("axis1", default: 0),
        axis2: try $1.int("axis2", default: 1))
    },
    "jnp.trace": keyed {
      $0.trace(
        offset: try $1.int("offset", default: 0), axis1: try $1.int("axis1", default: 0),
        axis2: try $1.int("axis2", default: 1))
    },
    "jnp.pad": keyed { x, args in
      let mode: Tensor.PaddingMode
      switch try args.string("mode", default: "constant") {
      case "constant": mode = .constant(try args.double("constant_values", default: 0))
      case "edge": mode = .edge
      case "reflect": mode = .reflect
      case "symmetric": mode = .symmetric
      case "wrap": mode = .wrap
      case "linear_ramp": mode = .linearRamp(to: try args.double("end_values", default: 0))
      case "maximum": mode = .maximum
      case "minimum": mode = .minimum
      case "mean": mode = .mean
      case "median": mode = .median
      case let other: throw GoldenError("the padding mode \(other) is not known")
      }
      return pad(x, try args.paddingWidths(), mode: mode)
    },
    "lax.pad": { x, args in
      let config = try args.json.array("padding_config").map { try $0.ints() }
      guard config.allSatisfy({ $0.count == 3 }) else { throw GoldenError("the padding \(config)") }
      return [
        try pad(x(0), x(1), config.map { ($0[0], $0[1], $0[2]) })
      ]
    },
  ]

  static let creation: [String: Entry] = [
    "jnp.arange": { _, args in
      if case .integer(let start) = args.json["start"], (try? args.int("step", default: 1)) != nil {
        return [
          Tensor.arange(
            start, try args.int("stop"), try args.int("step", default: 1),
            dtype: try args.optionalDType("dtype") ?? .int32)
        ]
      }
      return [
        Tensor.arange(
          try args.double("start"), try args.double("stop"), try args.double("step", default: 1))
      ]
    },
    "jnp.linspace": { _, args in
      [
        Tensor.linspace(
          try args.double("start"), try args.double("stop"), try args.int("num", default: 50),
          endpoint: try args.bool("endpoint", default: true),
          dtype: try args.optionalDType("dtype") ?? .float32)
      ]
    },
    "jnp.logspace": { _, args in
      [
        Tensor.logspace(
          try args.double("start"), try args.double("stop"), try args.int("num", default: 50),
          endpoint: try args.bool("endpoint", default: true), base: try args.double("base", default: 10))
      ]
    },
    "jnp.full": { _, args in
      [
        Tensor.full(
          try args.shape("shape"), try args.literal("fill_value"), dtype: try args.optionalDType("dtype"))
      ]
    },
    "jnp.eye": { _, args in
      [
        Tensor.eye(
          try args.int("N"), try args.optionalInt("M"), k: try args.int("k", default: 0),
          dtype: try args.optionalDType("dtype") ?? .float32)
      ]
    },
    "jnp.tri": { _, args in
      [
        Tensor.tri(
          try args.int("N"), try args.optionalInt("M"), k: try args.int("k", default: 0),
          dtype: try args.optionalDType("dtype") ?? .float32)
      ]
    },
    "jnp.tril_indices": { _, args in
      let places = Tensor.trilIndices(
        try args.int("n"), k: try args.int("k", default: 0), m: try args.optionalInt("m"))
      return [places.0, places.1]
    },
    "jnp.triu_indices": { _, args in
      let places = Tensor.triuIndices(
        try args.int("n"), k: try args.int("k", default: 0), m: try args.optionalInt("m"))
      return [places.0, places.1]
    },
    "jnp.meshgrid": { x, args in
      meshgrid(x.tensors, indexing: (try args.string("indexing", default: "xy") == "ij") ? .ij : .xy)
    },
    "lax.iota": { _, args in [Tensor.arange(try args.int("size"), dtype: try args.dtype("dtype"))] },
    "lax.broadcasted_iota": { _, args in
      [
        Tensor.broadcastedIota(
          dtype: try args.dtype("dtype"), try args.shape("shape"), try args.int("dimension"))
      ]
    },
  ]
}
