import Blox

/// How parameters and data lie on the devices. The model does not know of it.
enum Strategy: String, CaseIterable {
  /// Every device has all parameters and a part of the batch; gradients are added up.
  case dataParallel
  /// Every device has a part of each wide layer (Megatron): columns of the maps into it, rows of those out of it.
  case tensorParallel
  /// Every device has a part of every parameter and of the batch (FSDP); kernels are gathered when they are used.
  case fullySharded

  /// The mesh over this many devices.
  func mesh(_ count: Int = 8) throws -> Mesh {
    switch self {
    case .dataParallel, .fullySharded: try Mesh(["data": count])
    case .tensorParallel: try Mesh(["data": max(1, count / 4), "model": min(count, 4)])
    }
  }

  /// The batch is divided; the time is not.
  var data: PartitionSpec { ["data"] }

  /// How a parameter is divided.
  func spec(_ path: [String], _ param: Param) -> PartitionSpec {
    switch self {
    case .dataParallel: return []
    case .fullySharded:
      // The first axis that divides; biases and counters are small, and stay whole.
      guard param.value.ndim > 1, let axis = param.value.shape.dimensions.firstIndex(where: { $0 % 8 == 0 })
      else { return [] }
      return PartitionSpec((0...axis).map { $0 == axis ? "data" : nil })
    case .tensorParallel:
      let (layer, isKernel) = (path.dropLast().last, path.last == "kernel")
      switch layer {
      case "query", "key", "value", "up": return isKernel ? [nil, "model"] : ["model"]
      case "output", "down": return isKernel ? ["model", nil] : []
      default: return []
      }
    }
  }
}
