import CPJRT
import Foundation
import Testing

@testable import PJRT

extension PJRTTests {
  struct PluginTests {
    @Test func thePluginDescribesItself() throws {
      let plugin = try Support.plugin.get()
      #expect(plugin.apiVersion.major == 0)
      #expect(plugin.apiVersion.minor > 0)
      #expect(plugin.isForCPU)
      #expect(plugin.stableHLOVersion?.split(separator: ".").count == 3)
      #expect(plugin.extensions.contains(5))
      #expect(try Plugin.load(path: plugin.path) === plugin)
    }

    @Test func aMissingFileSaysHowToInstallOne() {
      let error = #expect(throws: PJRTError.self) { try Plugin.load(path: "/no/such/plugin.so") }
      #expect(error?.code == .notFound)
      #expect(error?.message.hasPrefix("there is no file at /no/such/plugin.so\n") == true)
      #expect(error?.message.contains("swift run blox setup") == true)
    }

    @Test func aTextFileIsNoLibrary() throws {
      let folder = try TemporaryFolder()
      let path = try folder.write("plugin.so", "not a library")
      let error = #expect(throws: PJRTError.self) { try Plugin.load(path: path) }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("plugin.so is not a library that can be loaded: ") == true)
      #expect(error?.message.contains("swift run blox setup") == true)
    }

    /// The system's loader ends the process with SIGBUS or SIGSEGV for most of these.
    @Test func aLibraryThatIsDamagedIsAnError() throws {
      guard let library = TemporaryFolder.anyLibrary() else { return }
      let whole = try Data(contentsOf: URL(filePath: library))
      let folder = try TemporaryFolder()
      var damaged: [Data] = [Data(), whole.prefix(63), whole.prefix(64)]
      // Cut off, as far as a page and in its middle.
      damaged += (1..<40).map { whole.prefix(whole.count / 40 * $0) }
      damaged += [4096, 8192, whole.count - 4096, whole.count - 1].map { whole.prefix($0) }
      // A download that has its size, but not yet its end.
      damaged += [4, 2].map { whole.prefix(whole.count / $0) + Data(count: whole.count - whole.count / $0) }
      // A header with nothing of what it announces.
      damaged += [
        whole.prefix(64) + Data(repeating: 0xA5, count: 20000), whole.prefix(4) + Data(count: 20000),
      ]
      // Each number of the header as large as it can be.
      damaged += [24, 32, 40].map { place in
        whole.prefix(place) + Data(repeating: 0xFF, count: 8) + whole.dropFirst(place + 8)
      }
      for (index, contents) in damaged.enumerated() {
        let path = folder.path + "/plugin-\(index).so"
        try contents.write(to: URL(filePath: path))
        let error = #expect(throws: PJRTError.self) { try Plugin.load(path: path) }
        #expect(error?.code == .invalidArgument && error?.message.contains("swift run blox setup") == true)
      }
      #expect(SharedLibraryFile.problem(library) == nil)
      #expect(try SharedLibraryFile.problem(Support.plugin.get().path) == nil)
      let path = folder.path + "/plugin-20.so"
      #expect(
        SharedLibraryFile.problem(path)?.hasPrefix("is damaged, or was not copied as a whole: it has ")
          == true)
    }

    /// Garbage in what the loader follows: an error before it is asked, or one of its own, and not the process's end.
    @Test func aLibraryWithGarbageInItsTablesIsAnError() throws {
      guard let library = TemporaryFolder.anyLibrary() else { return }
      let whole = try Data(contentsOf: URL(filePath: library))
      let folder = try TemporaryFolder()
      let path = folder.path + "/plugin.so"
      // The tables lie before the code.
      let file = try ELFTables(whole)
      var found = 0
      for table in file.tables {
        for (number, byte) in [(0, 0xA5), (1, 0xFF), (2, 0x41)] as [(Int, UInt8)] {
          let start = table.lowerBound + table.count / 3 * number
          let size = min(96, table.upperBound - start)
          let damaged =
            whole.prefix(start) + Data(repeating: byte, count: size) + whole.dropFirst(start + size)
          try damaged.write(to: URL(filePath: path))
          if SharedLibraryFile.problem(path) != nil {
            found += 1
          } else {
            #expect(try isLoaded(path), "\(byte) at \(start) of \(library)")
          }
        }
      }
      #expect(found > file.tables.count, "most of it is found before")
    }

    /// Whether the loader is through with a library, by whatever answer.
    private func isLoaded(_ path: String) throws -> Bool {
      let process = Process()
      process.executableURL = URL(filePath: "/bin/true")
      process.environment = ["LD_PRELOAD": path, "LD_BIND_NOW": "1"]
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationReason == .exit
    }

    @Test func anotherLibraryIsNoPlugin() throws {
      guard let path = TemporaryFolder.anyLibrary() else { return }
      let error = #expect(throws: PJRTError.self) { try Plugin.load(path: path) }
      #expect(
        error?.message.contains("is a library but not a PJRT plugin: it exports no function GetPjrtApi")
          == true)
      #expect(error?.message.contains("swift run blox setup") == true)
    }

    @Test func otherVersionsAreRefused() throws {
      let good = try Support.plugin.get().table.functions.pointee
      func refusal(_ change: (inout PJRT_Api) -> Void) -> String? {
        var table = good
        change(&table)
        let error = #expect(throws: PJRTError.self) { try Plugin.validate(&table, path: "plugin.so") }
        return error?.message.split(separator: "\n").first.map(String.init)
      }
      #expect(
        refusal {
          $0.pjrt_api_version.major_version = 1
          $0.pjrt_api_version.minor_version = 2
        } == "plugin.so speaks version 1.2 of PJRT; this library speaks version 0")
      let old = refusal {
        $0.pjrt_api_version.minor_version = 40
        $0.struct_size = 500
      }
      #expect(
        old?.hasPrefix(
          "plugin.so speaks version 0.40 of PJRT, which is too old: its table has 500 bytes, and") == true)
      #expect(
        refusal { table in
          table.pjrt_api_version.minor_version = 99
          withUnsafeMutableBytes(of: &table) { bytes in
            let slot = MemoryLayout<PJRT_Api>.offset(of: \.Buffer_Destroy)!
            bytes.storeBytes(of: nil, toByteOffset: slot, as: UnsafeRawPointer?.self)
          }
        } == "plugin.so speaks version 0.99 of PJRT, but lacks the function PJRT_Buffer_Destroy")
    }

    @Test func unknownClientOptionsAreErrors() throws {
      // Older plugins ignore them.
      guard try Support.plugin.get().apiVersion.minor >= 115 else { return }
      let error = #expect(throws: PJRTError.self) {
        try Client(plugin: Support.plugin.get(), options: ["no_such_option": .string("x")])
      }
      #expect(error?.code == .invalidArgument)
      #expect(error?.message.contains("no_such_option") == true)
    }

    @Test func aClientHasOneDeviceUnlessTold() throws {
      #expect(try Client(plugin: Support.plugin.get()).devices.count == 1)
      let client = try Client(plugin: Support.plugin.get(), options: ["cpu_device_count": .int(3)])
      #expect(client.devices.count == 3)
      #expect(throws: PJRTError.self) { try client.devices[0].memoryStatistics() }
    }
  }
}
