import PJRT

extension CompileOptions {
  /// The options with what JAX's results rest on, where the plugin's own default is another.
  ///
  /// The CPU plugin compiles maximum and minimum to instructions that drop a NaN in one operand; in JAX the result is NaN.
  func matchingJAX(on client: Client) -> CompileOptions {
    guard client.plugin.isForCPU else { return self }
    var options = self
    options.envOptionOverrides["xla_cpu_enable_fast_min_max"] = .bool(false)
    return options
  }
}
