import PJRT
import Testing

extension PJRTTests {
  /// A program that doubles its argument in place.
  struct DonationTests {
    static let program = """
      func.func public @main(%a: tensor<1024xf32> {tf.aliasing_output = 0 : i32}) -> tensor<1024xf32> {
        %0 = stablehlo.add %a, %a : tensor<1024xf32>
        return %0 : tensor<1024xf32>
      }
      """

    let client: Client
    let executable: Executable

    init() throws {
      client = try Support.client.get()
      executable = try client.compile(Self.program)
    }

    func argument() throws -> Buffer { try client.buffer([Float](repeating: 1.5, count: 1024), .float32) }

    @Test func reusesTheMemory() throws {
      let buffer = try argument()
      let before = try buffer.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
      let result = try executable.execute([buffer], donating: [0], by: "double")[0]
      #expect(try result.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) } == before)
      #expect(try result.values(Float.self) == [Float](repeating: 3, count: 1024))
      #expect(buffer.isDeleted)
      #expect(buffer.state == .donated(by: "double"))
    }

    @Test func aDonatedBufferNamesItsTaker() throws {
      let buffer = try argument()
      _ = try executable.execute([buffer], donating: [0], by: "trainStep")
      let reading = #expect(throws: PJRTError.self) { try buffer.values(Float.self) }
      #expect(
        reading?.description == """
          reading a buffer: the buffer was donated to `trainStep`, which took over its memory; use what \
          `trainStep` returned, or call it without donation [FAILED_PRECONDITION]
          """)
      let calling = #expect(throws: PJRTError.self) { try executable.execute([buffer], donating: [0]) }
      #expect(calling?.message.contains("donated to `trainStep`") == true)
      #expect(throws: PJRTError.self) { try buffer.delete() }
    }

    @Test func oneOfManyThreadsTakesABuffer() async throws {
      for _ in 0..<20 {
        let buffer = try argument()
        let taken = await withTaskGroup(of: Bool.self) { group in
          for _ in 0..<4 {
            group.addTask { (try? executable.execute([buffer], donating: [0], by: "thread")) != nil }
          }
          return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(taken == 1)
      }
    }

    @Test func aCallCanKeepWhatTheProgramMayTake() throws {
      let buffer = try argument()
      let result = try executable.execute([buffer], nonDonatable: [0])[0]
      #expect(try result.values(Float.self).first == 3)
      #expect(try buffer.values(Float.self).first == 1.5)
      #expect(buffer.state == .live)
    }

    @Test func aBufferIsNotPassedBesideItsDonation() throws {
      let add = try client.compile(
        """
        func.func public @main(%a: tensor<4xf32> {tf.aliasing_output = 0 : i32}, %b: tensor<4xf32>)
            -> tensor<4xf32> {
          %0 = stablehlo.add %a, %b : tensor<4xf32>
          return %0 : tensor<4xf32>
        }
        """)
      let buffer = try client.buffer([1, 2, 3, 4] as [Float], .float32)
      for donated in [[0], [1], [0, 1], [0, 0]] {
        let error = #expect(throws: PJRTError.self) { try add.execute([buffer, buffer], donating: donated) }
        #expect(error?.message.contains("donated by this very call") == true, "\(donated)")
        #expect(buffer.state == .live)
      }
      #expect(throws: PJRTError.self) { try add.execute([buffer, buffer], donating: [2]) }
      let other = try client.buffer([1, 1, 1, 1] as [Float], .float32)
      #expect(try add.execute([buffer, other], donating: [0])[0].values(Float.self) == [2, 3, 4, 5])
    }
  }
}
