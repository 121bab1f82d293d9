import CPJRT

/// One device of a client.
public final class Device: Sendable {
  /// The device's number, unique among all processes of a computation.
  public let id: Int
  /// What the device is, such as `cpu`.
  public let kind: String
  /// The plugin's description of the device.
  public let description: String
  /// The number of the process that the device belongs to.
  public let processIndex: Int
  /// Whether the device is one of this process, so that memory on it can be made and read.
  public let isAddressable: Bool
  /// The device's number on this machine, or -1 if it has none or is not of this process.
  public let localHardwareID: Int

  let client: ClientHandle
  // Belongs to the client, which lives as long as this; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_Device>

  init(
    _ pointer: UnsafeMutablePointer<PJRT_Device>, client: ClientHandle, isAddressable: Bool
  ) throws(PJRTError) {
    self.client = client
    self.isAddressable = isAddressable
    self.pointer = pointer
    let table = client.table
    let functions = table.functions
    var lookup = PJRT_Device_GetDescription_Args.sized()
    lookup.device = pointer
    try table.check(functions.pointee.Device_GetDescription(&lookup), "describing a device")
    var id = PJRT_DeviceDescription_Id_Args.sized()
    id.device_description = lookup.device_description
    try table.check(functions.pointee.DeviceDescription_Id(&id), "describing a device")
    self.id = Int(id.id)
    var kind = PJRT_DeviceDescription_Kind_Args.sized()
    kind.device_description = lookup.device_description
    try table.check(functions.pointee.DeviceDescription_Kind(&kind), "describing a device")
    self.kind = String(bytes: kind.device_kind, count: kind.device_kind_size)
    var text = PJRT_DeviceDescription_DebugString_Args.sized()
    text.device_description = lookup.device_description
    try table.check(functions.pointee.DeviceDescription_DebugString(&text), "describing a device")
    description = String(bytes: text.debug_string, count: text.debug_string_size)
    var process = PJRT_DeviceDescription_ProcessIndex_Args.sized()
    process.device_description = lookup.device_description
    try table.check(functions.pointee.DeviceDescription_ProcessIndex(&process), "describing a device")
    processIndex = Int(process.process_index)
    guard isAddressable else {
      localHardwareID = -1
      return
    }
    var hardware = PJRT_Device_LocalHardwareId_Args.sized()
    hardware.device = pointer
    try table.check(functions.pointee.Device_LocalHardwareId(&hardware), "describing a device")
    localHardwareID = Int(hardware.local_hardware_id)
  }

  /// The state of the device's memory.
  ///
  /// Throws `unimplemented` where the plugin does not keep count, as CPU plugins do not.
  public func memoryStatistics() throws(PJRTError) -> DeviceMemoryStatistics {
    var arguments = PJRT_Device_MemoryStats_Args.sized()
    arguments.device = pointer
    try client.table.check(
      client.table.functions.pointee.Device_MemoryStats(&arguments), "asking for memory statistics")
    return DeviceMemoryStatistics(arguments)
  }
}

extension Device: Hashable, CustomStringConvertible {
  /// Whether both are the same device of the same client.
  public static func == (left: Device, right: Device) -> Bool { left === right }

  /// Feeds the device's identity to `hasher`.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
