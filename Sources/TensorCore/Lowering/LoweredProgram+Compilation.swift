package import PJRT

extension LoweredProgram {
  /// Compiles the module for the devices that it was lowered for.
  package func compile(on backend: Backend) throws -> Executable {
    try CompilationCache.shared.compile(text, options: options, on: backend.client)
  }
}
