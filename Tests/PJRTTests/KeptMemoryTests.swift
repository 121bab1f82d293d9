import CPJRT
import Testing

@testable import PJRT

/// Memory that is kept for the next request. One after the other: what is kept is the process's.
@Suite(.serialized) struct KeptMemoryTests {
  /// A block whose first and last bytes are written to.
  private func block(_ megabytes: Int, alignment: Int = 64) throws -> UnsafeMutableRawPointer {
    var memory: UnsafeMutableRawPointer?
    #expect(blox_kept_allocate(&memory, alignment, megabytes << 20) == 0)
    let block = try #require(memory)
    #expect(Int(bitPattern: block) % alignment == 0)
    block.storeBytes(of: 1, as: UInt8.self)
    block.storeBytes(of: 2, toByteOffset: megabytes << 20 - 1, as: UInt8.self)
    return block
  }

  @Test func aBlockOfTheSizeIsUsedAgain() throws {
    _ = try Support.client.get()
    let first = try block(40)
    blox_kept_free(first)
    let second = try block(39)
    #expect(second == first)
    // Too large for one that needs little of it.
    blox_kept_free(second)
    let small = try block(20)
    #expect(small != first)
    blox_kept_free(small)
  }

  @Test func noMoreIsKeptThanTheLimitOrTheLastBlock() throws {
    _ = try Support.client.get()
    let limit = KeptMemory.megabytes << 20
    let blocks = try (1...30).map { try block(16 + $0) }
    for memory in blocks { blox_kept_free(memory) }
    #expect(blox_kept_size() <= limit)
    // What was kept makes room for a block that no kept one is large enough for.
    let large = try block(KeptMemory.megabytes + 44)
    #expect(blox_kept_size() < 64 << 20)
    blox_kept_free(large)
    #expect(try block(KeptMemory.megabytes + 40) == large)
    blox_kept_free(large)
    let other = try block(3)
    blox_kept_free(other)
  }

  @Test func theCLibraryHasWhatIsSmallOrAlignedFurther() throws {
    let before = blox_kept_size()
    var small: UnsafeMutableRawPointer?
    #expect(blox_kept_allocate(&small, 64, 1000) == 0)
    blox_kept_free(small)
    blox_kept_free(try block(2, alignment: 4096))
    blox_kept_free(nil)
    #expect(blox_kept_size() <= before + 8 << 20)
    var none: UnsafeMutableRawPointer?
    #expect(blox_kept_allocate(&none, 64, Int.max / 2) != 0)
  }

  /// Whether the plugin calls functions of ours: not under a sanitizer, nor where the format of libraries is not known.
  private static var isKept: Bool {
    guard let path = try? Support.plugin.get().path else { return false }
    return blox_keep_memory(path, KeptMemory.megabytes << 20)
  }

  /// A program's memory is the plugin's, which calls the functions of ours.
  @Test(.enabled(if: isKept)) func aProgramsMemoryIsKept() throws {
    let client = try Support.client.get()
    let text = """
      func.func public @main(%a: tensor<f32>) -> tensor<9437184xf32> {
        %0 = stablehlo.broadcast_in_dim %a, dims = [] : (tensor<f32>) -> tensor<9437184xf32>
        return %0 : tensor<9437184xf32>
      }
      """
    let executable = try client.compile(text)
    let argument = try client.buffer([Float(2)], .float32, [])
    var most = 0
    for _ in 0..<3 {
      #expect(try executable.execute([argument])[0].values(Float.self).last == 2)
      most = max(most, blox_kept_size())
    }
    #expect(most >= 36 << 20)
  }

  @Test func theSettingIsANumberOfMegabytes() throws {
    #expect(try KeptMemory.wanted(Settings([:])) == KeptMemory.megabytes)
    #expect(try KeptMemory.wanted(Settings(["BLOX_KEPT_MEMORY": "0"])) == 0)
    for wrong in ["-1", "much", "1.5", "99999999999"] {
      let error = #expect(throws: PJRTError.self) {
        try KeptMemory.wanted(Settings(["BLOX_KEPT_MEMORY": wrong]))
      }
      #expect(error?.description.contains("BLOX_KEPT_MEMORY is '\(wrong)'") == true)
    }
  }
}
