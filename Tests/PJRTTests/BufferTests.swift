import PJRT
import Testing

extension PJRTTests {
  struct BufferTests {
    let client: Client
    var device: Device { client.devices[0] }

    init() throws { client = try Support.client.get() }

    @Test(arguments: ElementType.allCases)
    func everyElementTypeComesBackAsItWent(type: ElementType) throws {
      // What fits a type of less than a byte too.
      let limit = [.bool, .int2, .uint2].contains(type) ? 2 : 8
      let sent = (0..<6 * type.byteWidth).map { UInt8($0 % limit) }
      let buffer = try client.buffer(sent, type, [2, 3])
      #expect(try buffer.type == BufferType(type, [2, 3]))
      #expect(try buffer.byteCount == sent.count)
      var received = [UInt8](repeating: 0xee, count: sent.count)
      try received.withUnsafeMutableBytes { bytes in
        Result { () throws(PJRTError) in try buffer.copyToHost(into: bytes) }
      }.get()
      #expect(received == sent)
      #expect(try buffer.values(UInt8.self) == sent)
    }

    @Test func emptyAndScalarBuffers() async throws {
      let empty = try client.buffer([] as [Float], .float32, [0, 3])
      #expect(try empty.values(Float.self) == [])
      try empty.awaitReady()
      let scalar = try client.buffer([7] as [Int32], .int32, [])
      try await scalar.readyAsync()
      #expect(try scalar.values(Int32.self) == [7])
      #expect(try scalar.readyEvent().isReady)
    }

    @Test func alignedMemoryIsSharedAndItsOwnerKept() throws {
      final class Owner: Sendable {
        nonisolated(unsafe) let bytes = UnsafeMutableRawBufferPointer.allocate(
          byteCount: 4096, alignment: Client.hostAlignment)
        deinit { bytes.deallocate() }
      }
      weak var remaining: Owner?
      do {
        var buffer: Buffer?
        do {
          let owner = Owner()
          remaining = owner
          owner.bytes.initializeMemory(as: UInt8.self, repeating: 3)
          buffer = try client.makeBuffer(
            sharing: UnsafeRawBufferPointer(owner.bytes), owner: owner, elementType: .uint8,
            dimensions: [4096], on: device)
          let address = UInt(bitPattern: owner.bytes.baseAddress)
          #expect(try buffer?.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } == address)
        }
        #expect(remaining != nil)
        #expect(try buffer?.values(UInt8.self) == [UInt8](repeating: 3, count: 4096))
        buffer = nil
      }
      #expect(remaining == nil)
    }

    @Test func newMemoryIsFilledInPlaceAndDonated() throws {
      var address: UInt = 0
      let buffer = try client.makeBuffer(elementType: .float32, dimensions: [1024], on: device) { bytes in
        address = UInt(bitPattern: bytes.baseAddress)
        bytes.bindMemory(to: Float.self).update(repeating: 2)
      }
      #expect(try buffer.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } == address)
      let double = try client.compile(DonationTests.program)
      let result = try double.execute([buffer], donating: [0], by: "double")[0]
      #expect(try result.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } == address)
      #expect(try result.values(Float.self) == [Float](repeating: 4, count: 1024))
    }

    @Test func deletedBuffersSaySo() throws {
      let buffer = try client.buffer([1] as [Float], .float32)
      try buffer.delete()
      try buffer.delete()
      #expect(buffer.state == .deleted)
      let error = #expect(throws: PJRTError.self) { try buffer.values(Float.self) }
      #expect(error?.description == "reading a buffer: the buffer was deleted [FAILED_PRECONDITION]")
    }

    @Test func wrongSizesAreErrors() throws {
      let short = #expect(throws: PJRTError.self) { try client.buffer([1, 2] as [Float], .float32, [3]) }
      #expect(short?.message == "f32[3] takes 12 bytes, but there are 8")
      let negative = #expect(throws: PJRTError.self) { try client.buffer([1] as [Float], .float32, [-1]) }
      #expect(negative?.message == "f32[-1] has a negative dimension")
      let huge = #expect(throws: PJRTError.self) {
        try client.makeBuffer(elementType: .float32, dimensions: [.max, 4], on: device) { _ in }
      }
      #expect(huge?.code == .resourceExhausted)
      let buffer = try client.buffer([1, 2] as [Float], .float32)
      let room = #expect(throws: PJRTError.self) {
        try buffer.copyToHost(into: UnsafeMutableRawBufferPointer(start: nil, count: 0))
      }
      #expect(room?.message == "f32[2] takes 8 bytes, but there is room for 0")
    }
  }
}
