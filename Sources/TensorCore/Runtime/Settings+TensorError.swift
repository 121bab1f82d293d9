package import PJRT

extension Settings {
  /// What `read` gives; the error of a variable becomes that of `operation`, which needs it.
  package func value<T>(
    for operation: String, _ read: (Settings) throws(SettingError) -> T
  ) throws(TensorError) -> T {
    do throws(SettingError) {
      return try read(self)
    } catch {
      throw TensorError(error, operation: operation)
    }
  }
}
