/// What takes one tensor to one tensor: layers, and functions wrapped in `Activation`. A `Sequential` is made of them.
public protocol UnaryLayer: Sendable {
  /// The outputs, and the params with what the pass has updated.
  func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params)
}

/// A module that takes one tensor to one tensor: `let (outputs, params) = layer(params, inputs)`.
public protocol Layer: Module, UnaryLayer {}

/// Compiles a layer with XLA when it is first called with arguments of new types (`jax.jit`).
///
/// In errors the compiled function has the layer's type and path as its name.
public func jit(_ layer: any Layer) -> (Params, Tensor) throws -> (Tensor, Params) {
  jit(name: "\(type(of: layer))(\(layer.graph.pathText))") { (params: Params, inputs: Tensor) in
    layer(params, inputs)
  }
}
