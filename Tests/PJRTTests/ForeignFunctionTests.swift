import Dispatch
import PJRT
import Synchronization
import Testing

extension PJRTTests {
  /// Programs that call functions of this process.
  struct ForeignFunctionTests {
    static let seen = Mutex<[String]>([])
    static let registered = Result { () throws(PJRTError) in
      try Support.plugin.get().registerHandler("blox_test_halve") { frame in
        ForeignCall.respond(to: frame) { call throws(PJRTError) in
          let (input, output) = (call.operands[0], call.results[0])
          seen.withLock {
            $0.append("\(call.string("label") ?? "?") \(call.integer("n") ?? -1) \(input.dimensions)")
          }
          guard input.elementType == .float32 else {
            throw PJRTError(.invalidArgument, "want f32")
          }
          for (index, value) in input.bytes.bindMemory(to: Float.self).enumerated() {
            guard value >= 0 else { throw PJRTError(.outOfRange, "refused \(value)") }
            output.bytes.bindMemory(to: Float.self)[index] = value / 2
          }
        }
      }
    }

    let executable: Executable

    init() throws {
      try Self.registered.get()
      executable = try Support.client.get().compile(
        """
        func.func public @main(%a: tensor<2x2xf32>) -> tensor<2x2xf32> {
          %0 = stablehlo.custom_call @blox_test_halve(%a) {
            api_version = 4 : i32, backend_config = {label = "layer", n = 7 : i64}
          } : (tensor<2x2xf32>) -> tensor<2x2xf32>
          return %0 : tensor<2x2xf32>
        }
        """)
    }

    func run(_ values: [Float]) throws -> Buffer {
      try executable.execute([executable.client.buffer(values, .float32, [2, 2])])[0]
    }

    @Test func aProgramCallsBack() throws {
      #expect(try Support.plugin.get().hasForeignFunctions)
      #expect(try run([2, 4, 6, 8]).values(Float.self) == [1, 2, 3, 4])
      #expect(Self.seen.withLock { $0.last } == "layer 7 [2, 2]")
    }

    @Test func anErrorOfARunningProgramIsThrownWhereItsResultIsRead() throws {
      // A plugin reports it from the call if it has run the program by then, and from the result if not.
      let error = #expect(throws: PJRTError.self) { try run([2, -4, 6, 8]).values(Float.self) }
      #expect(error?.message.contains("refused -4.0") == true)
      #expect(error?.code == .outOfRange)
    }

    /// The numbers that tasks on threads of XLA were given.
    static let scheduled = Mutex<[Int]>([])
    static let done = DispatchSemaphore(value: 0)

    @Test func aFunctionGivesPartsOfItsWorkToTheThreadsOfXLA() throws {
      try Support.plugin.get().registerHandler("blox_test_schedule") { frame in
        ForeignCall.respond(to: frame) { call throws(PJRTError) in
          for number in 0..<4 {
            let data = UnsafeMutablePointer<Int>.allocate(capacity: 1)
            data.initialize(to: number)
            let isScheduled = ForeignCall.schedule(
              call.threadContext,
              { data in
                let number = data.assumingMemoryBound(to: Int.self)
                ForeignFunctionTests.scheduled.withLock { $0.append(number.pointee) }
                number.deallocate()
                ForeignFunctionTests.done.signal()
              }, data)
            guard isScheduled else { throw PJRTError(.unavailable, "no thread") }
          }
          call.results[0].bytes.storeBytes(of: Int32(call.threadCount), as: Int32.self)
        }
      }
      let program = try executable.client.compile(
        """
        func.func public @main() -> tensor<i32> {
          %0 = stablehlo.custom_call @blox_test_schedule() {api_version = 4 : i32} : () -> tensor<i32>
          return %0 : tensor<i32>
        }
        """)
      #expect(try program.execute([])[0].values(Int32.self)[0] >= 1)
      for _ in 0..<4 { try #require(Self.done.wait(timeout: .now() + 60) == .success) }
      #expect(Self.scheduled.withLock { $0.sorted() } == [0, 1, 2, 3])
    }

    @Test func anErrorTravelsThroughTheProgramsThatFollow() async throws {
      let double = try executable.client.compile(Support.add("2x2xf32"))
      let error = await #expect(throws: PJRTError.self) {
        let failed = try run([-1, 0, 0, 0])
        try await double.execute([failed, failed])[0].readyAsync()
      }
      #expect(error?.message.contains("refused -1.0") == true)
    }
  }
}
