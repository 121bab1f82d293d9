import CPJRT

/// The arguments and results of an execution on several devices, in the memory layout that a plugin reads.
struct DeviceLists: ~Copyable {
  typealias Slot = UnsafeMutablePointer<PJRT_Buffer>?

  let deviceCount: Int
  let inputCount: Int
  let outputCount: Int
  private let inputs: UnsafeMutableBufferPointer<Slot>
  private let outputs: UnsafeMutableBufferPointer<Slot>
  private let inputRows: UnsafeMutableBufferPointer<UnsafePointer<Slot>?>
  private let outputRows: UnsafeMutableBufferPointer<UnsafeMutablePointer<Slot>?>

  init(_ arguments: [[Buffer]], outputCount: Int) {
    deviceCount = arguments.count
    inputCount = arguments.first?.count ?? 0
    self.outputCount = outputCount
    inputs = .allocate(capacity: deviceCount * inputCount)
    outputs = .allocate(capacity: deviceCount * outputCount)
    inputRows = .allocate(capacity: deviceCount)
    outputRows = .allocate(capacity: deviceCount)
    outputs.initialize(repeating: nil)
    for (row, list) in arguments.enumerated() {
      for (column, argument) in list.enumerated() {
        inputs.initializeElement(at: row * inputCount + column, to: argument.pointer)
      }
      inputRows.initializeElement(
        at: row, to: inputs.baseAddress.map { UnsafePointer($0 + row * inputCount) })
      outputRows.initializeElement(at: row, to: outputs.baseAddress.map { $0 + row * outputCount })
    }
  }

  deinit {
    inputs.deallocate()
    outputs.deallocate()
    inputRows.deallocate()
    outputRows.deallocate()
  }

  /// The arguments of a call of `executable`; valid as long as the lists and `options`.
  func call(
    _ executable: borrowing LoadedExecutableHandle, _ options: UnsafeMutablePointer<PJRT_ExecuteOptions>
  ) -> PJRT_LoadedExecutable_Execute_Args {
    var call = PJRT_LoadedExecutable_Execute_Args.sized()
    call.executable = executable.pointer
    call.options = options
    call.num_devices = deviceCount
    call.num_args = inputCount
    call.argument_lists = UnsafePointer(inputRows.baseAddress)
    call.output_lists = UnsafePointer(outputRows.baseAddress)
    return call
  }

  /// The results of the device in `row`, once the call was made.
  func results(ofRow row: Int) -> UnsafeMutableBufferPointer<Slot> {
    UnsafeMutableBufferPointer(rebasing: outputs[row * outputCount..<(row + 1) * outputCount])
  }
}
