import Blox

/// A defect of blox for Python, or of JAX, that cases record, where this library does the right thing instead.
///
/// Cases of these kinds, or some of their tensors, are the only ones that are skipped; the tests of layers and sequences say what is right.
struct RecordedDefect: Sendable {
  /// Why such a case is skipped.
  let reason: String
  /// The cases of `Tests/Golden`, by name; other folders may have other sizes and names.
  let cases: [String]
  /// The tensors that record it, whose checks alone are left out; the whole case if nil.
  var tensors: Set<String>?
  /// Whether a case records it.
  let isRecorded: @Sendable (GoldenCase) -> Bool

  /// The defects, all of them.
  static let all = [
    RecordedDefect(
      reason: "Conv fails there with an input dilation and a padding by name",
      cases: ["layers/conv_2d_input_dilation"]
    ) { golden in
      guard let dilation = try? golden["config"].optional("input_dilation")?.spatialExtents() else {
        return false
      }
      let isDilated = dilation.extents(dilation.spatialRank).contains { $0 > 1 }
      if case .array = golden["config"]["padding"] { return false }
      return golden["layer"] == "Conv" && golden.expectedError != nil && isDilated
    },
    RecordedDefect(
      reason: "ConvTranspose fails there with feature groups", cases: ["layers/conv_transpose_2d_groups"]
    ) { golden in
      guard let groups = try? golden.manifest.int("config", "feature_group_count"), groups > 1,
        let channels = try? golden.tensor("in/x").shape.last
      else { return false }
      return golden["layer"] == "ConvTranspose" && golden.expectedError != nil && channels % groups == 0
    },
    RecordedDefect(
      reason: "isReset [batch, time] fails there, or resets features instead of lanes",
      cases: [
        "layers/lstm_apply_reset_bt", "layers/gru_apply_reset_bt", "layers/lstm_apply_reset_bt_square",
        "layers/gru_apply_reset_bt_square",
      ]
    ) { golden in
      guard golden["layer"] == "LSTM" || golden["layer"] == "GRU",
        let isReset = try? golden.tensor("in/reset").shape
      else { return false }
      let hasTime = golden["init_call"]["method"] == "apply"
      return isReset.count == (hasTime ? 2 : 1) && isReset[0] != 1
    },
    RecordedDefect(
      reason: "norms over a named axis average the variances of lanes there, each about its own mean",
      cases: ["layers/batchnorm_axis_name", "layers/layernorm_axis_name"]
    ) { golden in
      let name = try? golden.manifest.string("config", "axis_name")
      return name != nil && (golden["layer"] == "BatchNorm" || golden["layer"] == "LayerNorm")
    },
    RecordedDefect(
      reason: "JAX's derivatives of sinc near 0 have few digits (right ones: SpecialTableTests)",
      cases: ["ops/sinc"], tensors: ["hvp/grad", "hvp/out"]
    ) { golden in golden["op"] == "jnp.sinc" && (try? golden.manifest.string("hvp", "grad")) != nil },
    RecordedDefect(
      reason:
        "the second derivative is that of sin(arcsin x) = x, which is 0: recorded are JAX's rounding errors",
      cases: ["ops/arcsin"], tensors: ["hvp/out"]
    ) { golden in golden["op"] == "jnp.arcsin" && (try? golden.manifest.string("hvp", "grad")) != nil },
    RecordedDefect(
      reason: "JAX's gelu of minus infinity is not a number, but 0 (SpecialTableTests)",
      cases: ["ops/special_gelu"]
    ) { golden in golden["op"] == "jax.nn.gelu" && golden.id.contains("special") },
  ]

  /// The defect that a case records, if it does.
  static func recorded(in golden: GoldenCase) -> RecordedDefect? { all.first { $0.isRecorded(golden) } }
}
