import CPJRT

extension ExecutableHandle {
  private static let context = "inspecting an executable"

  var name: String {
    get throws(PJRTError) {
      var arguments = PJRT_Executable_Name_Args.sized()
      arguments.executable = pointer
      try table.check(table.functions.pointee.Executable_Name(&arguments), Self.context)
      return String(bytes: arguments.executable_name, count: arguments.executable_name_size)
    }
  }

  var replicaCount: Int {
    get throws(PJRTError) {
      var arguments = PJRT_Executable_NumReplicas_Args.sized()
      arguments.executable = pointer
      try table.check(table.functions.pointee.Executable_NumReplicas(&arguments), Self.context)
      return arguments.num_replicas
    }
  }

  var partitionCount: Int {
    get throws(PJRTError) {
      var arguments = PJRT_Executable_NumPartitions_Args.sized()
      arguments.executable = pointer
      try table.check(table.functions.pointee.Executable_NumPartitions(&arguments), Self.context)
      return arguments.num_partitions
    }
  }

  var outputCount: Int {
    get throws(PJRTError) {
      var arguments = PJRT_Executable_NumOutputs_Args.sized()
      arguments.executable = pointer
      try table.check(table.functions.pointee.Executable_NumOutputs(&arguments), Self.context)
      return arguments.num_outputs
    }
  }

  /// The types of the results, or nil where the plugin does not say or has a type that is not known here.
  var outputTypes: [BufferType]? {
    var types = PJRT_Executable_OutputElementTypes_Args.sized()
    types.executable = pointer
    var shapes = PJRT_Executable_OutputDimensions_Args.sized()
    shapes.executable = pointer
    if let failure = table.functions.pointee.Executable_OutputElementTypes(&types)
      ?? table.functions.pointee.Executable_OutputDimensions(&shapes)
    {
      table.discard(failure)
      return nil
    }
    guard types.num_output_types == shapes.num_outputs else { return nil }
    var result: [BufferType] = []
    var axis = 0
    for index in 0..<shapes.num_outputs {
      guard let type = (types.output_types?[index]).flatMap(ElementType.init(rawValue:)) else { return nil }
      let rank = shapes.dim_sizes?[index] ?? 0
      let dimensions = (axis..<axis + rank).map { Int(shapes.dims?[$0] ?? 0) }
      axis += rank
      result.append(BufferType(type, dimensions))
    }
    return result
  }

  /// The number of parameters, where the plugin's layouts extension can say.
  func parameterCount(_ plugin: Plugin) -> Int? {
    guard
      let ask = plugin.findExtension(Int(PJRT_Extension_Type_Layouts), as: PJRT_Layouts_Extension.self)?
        .pointee.executable_get_parameter_layouts
    else { return nil }
    var arguments = PJRT_Layouts_PJRT_Executable_GetParameterLayouts_Args.sized()
    arguments.executable = pointer
    if let failure = ask(&arguments) {
      table.discard(failure)
      return nil
    }
    return arguments.num_parameters
  }
}
