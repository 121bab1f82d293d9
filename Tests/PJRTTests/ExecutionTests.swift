import PJRT
import Testing

extension PJRTTests {
  struct ExecutionTests {
    let client: Client

    init() throws { client = try Support.client.get() }

    @Test func addsTwoArrays() throws {
      let executable = try client.compile(Support.add("3xf32"))
      let sum = try executable.execute([
        client.buffer([1, 2, 3] as [Float], .float32), client.buffer([10, 20, 30] as [Float], .float32),
      ])
      #expect(sum.count == 1)
      #expect(try sum[0].type == BufferType(.float32, [3]))
      #expect(try sum[0].values(Float.self) == [11, 22, 33])
      #expect(executable.outputTypes == [BufferType(.float32, [3])])
      #expect(executable.parameterCount == 2)
      #expect(executable.argumentTypes == [BufferType(.float32, [3]), BufferType(.float32, [3])])
    }

    @Test func aWrongNumberOfArgumentsDoesNotReachThePlugin() throws {
      let executable = try client.compile(Support.add("f32"))
      let error = #expect(throws: PJRTError.self) {
        try executable.execute([client.buffer([1] as [Float], .float32, [])])
      }
      #expect(error?.message == "the program takes 2 arguments, not 1")
    }

    @Test func anArgumentOfAnotherSizeIsAnErrorOfTheProgram() throws {
      let executable = try client.compile(Support.add("f32"))
      let wrong = try client.buffer([1, 2] as [Float], .float32)
      let error = #expect(throws: PJRTError.self) { try executable.execute([wrong, wrong], by: "add") }
      #expect(error?.context == "calling add")
      #expect(error?.message.contains("parameter 0") == true)
    }

    @Test func aProgramOfOneDeviceIsNotRunOnSeveral() throws {
      let executable = try client.compile(Support.add("f32"))
      let error = #expect(throws: PJRTError.self) { try executable.execute(perDevice: [[], []]) }
      #expect(error?.message == "there are arguments for 2 devices, but the program runs on 1")
    }

    @Test func aProgramWithoutArgumentsAndOneWithoutResults() throws {
      let constant = try client.compile(
        "func.func public @main() -> tensor<i32> { %0 = stablehlo.constant dense<5> : tensor<i32> "
          + "return %0 : tensor<i32> }")
      #expect(try constant.execute([])[0].values(Int32.self) == [5])
      let nothing = try client.compile("func.func public @main(%a: tensor<i32>) { return }")
      #expect(try nothing.execute([client.buffer([1] as [Int32], .int32, [])]).isEmpty)
    }
  }
}
