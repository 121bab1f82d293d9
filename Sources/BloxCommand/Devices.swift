import PJRT
import Tensors

/// `blox devices`: which plugin is found, what devices it has, and a product on each.
struct Devices {
  func run() throws {
    let location = try Plugin.discover()
    print("plugin    \(location)")
    let backend = try Backend.default
    let plugin = backend.client.plugin
    print("interface PJRT \(plugin.apiVersion.major).\(plugin.apiVersion.minor)")
    print("platform  \(backend.client.platformName), \(backend.client.platformVersion.firstLine)")
    for device in backend.localDevices {
      print("device    \(device.id): \(device.kind), \(memory(of: device)), \(try product(on: device))")
    }
  }

  private func memory(of device: Device) -> String {
    guard let statistics = try? device.memoryStatistics(), let limit = statistics.bytesLimit else {
      return "it does not say how much memory"
    }
    return "\(limit >> 20) MB of memory, \(statistics.bytesInUse >> 20) in use"
  }

  /// Multiplies two matrices of ones, whose product is known.
  private func product(on device: Device) throws -> String {
    let count = 512
    let x = devicePut(Tensor.ones([count, count]), device)
    let result = try (matmul(x, x) - Tensor(count)).sum().item(Float.self)
    guard result == 0 else {
      throw CommandError("device \(device.id) computes a wrong product, off by \(result).")
    }
    return "multiplies \(count) × \(count) matrices rightly"
  }
}

extension String {
  fileprivate var firstLine: Substring { prefix { !$0.isNewline } }
}
