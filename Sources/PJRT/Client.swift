import CPJRT

/// A plugin at work: its devices, and what is made on them.
public final class Client: Sendable {
  /// The name of the platform, such as `cpu`.
  public let platformName: String
  /// The plugin's own description of its version.
  public let platformVersion: String
  /// All devices, those of other processes included, in the plugin's order.
  public let devices: [Device]
  /// The devices that this process can use, in the plugin's order.
  public let addressableDevices: [Device]

  let handle: ClientHandle
  var table: FunctionTable { handle.table }

  /// The plugin that the client runs on.
  public var plugin: Plugin { handle.plugin }

  /// Creates a client.
  ///
  /// A CPU plugin is told `cpu_device_count` 1 unless `options` has another number: left to itself it makes 4
  /// devices, whatever the machine. Up to 256 MB of the memory that it gives back are
  /// kept for its next computation; `BLOX_KEPT_MEMORY` in the environment is another number of megabytes, 0 for none.
  /// `store` is what the clients of several processes find each other by. Throws what
  /// the plugin says of options that it does not know or take.
  public init(
    plugin: Plugin, options: [String: ClientOption] = [:], sharing store: (any KeyValueStore)? = nil
  ) throws(PJRTError) {
    if plugin.isForCPU { try KeptMemory.prepare(plugin) }
    var options = options
    if plugin.isForCPU, options["cpu_device_count"] == nil { options["cpu_device_count"] = .int(1) }
    var handle = try ClientHandle(plugin: plugin, options: options, sharing: store)
    if try handle.platformName == "cpu", options["cpu_device_count"] == nil {
      // The file's name did not tell that this is a CPU plugin.
      options["cpu_device_count"] = .int(1)
      handle = try ClientHandle(plugin: plugin, options: options, sharing: store)
    }
    self.handle = handle
    platformName = try handle.platformName
    platformVersion = try handle.platformVersion
    let addressable = try handle.addressableDevices
    var devices: [Device] = []
    for pointer in try handle.devices {
      devices.append(try Device(pointer, client: handle, isAddressable: addressable.contains(pointer)))
    }
    self.devices = devices
    addressableDevices = devices.filter(\.isAddressable)
    guard addressableDevices.count == addressable.count else {
      throw PJRTError(.internal, "the plugin has a device that is not among all its devices")
    }
  }

  /// Compiles a program written in StableHLO's text.
  ///
  /// The program's entry function is `main`. Throws XLA's message, with line and column for an error in the text.
  public func compile(
    _ stableHLO: String, options: CompileOptions = CompileOptions()
  ) throws(PJRTError) -> Executable {
    var text = stableHLO
    let outcome = text.withUTF8 { bytes in
      Result { () throws(PJRTError) in try compile(bytes, options: options) }
    }
    return try outcome.get()
  }

  /// Compiles a program in StableHLO's text or bytecode.
  ///
  /// Throws XLA's message, with line and column for an error in a text.
  public func compile(
    _ stableHLO: UnsafeBufferPointer<UInt8>, options: CompileOptions = CompileOptions()
  ) throws(PJRTError) -> Executable {
    try options.validate(deviceCount: devices.count)
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    let encoded = options.encoded()
    var arguments = PJRT_Client_Compile_Args.sized()
    arguments.client = handle.pointer
    let failure = encoded.withUnsafeBytes { options in
      "mlir".withCString { format in
        var program = PJRT_Program.sized()
        // The interface's field is not const, but the text is only read.
        program.code = UnsafeMutableRawPointer(mutating: stableHLO.baseAddress)?
          .assumingMemoryBound(to: CChar.self)
        program.code_size = stableHLO.count
        program.format = format
        program.format_size = 4
        arguments.compile_options = options.baseAddress?.assumingMemoryBound(to: CChar.self)
        arguments.compile_options_size = options.count
        return withUnsafePointer(to: &program) { pointer in
          arguments.program = pointer
          return table.functions.pointee.Client_Compile(&arguments)
        }
      }
    }
    try table.check(failure, "compiling")
    return try Executable(adopting: try arguments.executable.orMissing("an executable"), client: self)
  }

  /// Loads an executable from what `Executable.serialized()` returned.
  ///
  /// Throws if the bytes are damaged, or come from another plugin or another kind of processor.
  public func deserialize(_ bytes: [UInt8]) throws(PJRTError) -> Executable {
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    var arguments = PJRT_Executable_DeserializeAndLoad_Args.sized()
    arguments.client = handle.pointer
    let failure = bytes.withUnsafeBytes { bytes in
      arguments.serialized_executable = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      arguments.serialized_executable_size = bytes.count
      return table.functions.pointee.Executable_DeserializeAndLoad(&arguments)
    }
    try table.check(failure, "loading a serialized executable")
    return try Executable(adopting: try arguments.loaded_executable.orMissing("an executable"), client: self)
  }

  /// The device of this client behind a plugin's device object.
  func device(_ pointer: UnsafeMutablePointer<PJRT_Device>?) throws(PJRTError) -> Device {
    for device in devices where device.pointer == pointer { return device }
    throw PJRTError(.internal, "the plugin named a device that is not among the client's")
  }
}
