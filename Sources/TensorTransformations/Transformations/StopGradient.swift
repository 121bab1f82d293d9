public import TensorCore
import TensorPrimitives

/// The values with a derivative of zero, of the same shapes (`lax.stop_gradient`). Never fails.
public func stopGradient<T: TensorTree>(_ tree: T) -> T { map(tree) { stopGradient($0) } }
