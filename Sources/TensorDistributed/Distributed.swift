import Coordination
import Foundation
import PJRT
import Synchronization
import TensorCore
import TensorPrimitives
import TensorTransformations

/// Several processes whose devices a plugin joins, as those of GPUs and TPUs do (`jax.distributed`).
///
///     try Distributed.initialize(coordinatorAddress: "node1:8476", numProcesses: 2, processId: 0)
///
/// The processes meet at a coordinator, by which the plugin's clients find each other. CPU plugins cannot join devices
/// of several processes; there `MPI.initialize` gives an axis of processes.
public enum Distributed {
  private struct State: Sendable {
    let coordinator: Coordinator?
    let client: CoordinatorClient
    /// How often the processes exchanged values.
    var exchangeCount = 0
  }

  private static let state = Mutex<State?>(nil)

  /// Whether `initialize` was called (`jax.distributed.is_initialized`).
  public static var isInitialized: Bool { state.withLock { $0 != nil } }
  /// The number of this process; 0 without others (`jax.process_index`).
  public static var processIndex: Int { state.withLock { $0?.client.processIndex ?? 0 } }
  /// How many processes there are (`jax.process_count`).
  public static var processCount: Int { state.withLock { $0?.client.processCount ?? 1 } }

  /// Joins the other processes (`jax.distributed.initialize`); before the first computation, since the plugin is told
  /// of them when it is opened.
  ///
  /// What is not given is taken from the environment: `JAX_COORDINATOR_ADDRESS`, `JAX_NUM_PROCESSES`,
  /// `JAX_PROCESS_ID`, `JAX_LOCAL_DEVICE_IDS`, `JAX_COORDINATOR_BIND_ADDRESS`, `BLOX_COORDINATOR_TOKEN`, and numbers from
  /// what `mpirun` says.
  ///
  /// - Parameters:
  ///   - coordinator: where process 0 runs the coordinator, `host:port`.
  ///   - processCount: how many processes there are.
  ///   - processIndex: the number of this one, from 0.
  ///   - localDevices: which of the machine's devices this process uses; all if nil.
  ///   - bindAddress: where the coordinator listens; by default on all networks of its machine, or on none if the
  ///     coordinator's host is `localhost`.
  ///   - token: what a process has to know to be taken in, the same in all; needed unless only this machine reaches the
  ///     coordinator. It is not encrypted on its way.
  ///   - initializationTimeout: how long to wait for the other processes.
  ///   - heartbeatTimeout: a process that has not been heard from for this time is gone.
  /// - Throws: `TensorError` if something is missing or wrong; `CoordinationError` if the processes do not meet.
  public static func initialize(
    coordinatorAddress coordinator: String? = nil, numProcesses processCount: Int? = nil,
    processId processIndex: Int? = nil, localDeviceIds localDevices: [Int]? = nil,
    coordinatorBindAddress bindAddress: String? = nil, token: String? = nil,
    initializationTimeout: Duration = .seconds(300), heartbeatTimeout: Duration = .seconds(100)
  ) throws {
    let settings = try DistributedSettings(
      coordinator, processCount, processIndex, localDevices, bindAddress, token,
      .current)
    try state.withLock { state in
      guard state == nil else {
        throw TensorError(
          "Distributed.initialize", problem: "it was called before", expected: "one call, at the start")
      }
      guard !Backend.isOpen else {
        throw TensorError(
          "Distributed.initialize", problem: "the backend is in use already",
          expected: "the call before the first computation of the process")
      }
      let server =
        try settings.processIndex == 0
        ? Coordinator(
          at: settings.bindAddress, processCount: settings.processCount, token: settings.token,
          heartbeatTimeout: heartbeatTimeout)
        : nil
      let client = try CoordinatorClient(
        to: settings.coordinator, processIndex: settings.processIndex, processCount: settings.processCount,
        token: settings.token, timeout: initializationTimeout, heartbeatTimeout: heartbeatTimeout)
      try client.barrier("initialize", timeout: initializationTimeout)
      state = State(coordinator: server, client: client)
      Backend.processGroup = group(client, settings.localDevices)
    }
  }

  /// Leaves the other processes, once all are here (`jax.distributed.shutdown`).
  ///
  /// - Throws: `CoordinationError` if they do not come, or one is gone.
  public static func shutdown(timeout: Duration = .seconds(300)) throws {
    guard let client = state.withLock({ $0?.client }) else { return }
    try client.barrier("shutdown", timeout: timeout)
    state.withLock { $0 = nil }
    Backend.processGroup = nil
    client.leave()
  }

  /// Waits until all processes are at the point of this name (`multihost_utils.sync_global_devices`).
  ///
  /// - Throws: `CoordinationError` if one does not come in time, or is gone.
  public static func barrier(_ name: String, timeout: Duration = .seconds(300)) throws {
    try state.withLock { $0?.client }?.barrier("barrier/\(name)", timeout: timeout)
  }

  /// What each process says here, in their order; every process has to come here (`multihost_utils.process_allgather`).
  ///
  /// - Throws: `CoordinationError` if one does not come in time, or is gone.
  package static func exchange(_ text: String, timeout: Duration = .seconds(3600)) throws -> [String] {
    let participant = state.withLock { state -> (client: CoordinatorClient, number: Int)? in
      guard state != nil else { return nil }
      state?.exchangeCount += 1
      return state.map { ($0.client, $0.exchangeCount) }
    }
    guard let (client, number) = participant else { return [text] }
    try client.put("exchange/\(number)/\(client.processIndex)", Array(text.utf8))
    let said = try (0..<client.processCount).map { index in
      String(decoding: try client.get("exchange/\(number)/\(index)", timeout: timeout), as: UTF8.self)
    }
    // All are here, so all have read what was said the last time.
    try client.delete("exchange/\(number - 1)/\(client.processIndex)")
    return said
  }

  /// The processes as a plugin is told of them, under the names that JAX uses.
  ///
  /// A CPU plugin takes no options of these, since it knows of no other processes, nor does a TPU's, which asks the
  /// machine.
  private static func group(_ client: CoordinatorClient, _ localDevices: [Int]?) -> ProcessGroup {
    let (index, count) = (client.processIndex, client.processCount)
    return ProcessGroup(index: index, count: count, store: CoordinatedStore(client: client)) { plugin in
      if plugin.isForCPU || plugin.isForTPU { return [:] }
      var options: [String: ClientOption] = ["node_id": .int(index), "num_nodes": .int(count)]
      if let localDevices { options["visible_devices"] = .ints(localDevices) }
      return options
    }
  }
}
