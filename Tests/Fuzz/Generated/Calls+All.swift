// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func generated(_ add: Add) {
    functions(add)
    functions2(add)
    functions3(add)
    functions4(add)
    others(add)
    others2(add)
    others3(add)
    tensor(add)
    tensor2(add)
    initializer(add)
    fft(add)
    indexedtensor(add)
    linalg(add)
    random(add)
  }
}
