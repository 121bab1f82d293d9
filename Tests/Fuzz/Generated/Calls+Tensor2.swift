// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor2(_ add: Add) {
    add("Tensor.hanning(_:)") { d in
      d.keep(Tensor.hanning(d.int()))
    }
    add("Tensor.hamming(_:)") { d in
      d.keep(Tensor.hamming(d.int()))
    }
    add("Tensor.blackman(_:)") { d in
      d.keep(Tensor.blackman(d.int()))
    }
    add("Tensor.bartlett(_:)") { d in
      d.keep(Tensor.bartlett(d.int()))
    }
  }
}
