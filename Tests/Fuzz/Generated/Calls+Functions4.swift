// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions4(_ add: Add) {
    add("displayText(_:_:isColored:)") { d in
      try d.keep(displayText([d.graph()], d.optional(d.params()), isColored: d.bool()))
    }
    add("displayHTML(_:_:)") { d in
      try d.keep(displayHTML(d.graph(), d.optional(d.params())))
    }
    add("displayHTML(_:_:)") { d in
      try d.keep(displayHTML([d.graph()], d.optional(d.params())))
    }
    add("jit(_:)") { d in
      try d.keep(jit(d.layer()))
    }
    add("maxPool(_:windowShape:strides:padding:)") { d in
      d.keep(maxPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("minPool(_:windowShape:strides:padding:)") { d in
      d.keep(minPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("avgPool(_:windowShape:strides:padding:)") { d in
      d.keep(avgPool(d.tensor(), windowShape: d.extents(), strides: d.optional(d.extents()), padding: d.padding()))
    }
    add("applyUpdates(_:_:)") { d in
      d.keep(applyUpdates(d.tensors(), d.tensors()))
    }
    add("globalNorm(_:)") { d in
      d.keep(globalNorm(d.tensors()))
    }
    add("incrementalUpdate(_:_:stepSize:)") { d in
      d.keep(incrementalUpdate(d.tensors(), d.tensors(), stepSize: d.double()))
    }
  }
}
