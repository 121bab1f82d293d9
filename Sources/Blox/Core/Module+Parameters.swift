extension Module {
  /// A parameter of this module; where there is none yet, it is created.
  ///
  /// A parameter that cannot be created (locked params, a generator that was not seeded, a shape read from an input that
  /// has failed) comes as a tensor that carries the error, which is thrown where values leave the model. Unlocked params
  /// keep that tensor, too, and the parameter is created anew at the next request.
  ///
  /// - Parameters:
  ///   - params: the params that it is in, or is put into.
  ///   - name: the last component of the path.
  ///   - shape: the shape, like `initializer` needed for a new parameter alone; one that exists is returned as it
  ///     is.
  ///   - initializer: how a new parameter is created.
  ///   - dtype: the dtype of a new parameter.
  ///   - trainable: whether gradients are taken with respect to the parameter.
  ///   - metadata: the metadata of a new parameter.
  ///   - rng: where an initializer's random numbers come from. Its counter goes on by one whatever the initializer,
  ///     so that another choice for one parameter leaves all others as they were.
  public final func getParam(
    _ params: Params, _ name: String, shape: @autoclosure () -> Shape? = nil, initializer: Initializer? = nil,
    dtype: DType = .float32, trainable: Bool = true, metadata: Metadata = Metadata(), rng: Rng? = nil
  ) -> (Tensor, Params) {
    let path = paramPath(name)
    if let index = params.layout.index(of: path) {
      let value = params.values[index]
      if value.error == nil { return (value.with(origin: origin(path)), params) }
      if params.isLocked { return (value, params) }
    }
    func failed(_ error: TensorError) -> (Tensor, Params) {
      let failure = Tensor.failed(error)
      var copy = params
      if !params.isLocked { copy.put(failure, path, trainable: trainable, metadata: metadata) }
      return (failure, copy)
    }
    if let error = quantizedFailure(params, name) { return failed(error) }
    // A shape of a failed input would make a parameter that looks right, and is not.
    let (shape, inputError) = FailedShapeReads.watched(shape)
    if let inputError { return failed(inputError) }
    guard let shape, let initializer else {
      return failed(
        parameterError(
          "getParam", "the parameter '\(path.joined(separator: "/"))' does not exist",
          expected: "shape and initializer, to create it"))
    }
    guard !params.isLocked else {
      // What went wrong when the params were made is why it is missing.
      if let cause = params.firstError { return failed(cause) }
      return failed(
        parameterError(
          "getParam", "the parameter '\(path.joined(separator: "/"))' is missing and the params are locked",
          expected: "params that were initialized with this model, or params.unlocked() to add to them"))
    }
    var (key, updated) = rng.map { $0(params) } ?? (missingKey(name, initializer), params)
    if rng != nil, let error = key.error { return failed(error) }
    let value = withModulePath(initializer(key, shape, dtype))
    if let error = value.error { return failed(error) }
    updated.put(value, path, trainable: trainable, metadata: metadata)
    return (value.with(origin: origin(path)), updated)
  }

  /// What a parameter is marked with, for error texts.
  private func origin(_ path: [String]) -> Origin { Origin(parameter: path, modules: graph) }

  /// The params with another value for a parameter of this module; also with another flag, and with metadata added.
  ///
  /// A parameter that is missing is put into the params as a tensor that carries the error.
  public final func setParam(
    _ params: Params, _ name: String, _ value: Tensor, trainable: Bool? = nil, metadata: Metadata? = nil
  ) -> Params {
    update(params, name, value, trainable, metadata)
  }

  /// The params with a parameter of this module frozen or released, and with metadata added.
  public final func setParam(
    _ params: Params, _ name: String, trainable: Bool, metadata: Metadata? = nil
  ) -> Params {
    update(params, name, nil, trainable, metadata)
  }

  /// The params with metadata added to a parameter of this module.
  public final func setParam(_ params: Params, _ name: String, metadata: Metadata) -> Params {
    update(params, name, nil, nil, metadata)
  }

  private func update(
    _ params: Params, _ name: String, _ value: Tensor?, _ trainable: Bool?, _ metadata: Metadata?
  ) -> Params {
    var copy = params
    let path = paramPath(name)
    if let index = params.layout.index(of: path) {
      copy.update(index, value: value, trainable: trainable, metadata: metadata)
    } else {
      let error = parameterError(
        "setParam", "the parameter '\(path.joined(separator: "/"))' does not exist",
        expected: "a parameter that getParam has created before")
      copy.put(Tensor.failed(error), path, trainable: trainable ?? true, metadata: metadata ?? Metadata())
    }
    return copy
  }

  /// An error of this module that travels with a tensor.
  final func parameterError(_ operation: String, _ problem: String, expected: String) -> TensorError {
    TensorError(operation: operation, problem: problem, expected: expected, module: graph.pathText)
  }

  /// A failed tensor for an input that the module does not accept.
  final func failedTensor(_ problem: String, expected: String) -> Tensor {
    Tensor.failed(parameterError("\(type(of: self))", problem, expected: expected))
  }

  /// What a layer returns for inputs that it cannot take, with its parameters that are missing.
  ///
  /// Params that are not locked are about to get them, and keep the error in their place: else it would be lost with an
  /// output that nobody reads. They are created at the next request.
  final func refused(_ failure: Tensor, _ params: Params, _ names: [String]) -> (Tensor, Params) {
    var copy = params
    for path in names.map(paramPath) where !params.isLocked && params.layout.index(of: path) == nil {
      copy.put(failure, path, trainable: true, metadata: Metadata())
    }
    return (failure, copy)
  }

  /// The tensor, with its error told of this module if it names none.
  final func withModulePath(_ tensor: Tensor) -> Tensor {
    tensor.error.map { Tensor.failed($0.withModulePath(in: graph.pathText)) } ?? tensor
  }

  /// The key of a parameter that was given no generator: an error for initializers that read it.
  private func missingKey(_ name: String, _ initializer: Initializer) -> Tensor {
    Tensor(
      failure: parameterError(
        "getParam",
        "the initializer \(initializer) of '\(paramPath(name).joined(separator: "/"))' needs random "
          + "numbers, and no rng was given",
        expected: "rng: an Rng module, or an initializer that needs none, such as .zeros"))
  }
}
