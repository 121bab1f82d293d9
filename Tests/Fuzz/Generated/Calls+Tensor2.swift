// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func tensor2(_ add: Add) {
    add("Tensor.init(integerLiteral:)") { d in
      d.keep(Tensor(integerLiteral: d.int()))
    }
    add("Tensor.init(booleanLiteral:)") { d in
      d.keep(Tensor(booleanLiteral: d.bool()))
    }
  }
}
