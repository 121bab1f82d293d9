import Blox
import Foundation
import Runtime
func cpu(_ n: Int, _ f: () -> Void) -> Double { let s = clock(); for _ in 0..<n { f() }; return Double(clock() - s) / Double(n) }
func timeErrors() {
  let (a, b) = (Tensor([1, 2] as [Float]), Tensor([1, 2, 3] as [Float]))
  var last = a
  let images = ImageMap.capture()
  print("µs: fail", cpu(1000) { last = a.reshape([7]) })
  print("fail fused", cpu(1000) { last = a + b })
  print("capture", cpu(1000) { _ = try? Backtrace.capture(limit: 96, images: images) })
  print("ok shape", cpu(1000) { _ = a.shape + b.shape })
  for _ in 0..<3 { print("show", cpu(1) { _ = last.error?.description }) }
  last = a.reshape([9])
  for _ in 0..<3 { print("show other", cpu(1) { _ = last.error?.description }) }
}
