/// The cases that record a defect of blox for Python, where this library does the right thing instead.
///
/// They are the only ones that are skipped; the tests of layers and sequences say what is right.
enum RecordedDefects {
  /// Why a case is skipped, by its id.
  static let reasons: [String: String] = [
    "layers/conv_2d_input_dilation": "Conv fails there with an input dilation and SAME padding",
    "layers/conv_transpose_2d_groups": "ConvTranspose fails there with feature groups",
    "layers/lstm_apply_reset_bt": "isReset [batch, time] fails there",
    "layers/gru_apply_reset_bt": "isReset [batch, time] fails there",
    "layers/lstm_apply_reset_bt_square": "isReset [batch, time] resets features there, not lanes",
    "layers/gru_apply_reset_bt_square": "isReset [batch, time] resets features there, not lanes",
  ]
}
