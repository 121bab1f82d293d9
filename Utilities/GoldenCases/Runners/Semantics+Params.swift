import Blox

extension Semantics {
  /// The result of a function about params; nil if it is another.
  func params(_ name: String) throws -> JSONValue? {
    switch name {
    case "order":
      let params = initialized
      let sorted = try jit { (params: Params) in params }(params)
      return [
        "insertion": .strings(params.names), "after_jit": .strings(sorted.names),
        "leaf_paths": .strings(leafPaths(params)),
      ]
    case "immutability":
      let params = initialized
      return [
        "before": .strings(seeded.names), "after_old": .strings(seeded.names), "new": .strings(params.names),
        "locked": [
          .bool(seeded.isLocked), .bool(seeded.locked().isLocked), .bool(seeded.locked().unlocked().isLocked),
        ],
      ]
    case "freeze": return try freeze()
    case "merge_override":
      var (a, b) = (Params(), Params())
      a = try a.assigning(Param(.zeros([])), to: ["a"]).assigning(Param(.zeros([])), to: ["b"])
      b = try b.assigning(Param(.ones([]), trainable: false), to: ["b"])
      let merged = try a.merge(b)
      return [
        "keys": .strings(merged.names), "b": .number(try merged["b"].value.item()),
        "b_trainable": .bool(try merged["b"].trainable), "len": .integer(merged.count),
      ]
    case "merge_lock_mismatch": return .strings(try seeded.merge(seeded.locked()).names)
    case "getitem_missing": return .string("\(try Params()["a", "b"])")
    case "setitem_locked": return .strings(try Params().locked().assigning(Param(0.0), to: ["a"]).names)
    case "get_without_shape": return shape(linear.getParam(initialized, "kernel").0)
    case "shape_not_checked":
      return shape(linear.getParam(initialized, "kernel", shape: [9, 9], initializer: .zeros).0)
    case "get_missing_without_shape": return shape(try linear.getParam(seeded, "kernel").0.checked())
    case "locked_missing": return shape(try linear(seeded.locked(), .ones([1, 2])).0.checked())
    case "set_missing": return .strings(try linear.setParam(seeded, "nope", .zeros([])).checked().names)
    default: return nil
    }
  }

  private func shape(_ tensor: Tensor) -> JSONValue { .array(tensor.shape.dimensions.map(JSONValue.integer)) }

  private func freeze() throws -> JSONValue {
    let params = initialized
    var frozen = linear.setParam(params, "kernel", trainable: false, metadata: ["tag": "frozen"])
    frozen = linear.setParam(frozen, "kernel", metadata: ["x": 1])
    let (trainable, others) = frozen.split()
    var metadata = JSONObject()
    for (key, value) in try frozen["net", "lin", "kernel"].metadata.entries {
      switch value {
      case .integer(let number): metadata.members.append(.init(key: key, value: .integer(number)))
      default: metadata.members.append(.init(key: key, value: .string("\(value)")))
      }
    }
    return [
      "trainable": .strings(trainable.names), "non_trainable": .strings(others.names),
      "metadata": .object(metadata), "old_trainable": .strings(params.split().0.names),
    ]
  }

  /// The order of the leaves, in the words of `jax.tree_util.keystr`.
  private func leafPaths(_ params: Params) -> [String] {
    // Numbering the leaves shows which parameter each one is.
    var numbered = params
    var count = 0
    numbered.forEachLeaf { leaf in
      leaf = Tensor(count)
      count += 1
    }
    let order = numbered.items.sorted { a, b in
      ((try? a.param.value.item(Int.self)) ?? 0) < ((try? b.param.value.item(Int.self)) ?? 0)
    }
    return order.map { path, _ in
      "[<flat index 0>][(" + path.map { "'\($0)'" }.joined(separator: ", ") + ")][<flat index 0>]"
    }
  }
}
