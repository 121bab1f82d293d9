import StableHLO

extension WindowTiles {
  /// From each window of `chooser`, the element of `values` at the place of its extremum: the first of equals.
  ///
  /// As a window reduction finds it, from the worst value on: an element that is no better than that is not found.
  ///
  /// - Parameters:
  ///   - padding: the worst value of the chooser's dtype, and 0 of the values'.
  ///   - choosing: the comparison by which an element is kept before a later one.
  func gather(
    _ values: HLOValue, _ chooser: HLOValue, padding: [HLOValue], choosing direction: String, _ f: HLOFunction
  ) -> HLOValue {
    let choosers = divide(chooser, padding: padding[0], f)
    let values = divide(values, padding: padding[1], f)
    guard windowSize <= WindowTiles.mostWritten else {
      return f.reduce([choosers, values], initial: padding, dimensions: placeAxes) { f, v in
        let keeps = f.compare(direction, v[0], v[2])
        return [f.select(keeps, v[0], v[2]), f.select(keeps, v[1], v[3])]
      }[1]
    }
    let pairs = zip(positions(choosers, f), positions(values, f))
    var best: HLOValue?
    var found: HLOValue?
    for (candidate, value) in pairs {
      let current = best ?? f.broadcastInDim(padding[0], dimensions: [], to: candidate.type)
      let keeps = f.compare(direction, current, candidate)
      best = f.select(keeps, current, candidate)
      found = f.select(keeps, found ?? f.broadcastInDim(padding[1], dimensions: [], to: value.type), value)
    }
    return found ?? values
  }

  /// The elements of `values`, one for each window, at the place of the extremum of the window of `chooser`, the first
  /// of equals; 0 elsewhere.
  ///
  /// - Parameters:
  ///   - padding: the worst value of the chooser's dtype, and 0 of the values'.
  ///   - choosing: the comparison by which an element is kept before a later one.
  func scatter(
    _ values: HLOValue, _ chooser: HLOValue, padding: [HLOValue], choosing direction: String,
    to type: HLOType, _ f: HLOFunction
  ) -> HLOValue {
    let choosers = divide(chooser, padding: padding[0], f)
    let positions = HLOType(.i32, extents)
    let found = f.broadcastInDim(
      firstPosition(choosers, worst: padding[0], choosing: direction, f), dimensions: windowAxes,
      to: positions)
    let spread = HLOType(type.element, extents)
    let scattered = f.select(
      f.compare("EQ", found, numbers(f)), f.broadcastInDim(values, dimensions: windowAxes, to: spread),
      f.broadcastInDim(padding[1], dimensions: [], to: spread))
    return join(scattered, padding: padding[1], to: type, f)
  }

  /// The number of the place of each window's extremum.
  private func firstPosition(
    _ choosers: HLOValue, worst: HLOValue, choosing direction: String, _ f: HLOFunction
  ) -> HLOValue {
    guard windowSize <= WindowTiles.mostWritten else {
      let nowhere = f.constant("-1", HLOType(.i32, []))
      return f.reduce([choosers, numbers(f)], initial: [worst, nowhere], dimensions: placeAxes) { f, v in
        // What is outside of the window is never kept.
        let zero = f.constant("0", HLOType(.i32, []))
        let isFound = f.compare("GE", v[1], zero)
        let isBetter = f.binary("stablehlo.or", f.compare(direction, v[0], v[2]), f.compare("LT", v[3], zero))
        let keeps = f.binary("stablehlo.and", isFound, isBetter)
        return [f.select(keeps, v[0], v[2]), f.select(keeps, v[1], v[3])]
      }[1]
    }
    let candidates = positions(choosers, f)
    var best = candidates[0]
    let type = HLOType(.i32, best.type.dimensions)
    var position = f.constant("0", type)
    for (number, candidate) in candidates.enumerated().dropFirst() {
      let keeps = f.compare(direction, best, candidate)
      best = f.select(keeps, best, candidate)
      position = f.select(keeps, position, f.constant(String(number), type))
    }
    return position
  }

  /// The largest window whose comparisons are written one after the other, for XLA to do many windows at a time.
  private static let mostWritten = 16
}
