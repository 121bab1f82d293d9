package import TensorCore

/// A primitive with two operands that is one function of numbers.
package protocol HostBinary: HostEvaluated {
  associatedtype Arithmetic: HostArithmetic
}

extension HostBinary {
  package func evaluateOnHost(_ operands: [HostOperand], _ result: TensorType) -> [UInt8]? {
    Arithmetic.evaluate(operands, result)
  }
}

extension Add: HostBinary { package typealias Arithmetic = Sum }
extension Sub: HostBinary { package typealias Arithmetic = Difference }
extension Mul: HostBinary { package typealias Arithmetic = Product }
extension Div: HostBinary { package typealias Arithmetic = Quotient }
extension Max: HostBinary { package typealias Arithmetic = Greater }
extension Min: HostBinary { package typealias Arithmetic = Lesser }
