import CPJRT

/// The plugin's object for a program that is loaded on its devices.
struct LoadedExecutableHandle: ~Copyable, Sendable {
  let table: FunctionTable
  // Destroyed in `deinit` alone; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_LoadedExecutable>

  init(adopting pointer: UnsafeMutablePointer<PJRT_LoadedExecutable>, table: FunctionTable) {
    self.table = table
    self.pointer = pointer
    LiveObjects.executables.increment()
  }

  deinit {
    if ProcessEnd.isOver { return }
    var arguments = PJRT_LoadedExecutable_Destroy_Args.sized()
    arguments.executable = pointer
    table.discard(table.functions.pointee.LoadedExecutable_Destroy(&arguments))
    LiveObjects.executables.decrement()
  }
}

/// The plugin's object for the program itself, which answers questions about it.
struct ExecutableHandle: ~Copyable, Sendable {
  let table: FunctionTable
  // Destroyed in `deinit` alone; PJRT's functions take it on any thread.
  nonisolated(unsafe) let pointer: UnsafeMutablePointer<PJRT_Executable>

  init(of loaded: borrowing LoadedExecutableHandle) throws(PJRTError) {
    table = loaded.table
    var arguments = PJRT_LoadedExecutable_GetExecutable_Args.sized()
    arguments.loaded_executable = loaded.pointer
    try table.check(
      table.functions.pointee.LoadedExecutable_GetExecutable(&arguments), "inspecting an executable")
    pointer = try arguments.executable.orMissing("an executable")
  }

  deinit {
    if ProcessEnd.isOver { return }
    var arguments = PJRT_Executable_Destroy_Args.sized()
    arguments.executable = pointer
    table.discard(table.functions.pointee.Executable_Destroy(&arguments))
  }
}
