// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func initializer(_ add: Add) {
    add("Initializer.orthogonal(_:columnAxis:)") { d in
      d.keep(Initializer.orthogonal(d.double(), columnAxis: d.int()))
    }
    add("Initializer.deltaOrthogonal(_:columnAxis:)") { d in
      d.keep(Initializer.deltaOrthogonal(d.double(), columnAxis: d.int()))
    }
    add("Initializer.varianceScaling(_:mode:distribution:inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.varianceScaling(d.double(), mode: d.one(of: [.fanIn, .fanOut, .fanAverage]), distribution: d.one(of: [.normal, .truncatedNormal, .uniform]), inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.lecunNormal(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.lecunNormal(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.lecunUniform(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.lecunUniform(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.glorotNormal(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.glorotNormal(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.glorotUniform(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.glorotUniform(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.heNormal(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.heNormal(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.heUniform(inAxis:outAxis:batchAxis:)") { d in
      d.keep(Initializer.heUniform(inAxis: d.optional(d.axes()), outAxis: d.axes(), batchAxis: d.axes()))
    }
    add("Initializer.callAsFunction(_:_:_:)") { d in
      d.keep(d.initializer()(d.tensor(), d.shape(), d.dtype()))
    }
    add("Initializer.constant(_:)") { d in
      d.keep(Initializer.constant(d.tensor()))
    }
    add("Initializer.normal(_:)") { d in
      d.keep(Initializer.normal(d.double()))
    }
    add("Initializer.uniform(_:)") { d in
      d.keep(Initializer.uniform(d.double()))
    }
    add("Initializer.truncatedNormal(_:lower:upper:)") { d in
      d.keep(Initializer.truncatedNormal(d.double(), lower: d.double(), upper: d.double()))
    }
  }
}
