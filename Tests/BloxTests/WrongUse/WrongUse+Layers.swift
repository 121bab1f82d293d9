import Blox

extension WrongUse {
  /// Layers and pools: their settings and their inputs.
  static let layers =
    settings + [
      WrongUse("Input must not be scalar.", ["Linear", "scalar", "[…, features]", "net/linear"]) {
        try $0.linear($0.params, 1.0).0.checked()
      },
      WrongUse("tuple index out of range (LayerNorm of a scalar)", ["LayerNorm", "scalar", "[…, features]"]) {
        try LayerNorm($0.node("n"))($0.open, 1.0).0.checked()
      },
      WrongUse("tuple index out of range (RMSNorm of a scalar)", ["RMSNorm", "scalar", "[…, features]"]) {
        try RMSNorm($0.node("n"))($0.open, 1.0).0.checked()
      },
      WrongUse("tuple index out of range (BatchNorm of a scalar)", ["BatchNorm", "scalar", "[…, features]"]) {
        try BatchNorm($0.node("n"))($0.open, 1.0).0.checked()
      },
      WrongUse(
        "dot_general requires contracting dimensions to have the same shape, got (5,) and (2,).",
        ["f32[4,5]", "f32[2,3]", "net/linear/kernel", "module:   net/linear"]
      ) { try $0.linear($0.params, .ones([4, 5])).0.checked() },
      WrongUse(
        "dot_general requires contracting dimensions to have the same shape, got (5,) and (3,). (attend)",
        ["f32[2,5]", "f32[3,4]", "net/e/embedding"]
      ) {
        try Embed($0.node("e"), numEmbeddings: 4, embeddingSize: 3, rng: $0.rng)
          .attend($0.open, .ones([2, 5])).0.checked()
      },
      WrongUse(
        "Indexer must have integer or boolean type, got indexer with type float32", ["f32[2]", "integer"]
      ) {
        try Embed($0.node("e"), numEmbeddings: 4, embeddingSize: 3, rng: $0.rng)($0.open, .ones([2])).0
          .checked()
      },
      WrongUse(
        "Expected input rank >= 3 for 2D conv (at least 2 spatial dims + 1 channel dim), got 2.",
        ["Conv", "rank 2", "rank 3 or more", "2 spatial", "net/c"]
      ) { try $0.conv($0.node("c"))($0.open, .ones([5, 5])).0.checked() },
      WrongUse(
        "input_channels (3) must be divisible by feature_group_count (2).",
        ["Conv", "3 channels", "2 groups", "divisible by featureGroupCount (2)"]
      ) {
        try Conv($0.node("c"), kernelSize: 3, outputChannels: 4, rng: $0.rng, featureGroupCount: 2)(
          $0.open, .ones([1, 5, 3])
        ).0.checked()
      },
      WrongUse(
        "Expected input rank >= 3 for 2D conv_transpose (…), got 2.",
        ["ConvTranspose", "rank 2", "rank 3 or more"]
      ) {
        try ConvTranspose($0.node("c"), kernelSize: [3, 3], outputChannels: 4, rng: $0.rng)(
          $0.open, .ones([5, 5])
        ).0.checked()
      },
      WrongUse(
        "input_channels (3) must be divisible by feature_group_count (2). (ConvTranspose)",
        ["ConvTranspose", "3 channels", "2 groups"]
      ) {
        try ConvTranspose($0.node("c"), kernelSize: 3, outputChannels: 4, rng: $0.rng, featureGroupCount: 2)(
          $0.open, .ones([1, 5, 3])
        ).0.checked()
      },
      WrongUse(
        "conv_general_dilated lhs feature dimension size … must equal the rhs input feature dimension size, but 3 // 1 != 2",
        ["3", "2", "net/c/kernel", "module:   net/c"]
      ) {
        let conv = try $0.conv($0.node("c"))
        let (_, params) = conv($0.open, .ones([1, 5, 5, 2]))
        try conv(params, .ones([1, 5, 5, 3])).0.checked()
      },
      // "lax.conv_general_dilated requires arguments to have the same dtypes, got bfloat16, float32": they are promoted
      // here, as those of Linear are.
    ] + pools

  private static let pools = [
    WrongUse(
      "Expected input rank >= 3 for 2D pooling (…), got 1. (max_pool)",
      ["maxPool", "rank 1", "rank 3 or more"]
    ) { _ in try maxPool(.ones([5]), windowShape: [2, 2]).checked() },
    WrongUse(
      "Expected input rank >= 3 for 2D pooling (…), got 1. (min_pool)",
      ["minPool", "rank 1", "rank 3 or more"]
    ) { _ in try minPool(.ones([5]), windowShape: [2, 2]).checked() },
    WrongUse(
      "Expected input rank >= 3 for 2D pooling (…), got 1. (avg_pool)",
      ["avgPool", "rank 1", "rank 3 or more"]
    ) { _ in try avgPool(.ones([5]), windowShape: [2, 2]).checked() },
    WrongUse(
      "reduce_window got inconsistent window_strides and window_dimensions",
      ["maxPool", "strides", "[1, 2, 3]", "2 spatial axes"]
    ) { _ in try maxPool(.ones([1, 4, 4, 1]), windowShape: [2, 2], strides: [1, 2, 3]).checked() },
    WrongUse("(a window of 0)", ["maxPool", "windowShape", "[0, 2]", "positive"]) { _ in
      try maxPool(.ones([1, 4, 4, 1]), windowShape: [0, 2]).checked()
    },
    WrongUse(
      "reduce_window padding … (places for one axis)", ["avgPool", "padding", "1 axis", "2 spatial axes"]
    ) { _ in
      try avgPool(.ones([1, 4, 4, 1]), windowShape: [2, 2], padding: .explicit([(1, 1)])).checked()
    },
  ]

  private static let settings = [
    WrongUse("Dropout rate must be in [0.0, 1.0), got 1.0.", ["Dropout", "1.0", "0.0 to 1.0"]) {
      _ = try Dropout($0.node("d"), rate: 1, rng: $0.rng)
    },
    WrongUse("Dropout rate must be in [0.0, 1.0), got -0.5.", ["Dropout", "-0.5", "0.0 to 1.0"]) {
      _ = try Dropout($0.node("d"), rate: -0.5, rng: $0.rng)
    },
    WrongUse("Only non-negative indices are allowed … got shape (2, -1).", ["Linear", "outputSize is -1"]) {
      _ = try Linear($0.node("l"), outputSize: -1, rng: $0.rng)
    },
    // "float division by zero": a layer without outputs works here.
    WrongUse(
      "operands could not be broadcast together with shapes (2,) (3,)",
      ["Conv", "strides is [1, 2, 3]", "2 spatial axes"]
    ) {
      _ = try Conv($0.node("c"), kernelSize: [3, 3], outputChannels: 4, rng: $0.rng, strides: [1, 2, 3])
    },
    WrongUse(
      "Wrong number of explicit pads for convolution: expected 2, got 1.",
      ["Conv", "places for 1 axis", "2 spatial axes"]
    ) {
      _ = try Conv(
        $0.node("c"), kernelSize: [3, 3], outputChannels: 4, rng: $0.rng, padding: .explicit([(1, 1)]))
    },
    // "Unrecognized padding type: … got FULL." A padding is a case of `Padding`.
    WrongUse("(a kernel without axes)", ["ConvTranspose", "kernelSize is []", "at least one spatial axis"]) {
      _ = try ConvTranspose($0.node("c"), kernelSize: [], outputChannels: 4, rng: $0.rng)
    },
  ]
}
