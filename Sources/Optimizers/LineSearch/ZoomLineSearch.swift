import Tensors

/// A search for a step size where the loss falls enough and its slope is small (Nocedal and Wright, algorithms 3.5 and
/// 3.6), as optax does it.
struct ZoomLineSearch {
  let maxSteps: Int
  let maxStepsize: Double?
  let tolerance: Double
  let increaseFactor: Double
  let slopeRtol: Double
  let curvatureRtol: Double
  let approximateDecreaseRtol: Double?
  let intervalThreshold: Double

  /// The loss, its gradients, and its slope along the updates, at a step size.
  typealias Line = (_ stepsize: Tensor) -> (point: LinePoint, gradients: [Tensor])

  func callAsFunction(_ start: LinePoint, _ gradients: [Tensor], guess: Tensor, line: Line) -> ZoomSearch {
    let initial = ZoomSearch(at: start, gradients: gradients)
    return whileLoop(initial) { search in
      .!(search.done .| search.failed)
    } body: { search in
      let next = cond(search.intervalFound) {
        like(zoomed(search, start, line), search)
      } else: {
        like(widened(search, start, guess, line), search)
      }
      return like(settled(next), search)
    }
  }

  private func like(_ new: ZoomSearch, _ old: ZoomSearch) -> ZoomSearch {
    map(new, old) { $0.astype($1.dtype) }
  }

  private func choose<Tree: TensorTree>(_ condition: Tensor, _ a: Tree, _ b: Tree) -> Tree {
    map(a, b) { select(condition, $0, $1) }
  }

  /// A search that has failed goes to the best point that is safe, and stays where it began if even that is none.
  private func settled(_ search: ZoomSearch) -> ZoomSearch {
    let isTaken = search.failed .& ((search.safe.stepsize .> 0) .| isinf(search.decreaseError))
    var result = search
    result.current.stepsize = select(isTaken, search.safe.stepsize, search.current.stepsize)
    result.current.value = select(isTaken, search.safe.value, search.current.value)
    result.gradients = choose(isTaken, search.safeGradients, search.gradients)
    return result
  }

  /// By how much the loss has not fallen enough.
  private func decreaseError(_ point: LinePoint, _ start: LinePoint) -> Tensor {
    var error = point.value - start.value - Tensor(slopeRtol) * point.stepsize * start.slope
    if let approximateDecreaseRtol {
      let slope = point.slope - Tensor(2 * slopeRtol - 1) * start.slope
      let change = point.value - start.value - Tensor(approximateDecreaseRtol) * abs(start.value)
      error = minimum(maximum(slope, change), error)
    }
    return select(isnan(error), Tensor(Float.infinity), maximum(error, 0))
  }

  /// By how much the slope is too great.
  private func curvatureError(_ point: LinePoint, _ start: LinePoint) -> Tensor {
    let error = abs(point.slope) - Tensor(curvatureRtol) * abs(start.slope)
    return select(isnan(error), Tensor(Float.infinity), maximum(error, 0))
  }

  /// Greater and greater step sizes, until there is an interval with a good one in it.
  private func widened(_ search: ZoomSearch, _ start: LinePoint, _ guess: Tensor, _ line: Line) -> ZoomSearch
  {
    let isFirst = search.count .== 0
    let previous = search.current
    var stepsize = select(isFirst, guess, Tensor(increaseFactor) * previous.stepsize)
    var isGreatest = Tensor.full([], false, dtype: .bool)
    if let maxStepsize {
      isGreatest = stepsize .>= Tensor(maxStepsize)
      stepsize = minimum(stepsize, Tensor(maxStepsize))
    }
    let (point, gradients) = line(stepsize)
    let (decrease, curvature) = (decreaseError(point, start), curvatureError(point, start))
    let isGood = maximum(decrease, curvature) .<= Tensor(tolerance)
    let isSafe = decrease .<= Tensor(tolerance)
    let isHigh = (decrease .> 0) .| ((point.value .>= previous.value) .& .!isFirst)
    let isLow = (point.slope .>= 0) .& .!isHigh
    let isFound = isHigh .| isLow .| isGood
    var next = search
    next.count = search.count + 1
    (next.current, next.gradients) = (point, gradients)
    (next.decreaseError, next.curvatureError) = (decrease, curvature)
    next.safe = choose(isSafe, point, search.safe)
    next.safeGradients = choose(isSafe, gradients, search.safeGradients)
    next.low = choose(isLow, point, previous)
    next.high = choose(isLow, previous, point)
    next.reference = next.low
    next.intervalFound = isFound
    next.done = isGood .| (isGreatest .& .!isFound)
    next.failed = (search.count + 1 .>= Tensor(maxSteps)) .& .!next.done
    return next
  }

  /// A step size within the interval, which becomes smaller.
  private func zoomed(_ search: ZoomSearch, _ start: LinePoint, _ line: Line) -> ZoomSearch {
    let (low, high) = (search.low, search.high)
    let width = abs(high.stepsize - low.stepsize)
    let (point, gradients) = line(middle(low, high, search.reference, width))
    let (decrease, curvature) = (decreaseError(point, start), curvatureError(point, start))
    let isGood = maximum(decrease, curvature) .<= Tensor(tolerance)
    let isSafer = (decrease .<= Tensor(tolerance)) .& (point.value .< search.safe.value)
    let isHigh = (decrease .> 0) .| (point.value .>= low.value)
    let isTurned = (point.slope * (high.stepsize - low.stepsize) .>= 0) .& .!isHigh
    var next = search
    next.count = search.count + 1
    (next.current, next.gradients) = (point, gradients)
    (next.decreaseError, next.curvatureError) = (decrease, curvature)
    next.safe = choose(isSafer, point, search.safe)
    next.safeGradients = choose(isSafer, gradients, search.safeGradients)
    next.high = choose(isTurned, low, choose(isHigh, point, high))
    next.low = choose(isHigh, low, point)
    next.reference = choose(isHigh .| isTurned, high, low)
    next.done = isGood
    let isNarrow = (width .<= Tensor(intervalThreshold)) .& (next.safe.stepsize .> 0)
    next.failed = ((search.count + 1 .>= Tensor(maxSteps)) .| isNarrow) .& .!isGood
    return next
  }

  /// The least of a cubic through three points, or of a parabola, or the middle, the first that is well within.
  private func middle(_ low: LinePoint, _ high: LinePoint, _ third: LinePoint, _ width: Tensor) -> Tensor {
    let left = minimum(low.stepsize, high.stepsize)
    let right = maximum(low.stepsize, high.stepsize)
    func isWithin(_ x: Tensor, _ margin: Double) -> Tensor {
      (x .> left + Tensor(margin) * width) .& (x .< right - Tensor(margin) * width)
    }
    let cubic = leastOfCubic(low, high, third)
    let parabola = leastOfParabola(low, high)
    let bisection = (low.stepsize + high.stepsize) / 2
    return select(
      isWithin(cubic, 0.2), cubic, select(isWithin(parabola, 0.1), parabola, bisection))
  }

  private func leastOfCubic(_ a: LinePoint, _ b: LinePoint, _ c: LinePoint) -> Tensor {
    let (db, dc) = (b.stepsize - a.stepsize, c.stepsize - a.stepsize)
    let product = square(db * dc) * (db - dc)
    let first = b.value - a.value - a.slope * db
    let second = c.value - a.value - a.slope * dc
    let cubic = (square(dc) * first - square(db) * second) / product
    let quadratic = (db * db * db * second - dc * dc * dc * first) / product
    let root = sqrt(quadratic * quadratic - 3 * cubic * a.slope)
    return a.stepsize + (root - quadratic) / (3 * cubic)
  }

  private func leastOfParabola(_ a: LinePoint, _ b: LinePoint) -> Tensor {
    let width = b.stepsize - a.stepsize
    let curvature = (b.value - a.value - a.slope * width) / square(width)
    return a.stepsize - a.slope / (2 * curvature)
  }
}
