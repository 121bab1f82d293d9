import Blox
import Checkpoints
import Foundation
import Testing

/// Weights from elsewhere: by a table or a function of names, from one file or several, with a report of all that does not fit.
@Suite struct LoadingTests {
  private let graph: Graph
  private let rng: Rng
  private let model: Sequential
  private let params: Params

  init() throws {
    graph = try Graph("net")
    rng = try Rng(graph / "rng")
    let (graph, rng) = (graph, rng)
    model = try Sequential(graph / "model") {
      for block in 0..<2 { try Linear(graph / "block_\(block)", outputSize: 2, rng: rng) }
      try Linear(graph / "head", outputSize: 1, rng: rng)
    }
    params = model(rng.seed(Params(), seed: 1), .ones([1, 2])).1.locked()
  }

  /// As PyTorch has them: weights `[out, in]`, and those of both blocks' biases in one tensor.
  private static let file: [String: Tensor] = [
    "layers.0.weight": Tensor([[1, 2], [3, 4]] as [[Float]]),
    "layers.1.weight": Tensor([[5, 6], [7, 8]] as [[Float]]).astype(.bfloat16),
    "biases": Tensor([1, 2, 3, 4] as [Float]),
    "classifier.weight": Tensor([[1, 1], [2, 2], [3, 3]] as [[Float]]),
  ]

  private static let table: [String: FileTensor] = [
    "net/block_*/kernel": FileTensor("layers.*.weight").transposed,
    "net/block_0/bias": FileTensor("biases").part(0, of: 2),
    "net/block_1/bias": FileTensor("biases").reshaped([2, 2]).map { $0[1] },
    "net/head/*": .kept,
  ]

  private func inFolder(_ body: (URL) throws -> Void) throws {
    try SafetensorsFileTests.inTemporaryFolder(body)
  }

  private func check(_ loaded: Params) throws {
    func values(_ path: String) throws -> [Float] {
      try loaded[path.split(separator: "/").map(String.init)].value.scalars()
    }
    #expect(try values("net/block_0/kernel") == [1, 3, 2, 4])
    #expect(try values("net/block_1/kernel") == [5, 7, 6, 8])
    #expect(try values("net/block_0/bias") == [1, 2] && values("net/block_1/bias") == [3, 4])
    #expect(try values("net/head/kernel") == params["net/head/kernel"].value.scalars())
    #expect(loaded.isLocked && loaded.hasSameStructure(as: params))
  }

  @Test func byATableAndAFunction() throws {
    try inFolder { folder in
      let url = folder.appending(path: "model.safetensors")
      try Self.file.save(to: url)
      try check(params.loading(from: url, map: Self.table, ignoring: ["classifier.*"]))
      // Into a structure, of which only the shapes are known, and a folder as Hugging Face's.
      let structure = try evalShape { (x: Tensor) in model(rng.seed(Params(), seed: 0), x).1.locked() }(
        .ones([1, 2]))
      let loaded = try structure.loading(from: folder, ignoring: ["*"]) { path in
        path.contains("block") && path.hasSuffix("kernel")
          ? FileTensor("layers.\(path.contains("_0") ? 0 : 1).weight").transposed : .kept
      }
      #expect(try loaded["net/block_1/kernel"].value.scalars(Float.self) == [5, 7, 6, 8])
      #expect(try loaded["net/block_1/kernel"].value.dtype == .float32)
      let narrow = try structure.cast(to: .float16).loading(
        from: url, map: Self.table, ignoring: ["classifier.*"])
      #expect(try narrow["net/block_0/kernel"].value.dtype == .float16)
      #expect(try narrow["net/rng/counter"].value.dtype == .uint32)
      // Several tensors of the file make one parameter.
      let joined = try params.loading(from: url, ignoring: ["*"]) { path in
        path != "net/block_0/kernel"
          ? .kept : FileTensor(["layers.0.weight", "layers.1.weight"]) { $0[0] + $0[1] }.transposed([1, 0])
      }
      #expect(try joined["net/block_0/kernel"].value.scalars(Float.self) == [6, 10, 8, 12])
    }
  }

  @Test func byAnIndexOfSeveralFiles() throws {
    try inFolder { folder in
      let parts = ["a.safetensors": ["layers.0.weight", "biases"], "b.safetensors": ["layers.1.weight"]]
      for (name, members) in parts {
        try Self.file.filter { members.contains($0.key) }.save(to: folder.appending(path: name))
      }
      let index = folder.appending(path: "model.safetensors.index.json")
      func write(_ text: String) throws { try Data(text.utf8).write(to: index) }
      let map = parts.flatMap { part in part.value.map { "\"\($0)\": \"\(part.key)\"" } }.joined(
        separator: ", ")
      try write("{\"metadata\": {\"total_size\": 1}, \"weight_map\": {\(map)}}")
      try check(params.loading(from: index, map: Self.table))
      try check(params.loading(from: folder, map: Self.table, mapped: true))
      for (text, words) in [
        ("{\"weight_map\": {\"x\": \"../a.safetensors\"}}", "no file beside the index"),
        ("{\"weight_map\": {\"x\": \"a.safetensors\"}}", "'x' is not in 'a.safetensors'"),
        ("{}", "no 'weight_map'"), ("{", "string was expected"),
      ] {
        try write(text)
        let error = #expect(throws: SafetensorsError.self) {
          try params.loading(from: index, map: Self.table)
        }
        #expect(error?.description.contains(words) == true, "\(String(describing: error))")
      }
    }
  }

  @Test func everythingThatDoesNotFitIsSaidAtOnce() throws {
    try inFolder { folder in
      let url = folder.appending(path: "model.safetensors")
      try Self.file.save(to: url)
      let error = #expect(throws: ModelError.self) {
        try params.loading(
          from: url,
          map: [
            "net/block_0/kernel": "layer.0.weight", "net/block_1/kernel": "biases",
            "net/block_*/bias": FileTensor("biases").part(0, of: 3),
          ])
      }
      for line in [
        "layer.0.weight (for net/block_0/kernel)", "net/block_1/kernel: f32[4] instead of f32[2,2]",
        "net/block_0/bias: split: an axis of 4 elements for 3 equal parts",
        "parameters that the map says nothing of (2):\n    net/head/kernel\n    net/head/bias",
        "in the file and not used (3):\n    classifier.weight\n    layers.0.weight\n    layers.1.weight",
      ] { #expect(error?.description.contains(line) == true, "\(line) in \(String(describing: error))") }
      let part = #expect(throws: ModelError.self) {
        try params.loading(from: url, ignoring: ["*"]) {
          $0.contains("bias") ? FileTensor("biases").part(4, of: 2) : .kept
        }
      }
      #expect(part?.description.contains("part 4 of 2") == true)
    }
  }

  @Test func tensorsOfAFile() throws {
    try inFolder { folder in
      let url = folder.appending(path: "x.safetensors")
      try Self.file.save(to: url)
      let file = try SafetensorsFile(contentsOf: url)
      #expect(try file.tensor("layers.1.weight").scalars(Float.self) == [5, 6, 7, 8])
      #expect(try file.tensor("layers.1.weight").dtype == .bfloat16)
      #expect(throws: SafetensorsError.self) { try file.tensor("nothing") }
      try SafetensorsFile.write([SafetensorsTensor(name: "small", dtype: .f8E4M3, shape: [2])], to: url) {
        _ in
        Data([0, 1])
      }
      let error = #expect(throws: ModelError.self) { try SafetensorsFile(contentsOf: url).tensor("small") }
      #expect(error?.description.contains("F8_E4M3") == true)
    }
  }

  private struct State: TensorTree {
    var params: Params
    var step: Tensor
    var averages: [String: Tensor]
    mutating func forEachLeaf(_ body: (inout Tensor) -> Void) {
      params.forEachLeaf(body)
      step.forEachLeaf(body)
      averages.forEachLeaf(body)
    }
  }

  @Test func treesAreSavedByTheNamesOfTheirMembers() throws {
    try inFolder { folder in
      let url = folder.appending(path: "state.safetensors")
      let own = params.split { path, _ in path.contains("head") }.0
      let state = State(params: own, step: 3, averages: ["b": Tensor([1.0]), "a": Tensor([2.0])])
      try state.save(to: url)
      let names = ["averages/a", "averages/b", "params/net/head/bias", "params/net/head/kernel", "step"]
      #expect(try SafetensorsFile(contentsOf: url).tensors.map(\.name).sorted() == names)
      let blank = map(state) { .zerosLike($0) }
      func isSame(_ a: State) throws -> Bool {
        try zip(a.leaves, state.leaves).allSatisfy { try $0.bytes() == $1.bytes() }
      }
      #expect(try isSame(blank.loading(from: url)))
      // A file of an earlier version has numbers.
      try Dictionary(uniqueKeysWithValues: state.leaves.enumerated().map { ("\($0)", $1) }).save(to: url)
      #expect(try SafetensorsFile(contentsOf: url).tensors.map(\.name).sorted() == ["0", "1", "2", "3", "4"])
      #expect(try isSame(blank.loading(from: url)))
      let shards = folder.appending(path: "shards")
      try state.saveShards(to: shards)
      let files = try SafetensorsFile(contentsOf: shards.appending(path: "device-0.safetensors"))
      #expect(files.tensors.map(\.name).sorted() == names)
    }
  }
}
