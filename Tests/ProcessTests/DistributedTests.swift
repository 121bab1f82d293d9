import Coordination
import Testing

/// Processes that meet at a coordinator: `Tests/ProcessProgram`.
struct DistributedTests {
  /// Starts processes that meet without MPI, and waits for their ends.
  private func gather(_ scenario: String, _ count: Int, _ change: [String: String] = [:]) throws -> [Run] {
    try Run.meeting(count, "processes", [scenario], ["BLOX_CPU_DEVICES": "1"].merging(change) { $1 })
  }

  @Test func distributedInitialize() throws {
    for (index, run) in try gather("distributed", 2).enumerated() {
      #expect(run.status == 0 && run.output.contains("process \(index) of 2 is well"), "\(run.output)")
      #expect(run.output.contains("this process, one of 2, has 1"), "\(run.output)")
    }
  }

  /// The coordinator that others reach, and the token that it needs then.
  @Test func distributedInitializeWithAToken() throws {
    let port = try Coordinator(at: SocketAddress("127.0.0.1:0"), processCount: 1).address.port
    let change = [
      "JAX_COORDINATOR_ADDRESS": "127.0.0.1:\(port)", "JAX_COORDINATOR_BIND_ADDRESS": "0.0.0.0:\(port)",
      "BLOX_COORDINATOR_TOKEN": "a token",
    ]
    for (index, run) in try gather("distributed", 2, change).enumerated() {
      #expect(run.status == 0 && run.output.contains("process \(index) of 2 is well"), "\(run.output)")
    }
  }

  @Test func deathInADistributedProgram() throws {
    let runs = try gather("distributed death", 3)
    // By the end of its connection, not by a time: process 0 ends at once, with the coordinator, and 2 may be slower.
    for index in [0, 2] {
      #expect(runs[index].status == 3, "\(runs[index].output)")
      #expect(
        runs[index].output.contains("process 1 is gone: its connection to the coordinator closed"),
        "\(runs[index].output)")
    }
  }

  @Test func wrongSettingsOfDistributed() throws {
    func text(_ change: [String: String]) throws -> String { try gather("distributed", 1, change)[0].output }
    #expect(try text(["JAX_COORDINATOR_ADDRESS": ""]).contains("the coordinator's address is not given"))
    #expect(try text(["JAX_COORDINATOR_ADDRESS": "nowhere"]).contains("'nowhere' is no address"))
    #expect(try text(["JAX_PROCESS_ID": "3"]).contains("process 3 of 1"))
    #expect(
      try text(["JAX_COORDINATOR_BIND_ADDRESS": "0.0.0.0:0"]).contains(
        "the coordinator would listen at 0.0.0.0:0, which other machines may reach, without a token"))
    #expect(try text(["JAX_NUM_PROCESSES": "many"]).contains("JAX_NUM_PROCESSES is 'many'"))
  }
}
