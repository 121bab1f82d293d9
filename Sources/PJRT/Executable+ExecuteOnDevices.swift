import CPJRT

extension Executable {
  /// Runs the program on all its devices, which take their arguments and give their results in the order of `devices`.
  ///
  /// Of several processes each does that for its own devices, all in the same order of executions.
  ///
  /// Arguments and results are each device's own shards. `donated`, `nonDonatable` and `name` are as for one device
  /// and apply to every one. Every 16th execution on several devices of a client waits for its own end, since plugins
  /// hang when more are queued. Throws if a number, a type or a device of the arguments is wrong, if one is gone or
  /// given twice where it is donated, and what the plugin says.
  public func execute(
    perDevice arguments: [[Buffer]], donating donated: [Int] = [], nonDonatable: [Int] = [],
    by name: String? = nil
  ) throws(PJRTError) -> [[Buffer]] {
    guard arguments.count == devices.count else {
      throw executionError(
        "there are arguments for \(arguments.count) devices, but the program runs on \(devices.count)")
    }
    let argumentCount = arguments.first?.count ?? 0
    for (device, list) in zip(devices, arguments) { try check(list, count: argumentCount, on: device) }
    let all = arguments.flatMap { $0 }
    let allDonated = arguments.indices.flatMap { row in donated.map { row * argumentCount + $0 } }
    guard donated.allSatisfy({ 0..<argumentCount ~= $0 }) else {
      throw executionError("arguments \(donated) are to be donated, but there are \(argumentCount)")
    }
    try ProcessEnd.enter()
    defer { ProcessEnd.leave() }
    try claim(all, allDonated, name)
    let lists = DeviceLists(arguments, outputCount: outputCount)
    try settle(launch(lists, nonDonatable, name), all, allDonated, name)
    let results = devices.enumerated().map { row, device in adopt(lists.results(ofRow: row), on: device) }
    guard results.allSatisfy({ $0.count == outputCount }) else {
      throw executionError("the plugin reported success without giving all results")
    }
    return results
  }

  /// Checks the arguments of one device, as plugins answer a wrong number or shape with a crash or a hang.
  private func check(_ arguments: [Buffer], count: Int, on device: Device) throws(PJRTError) {
    guard arguments.count == count else {
      throw executionError("device \(device.id) has \(arguments.count) arguments, and the first \(count)")
    }
    try checkCount(count)
    let types = argumentTypes
    for (index, argument) in arguments.enumerated() {
      guard argument.device === device else {
        throw misplaced(argument, index, device)
      }
      guard let types, types.indices.contains(index) else { continue }
      let type = try argument.type
      guard type == types[index] else {
        throw executionError(
          "argument \(index) on device \(device.id) is a \(type), and its shard should be a \(types[index])")
      }
    }
  }

  /// Makes the call when no other is being made, and waits for its end when too many might be queued.
  private func launch(
    _ lists: borrowing DeviceLists, _ nonDonatable: [Int], _ name: String?
  ) -> PJRTError? {
    nonDonatable.withUnsafeBytes { kept in
      var options = PJRT_ExecuteOptions.sized()
      options.non_donatable_input_indices = kept.baseAddress?.assumingMemoryBound(to: Int64.self)
      options.num_non_donatable_input_indices = nonDonatable.count
      return withUnsafeMutablePointer(to: &options) { options in
        var call = lists.call(loaded, options)
        return client.handle.collectives.perform { mustWait in
          let failure = launch(&call, mustWait)
          return failure.map { table.take($0, context: "calling \(name ?? self.name)") }
        }
      }
    }
  }

  private func launch(
    _ call: inout PJRT_LoadedExecutable_Execute_Args, _ mustWait: Bool
  ) -> UnsafeMutablePointer<PJRT_Error>? {
    withUnsafeTemporaryAllocation(of: UnsafeMutablePointer<PJRT_Event>?.self, capacity: devices.count) {
      ends in
      ends.initialize(repeating: nil)
      call.device_complete_events = ends.baseAddress
      if let failure = table.functions.pointee.LoadedExecutable_Execute(&call) { return failure }
      for case let end? in ends {
        guard mustWait else {
          client.handle.work.add(end)
          continue
        }
        // A failure of the program shows in its results, here as in the executions that are not waited for.
        try? Event(adopting: end, table: table).wait()
      }
      return nil
    }
  }
}
