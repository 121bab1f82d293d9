import Blox
import Testing
import VirtualDevices

/// Tests on the eight virtual devices that `VirtualDevices` gives the process.
@Suite struct ShardingTests {
  @Test func thereAreEightDevices() throws {
    #expect(try Backend.default.devices.count == Int(virtualDeviceCount))
    #expect(throws: TensorError.self) { try Backend.configure(deviceCount: 3) }
    #expect(throws: TensorError.self) { try Backend.configure(deviceCount: 0) }
    try Backend.configure(deviceCount: 8)
  }
}

/// 0, 1, 2, … in a shape.
func counting(_ shape: Shape) -> Tensor {
  Tensor((0..<shape.size).map { Float($0) }, shape: shape)
}

/// Smooth values in a shape, different for each seed.
func waves(_ shape: Shape, _ seed: Float = 0) -> Tensor { sin(0.7 * counting(shape) + Tensor(seed)) }

/// Whether two tensors have the same shape and, nearly, values.
func areClose(_ a: Tensor, _ b: Tensor, _ tolerance: Float = 1e-5) throws -> Bool {
  let (x, y) = (try a.scalars(Float.self), try b.scalars(Float.self))
  return a.shape == b.shape && zip(x, y).allSatisfy { Swift.abs($0 - $1) <= tolerance * (1 + Swift.abs($1)) }
}

/// What an error says in its first line.
func problem(_ body: () throws -> Void) -> String {
  do {
    try body()
    return "no error"
  } catch let error as TensorError {
    return error.problem
  } catch {
    return "\(error)"
  }
}
