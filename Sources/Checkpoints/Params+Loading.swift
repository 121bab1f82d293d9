public import Blox
public import Foundation
import Tensors

extension Params {
  /// These parameters with values of a file that another library wrote, by a table of names.
  ///
  ///     let structure = try evalShape { (x: Tensor) in model(rng.seed(Params(), seed: 0), x).1 }(.zeros([1, 8]))
  ///     let params = try structure.loading(from: url, map: [
  ///       "net/embed/embedding": "wte.weight",
  ///       "net/block_*/up/kernel": FileTensor("h.*.mlp.up.weight").transposed,
  ///       "net/block_*/up/bias": "h.*.mlp.up.bias",
  ///       "net/head/*": .kept,
  ///     ])
  ///
  /// A star stands for any text, the same in the name; of several entries for a parameter the most exact one counts. The state
  /// of generators is kept, unless the table says otherwise. Values that are floating-point numbers come in the dtype of the
  /// parameter: `structure.cast(to: .bfloat16)` loads in half the memory.
  ///
  /// - Parameters:
  ///   - url: a safetensors file, an index of several (`model.safetensors.index.json`), or a folder with one of them under
  ///     the name that Hugging Face gives it.
  ///   - map: where each parameter comes from, by its path.
  ///   - ignoring: the names in the file, with stars, that nothing is made of.
  ///   - mapped: whether files are mapped into memory, as in `loading(from:mapped:)`.
  /// - Throws: `ModelError` that names, all at once, what is missing in the file, what has no entry, what is unused and
  ///   what is of another shape; `SafetensorsError` if a file cannot be read or is damaged.
  public func loading(
    from url: URL, map: [String: FileTensor], ignoring: [String] = [], mapped: Bool = false
  ) throws -> Params {
    let entries = map.map { (pattern: NamePattern($0.key), source: $0.value) }
      .sorted { $0.pattern.exactness > $1.pattern.exactness }
    return try loading(from: url, ignoring: ignoring, mapped: mapped) { path, param in
      if let exact = map[path] { return exact }
      for (pattern, source) in entries {
        if let texts = pattern.texts(in: path) { return source.filled(texts) }
      }
      return param.isGeneratorState ? .kept : nil
    }
  }

  /// These parameters with values of a file that another library wrote, by a function of their paths.
  ///
  /// The function says where a parameter's value comes from (`net/block_3/up/kernel`), `.kept` for one that keeps its value,
  /// and nil for one that it does not know. Everything else is as with a table.
  ///
  /// - Throws: as with a table; what the function throws.
  public func loading(
    from url: URL, ignoring: [String] = [], mapped: Bool = false,
    map: (_ path: String) throws -> FileTensor?
  ) throws -> Params {
    try loading(from: url, ignoring: ignoring, mapped: mapped) { path, param in
      try map(path) ?? (param.isGeneratorState ? .kept : nil)
    }
  }

  private func loading(
    from url: URL, ignoring: [String], mapped: Bool, _ source: (String, Param) throws -> FileTensor?
  ) throws -> Params {
    let files = try SafetensorsFiles(contentsOf: url, mapped: mapped)
    var report = LoadingReport(path: files.path)
    var values: [[String]: Tensor] = [:]
    var used: Set<String> = []
    for (path, param) in items {
      let name = path.joined(separator: "/")
      guard let source = try source(name, param) else {
        report.withoutEntry.append(name)
        continue
      }
      if source.names.isEmpty { continue }
      used.formUnion(source.names)
      let missing = source.names.filter { files.tensors[$0] == nil }
      guard missing.isEmpty else {
        report.missing += missing.map { "\($0) (for \(name))" }
        continue
      }
      let value = source.make(try source.names.map(files.tensor))
      if let taken = report.checked(value, for: name, param.value) { values[path] = taken }
    }
    let ignored = ignoring.map(NamePattern.init)
    report.unused = files.tensors.keys.sorted().filter { name in
      !used.contains(name) && !ignored.contains { $0.texts(in: name) != nil }
    }
    try report.check()
    return try replacingValues(values)
  }
}

extension Param {
  /// Whether it is the seed or the counter of an `Rng`.
  fileprivate var isGeneratorState: Bool { metadata.tag == "rng_seed" || metadata.tag == "rng_counter" }
}
