public import CPJRT

extension Plugin {
  /// Whether compiled programs can call functions of this process.
  public var hasForeignFunctions: Bool { registerFunction != nil }

  /// Makes `handler` callable from programs for `platform`, by a `stablehlo.custom_call` of that name with
  /// `api_version = 4`.
  ///
  /// It stays registered until the process ends. Throws if the plugin has no foreign functions, or has another one of
  /// that name.
  public func registerHandler(
    _ name: String, platform: String = "Host", handler: ForeignHandler
  ) throws(PJRTError) {
    let context = "registering the foreign function \(name)"
    guard let register = registerFunction else {
      throw PJRTError(.unimplemented, "the plugin \(path) has no foreign functions", context: context)
    }
    let failure = name.withCString { target in
      platform.withCString { platformName in
        var arguments = PJRT_FFI_Register_Handler_Args.sized()
        arguments.target_name = target
        arguments.target_name_size = name.utf8.count
        arguments.platform_name = platformName
        arguments.platform_name_size = platform.utf8.count
        arguments.handler = handler
        return register(&arguments)
      }
    }
    try table.check(failure, context)
  }

  private var registerFunction:
    (
      @convention(c) (UnsafeMutablePointer<PJRT_FFI_Register_Handler_Args>) -> UnsafeMutablePointer<
        PJRT_Error
      >?
    )?
  {
    findExtension(Int(PJRT_Extension_Type_FFI), as: PJRT_FFI_Extension.self)?.pointee.register_handler
  }
}
