package import TensorCore

/// A primitive that may be computed of a few elements in the memory of the process.
package protocol HostEvaluated: Primitive {}

extension HostEvaluated {
  package var isEvaluatedOnHost: Bool { true }
}
