public import Checkpoints

/// A Swift type whose values lie in memory as a safetensors file has them.
public protocol HostElement: BitwiseCopyable, Sendable {
  static var safetensorsDType: SafetensorsDType { get }
}

extension Float: HostElement { public static var safetensorsDType: SafetensorsDType { .f32 } }
extension Double: HostElement { public static var safetensorsDType: SafetensorsDType { .f64 } }
extension Bool: HostElement { public static var safetensorsDType: SafetensorsDType { .bool } }
extension Int8: HostElement { public static var safetensorsDType: SafetensorsDType { .i8 } }
extension Int16: HostElement { public static var safetensorsDType: SafetensorsDType { .i16 } }
extension Int32: HostElement { public static var safetensorsDType: SafetensorsDType { .i32 } }
extension Int64: HostElement { public static var safetensorsDType: SafetensorsDType { .i64 } }
extension UInt8: HostElement { public static var safetensorsDType: SafetensorsDType { .u8 } }
extension UInt16: HostElement { public static var safetensorsDType: SafetensorsDType { .u16 } }
extension UInt32: HostElement { public static var safetensorsDType: SafetensorsDType { .u32 } }
extension UInt64: HostElement { public static var safetensorsDType: SafetensorsDType { .u64 } }
