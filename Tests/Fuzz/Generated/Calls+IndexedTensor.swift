// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func indexedtensor(_ add: Add) {
    add("IndexedTensor.apply(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].apply({ -$0 }, mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.get(mode:fillValue:)") { d in
      d.keep(d.tensor().at[d.index()].get(mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), fillValue: d.optional(d.tensor())))
    }
    add("IndexedTensor.set(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].set(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.add(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].add(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.subtract(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].subtract(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.multiply(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].multiply(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.divide(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].divide(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.power(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].power(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.min(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].min(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
    add("IndexedTensor.max(_:mode:uniqueIndices:)") { d in
      d.keep(d.tensor().at[d.index()].max(d.tensor(), mode: d.one(of: [.fill, .clip, .wrap, .promiseInBounds]), uniqueIndices: d.bool()))
    }
  }
}
