// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func random(_ add: Add) {
    add("Random.permutation(_:_:)") { d in
      d.keep(Random.permutation(d.tensor(), d.int()))
    }
    add("Random.permutation(_:_:axis:independent:)") { d in
      d.keep(Random.permutation(d.tensor(), d.tensor(), axis: d.int(), independent: d.bool()))
    }
    add("Random.choice(_:_:_:replace:p:mode:)") { d in
      d.keep(Random.choice(d.tensor(), d.int(), d.shape(), replace: d.bool(), p: d.optional(d.tensor()), mode: d.one(of: [.low, .high, .highest])))
    }
    add("Random.choice(_:_:_:replace:p:axis:mode:)") { d in
      d.keep(Random.choice(d.tensor(), d.tensor(), d.shape(), replace: d.bool(), p: d.optional(d.tensor()), axis: d.int(), mode: d.one(of: [.low, .high, .highest])))
    }
    add("Random.exponential(_:_:dtype:)") { d in
      d.keep(Random.exponential(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.laplace(_:_:dtype:)") { d in
      d.keep(Random.laplace(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.logistic(_:_:dtype:)") { d in
      d.keep(Random.logistic(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.cauchy(_:_:dtype:)") { d in
      d.keep(Random.cauchy(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.gumbel(_:_:dtype:mode:)") { d in
      d.keep(Random.gumbel(d.tensor(), d.shape(), dtype: d.dtype(), mode: d.one(of: [.low, .high, .highest])))
    }
    add("Random.bernoulli(_:_:shape:mode:)") { d in
      d.keep(Random.bernoulli(d.tensor(), d.tensor(), shape: d.optional(d.shape()), mode: d.one(of: [.low, .high, .highest])))
    }
    add("Random.rademacher(_:_:dtype:)") { d in
      d.keep(Random.rademacher(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.categorical(_:_:axis:shape:replace:mode:)") { d in
      d.keep(Random.categorical(d.tensor(), d.tensor(), axis: d.int(), shape: d.optional(d.shape()), replace: d.bool(), mode: d.one(of: [.low, .high, .highest])))
    }
    add("Random.randint(_:_:minval:maxval:dtype:)") { d in
      d.keep(Random.randint(d.tensor(), d.shape(), minval: d.int(), maxval: d.int(), dtype: d.dtype()))
    }
    add("Random.randint(_:_:minval:maxval:dtype:)") { d in
      d.keep(Random.randint(d.tensor(), d.shape(), minval: d.tensor(), maxval: d.tensor(), dtype: d.dtype()))
    }
    add("Random.multivariateNormal(_:_:_:_:)") { d in
      d.keep(Random.multivariateNormal(d.tensor(), d.tensor(), d.tensor(), d.optional(d.shape())))
    }
    add("Random.normal(_:_:dtype:)") { d in
      d.keep(Random.normal(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.truncatedNormal(_:_:_:_:dtype:)") { d in
      d.keep(Random.truncatedNormal(d.tensor(), d.tensor(), d.tensor(), d.optional(d.shape()), dtype: d.dtype()))
    }
    add("Random.orthogonal(_:_:_:dtype:m:)") { d in
      d.keep(Random.orthogonal(d.tensor(), d.int(), d.shape(), dtype: d.dtype(), m: d.optional(d.int())))
    }
    add("Random.bits(_:_:dtype:)") { d in
      d.keep(Random.bits(d.tensor(), d.shape(), dtype: d.dtype()))
    }
    add("Random.uniform(_:_:dtype:minval:maxval:)") { d in
      d.keep(Random.uniform(d.tensor(), d.shape(), dtype: d.dtype(), minval: d.tensor(), maxval: d.tensor()))
    }
    add("Random.key(_:)") { d in
      d.keep(Random.key(d.int()))
    }
    add("Random.foldIn(_:_:)") { d in
      d.keep(Random.foldIn(d.tensor(), d.int()))
    }
    add("Random.key(_:)") { d in
      d.keep(Random.key(d.tensor()))
    }
    add("Random.wrapKeyData(_:)") { d in
      d.keep(Random.wrapKeyData(d.tensor()))
    }
    add("Random.split(_:_:)") { d in
      d.keep(Random.split(d.tensor(), d.int()))
    }
    add("Random.split(_:_:)") { d in
      d.keep(Random.split(d.tensor(), d.shape()))
    }
    add("Random.foldIn(_:_:)") { d in
      d.keep(Random.foldIn(d.tensor(), d.tensor()))
    }
  }
}
