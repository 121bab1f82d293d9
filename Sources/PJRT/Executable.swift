import CPJRT
import Synchronization

/// A compiled program, loaded on the devices that it runs on.
public final class Executable: Sendable {
  /// The client that the program runs on.
  public let client: Client
  /// The name of the program's module.
  public let name: String
  /// How many copies of the whole program run.
  public let replicaCount: Int
  /// Over how many devices each copy is partitioned.
  public let partitionCount: Int
  /// The devices of this process that the program runs on, in the order of the argument lists.
  public let devices: [Device]
  /// The number of results on each device.
  public let outputCount: Int
  /// The types of the results on each device; nil if the plugin cannot say, as for bounded dynamic shapes.
  public let outputTypes: [BufferType]?

  /// The number of arguments, where the plugin says it without being asked for the whole program.
  private let declaredParameterCount: Int?
  let loaded: LoadedExecutableHandle
  let program: ExecutableHandle
  /// The types of the arguments on each device, read from the optimized program when first needed; the inner nil
  /// says that they could not be read.
  let parameterTypes = Mutex<[BufferType]??>(.none)

  /// By which calls of small programs go without being looked after.
  let habit = ExecutableHabit()

  var table: FunctionTable { client.table }

  /// The number of arguments on each device; nil if the plugin cannot say.
  public var parameterCount: Int? { declaredParameterCount ?? argumentTypes?.count }

  init(adopting pointer: UnsafeMutablePointer<PJRT_LoadedExecutable>, client: Client) throws(PJRTError) {
    loaded = LoadedExecutableHandle(adopting: pointer, table: client.table)
    program = try ExecutableHandle(of: loaded)
    self.client = client
    name = try program.name
    replicaCount = try program.replicaCount
    partitionCount = try program.partitionCount
    outputCount = try program.outputCount
    let outputTypes = program.outputTypes
    self.outputTypes = outputTypes?.count == outputCount ? outputTypes : nil
    declaredParameterCount = program.parameterCount(client.plugin)
    var list = PJRT_LoadedExecutable_AddressableDevices_Args.sized()
    list.executable = loaded.pointer
    let table = client.table
    try table.check(
      table.functions.pointee.LoadedExecutable_AddressableDevices(&list), "inspecting an executable")
    var devices: [Device] = []
    for index in 0..<list.num_addressable_devices {
      devices.append(try client.device(list.addressable_devices?[index]))
    }
    self.devices = devices
  }
}
