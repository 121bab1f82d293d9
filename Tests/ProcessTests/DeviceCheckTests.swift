import Foundation
import PJRT
import Testing

/// What `Utilities/gpu_check.sh` asks of a device, asked of the CPU's plugin, and of the same under another name: that is taken
/// for a device's plugin, which cannot call functions of this process.
@Suite struct DeviceCheckTests {
  @Test func theProcessorIsRight() {
    let run = Run(Run.built("processes"), ["device"])
    #expect(run.status == 0 && !run.output.contains("WRONG"), "\(run.output)")
    #expect(run.output.contains("printed on the device: [1.]"), "\(run.output)")
  }

  @Test func aPluginOfAnotherDeviceSaysWhatItCannotDo() throws {
    let plugin = try Plugin.discover().path
    let folder = FileManager.default.temporaryDirectory.appending(path: "device-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let other = folder.appending(path: "stand_in_plugin.so")
    try FileManager.default.copyItem(atPath: plugin, toPath: other.path)
    let run = Run(Run.built("processes"), ["device"], environment: ["BLOX_PJRT_PLUGIN": other.path])
    #expect(run.status == 0 && !run.output.contains("WRONG"), "\(run.output)")
    #expect(run.output.contains("ok    debugPrint") && run.output.contains("ok    MPI"), "\(run.output)")
    #expect(!run.output.contains("printed on the device"), "\(run.output)")
  }
}
