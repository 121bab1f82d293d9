import Tensors

/// How pixels between others are computed (`jax.image.ResizeMethod`).
public enum ResizeMethod: Sendable {
  /// The nearest pixel.
  case nearest
  /// A line between two, also called bilinear and triangle.
  case linear
  /// Lanczos' window of radius 3.
  case lanczos3
  /// Lanczos' window of radius 5.
  case lanczos5
  /// Keys' cubic.
  case cubic

  /// How much a pixel counts at a distance, where the method has weights.
  func weight(_ distance: Tensor) -> Tensor {
    switch self {
    case .nearest: Tensor(1.0)
    case .linear: maximum(0, 1 - abs(distance))
    case .lanczos3: ResizeMethod.lanczos(3, distance)
    case .lanczos5: ResizeMethod.lanczos(5, distance)
    case .cubic: ResizeMethod.keys(distance)
    }
  }

  private static func lanczos(_ radius: Double, _ x: Tensor) -> Tensor {
    let angle = Tensor(Double.pi) * x
    let window = Tensor(radius) * sin(angle) * sin(angle / Tensor(radius))
    let isNear = x .<= 1e-3
    let value = select(isNear, 1, window / square(select(isNear, 1, angle)))
    return select(x .> Tensor(radius), 0, value)
  }

  private static func keys(_ x: Tensor) -> Tensor {
    let near = (1.5 * x - 2.5) * x * x + 1
    let far = ((-0.5 * x + 2.5) * x - 4) * x + 2
    return select(x .>= 2, 0, select(x .>= 1, far, near))
  }
}
