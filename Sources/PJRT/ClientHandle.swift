import CPJRT

/// The plugin's client object, owned in common by a client and its devices, and so by all buffers and executables.
final class ClientHandle: Sendable {
  let plugin: Plugin
  let table: FunctionTable
  // Destroyed in `deinit` alone; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_Client>
  let collectives = CollectiveLaunches()
  let work: WorkInFlight
  /// What the plugin calls, as long as the client lives.
  private let callbacks: KeyValueCallbacks?

  init(
    plugin: Plugin, options: [String: ClientOption], sharing store: (any KeyValueStore)? = nil
  ) throws(PJRTError) {
    self.plugin = plugin
    table = plugin.table
    work = WorkInFlight(plugin.table, with: store)
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    let storage = NamedValueStorage(options)
    var arguments = PJRT_Client_Create_Args.sized()
    arguments.create_options = UnsafePointer(storage.values.baseAddress)
    arguments.num_options = storage.values.count
    callbacks = store.map(KeyValueCallbacks.init)
    callbacks?.register(in: &arguments)
    try table.check(table.functions.pointee.Client_Create(&arguments), "creating a client")
    pointer = try arguments.client.orMissing("a client")
    LiveObjects.clients.increment()
    ProcessEnd.register(work)
  }

  var platformName: String {
    get throws(PJRTError) {
      var arguments = PJRT_Client_PlatformName_Args.sized()
      arguments.client = pointer
      try table.check(
        table.functions.pointee.Client_PlatformName(&arguments), "asking for the platform's name")
      return String(bytes: arguments.platform_name, count: arguments.platform_name_size)
    }
  }

  var platformVersion: String {
    get throws(PJRTError) {
      var arguments = PJRT_Client_PlatformVersion_Args.sized()
      arguments.client = pointer
      try table.check(
        table.functions.pointee.Client_PlatformVersion(&arguments), "asking for the platform's version")
      return String(bytes: arguments.platform_version, count: arguments.platform_version_size)
    }
  }

  /// The devices of all processes.
  var devices: [UnsafeMutablePointer<PJRT_Device>] {
    get throws(PJRTError) {
      var list = PJRT_Client_Devices_Args.sized()
      list.client = pointer
      try table.check(table.functions.pointee.Client_Devices(&list), "asking for the devices")
      var devices: [UnsafeMutablePointer<PJRT_Device>] = []
      for index in 0..<list.num_devices {
        devices.append(try (list.devices?[index]).orMissing("a device"))
      }
      return devices
    }
  }

  /// The devices of this process.
  var addressableDevices: Set<UnsafeMutablePointer<PJRT_Device>> {
    get throws(PJRTError) {
      var list = PJRT_Client_AddressableDevices_Args.sized()
      list.client = pointer
      try table.check(table.functions.pointee.Client_AddressableDevices(&list), "asking for the devices")
      var devices: Set<UnsafeMutablePointer<PJRT_Device>> = []
      for index in 0..<list.num_addressable_devices {
        devices.insert(try (list.addressable_devices?[index]).orMissing("a device"))
      }
      return devices
    }
  }

  deinit {
    guard ProcessEnd.enterIfRunning() else { return }
    defer { ProcessEnd.leave() }
    // Where other processes are gone, what waits for them is the plugin's to end.
    _ = work.finish()
    ProcessEnd.withdraw(work)
    var arguments = PJRT_Client_Destroy_Args.sized()
    arguments.client = pointer
    table.discard(table.functions.pointee.Client_Destroy(&arguments))
    LiveObjects.clients.decrement()
  }
}

extension Optional {
  /// The value, or an error that says that the plugin returned nothing although it reported no failure.
  func orMissing(_ thing: String) throws(PJRTError) -> Wrapped where Wrapped: BitwiseCopyable {
    guard let value = self else {
      throw PJRTError(.internal, "the plugin returned no error and not \(thing)")
    }
    return value
  }
}
