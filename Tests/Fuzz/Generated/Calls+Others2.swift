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
    add("LSTM.init(_:hiddenSize:rng:isStatic:dtype:paramDtype:)") { d in
      try d.keep(LSTM(d.graph(), hiddenSize: d.int(), rng: d.optional(d.rng()), isStatic: d.bool(), dtype: d.optional(d.dtype()), paramDtype: d.dtype()))
    }
    add("LSTM.initialState(_:_:)") { d in
      try d.keep((d.makeLSTM()).initialState(d.params(), d.tensor()))
    }
    add("LSTM.callAsFunction(_:_:_:isReset:isTraining:)") { d in
      try d.keep((d.makeLSTM())(d.params(), d.tensor(), LSTMState(hidden: d.tensor(), cell: d.tensor()), isReset: d.optional(d.tensor()), isTraining: d.bool()))
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
    add("GradientTransformation.sgd(learningRate:momentum:nesterov:)") { d in
      d.keep(GradientTransformation.sgd(learningRate: d.schedule(), momentum: d.optional(d.double()), nesterov: d.bool()))
    }
    add("GradientTransformation.adam(learningRate:b1:b2:eps:)") { d in
      d.keep(GradientTransformation.adam(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adamw(learningRate:b1:b2:eps:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.adamw(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), weightDecay: d.double(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.rmsprop(learningRate:decay:eps:)") { d in
      d.keep(GradientTransformation.rmsprop(learningRate: d.schedule(), decay: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adagrad(learningRate:initialAccumulatorValue:eps:)") { d in
      d.keep(GradientTransformation.adagrad(learningRate: d.schedule(), initialAccumulatorValue: d.double(), eps: d.double()))
    }
    add("GradientTransformation.lion(learningRate:b1:b2:weightDecay:)") { d in
      d.keep(GradientTransformation.lion(learningRate: d.schedule(), b1: d.double(), b2: d.double(), weightDecay: d.double()))
    }
    add("GradientTransformation.scale(_:)") { d in
      d.keep(GradientTransformation.scale(d.double()))
    }
    add("GradientTransformation.scaleByLearningRate(_:)") { d in
      d.keep(GradientTransformation.scaleByLearningRate(d.schedule()))
    }
    add("GradientTransformation.trace(_:nesterov:)") { d in
      d.keep(GradientTransformation.trace(d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.scaleByAdam(b1:b2:eps:epsRoot:)") { d in
      d.keep(GradientTransformation.scaleByAdam(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double()))
    }
    add("GradientTransformation.scaleByRms(decay:eps:)") { d in
      d.keep(GradientTransformation.scaleByRms(decay: d.double(), eps: d.double()))
    }
    add("GradientTransformation.scaleByRss(initialAccumulatorValue:eps:)") { d in
      d.keep(GradientTransformation.scaleByRss(initialAccumulatorValue: d.double(), eps: d.double()))
    }
    add("GradientTransformation.scaleByLion(b1:b2:)") { d in
      d.keep(GradientTransformation.scaleByLion(b1: d.double(), b2: d.double()))
    }
    add("GradientTransformation.scaleBySchedule(_:)") { d in
      d.keep(GradientTransformation.scaleBySchedule(d.schedule()))
    }
    add("GradientTransformation.addDecayedWeights(_:mask:)") { d in
      d.keep(GradientTransformation.addDecayedWeights(d.double(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.masked(_:mask:)") { d in
      d.keep(GradientTransformation.masked(d.optimizer(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.clip(_:)") { d in
      d.keep(GradientTransformation.clip(d.double()))
    }
    add("GradientTransformation.clipByGlobalNorm(_:)") { d in
      d.keep(GradientTransformation.clipByGlobalNorm(d.double()))
    }
    add("GradientTransformation.init(_:)") { d in
      d.keep(GradientTransformation({ $0 + $1 }))
    }
    add("GradientTransformation.initialState(_:)") { d in
      d.keep(d.optimizer().initialState(d.tensors()))
    }
    add("GradientTransformation.update(_:_:_:)") { d in
      d.keep(d.optimizer().update(d.tensors(), d.optimizerState(), d.tensors()))
    }
    add("GradientTransformation.chain(_:)") { d in
      d.keep(GradientTransformation.chain(d.optimizer(), d.optimizer()))
    }
    add("OptimizerState.init(count:averages:)") { d in
      d.keep(OptimizerState(count: d.optional(d.tensor()), averages: [d.tensors(), d.tensors()]))
    }
    add("OptimizerState.average(_:_:)") { d in
      d.keep(d.optimizerState().average(d.int(), d.tensors()))
    }
    add("GradientTransformation.stateSharding(_:_:)") { d in
      try d.keep(d.optimizer().stateSharding(d.tensors(), d.sharding()))
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
    add("Schedule.linearSchedule(_:_:_:)") { d in
      d.keep(Schedule.linearSchedule(d.double(), d.double(), d.int()))
    }
    add("Schedule.exponentialDecay(_:_:_:staircase:endValue:)") { d in
      d.keep(Schedule.exponentialDecay(d.double(), d.int(), d.double(), staircase: d.bool(), endValue: d.optional(d.double())))
    }
    add("Schedule.piecewiseConstantSchedule(_:_:)") { d in
      d.keep(Schedule.piecewiseConstantSchedule(d.double(), [d.int(): d.double()]))
    }
    add("Schedule.joinSchedules(_:_:)") { d in
      d.keep(Schedule.joinSchedules([d.schedule(), d.schedule()], d.ints()))
    }
    add("Schedule.cosineDecaySchedule(_:_:alpha:)") { d in
      d.keep(Schedule.cosineDecaySchedule(d.double(), d.int(), alpha: d.double()))
    }
    add("Schedule.warmupCosineDecaySchedule(initValue:peakValue:warmupSteps:decaySteps:endValue:)") { d in
      d.keep(Schedule.warmupCosineDecaySchedule(initValue: d.double(), peakValue: d.double(), warmupSteps: d.int(), decaySteps: d.int(), endValue: d.double()))
    }
  }
}
