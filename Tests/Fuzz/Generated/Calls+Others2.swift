// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func others2(_ add: Add) {
    add("Dropout.callAsFunction(_:_:isTraining:)") { d in
      try d.keep((d.makeDropout())(d.params(), d.tensor(), isTraining: d.bool()))
    }
    add("Embed.init(_:numEmbeddings:embeddingSize:rng:embeddingInit:embeddingMetadata:dtype:paramDtype:)") { d in
      try d.keep(Embed(d.graph(), numEmbeddings: d.int(), embeddingSize: d.int(), rng: d.optional(d.rng()), embeddingInit: d.initializer(), embeddingMetadata: d.metadata(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("Embed.callAsFunction(_:_:)") { d in
      try d.keep((d.makeEmbed())(d.params(), d.tensor()))
    }
    add("Embed.attend(_:_:)") { d in
      try d.keep((d.makeEmbed()).attend(d.params(), d.tensor()))
    }
    add("GroupNorm.init(_:groups:epsilon:useScale:useBias:scaleInit:biasInit:rng:dtype:paramDtype:)") { d in
      try d.keep(GroupNorm(d.graph(), groups: d.int(), epsilon: d.double(), useScale: d.bool(), useBias: d.bool(), scaleInit: d.initializer(), biasInit: d.initializer(), rng: d.optional(d.rng()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("GroupNorm.callAsFunction(_:_:)") { d in
      try d.keep((d.makeGroupNorm())(d.params(), d.tensor()))
    }
    add("InstanceNorm.init(_:epsilon:useScale:useBias:scaleInit:biasInit:rng:dtype:paramDtype:)") { d in
      try d.keep(InstanceNorm(d.graph(), epsilon: d.double(), useScale: d.bool(), useBias: d.bool(), scaleInit: d.initializer(), biasInit: d.initializer(), rng: d.optional(d.rng()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("InstanceNorm.callAsFunction(_:_:)") { d in
      try d.keep((d.makeInstanceNorm())(d.params(), d.tensor()))
    }
    add("LayerNorm.init(_:epsilon:useScale:useBias:scaleInit:biasInit:axisName:axisIndexGroups:rng:dtype:paramDtype:)") { d in
      try d.keep(LayerNorm(d.graph(), epsilon: d.double(), useScale: d.bool(), useBias: d.bool(), scaleInit: d.initializer(), biasInit: d.initializer(), axisName: d.optional(d.text()), axisIndexGroups: d.optional([d.ints(), d.ints()]), rng: d.optional(d.rng()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("LayerNorm.callAsFunction(_:_:)") { d in
      try d.keep((d.makeLayerNorm())(d.params(), d.tensor()))
    }
    add("Linear.init(_:outputSize:rng:useBias:kernelInit:biasInit:kernelMetadata:biasMetadata:dtype:paramDtype:)") { d in
      try d.keep(Linear(d.graph(), outputSize: d.int(), rng: d.optional(d.rng()), useBias: d.bool(), kernelInit: d.initializer(), biasInit: d.initializer(), kernelMetadata: d.metadata(), biasMetadata: d.metadata(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("Linear.callAsFunction(_:_:)") { d in
      try d.keep((d.makeLinear())(d.params(), d.tensor()))
    }
    add("Linear.callAsFunction(_:_:precision:)") { d in
      try d.keep((d.makeLinear())(d.params(), d.tensor(), precision: d.one(of: [.default, .high, .highest])))
    }
    add("QuantizedLinear.init(_:outputSize:rng:groupSize:useBias:kernelInit:biasInit:dtype:paramDtype:)") { d in
      try d.keep(QuantizedLinear(d.graph(), outputSize: d.int(), rng: d.optional(d.rng()), groupSize: d.optional(d.int()), useBias: d.bool(), kernelInit: d.initializer(), biasInit: d.initializer(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("QuantizedLinear.callAsFunction(_:_:)") { d in
      try d.keep((d.makeQuantizedLinear())(d.params(), d.tensor()))
    }
    add("RMSNorm.init(_:epsilon:useScale:scaleInit:axisName:axisIndexGroups:rng:dtype:paramDtype:)") { d in
      try d.keep(RMSNorm(d.graph(), epsilon: d.double(), useScale: d.bool(), scaleInit: d.initializer(), axisName: d.optional(d.text()), axisIndexGroups: d.optional([d.ints(), d.ints()]), rng: d.optional(d.rng()), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("RMSNorm.callAsFunction(_:_:)") { d in
      try d.keep((d.makeRMSNorm())(d.params(), d.tensor()))
    }
    add("Activation.init(_:)") { d in
      d.keep(Activation({ -$0 }))
    }
    add("Sequential.callAsFunction(_:_:)") { d in
      try d.keep((d.makeSequential())(d.params(), d.tensor()))
    }
    add("Int.extents(_:)") { d in
      d.keep(d.int().extents(d.int()))
    }
    add("GRU.init(_:hiddenSize:rng:isStatic:dtype:paramDtype:)") { d in
      try d.keep(GRU(d.graph(), hiddenSize: d.int(), rng: d.optional(d.rng()), isStatic: d.bool(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("GRU.initialState(_:_:)") { d in
      try d.keep((d.makeGRU()).initialState(d.params(), d.tensor()))
    }
    add("GRU.callAsFunction(_:_:_:isReset:isTraining:)") { d in
      try d.keep((d.makeGRU())(d.params(), d.tensor(), GRUState(hidden: d.tensor()), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("GRU.apply(_:_:prevState:isReset:isTraining:)") { d in
      try d.keep((d.makeGRU()).apply(d.params(), d.tensor(), prevState: d.optional(GRUState(hidden: d.tensor())), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("LSTM.init(_:hiddenSize:rng:isStatic:dtype:paramDtype:)") { d in
      try d.keep(LSTM(d.graph(), hiddenSize: d.int(), rng: d.optional(d.rng()), isStatic: d.bool(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("LSTM.initialState(_:_:)") { d in
      try d.keep((d.makeLSTM()).initialState(d.params(), d.tensor()))
    }
    add("LSTM.callAsFunction(_:_:_:isReset:isTraining:)") { d in
      try d.keep((d.makeLSTM())(d.params(), d.tensor(), LSTMState(hidden: d.tensor(), cell: d.tensor()), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("LSTM.apply(_:_:prevState:isReset:isTraining:)") { d in
      try d.keep((d.makeLSTM()).apply(d.params(), d.tensor(), prevState: d.optional(LSTMState(hidden: d.tensor(), cell: d.tensor())), isReset: d.optional(d.tensor()), isTraining: d.bool()))
    }
    add("DTypePolicy.init(computation:output:)") { d in
      d.keep(DTypePolicy(computation: d.dtype(), output: d.dtype()))
    }
    add("LowRankAdapter.init(_:outputSize:rank:alpha:rng:)") { d in
      try d.keep(LowRankAdapter(d.graph(), outputSize: d.int(), rank: d.int(), alpha: d.double(), rng: d.optional(d.rng())))
    }
    add("LowRankAdapter.callAsFunction(_:_:)") { d in
      try d.keep((d.makeLowRankAdapter())(d.params(), d.tensor()))
    }
    add("Graph.addLowRankAdapters(rank:alpha:rng:where:)") { d in
      try d.keep((d.graph()).addLowRankAdapters(rank: d.int(), alpha: d.optional(d.double()), rng: d.optional(d.rng()), where: { path, _ in path.count > 1 }))
    }
    add("Params.freezing()") { d in
      try d.keep((d.params()).freezing())
    }
    add("Params.freezing(where:)") { d in
      try d.keep((d.params()).freezing(where: { path, _ in path.count > 1 }))
    }
    add("ParameterAverage.init(_:decay:)") { d in
      try d.keep(ParameterAverage(d.graph(), decay: d.double()))
    }
    add("ParameterAverage.update(_:)") { d in
      try d.keep((d.makeParameterAverage()).update(d.params()))
    }
    add("ParameterAverage.averaged(_:)") { d in
      try d.keep((d.makeParameterAverage()).averaged(d.params()))
    }
    add("GradientTransformation.chain(_:)") { d in
      d.keep(GradientTransformation.chain(d.optimizer(), d.optimizer()))
    }
    add("GradientTransformation.namedChain(_:)") { d in
      d.keep(GradientTransformation.namedChain(("a", d.optimizer()), (d.text(), d.optimizer())))
    }
    add("GradientTransformation.identity()") { d in
      d.keep(GradientTransformation.identity())
    }
    add("GradientTransformation.setToZero()") { d in
      d.keep(GradientTransformation.setToZero())
    }
    add("GradientTransformation.init(_:)") { d in
      d.keep(GradientTransformation({ $0 + $1 }))
    }
    add("GradientTransformation.withExtraArgs(initial:_:)") { d in
      d.keep(GradientTransformation.withExtraArgs(initial: { OptimizerState(averages: [$0.params]) }, { gradients, state, arguments in (zip(gradients, arguments.params).map { $0 + $1 }, state) }))
    }
    add("GradientTransformation.initialState(_:)") { d in
      d.keep(d.optimizer().initialState(d.tensors()))
    }
    add("GradientTransformation.update(_:_:_:)") { d in
      d.keep(d.optimizer().update(d.tensors(), d.optimizerState(), d.tensors()))
    }
    add("GradientTransformation.update(_:_:_:value:grad:valueFn:)") { d in
      d.keep(d.optimizer().update(d.tensors(), d.optimizerState(), d.tensors(), value: d.tensor(), grad: d.optional(d.tensors()), valueFn: d.optional({ (tree: [Tensor]) in globalNorm(tree) })))
    }
    add("GradientTransformation.scaleByBacktrackingLinesearch(maxBacktrackingSteps:slopeRtol:decreaseFactor:increaseFactor:maxLearningRate:atol:rtol:storeGrad:)") { d in
      d.keep(GradientTransformation.scaleByBacktrackingLinesearch(maxBacktrackingSteps: d.int(), slopeRtol: d.double(), decreaseFactor: d.double(), increaseFactor: d.double(), maxLearningRate: d.double(), atol: d.double(), rtol: d.double(), storeGrad: d.bool()))
    }
    add("GradientTransformation.scaleByLbfgs(memorySize:scaleInitPrecond:)") { d in
      d.keep(GradientTransformation.scaleByLbfgs(memorySize: d.int(), scaleInitPrecond: d.bool()))
    }
    add("GradientTransformation.lbfgs(learningRate:memorySize:scaleInitPrecond:linesearch:)") { d in
      d.keep(GradientTransformation.lbfgs(learningRate: d.optional(d.schedule()), memorySize: d.int(), scaleInitPrecond: d.bool(), linesearch: d.optimizer()))
    }
    add("GradientTransformation.scaleByZoomLinesearch(maxLinesearchSteps:maxLearningRate:tol:increaseFactor:slopeRtol:curvRtol:approxDecRtol:stepsizePrecision:initialGuessStrategy:)") { d in
      d.keep(GradientTransformation.scaleByZoomLinesearch(maxLinesearchSteps: d.int(), maxLearningRate: d.optional(d.double()), tol: d.double(), increaseFactor: d.double(), slopeRtol: d.double(), curvRtol: d.double(), approxDecRtol: d.optional(d.double()), stepsizePrecision: d.double(), initialGuessStrategy: d.one(of: [.one, .keep])))
    }
    add("OptimizerState.init(count:averages:values:)") { d in
      d.keep(OptimizerState(count: d.optional(d.tensor()), averages: [d.tensors(), d.tensors()], values: [d.text(): d.tensor()]))
    }
    add("OptimizerState.average(_:_:)") { d in
      d.keep(d.optimizerState().average(d.int(), d.tensors()))
    }
    add("OptimizerState.value(_:)") { d in
      d.keep(d.optimizerState().value(d.text()))
    }
    add("OptimizerState.part(_:)") { d in
      d.keep(d.optimizerState().part(d.text()))
    }
    add("OptimizerState.get(_:)") { d in
      d.keep(d.optimizerState().get(d.text()))
    }
    add("GradientTransformation.stateSharding(_:_:)") { d in
      try d.keep(d.optimizer().stateSharding(d.tensors(), d.sharding()))
    }
    add("Schedule.polynomialSchedule(_:_:_:_:transitionBegin:)") { d in
      d.keep(Schedule.polynomialSchedule(d.double(), d.double(), d.double(), d.int(), transitionBegin: d.int()))
    }
    add("Schedule.linearSchedule(_:_:_:transitionBegin:)") { d in
      d.keep(Schedule.linearSchedule(d.double(), d.double(), d.int(), transitionBegin: d.int()))
    }
    add("Schedule.exponentialDecay(_:_:_:transitionBegin:staircase:endValue:)") { d in
      d.keep(Schedule.exponentialDecay(d.double(), d.int(), d.double(), transitionBegin: d.int(), staircase: d.bool(), endValue: d.optional(d.double())))
    }
    add("Schedule.cosineDecaySchedule(_:_:alpha:exponent:)") { d in
      d.keep(Schedule.cosineDecaySchedule(d.double(), d.int(), alpha: d.double(), exponent: d.double()))
    }
    add("Schedule.piecewiseConstantSchedule(_:_:)") { d in
      d.keep(Schedule.piecewiseConstantSchedule(d.double(), [d.int(): d.double()]))
    }
    add("Schedule.piecewiseInterpolateSchedule(_:_:_:)") { d in
      d.keep(Schedule.piecewiseInterpolateSchedule(d.one(of: [.linear, .cosine]), d.double(), [d.int(): d.double()]))
    }
    add("Schedule.linearOnecycleSchedule(_:_:pctStart:pctFinal:divFactor:finalDivFactor:)") { d in
      d.keep(Schedule.linearOnecycleSchedule(d.int(), d.double(), pctStart: d.double(), pctFinal: d.double(), divFactor: d.double(), finalDivFactor: d.double()))
    }
    add("Schedule.cosineOnecycleSchedule(_:_:pctStart:divFactor:finalDivFactor:)") { d in
      d.keep(Schedule.cosineOnecycleSchedule(d.int(), d.double(), pctStart: d.double(), divFactor: d.double(), finalDivFactor: d.double()))
    }
    add("Schedule.joinSchedules(_:_:)") { d in
      d.keep(Schedule.joinSchedules([d.schedule(), d.schedule()], d.ints()))
    }
    add("Schedule.warmupConstantSchedule(initValue:peakValue:warmupSteps:)") { d in
      d.keep(Schedule.warmupConstantSchedule(initValue: d.double(), peakValue: d.double(), warmupSteps: d.int()))
    }
    add("Schedule.warmupCosineDecaySchedule(initValue:peakValue:warmupSteps:decaySteps:endValue:exponent:)") { d in
      d.keep(Schedule.warmupCosineDecaySchedule(initValue: d.double(), peakValue: d.double(), warmupSteps: d.int(), decaySteps: d.int(), endValue: d.double(), exponent: d.double()))
    }
    add("Schedule.warmupExponentialDecaySchedule(initValue:peakValue:warmupSteps:transitionSteps:decayRate:transitionBegin:staircase:endValue:)") { d in
      d.keep(Schedule.warmupExponentialDecaySchedule(initValue: d.double(), peakValue: d.double(), warmupSteps: d.int(), transitionSteps: d.int(), decayRate: d.double(), transitionBegin: d.int(), staircase: d.bool(), endValue: d.optional(d.double())))
    }
    add("Schedule.sgdrSchedule(_:)") { d in
      d.keep(Schedule.sgdrSchedule([(d.double(), d.double(), d.int(), d.int(), d.double()), (d.double(), d.double(), d.int(), d.int(), d.double())]))
    }
    add("Schedule.init(_:)") { d in
      d.keep(Schedule({ $0 * 2 }))
    }
    add("Schedule.init(floatLiteral:)") { d in
      d.keep(Schedule(floatLiteral: d.double()))
    }
    add("Schedule.init(integerLiteral:)") { d in
      d.keep(Schedule(integerLiteral: d.int()))
    }
    add("Schedule.callAsFunction(_:)") { d in
      d.keep(d.schedule()(d.tensor()))
    }
    add("Schedule.constantSchedule(_:)") { d in
      d.keep(Schedule.constantSchedule(d.double()))
    }
    add("GradientTransformation.scaleByFactoredRms(factored:decayRate:stepOffset:minDimSizeToFactor:epsilon:)") { d in
      d.keep(GradientTransformation.scaleByFactoredRms(factored: d.bool(), decayRate: d.double(), stepOffset: d.int(), minDimSizeToFactor: d.int(), epsilon: d.double()))
    }
    add("GradientTransformation.adafactor(learningRate:minDimSizeToFactor:decayRate:decayOffset:multiplyByParameterScale:clippingThreshold:momentum:dtypeMomentum:weightDecayRate:eps:factored:weightDecayMask:)") { d in
      d.keep(GradientTransformation.adafactor(learningRate: d.optional(d.schedule()), minDimSizeToFactor: d.int(), decayRate: d.double(), decayOffset: d.int(), multiplyByParameterScale: d.bool(), clippingThreshold: d.optional(d.double()), momentum: d.optional(d.double()), dtypeMomentum: d.dtype(), weightDecayRate: d.optional(d.schedule()), eps: d.double(), factored: d.bool(), weightDecayMask: d.optional(d.mask())))
    }
    add("GradientTransformation.scaleBySm3(b1:b2:eps:)") { d in
      d.keep(GradientTransformation.scaleBySm3(b1: d.double(), b2: d.double(), eps: d.double()))
    }
    add("GradientTransformation.sm3(learningRate:momentum:)") { d in
      d.keep(GradientTransformation.sm3(learningRate: d.schedule(), momentum: d.double()))
    }
    add("GradientTransformation.scaleByAdam(b1:b2:eps:epsRoot:muDtype:nesterov:)") { d in
      d.keep(GradientTransformation.scaleByAdam(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool()))
    }
    add("GradientTransformation.adam(learningRate:b1:b2:eps:epsRoot:muDtype:nesterov:)") { d in
      d.keep(GradientTransformation.adam(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool()))
    }
    add("GradientTransformation.nadam(learningRate:b1:b2:eps:epsRoot:muDtype:)") { d in
      d.keep(GradientTransformation.nadam(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.adamw(learningRate:b1:b2:eps:epsRoot:muDtype:weightDecay:mask:nesterov:)") { d in
      d.keep(GradientTransformation.adamw(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), weightDecay: d.schedule(), mask: d.optional(d.mask()), nesterov: d.bool()))
    }
    add("GradientTransformation.adamw(learningRate:b1:b2:eps:epsRoot:muDtype:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.adamw(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), weightDecay: d.schedule(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.nadamw(learningRate:b1:b2:eps:epsRoot:muDtype:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.nadamw(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.scaleByAmsgrad(b1:b2:eps:epsRoot:muDtype:biasCorrectionMu:biasCorrectionNu:)") { d in
      d.keep(GradientTransformation.scaleByAmsgrad(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), biasCorrectionMu: d.bool(), biasCorrectionNu: d.bool()))
    }
    add("GradientTransformation.amsgrad(learningRate:b1:b2:eps:epsRoot:muDtype:biasCorrectionMu:biasCorrectionNu:)") { d in
      d.keep(GradientTransformation.amsgrad(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), biasCorrectionMu: d.bool(), biasCorrectionNu: d.bool()))
    }
    add("GradientTransformation.scaleByAdamax(b1:b2:eps:)") { d in
      d.keep(GradientTransformation.scaleByAdamax(b1: d.double(), b2: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adamax(learningRate:b1:b2:eps:)") { d in
      d.keep(GradientTransformation.adamax(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adamaxw(learningRate:b1:b2:eps:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.adamaxw(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.scaleByBelief(b1:b2:eps:epsRoot:nesterov:)") { d in
      d.keep(GradientTransformation.scaleByBelief(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.adabelief(learningRate:b1:b2:eps:epsRoot:nesterov:)") { d in
      d.keep(GradientTransformation.adabelief(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.scaleByYogi(b1:b2:eps:epsRoot:initialAccumulatorValue:)") { d in
      d.keep(GradientTransformation.scaleByYogi(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), initialAccumulatorValue: d.double()))
    }
    add("GradientTransformation.yogi(learningRate:b1:b2:eps:)") { d in
      d.keep(GradientTransformation.yogi(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double()))
    }
    add("GradientTransformation.scaleByRadam(b1:b2:eps:epsRoot:threshold:nesterov:)") { d in
      d.keep(GradientTransformation.scaleByRadam(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), threshold: d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.radam(learningRate:b1:b2:eps:epsRoot:threshold:nesterov:)") { d in
      d.keep(GradientTransformation.radam(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), threshold: d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.scaleByAdan(b1:b2:b3:eps:epsRoot:)") { d in
      d.keep(GradientTransformation.scaleByAdan(b1: d.double(), b2: d.double(), b3: d.double(), eps: d.double(), epsRoot: d.double()))
    }
    add("GradientTransformation.adan(learningRate:b1:b2:b3:eps:epsRoot:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.adan(learningRate: d.schedule(), b1: d.double(), b2: d.double(), b3: d.double(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.scale(_:)") { d in
      d.keep(GradientTransformation.scale(d.double()))
    }
    add("GradientTransformation.scaleByLearningRate(_:flipSign:)") { d in
      d.keep(GradientTransformation.scaleByLearningRate(d.schedule(), flipSign: d.bool()))
    }
    add("GradientTransformation.scaleBySchedule(_:)") { d in
      d.keep(GradientTransformation.scaleBySchedule(d.schedule()))
    }
  }
}
