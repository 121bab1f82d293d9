package import PJRT

extension CompileOptions {
  /// The options with what JAX's results rest on, where the plugin's own default is another.
  ///
  /// The CPU plugin compiles maximum and minimum to instructions that drop a NaN in one operand; in JAX the result is NaN.
  /// A program for one device is for the first of this process: plugins that join processes may take another's.
  package func matchingJAX(on client: Client) -> CompileOptions {
    var options = self
    if client.plugin.isForCPU { options.envOptionOverrides["xla_cpu_enable_fast_min_max"] = .bool(false) }
    if options.deviceAssignment.isEmpty, let device = client.addressableDevices.first {
      options.deviceAssignment = [device.id]
    }
    return options
  }
}
