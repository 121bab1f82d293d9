// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func linalg(_ add: Add) {
    add("Linalg.eig(_:)") { d in
      d.keep(Linalg.eig(d.tensor()))
    }
    add("Linalg.eig(_:computeLeftEigenvectors:computeRightEigenvectors:)") { d in
      d.keep(Linalg.eig(d.tensor(), computeLeftEigenvectors: d.bool(), computeRightEigenvectors: d.bool()))
    }
    add("Linalg.eigvals(_:)") { d in
      d.keep(Linalg.eigvals(d.tensor()))
    }
    add("Linalg.schur(_:output:)") { d in
      d.keep(Linalg.schur(d.tensor(), output: d.one(of: [.real, .complex])))
    }
    add("Linalg.qr(_:mode:)") { d in
      d.keep(Linalg.qr(d.tensor(), mode: d.one(of: [.reduced, .complete])))
    }
    add("Linalg.eigh(_:)") { d in
      d.keep(Linalg.eigh(d.tensor()))
    }
    add("Linalg.eigvalsh(_:)") { d in
      d.keep(Linalg.eigvalsh(d.tensor()))
    }
    add("Linalg.svd(_:fullMatrices:)") { d in
      d.keep(Linalg.svd(d.tensor(), fullMatrices: d.bool()))
    }
    add("Linalg.svdvals(_:)") { d in
      d.keep(Linalg.svdvals(d.tensor()))
    }
    add("Linalg.pinv(_:rtol:)") { d in
      d.keep(Linalg.pinv(d.tensor(), rtol: d.optional(d.double())))
    }
    add("Linalg.matrixRank(_:rtol:)") { d in
      d.keep(Linalg.matrixRank(d.tensor(), rtol: d.optional(d.double())))
    }
    add("Linalg.lstsq(_:_:rcond:)") { d in
      d.keep(Linalg.lstsq(d.tensor(), d.tensor(), rcond: d.optional(d.double())))
    }
    add("Linalg.rsf2csf(_:_:)") { d in
      d.keep(Linalg.rsf2csf(d.tensor(), d.tensor()))
    }
    add("Linalg.sqrtm(_:)") { d in
      d.keep(Linalg.sqrtm(d.tensor()))
    }
    add("Linalg.funm(_:_:)") { d in
      d.keep(Linalg.funm(d.tensor(), { -$0 }))
    }
    add("Linalg.norm(_:_:axis:keepdims:)") { d in
      d.keep(Linalg.norm(d.tensor(), d.optional(d.one(of: [.p(d.double()), .infinity, .negativeInfinity, .frobenius, .nuclear])), axis: d.optional(d.axes()), keepdims: d.bool()))
    }
    add("Linalg.multiDot(_:precision:)") { d in
      d.keep(Linalg.multiDot(d.tensors(), precision: d.one(of: [.default, .high, .highest])))
    }
    add("Linalg.vecdot(_:_:axis:)") { d in
      d.keep(Linalg.vecdot(d.tensor(), d.tensor(), axis: d.int()))
    }
    add("Linalg.cond(_:_:)") { d in
      d.keep(Linalg.cond(d.tensor(), d.optional(d.one(of: [.p(d.double()), .infinity, .negativeInfinity, .frobenius, .nuclear]))))
    }
    add("Linalg.choSolve(_:_:)") { d in
      d.keep(Linalg.choSolve(d.tensor(), d.tensor()))
    }
    add("Linalg.cholesky(_:upper:)") { d in
      d.keep(Linalg.cholesky(d.tensor(), upper: d.bool()))
    }
    add("Linalg.triangularSolve(_:_:leftSide:lower:transposeA:unitDiagonal:)") { d in
      d.keep(Linalg.triangularSolve(d.tensor(), d.tensor(), leftSide: d.bool(), lower: d.bool(), transposeA: d.bool(), unitDiagonal: d.bool()))
    }
    add("Linalg.solve(_:_:)") { d in
      d.keep(Linalg.solve(d.tensor(), d.tensor()))
    }
    add("Linalg.inv(_:)") { d in
      d.keep(Linalg.inv(d.tensor()))
    }
    add("Linalg.det(_:)") { d in
      d.keep(Linalg.det(d.tensor()))
    }
    add("Linalg.slogdet(_:)") { d in
      d.keep(Linalg.slogdet(d.tensor()))
    }
    add("Linalg.matrixPower(_:_:)") { d in
      d.keep(Linalg.matrixPower(d.tensor(), d.int()))
    }
  }
}
