import PJRT
import Testing

extension PJRTTests {
  struct CompilationTests {
    let client: Client

    init() throws { client = try Support.client.get() }

    @Test func anErrorInTheTextHasItsLine() throws {
      let error = #expect(throws: PJRTError.self) {
        try client.compile(
          """
          func.func public @main(%a: tensor<2xf32>) -> tensor<2xf32> {
            %0 = stablehlo.add %a, %b : tensor<2xf32>
            return %0 : tensor<2xf32>
          }
          """)
      }
      #expect(error?.context == "compiling")
      #expect(error?.message.contains("2:26") == true)
      #expect(error?.message.contains("undeclared SSA value name") == true)
    }

    @Test func optionsEncodeAsXLAReadsThem() {
      func hex(_ options: CompileOptions) -> String {
        options.encoded().map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
      }
      #expect(hex(CompileOptions()) == "1a0420012801")
      #expect(hex(CompileOptions(partitions: 4, useShardy: false)) == "1a06200128043001")
      #expect(hex(CompileOptions(partitions: 4)) == "1a09200128043001980101")
      #expect(
        hex(CompileOptions(partitions: 4, deviceAssignment: [0, 1, 2, 3]))
          == "1a232001280430014a18080110041a030a01001a030a01011a030a01021a030a0103980101")
    }

    @Test func optionsReachXLA() throws {
      let text = Support.add("2xf32")
      let options = CompileOptions(envOptionOverrides: ["xla_backend_optimization_level": .int(0)])
      #expect(try client.compile(text, options: options).outputCount == 1)
      #expect(throws: PJRTError.self) {
        try client.compile(text, options: CompileOptions(envOptionOverrides: ["no_such_option": .bool(true)]))
      }
    }

    @Test func impossibleOptionsDoNotReachThePlugin() {
      let text = Support.add("2xf32")
      let none = #expect(throws: PJRTError.self) {
        try client.compile(text, options: CompileOptions(partitions: 0))
      }
      #expect(none?.message == "a program needs at least one replica and partition, not 1 and 0")
      let few = #expect(throws: PJRTError.self) {
        try client.compile(text, options: CompileOptions(partitions: 2, deviceAssignment: [0]))
      }
      #expect(few?.code == .invalidArgument)
      for count in [client.devices.count + 1, 1 << 40, .max] {
        let options = CompileOptions(partitions: count)
        let many = #expect(throws: PJRTError.self) { try client.compile(text, options: options) }
        #expect(many?.message.hasSuffix("but there are \(client.devices.count)") == true)
      }
    }

    @Test func anExecutableSurvivesSerialization() throws {
      let executable = try client.compile(Support.add("2xf32"))
      let bytes = try executable.serialized()
      let loaded = try client.deserialize(bytes)
      let argument = try client.buffer([1, 2] as [Float], .float32)
      #expect(try loaded.execute([argument, argument])[0].values(Float.self) == [2, 4])
      #expect(loaded.name == executable.name)
      #expect(loaded.parameterCount == 2)
      #expect(loaded.outputTypes == executable.outputTypes)
      #expect(throws: PJRTError.self) { try client.deserialize(Array(bytes.prefix(bytes.count / 2))) }
      #expect(throws: PJRTError.self) { try client.deserialize([]) }
    }

    @Test func anExecutableIsDescribed() throws {
      let executable = try client.compile("module @sum {\n\(Support.add("256xf32"))\n}")
      #expect(executable.name == "sum")
      let memory = try executable.memoryAnalysis()
      #expect(memory.arguments == 2048)
      #expect(memory.outputs == 1024)
      #expect(memory.peak >= 3072)
      #expect(try !executable.fingerprint.isEmpty)
      #expect(try executable.optimizedHLO().format == "hlo_with_config")
      // A CPU plugin may or may not have it, but says so in an error.
      do throws(PJRTError) {
        let costs = try executable.costAnalysis()
        #expect(!costs.isEmpty)
      } catch {
        #expect(error.code == .unimplemented)
      }
    }
  }
}
