package import StableHLO
package import TensorCore

extension Scan {
  package func lower(_ operands: [HLOValue], _ context: LoweringContext) -> [HLOValue] {
    let f = context.function
    let parts = parts
    let constants = Array(operands[parts.constants])
    let inputs = Array(operands[parts.inputs])
    var state = State(carries: Array(operands[parts.carries]), outputs: [])
    for type in context.resultTypes[carryCount...] {
      let zero = f.constant(ScalarLiteral(0, type.dtype).hloLiteral, HLOType(type.dtype.hlo, []))
      state.outputs.append(f.broadcastInDim(zero, dimensions: [], to: type.hlo))
    }
    let unroll = min(max(unroll, 1), max(length, 1))
    let trips = length / unroll
    if trips > 1 {
      state = loop(f, constants, inputs, state, trips: trips, unroll: unroll)
      for run in (trips * unroll)..<length { step(f, constants, inputs, &state, at: index(f, run)) }
    } else {
      for run in 0..<length { step(f, constants, inputs, &state, at: index(f, run)) }
    }
    return state.carries + state.outputs
  }

  /// What changes from run to run.
  private struct State {
    var carries: [HLOValue]
    var outputs: [HLOValue]
  }

  private static let counter = HLOType(.i32, [])

  private func index(_ f: HLOFunction, _ run: Int) -> HLOValue {
    f.constant(String(isReversed ? length - 1 - run : run), Scan.counter)
  }

  private func loop(
    _ f: HLOFunction, _ constants: [HLOValue], _ inputs: [HLOValue], _ state: State, trips: Int, unroll: Int
  ) -> State {
    let zero = f.constant("0", Scan.counter)
    let initial = [zero] + state.carries + state.outputs + constants + inputs
    let final = f.whileLoop(
      initial,
      condition: { f, values in f.compare("LT", values[0], f.constant(String(trips * unroll), Scan.counter))
      },
      body: { f, values in
        var rest = values.dropFirst()
        func take(_ count: Int) -> [HLOValue] {
          defer { rest = rest.dropFirst(count) }
          return Array(rest.prefix(count))
        }
        var state = State(carries: take(carryCount), outputs: take(resultCount - carryCount))
        let constants = take(constantCount)
        let inputs = take(inputs.count)
        for offset in 0..<unroll {
          let run = f.binary("stablehlo.add", values[0], f.constant(String(offset), Scan.counter))
          let last = f.constant(String(length - 1), Scan.counter)
          let index = isReversed ? f.binary("stablehlo.subtract", last, run) : run
          step(f, constants, inputs, &state, at: index)
        }
        let next = f.binary("stablehlo.add", values[0], f.constant(String(unroll), Scan.counter))
        return [next] + state.carries + state.outputs + constants + inputs
      })
    return State(
      carries: Array(final[1...].prefix(carryCount)),
      outputs: Array(final[(1 + carryCount)...].prefix(resultCount - carryCount)))
  }

  /// One run of the body, on the elements at `index`.
  private func step(
    _ f: HLOFunction, _ constants: [HLOValue], _ inputs: [HLOValue], _ state: inout State, at index: HLOValue
  ) {
    func starts(_ value: HLOValue) -> [HLOValue] {
      let zero = f.constant("0", Scan.counter)
      return [index] + value.type.dimensions.dropFirst().map { _ in zero }
    }
    let elements = inputs.map { input in
      let extents = Array(input.type.dimensions.dropFirst())
      return f.reshape(f.dynamicSlice(input, start: starts(input), sizes: [1] + extents), to: extents)
    }
    let results = f.call(
      key: body, name: body.name, constants + state.carries + elements
    ) { function, values in body.lower(to: function, inputs: Array(zip(body.inputs, values))) }
    state.carries = Array(results[..<carryCount])
    for (position, result) in results[carryCount...].enumerated() {
      let row = f.reshape(result, to: [1] + result.type.dimensions)
      state.outputs[position] = f.dynamicUpdateSlice(
        state.outputs[position], row, start: starts(state.outputs[position]))
    }
  }
}
