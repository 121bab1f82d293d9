/// Equal layers one after the other, run as one compiled loop over stacked parameters (`hk.layer_stack`, `flax.linen.scan`).
///
///     let blocks = try LayerStack(graph / "blocks", count: 30) { node in
///       try TransformerBlock(node, size: 576, heads: 9, rng: rng)
///     }
///     var (x, params) = blocks(params, inputs)
///
/// The layer is traced, differentiated and compiled once, however many there are. It takes a tensor to one of the same shape
/// and dtype. Its parameters are below `layer`, each with a first axis for the layers: `net/blocks/layer/up/kernel`
/// `[30, 576, 2304]`. They begin as those of as many layers that are called in turn would; `Params.stacking` makes them of the
/// parameters of such, and `unstacking` does the reverse.
public final class LayerStack<Element: Layer>: Module, Layer, @unchecked Sendable {
  // @unchecked: all that it stores is constant.
  /// How many layers there are.
  public let count: Int
  /// The layer that runs that often.
  public let layer: Element
  /// Whether each layer is computed again for its gradient, so that only what goes from layer to layer is kept.
  public let isCheckpointed: Bool

  /// - Parameters:
  ///   - graph: the node that it is bound to, a child: `graph.child("name")`.
  ///   - count: how many layers there are.
  ///   - isCheckpointed: whether each layer is computed again for its gradient (`jax.checkpoint`).
  ///   - make: makes the layer at the node that it is given.
  /// - Throws: `ModelError` if the count is not positive or more than 65,536, what `make` throws, or as `Module.init`.
  public init(
    _ graph: Graph, count: Int, isCheckpointed: Bool = false, _ make: (Graph) throws -> Element
  ) throws {
    try graph.requireFree(for: LayerStack.self)
    try require(
      (1...LayerStack.most).contains(count), "LayerStack", "count is \(count)",
      expected: "a number from 1 to \(LayerStack.most)")
    self.count = count
    self.isCheckpointed = isCheckpointed
    layer = try make(graph.child("layer"))
    try super.init(graph)
  }

  /// More than any model has; parameters are created layer by layer.
  private static var most: Int { 1 << 16 }

  public override var defaultArguments: [String: Any] { ["isCheckpointed": false] }

  public func callAsFunction(_ params: Params, _ inputs: Tensor) -> (Tensor, Params) {
    self(params, inputs) { params, x in self.layer(params, x) }
  }

  /// The same with a call of the layer that takes more than a tensor, such as a mask:
  /// `blocks(params, x) { params, x in blocks.layer(params, x, mask: mask) }`.
  public func callAsFunction(
    _ params: Params, _ inputs: Tensor, _ call: @escaping (Params, Tensor) -> (Tensor, Params)
  ) -> (Tensor, Params) {
    let (own, shared) = params.split { path, _ in isOwn(path) }
    // Nothing to go through: parameters that are to be created, or a layer that has none.
    if own.isEmpty || !params.isLocked && own.firstError != nil { return inTurn(shared, inputs, call) }
    let first = Params().locked()
    let step = { (shared: Params, slice: Params, x: Tensor) in
      let (outputs, updated) = call(shared.merging(slice), x)
      let (ownUpdated, sharedUpdated) = updated.split { path, _ in self.isOwn(path) }
      // Trainable parameters stay as they are; to hand them out of the loop would copy them.
      return (outputs, sharedUpdated, first.merging(ownUpdated.split().1))
    }
    let checkpointed = checkpoint(step)
    let ((outputs, after), statistics) = scan((inputs, shared.locked()), own.locked()) { carry, slice in
      let (outputs, shared, statistics) =
        isCheckpointed ? checkpointed(carry.1, slice, carry.0) : step(carry.1, slice, carry.0)
      return ((outputs, shared), statistics)
    }
    let updated = shared.locked().merging(after).merging(own.locked()).merging(statistics)
    return (outputs, (params.isLocked ? updated : updated.unlocked()).ordered(as: params))
  }

  private func isOwn(_ path: [String]) -> Bool { path.starts(with: layer.graph.path) }

  /// The layers called one after the other, each with parameters of its own, which are stacked then.
  private func inTurn(
    _ shared: Params, _ inputs: Tensor, _ call: @escaping (Params, Tensor) -> (Tensor, Params)
  ) -> (Tensor, Params) {
    var (x, shared) = (inputs, shared)
    var layers: [Params] = []
    for _ in 0..<count {
      let updated: Params
      (x, updated) = call(shared, x)
      let own: Params
      (own, shared) = updated.split { path, _ in isOwn(path) }
      layers.append(own)
    }
    return (x, shared.merging(Params.stacked(layers)))
  }
}
