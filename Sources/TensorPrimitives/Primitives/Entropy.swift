package import TensorCore

/// -x · log(x): 0 at 0, and -infinity below.
package struct Entropy: FormulaUnary {
  package init() {}

  package let name = "entr", hloName = "", domain = Domain.floating
  package func derivative(_ x: Tensor, _ y: Tensor) -> Tensor { -bind(Log(), x) - 1 }
  package func hasFormula(_ dtype: DType) -> Bool { true }
  package func formula(_ x: Tensor) -> Tensor {
    select(x .< 0, Tensor(-Double.infinity), -(x * log(select(x .<= 0, 1, x))))
  }
}
