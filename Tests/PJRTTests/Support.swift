import Foundation
import PJRT

/// What the tests run on: the plugin that is found, and a client with one device.
enum Support {
  static let plugin = Result { () throws(PJRTError) in
    // The errors that tests provoke are looked at here and need not go to the terminal as well.
    setenv("TF_CPP_MIN_LOG_LEVEL", "3", 0)
    return try Plugin.load(path: Plugin.discover().path)
  }
  static let client = Result { () throws(PJRTError) in try Client(plugin: plugin.get()) }

  /// A program with one entry function.
  static func add(_ type: String) -> String {
    """
    func.func public @main(%a: tensor<\(type)>, %b: tensor<\(type)>) -> tensor<\(type)> {
      %0 = stablehlo.add %a, %b : tensor<\(type)>
      return %0 : tensor<\(type)>
    }
    """
  }
}

extension Client {
  /// A buffer of `values` on device 0, or on another one.
  func buffer<Value>(
    _ values: [Value], _ type: ElementType, _ dimensions: [Int]? = nil, on device: Int = 0
  ) throws -> Buffer {
    let target = devices[device]
    let result: Result<Buffer, PJRTError> = values.withUnsafeBytes { bytes in
      Result { () throws(PJRTError) in
        try makeBuffer(
          from: bytes, elementType: type, dimensions: dimensions ?? [values.count], on: target)
      }
    }
    return try result.get()
  }
}

extension Buffer {
  /// The contents as values of `type`.
  func values<Value: BitwiseCopyable>(_ type: Value.Type) throws -> [Value] {
    try withUnsafeBytes { bytes in
      (0..<bytes.count / MemoryLayout<Value>.stride).map { index in
        bytes.loadUnaligned(fromByteOffset: index * MemoryLayout<Value>.stride, as: Value.self)
      }
    }
  }
}
