import CPJRT

extension Executable {
  /// Runs the program on its one device.
  ///
  /// The results come back at once; their contents follow. `donated` lists the arguments whose memory the program
  /// takes over, as its text says by `tf.aliasing_output` or `jax.buffer_donor`; they cannot be used afterwards, and
  /// using one is an error that names `name`. `nonDonatable` lists arguments that the text says may be taken over
  /// but this call keeps. Throws if the number of arguments is wrong, if one is gone or was given twice where it is
  /// donated, and what the plugin says.
  public func execute(
    _ arguments: [Buffer], donating donated: [Int] = [], nonDonatable: [Int] = [], by name: String? = nil
  ) throws(PJRTError) -> [Buffer] {
    guard devices.count == 1 else {
      throw executionError(
        "the program runs on \(devices.count) devices and needs a list of arguments for each")
    }
    try checkCount(arguments.count)
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    let device = devices[0]
    for index in 0..<arguments.count where arguments[index].device !== device {
      throw misplaced(arguments[index], index, device)
    }
    try claim(arguments, donated, name)
    var results: [Buffer] = []
    let failure = withUnsafeTemporaryAllocation(
      of: UnsafeMutablePointer<PJRT_Buffer>?.self, capacity: arguments.count + outputCount
    ) { slots in
      for index in 0..<arguments.count {
        slots.initializeElement(at: index, to: arguments[index].pointer)
      }
      for index in arguments.count..<slots.count { slots.initializeElement(at: index, to: nil) }
      // Never nil: the allocation has an address even when it is empty.
      let inputs = slots.baseAddress.map { UnsafePointer($0) }
      let outputs = slots.baseAddress.map { $0 + arguments.count }
      let failure = launch(inputs, count: arguments.count, outputs, nonDonatable)
      if failure == nil {
        results = adopt(UnsafeMutableBufferPointer(rebasing: slots[arguments.count...]), on: device)
      }
      return failure
    }
    try settle(
      failure.map { table.take($0, context: "calling \(name ?? self.name)") }, arguments, donated, name)
    guard results.count == outputCount else {
      throw executionError("the plugin reported success without giving all results")
    }
    return results
  }

  private func launch(
    _ inputs: UnsafePointer<UnsafeMutablePointer<PJRT_Buffer>?>?, count: Int,
    _ outputs: UnsafeMutablePointer<UnsafeMutablePointer<PJRT_Buffer>?>?, _ nonDonatable: [Int]
  ) -> UnsafeMutablePointer<PJRT_Error>? {
    var options = PJRT_ExecuteOptions.sized()
    var call = PJRT_LoadedExecutable_Execute_Args.sized()
    call.executable = loaded.pointer
    call.num_devices = 1
    call.num_args = count
    return withUnsafePointer(to: inputs) { inputs in
      withUnsafePointer(to: outputs) { outputs in
        nonDonatable.withUnsafeBytes { kept in
          withUnsafeMutablePointer(to: &options) { options in
            // `Int` has the layout of `int64_t` on every platform that has plugins.
            options.pointee.non_donatable_input_indices = kept.baseAddress?.assumingMemoryBound(
              to: Int64.self)
            options.pointee.num_non_donatable_input_indices = nonDonatable.count
            call.options = options
            call.argument_lists = inputs
            call.output_lists = outputs
            return outputCount == 0 ? launchForEffect(&call) : launch(&call)
          }
        }
      }
    }
  }

  @inline(__always)
  private func launch(
    _ call: inout PJRT_LoadedExecutable_Execute_Args
  ) -> UnsafeMutablePointer<PJRT_Error>? {
    let failure = table.functions.pointee.LoadedExecutable_Execute(&call)
    // All results are there at the same time.
    if failure == nil, habit.counts(), client.handle.work.add(making: call.output_lists?[0]?[0]) {
      habit.wasLate()
    }
    return failure
  }

  /// Without results only an event of its own tells when the program is through.
  private func launchForEffect(
    _ call: inout PJRT_LoadedExecutable_Execute_Args
  ) -> UnsafeMutablePointer<PJRT_Error>? {
    var end: UnsafeMutablePointer<PJRT_Event>?
    let failure = withUnsafeMutablePointer(to: &end) { end in
      call.device_complete_events = end
      return table.functions.pointee.LoadedExecutable_Execute(&call)
    }
    client.handle.work.add(end)
    return failure
  }

  /// Makes buffers of the results on one device; fewer than there are slots if one is empty.
  func adopt(
    _ outputs: UnsafeMutableBufferPointer<UnsafeMutablePointer<PJRT_Buffer>?>, on device: Device
  ) -> [Buffer] {
    [Buffer](unsafeUninitializedCapacity: outputs.count) { storage, count in
      for index in 0..<outputs.count {
        guard let output = outputs[index] else { continue }
        let type = outputTypes?[index]
        storage.initializeElement(at: count, to: Buffer(adopting: output, device: device, type: type))
        count += 1
      }
    }
  }

  // MARK: Checks

  func executionError(_ message: String) -> PJRTError {
    PJRTError(.invalidArgument, message, context: "calling \(name)")
  }

  func misplaced(_ argument: Buffer, _ index: Int, _ device: Device) -> PJRTError {
    guard argument.device.client === device.client else {
      return executionError("argument \(index) belongs to another client")
    }
    return executionError("argument \(index) for device \(device.id) is on device \(argument.device.id)")
  }

  @inline(__always)
  func checkCount(_ count: Int) throws(PJRTError) {
    if let parameterCount, parameterCount != count {
      throw executionError("the program takes \(parameterCount) arguments, not \(count)")
    }
  }

  /// Reserves the donated arguments, and checks that all others are live and not among them.
  ///
  /// Throws, with nothing reserved, if the call cannot be made.
  func claim(_ arguments: [Buffer], _ donated: [Int], _ name: String?) throws(PJRTError) {
    var claimed = 0
    for index in donated {
      guard arguments.indices.contains(index) else {
        withdraw(arguments, donated.prefix(claimed))
        throw executionError("argument \(index) is to be donated, but there are \(arguments.count)")
      }
      guard arguments[index].claim() else {
        let failure = unusable(
          arguments[index], index, isRepeated: isRepeated(index, arguments, donated, claimed))
        withdraw(arguments, donated.prefix(claimed))
        throw failure
      }
      claimed += 1
    }
    var claimedSeen = 0
    for index in 0..<arguments.count {
      let condition = arguments[index].currentCondition
      if condition == Buffer.Condition.live { continue }
      claimedSeen += condition == Buffer.Condition.claimed ? 1 : arguments.count
    }
    // Each donated argument was met once, and nothing else that is not live.
    if claimedSeen == claimed { return }
    let failure = firstUnusable(arguments, donated)
    withdraw(arguments, donated[...])
    throw failure
  }

  /// The error for the first argument that is neither live nor one that this call has reserved for donation.
  private func firstUnusable(_ arguments: [Buffer], _ donated: [Int]) -> PJRTError {
    for (index, argument) in arguments.enumerated()
    where argument.currentCondition != Buffer.Condition.live && !donated.contains(index) {
      return unusable(argument, index, isRepeated: isRepeated(index, arguments, donated, donated.count))
    }
    return executionError("an argument was donated to another call at this moment")
  }

  /// Whether the argument is one of the first `claimed` donated ones, at another index.
  private func isRepeated(_ index: Int, _ arguments: [Buffer], _ donated: [Int], _ claimed: Int) -> Bool {
    donated.prefix(claimed).contains { arguments[$0] === arguments[index] }
  }

  private func unusable(_ buffer: Buffer, _ index: Int, isRepeated: Bool) -> PJRTError {
    let context = "argument \(index) of \(name)"
    var error =
      isRepeated
      ? PJRTError(
        .invalidArgument, "the buffer is donated by this very call as another argument, too; pass a copy",
        context: context)
      : buffer.unusable(context)
    error.argument = index
    return error
  }

  private func withdraw(_ arguments: [Buffer], _ claimed: ArraySlice<Int>) {
    for index in claimed { arguments[index].withdrawDonation(to: name, launched: false) }
  }

  /// Ends the claims after the plugin answered. Throws its error.
  func settle(
    _ failure: PJRTError?, _ arguments: [Buffer], _ donated: [Int], _ name: String?
  ) throws(PJRTError) {
    guard let failure else {
      for index in donated { arguments[index].commitDonation(to: name ?? self.name) }
      return
    }
    for index in donated { arguments[index].withdrawDonation(to: name ?? self.name, launched: true) }
    throw failure
  }
}
