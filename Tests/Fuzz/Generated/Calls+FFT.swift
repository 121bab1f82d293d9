// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func fft(_ add: Add) {
    add("FFT.fft(_:n:axis:norm:)") { d in
      d.keep(FFT.fft(d.tensor(), n: d.optional(d.int()), axis: d.int(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.ifft(_:n:axis:norm:)") { d in
      d.keep(FFT.ifft(d.tensor(), n: d.optional(d.int()), axis: d.int(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.rfft(_:n:axis:norm:)") { d in
      d.keep(FFT.rfft(d.tensor(), n: d.optional(d.int()), axis: d.int(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.irfft(_:n:axis:norm:)") { d in
      d.keep(FFT.irfft(d.tensor(), n: d.optional(d.int()), axis: d.int(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.fftn(_:s:axes:norm:)") { d in
      d.keep(FFT.fftn(d.tensor(), s: d.optional(d.ints()), axes: d.optional(d.ints()), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.ifftn(_:s:axes:norm:)") { d in
      d.keep(FFT.ifftn(d.tensor(), s: d.optional(d.ints()), axes: d.optional(d.ints()), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.rfftn(_:s:axes:norm:)") { d in
      d.keep(FFT.rfftn(d.tensor(), s: d.optional(d.ints()), axes: d.optional(d.ints()), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.irfftn(_:s:axes:norm:)") { d in
      d.keep(FFT.irfftn(d.tensor(), s: d.optional(d.ints()), axes: d.optional(d.ints()), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.fft2(_:norm:)") { d in
      d.keep(FFT.fft2(d.tensor(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.ifft2(_:norm:)") { d in
      d.keep(FFT.ifft2(d.tensor(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.rfft2(_:norm:)") { d in
      d.keep(FFT.rfft2(d.tensor(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.irfft2(_:norm:)") { d in
      d.keep(FFT.irfft2(d.tensor(), norm: d.one(of: [.backward, .ortho, .forward])))
    }
    add("FFT.fftfreq(_:d:)") { d in
      d.keep(FFT.fftfreq(d.int(), d: d.double()))
    }
    add("FFT.rfftfreq(_:d:)") { d in
      d.keep(FFT.rfftfreq(d.int(), d: d.double()))
    }
    add("FFT.fftshift(_:axes:)") { d in
      d.keep(FFT.fftshift(d.tensor(), axes: d.optional(d.ints())))
    }
    add("FFT.ifftshift(_:axes:)") { d in
      d.keep(FFT.ifftshift(d.tensor(), axes: d.optional(d.ints())))
    }
  }
}
