import Coordination
import PJRT
import Tensors
import Testing

@testable import TensorDistributed

/// What programs of several processes do with variables of the environment that hold what nobody would expect.
@Suite struct DistributedSettingTests {
  private func distributed(_ variables: [String: String]) throws -> DistributedSettings {
    let right = [
      "JAX_COORDINATOR_ADDRESS": "localhost:4000", "JAX_NUM_PROCESSES": "2", "JAX_PROCESS_ID": "1",
    ]
    return try DistributedSettings(
      nil, nil, nil, nil, nil, nil, Settings(right.merging(variables) { $1 }))
  }

  @Test func settingsOfSeveralProcesses() throws {
    let settings = try distributed(["JAX_LOCAL_DEVICE_IDS": "2,0"])
    #expect(settings.processCount == 2 && settings.processIndex == 1 && settings.localDevices == [2, 0])
    #expect(settings.coordinator.port == 4000 && settings.token == "")
    let wrong: [(variable: String, values: [String], expected: String)] = [
      ("JAX_NUM_PROCESSES", ["0", "-2", "two", "1e3", "9223372036854775808"], "a whole number from 1"),
      ("JAX_PROCESS_ID", ["-1", "0.5", "1\n"], ""),
      (
        "JAX_LOCAL_DEVICE_IDS", ["0,", "a", "0,-1", "0 1"], "with commas between, each a whole number from 0"
      ),
      ("BLOX_COORDINATOR_TOKEN", ["a\nb", "\u{0}"], "one line without control characters"),
      ("JAX_COORDINATOR_ADDRESS", ["node1:1\n"], "one line without control characters"),
      ("JAX_COORDINATOR_BIND_ADDRESS", ["\u{1B}:1"], "one line without control characters"),
    ]
    for (variable, values, expected) in wrong {
      for value in values {
        let error = #expect(throws: TensorError.self) { try distributed([variable: value]) }
        #expect(error?.operation == "Distributed.initialize")
        #expect(error?.problem.hasPrefix("\(variable) is '") == true, "\(value): \(error?.problem ?? "")")
        #expect(error?.expected.hasPrefix(expected) == true, "\(value): \(error?.expected ?? "")")
      }
    }
    for address in ["nowhere", ":1", "a:b", "a:65536", "a:-1", "a:"] {
      #expect(throws: (any Error).self, "\(address)") {
        try distributed(["JAX_COORDINATOR_ADDRESS": address])
      }
    }
    let error = #expect(throws: TensorError.self) {
      try DistributedSettings(nil, nil, nil, nil, nil, nil, Settings { _ in [0x2F, 0xFF] })
    }
    #expect(error?.expected == "text in UTF-8")
  }

  @Test func librariesOfMPI() throws {
    for path in ["/nowhere/libmpi.so", "/dev/null", "/tmp", "\(#filePath)"] {
      let error = #expect(throws: TensorError.self) {
        try MPILibrary(Settings(["BLOX_MPI_LIBRARY": path]))
      }
      #expect(error?.problem.contains("Tried what BLOX_MPI_LIBRARY names:") == true)
      #expect(error?.problem.contains(path) == true)
    }
    let error = #expect(throws: TensorError.self) { try MPILibrary(Settings(["BLOX_MPI_LIBRARY": "a\n"])) }
    #expect(error?.problem == "BLOX_MPI_LIBRARY is 'a\\n'")
  }
}
