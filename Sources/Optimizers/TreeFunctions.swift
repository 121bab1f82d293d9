public import Tensors

/// The norm of all tensors of a tree taken as one vector (`optax.global_norm`), in float32 at least.
///
/// Its derivative where all elements are 0 is 0, not NaN as optax's.
public func globalNorm(_ tree: some TensorTree) -> Tensor {
  let norm = ScaledNorm(tree.leaves)
  return norm.root * norm.scale
}

/// The norm of tensors as a product, for it may be out of range, as may be the squares of elements.
struct ScaledNorm {
  let root: Tensor
  /// A power of two near the greatest element.
  let scale: Tensor

  init(_ leaves: [Tensor]) {
    let wide = leaves.map(\.accumulating)
    let greatest = wide.map { abs(stopGradient($0)).max(initial: 0) }.reduce(Tensor(Float(0)), maximum)
    let scale = greatest.powerOfTwoBelow
    let sum = wide.map { ($0 / scale).squaredSize.sum() }.reduce(Tensor(Float(0)), +)
    self.scale = scale
    root = sum.rootOfSquares
  }
}

/// A tree moved towards another: `stepSize · new + (1 - stepSize) · old` (`optax.incremental_update`), as for the
/// parameters of a target network.
public func incrementalUpdate<Tree: TensorTree>(_ new: Tree, _ old: Tree, stepSize: Double) -> Tree {
  map(new, old) { new, old in
    let moved = Tensor(stepSize) * new.accumulating + Tensor(1 - stepSize) * old.accumulating
    return moved.astype(old.inexactDType)
  }
}

/// The new tree where `steps` is a multiple of `updatePeriod`, the old one elsewhere (`optax.periodic_update`), as for the
/// parameters of a target network.
///
/// Fails where the period is not positive.
public func periodicUpdate<Tree: TensorTree>(
  _ new: Tree, _ old: Tree, _ steps: Tensor, updatePeriod period: Int
) -> Tree {
  guard period > 0 else {
    let failure = Tensor(
      failure: TensorError(
        operation: "periodicUpdate", problem: "the period is \(period)",
        expected: "a positive number of steps",
        module: nil))
    return map(new) { _ in failure }
  }
  let isDue = remainder(steps, Tensor(period)) .== 0
  return map(new, old) { select(isDue, $0, $1) }
}

/// Averages of gradients to a power moved towards new ones, `decay · moments + (1 - decay) · updates ^ order`
/// (`optax.update_moment`), in float32 at least.
public func updateMoment<Tree: TensorTree>(_ updates: Tree, _ moments: Tree, _ decay: Double, _ order: Int)
  -> Tree
{
  map(updates, moments) { update, moment in
    let wide = update.accumulating
    let powers = order == 1 ? wide : order == 2 ? square(wide) : power(wide, Tensor(order))
    return Tensor(1 - decay) * powers + Tensor(decay) * moment.accumulating
  }
}

/// Averages that began at zero, corrected for that: `moments / (1 - decay ^ count)` (`optax.bias_correction`).
public func biasCorrection<Tree: TensorTree>(_ moments: Tree, _ decay: Double, _ count: Tensor) -> Tree {
  moments.unflatten(GradientTransformation.corrected(moments.leaves, decay, count))
}

/// The norm of a tensor, at least `minNorm`, with a derivative everywhere (`optax.safe_norm`); in float32 for 16 bits.
public func safeNorm(_ x: Tensor, _ minNorm: Double) -> Tensor {
  maximum(x.accumulating.squaredSize.sum().rootOfSquares, Tensor(minNorm))
}

/// The root of the mean of squares of a tensor, at least `minRms`, with a derivative everywhere
/// (`optax.safe_root_mean_squares`); in float32 for 16 bits.
public func safeRootMeanSquares(_ x: Tensor, _ minRms: Double) -> Tensor {
  maximum(x.accumulating.squaredSize.mean().rootOfSquares, Tensor(minRms))
}
