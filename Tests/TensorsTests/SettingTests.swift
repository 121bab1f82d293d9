import Foundation
import PJRT
import Synchronization
import Testing

@testable import TensorCore
@testable import TensorDistributed
@testable import TensorFunctions
@testable import TensorPrimitives
@testable import TensorTransformations

/// What the library does with variables of the environment that hold what nobody would expect.
@Suite struct SettingTests {
  private static let noText = Settings { _ in [0x2F, 0xFF] }

  // MARK: The cache of compiled programs

  /// What the cache says of its settings when it is made, and when a program is kept.
  private func said(_ settings: Settings) throws -> [String] {
    let said = Mutex<[String]>([])
    let cache = CompilationCache(settings: settings) { text in said.withLock { $0.append(text) } }
    for _ in 0..<2 { cache.folder?.store([1, 2, 3], for: [4]) }
    return said.withLock { $0 }
  }

  @Test func aCacheThatCannotBeUsedSaysSoOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "blox-setting-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "file").path
    try Data("mine".utf8).write(to: URL(filePath: file))
    let wrong: [(variables: [String: String], words: String)] = [
      (["BLOX_COMPILATION_CACHE": file], "it is no folder"),
      (["BLOX_COMPILATION_CACHE": "\(file)/below"], "Not a directory"),
      (["BLOX_CACHE": file], "Not a directory"),
      (["BLOX_COMPILATION_CACHE": "\(folder.path)/a\n"], "expected: one line"),
      (
        ["BLOX_COMPILATION_CACHE": "/" + String(repeating: "x", count: 5000)],
        "a path of less than 4096 bytes"
      ),
      (["BLOX_COMPILATION_CACHE": "/" + String(repeating: "x", count: 300)], "File name too long"),
      (["HOME": "\u{1B}[2J"], "HOME is '\\u{1B}[2J'"),
    ]
    for (variables, words) in wrong {
      let texts = try said(Settings(variables))
      #expect(texts.count == 1 && texts.first?.contains(words) == true, "\(variables): \(texts)")
      #expect(texts.first?.hasPrefix("blox: the cache of compiled programs") == true)
    }
    #expect(try said(SettingTests.noText).first?.contains("expected: text in UTF-8") == true)
    #expect(try Data(contentsOf: URL(filePath: file)) == Data("mine".utf8))
    // Nothing is said where nothing is wrong, or nothing was asked for.
    for variables in [
      ["BLOX_COMPILATION_CACHE": "OFF", "BLOX_CACHE": file], ["HOME": "/proc/none"], [:],
      ["BLOX_CACHE": folder.path],
    ] {
      #expect(try said(Settings(variables)) == [], "\(variables)")
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["compiled", "file"])
  }

  // MARK: Several processes

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
      try DistributedSettings(nil, nil, nil, nil, nil, nil, SettingTests.noText)
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
