import ArgumentParser
import Blox

/// The parts that every batch is divided into, along a named axis: one for each process, or for each lane of a `vmap`.
struct BatchParts {
  let count: Int
  private let processes: Processes?

  /// The name of the axis; nil if there is one part.
  var axisName: String? { count > 1 ? "parts" : nil }
  /// Whether this process reports what all of them do.
  var reports: Bool { processes?.index ?? 0 == 0 }

  /// - Parameter mpi: whether this is one of several processes, whose number is then that of the parts.
  init(count: Int, mpi: Bool, batchSize: Int) throws {
    processes = mpi ? try MPI.initialize(axisName: "parts") : nil
    self.count = processes?.count ?? count
    guard batchSize % self.count == 0 else {
      throw ValidationError("--batch-size is \(batchSize); expected a multiple of the \(self.count) parts")
    }
  }

  /// The images of a batch that this process computes with.
  func images(ofStep step: Int, batchSize: Int) -> Range<Int> {
    guard let processes else { return step * batchSize..<(step + 1) * batchSize }
    let size = batchSize / count
    let start = step * batchSize + processes.index * size
    return start..<(start + size)
  }

  /// The params with a seed for this part, so that each has dropout of its own.
  func seeded(_ params: Params, _ rng: Rng) -> Params {
    guard let axisName else { return params }
    return rng.seed(params, seed: Random.foldIn(rng.getSeed(params), axisIndex(axisName)))
  }

  /// The mean over the parts.
  func mean<T: TensorTree>(_ tree: T) -> T { axisName.map { pmean(tree, $0) } ?? tree }

  /// A training step of one part as that of all parts that this process computes.
  func all(
    _ step: @escaping (Params, Tensor, Tensor, Tensor) throws -> (Tensor, Params)
  ) -> (Params, Tensor, Tensor, Tensor) throws -> (Tensor, Params) {
    if processes != nil || count == 1 { return step }
    let lanes = vmap(in: [nil, 0, 0, nil], out: (nil, nil), axisName: axisName, step)
    return { params, images, labels, rate in
      try lanes(params, images.reshape([count, -1, 64]), labels.reshape([count, -1]), rate)
    }
  }
}
