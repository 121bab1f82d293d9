// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func others3(_ add: Add) {
    add("GradientTransformation.trace(_:nesterov:accumulatorDtype:)") { d in
      d.keep(GradientTransformation.trace(d.double(), nesterov: d.bool(), accumulatorDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.ema(_:debias:accumulatorDtype:)") { d in
      d.keep(GradientTransformation.ema(d.double(), debias: d.bool(), accumulatorDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.addDecayedWeights(_:mask:)") { d in
      d.keep(GradientTransformation.addDecayedWeights(d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.addDecayedWeights(_:mask:)") { d in
      d.keep(GradientTransformation.addDecayedWeights(d.schedule(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.sgd(learningRate:momentum:nesterov:accumulatorDtype:)") { d in
      d.keep(GradientTransformation.sgd(learningRate: d.schedule(), momentum: d.optional(d.double()), nesterov: d.bool(), accumulatorDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.applyEvery(_:)") { d in
      d.keep(GradientTransformation.applyEvery(d.int()))
    }
    add("GradientTransformation.centralize()") { d in
      d.keep(GradientTransformation.centralize())
    }
    add("GradientTransformation.clip(_:)") { d in
      d.keep(GradientTransformation.clip(d.double()))
    }
    add("GradientTransformation.clipByGlobalNorm(_:)") { d in
      d.keep(GradientTransformation.clipByGlobalNorm(d.double()))
    }
    add("GradientTransformation.clipByBlockRms(_:)") { d in
      d.keep(GradientTransformation.clipByBlockRms(d.double()))
    }
    add("GradientTransformation.adaptiveGradClip(_:eps:axis:)") { d in
      d.keep(GradientTransformation.adaptiveGradClip(d.double(), eps: d.double(), axis: d.optional(d.ints())))
    }
    add("GradientTransformation.zeroNans()") { d in
      d.keep(GradientTransformation.zeroNans())
    }
    add("GradientTransformation.keepParamsNonnegative()") { d in
      d.keep(GradientTransformation.keepParamsNonnegative())
    }
    add("GradientTransformation.normalizeByUpdateNorm(scaleFactor:eps:)") { d in
      d.keep(GradientTransformation.normalizeByUpdateNorm(scaleFactor: d.double(), eps: d.double()))
    }
    add("GradientTransformation.normalize()") { d in
      d.keep(GradientTransformation.normalize())
    }
    add("GradientTransformation.addNoise(_:_:key:)") { d in
      d.keep(GradientTransformation.addNoise(d.double(), d.double(), key: d.tensor()))
    }
    add("GradientTransformation.noisySgd(learningRate:eta:gamma:key:)") { d in
      d.keep(GradientTransformation.noisySgd(learningRate: d.schedule(), eta: d.double(), gamma: d.double(), key: d.tensor()))
    }
    add("GradientTransformation.adopt(learningRate:b1:b2:eps:muDtype:nesterov:useClipping:)") { d in
      d.keep(GradientTransformation.adopt(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool(), useClipping: d.bool()))
    }
    add("GradientTransformation.ademamix(learningRate:b1:b2:b3:alpha:eps:epsRoot:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.ademamix(learningRate: d.schedule(), b1: d.double(), b2: d.double(), b3: d.schedule(), alpha: d.schedule(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.simplifiedAdemamix(learningRate:b1:b2:alpha:eps:epsRoot:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.simplifiedAdemamix(learningRate: d.schedule(), b1: d.double(), b2: d.double(), alpha: d.schedule(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.acprop(learningRate:b1:b2:eps:epsRoot:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.acprop(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.cocob(learningRate:alpha:eps:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.cocob(learningRate: d.schedule(), alpha: d.double(), eps: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.madgrad(learningRate:momentum:weightDecay:eps:)") { d in
      d.keep(GradientTransformation.madgrad(learningRate: d.schedule(), momentum: d.double(), weightDecay: d.schedule(), eps: d.double()))
    }
    add("GradientTransformation.prodigy(learningRate:betas:beta3:eps:estimLr0:estimLrCoef:weightDecay:safeguardWarmup:)") { d in
      d.keep(GradientTransformation.prodigy(learningRate: d.schedule(), betas: (d.double(), d.double()), beta3: d.optional(d.double()), eps: d.double(), estimLr0: d.double(), estimLrCoef: d.double(), weightDecay: d.double(), safeguardWarmup: d.bool()))
    }
    add("GradientTransformation.dadaptAdamw(learningRate:betas:eps:estimLr0:weightDecay:)") { d in
      d.keep(GradientTransformation.dadaptAdamw(learningRate: d.schedule(), betas: (d.double(), d.double()), eps: d.double(), estimLr0: d.double(), weightDecay: d.double()))
    }
    add("GradientTransformation.scaleByDog(_:eps:)") { d in
      d.keep(GradientTransformation.scaleByDog(d.one(of: [.distance(d.double()), .learningRate(d.double()), .heuristic(d.double())]), eps: d.double()))
    }
    add("GradientTransformation.dog(learningRate:initStep:eps:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.dog(learningRate: d.schedule(), initStep: d.one(of: [.distance(d.double()), .learningRate(d.double()), .heuristic(d.double())]), eps: d.double(), weightDecay: d.optional(d.schedule()), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.dowg(learningRate:initEstimSqDist:eps:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.dowg(learningRate: d.schedule(), initEstimSqDist: d.optional(d.double()), eps: d.double(), weightDecay: d.optional(d.schedule()), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.momo(learningRate:beta:lowerBound:weightDecay:adaptLowerBound:)") { d in
      d.keep(GradientTransformation.momo(learningRate: d.schedule(), beta: d.double(), lowerBound: d.double(), weightDecay: d.double(), adaptLowerBound: d.bool()))
    }
    add("GradientTransformation.momoAdam(learningRate:b1:b2:eps:lowerBound:weightDecay:adaptLowerBound:)") { d in
      d.keep(GradientTransformation.momoAdam(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), lowerBound: d.double(), weightDecay: d.double(), adaptLowerBound: d.bool()))
    }
    add("GradientTransformation.scaleByMuon(nsCoeffs:nsSteps:beta:eps:muDtype:nesterov:adaptive:preconditioning:)") { d in
      d.keep(GradientTransformation.scaleByMuon(nsCoeffs: [[d.double(), d.double(), d.double()]], nsSteps: d.int(), beta: d.double(), eps: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool(), adaptive: d.bool(), preconditioning: d.one(of: [.frobenius, .spectral, .aol, .schatten])))
    }
    add("GradientTransformation.muon(learningRate:nsCoeffs:nsSteps:beta:eps:weightDecay:weightDecayMask:muDtype:nesterov:adaptive:preconditioning:adamB1:adamB2:adamEpsRoot:adamWeightDecay:adamLearningRate:muonMask:consistentRms:)") { d in
      d.keep(GradientTransformation.muon(learningRate: d.schedule(), nsCoeffs: [[d.double(), d.double(), d.double()]], nsSteps: d.int(), beta: d.double(), eps: d.double(), weightDecay: d.schedule(), weightDecayMask: d.optional(d.mask()), muDtype: d.optional(d.dtype()), nesterov: d.bool(), adaptive: d.bool(), preconditioning: d.one(of: [.frobenius, .spectral, .aol, .schatten]), adamB1: d.double(), adamB2: d.double(), adamEpsRoot: d.double(), adamWeightDecay: d.schedule(), adamLearningRate: d.optional(d.schedule()), muonMask: d.mask(), consistentRms: d.optional(d.double())))
    }
    add("GradientTransformation.scaleByShape(consistentRms:)") { d in
      d.keep(GradientTransformation.scaleByShape(consistentRms: d.optional(d.double())))
    }
    add("GradientTransformation.scaleByOptimisticGradient(alpha:beta:)") { d in
      d.keep(GradientTransformation.scaleByOptimisticGradient(alpha: d.schedule(), beta: d.schedule()))
    }
    add("GradientTransformation.optimisticGradientDescent(learningRate:alpha:beta:)") { d in
      d.keep(GradientTransformation.optimisticGradientDescent(learningRate: d.schedule(), alpha: d.schedule(), beta: d.schedule()))
    }
    add("GradientTransformation.optimisticAdamV2(learningRate:alpha:beta:b1:b2:eps:epsRoot:muDtype:nesterov:)") { d in
      d.keep(GradientTransformation.optimisticAdamV2(learningRate: d.schedule(), alpha: d.schedule(), beta: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool()))
    }
    add("GradientTransformation.optimisticAdam(learningRate:optimism:b1:b2:eps:epsRoot:muDtype:nesterov:)") { d in
      d.keep(GradientTransformation.optimisticAdam(learningRate: d.schedule(), optimism: d.optional(d.schedule()), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), muDtype: d.optional(d.dtype()), nesterov: d.bool()))
    }
    add("GradientTransformation.scaleByPolyak(fMin:maxLearningRate:eps:nonnegative:)") { d in
      d.keep(GradientTransformation.scaleByPolyak(fMin: d.double(), maxLearningRate: d.double(), eps: d.double(), nonnegative: d.bool()))
    }
    add("GradientTransformation.polyakSgd(maxLearningRate:scaling:fMin:eps:nonnegative:)") { d in
      d.keep(GradientTransformation.polyakSgd(maxLearningRate: d.double(), scaling: d.schedule(), fMin: d.double(), eps: d.double(), nonnegative: d.bool()))
    }
    add("GradientTransformation.reduceOnPlateau(factor:patience:rtol:atol:cooldown:accumulationSize:minScale:)") { d in
      d.keep(GradientTransformation.reduceOnPlateau(factor: d.double(), patience: d.int(), rtol: d.double(), atol: d.double(), cooldown: d.int(), accumulationSize: d.int(), minScale: d.double()))
    }
    add("GradientTransformation.scaleByRms(decay:eps:initialScale:epsInSqrt:biasCorrection:)") { d in
      d.keep(GradientTransformation.scaleByRms(decay: d.double(), eps: d.double(), initialScale: d.double(), epsInSqrt: d.bool(), biasCorrection: d.bool()))
    }
    add("GradientTransformation.scaleByStddev(decay:eps:initialScale:epsInSqrt:biasCorrection:)") { d in
      d.keep(GradientTransformation.scaleByStddev(decay: d.double(), eps: d.double(), initialScale: d.double(), epsInSqrt: d.bool(), biasCorrection: d.bool()))
    }
    add("GradientTransformation.rmsprop(learningRate:decay:eps:initialScale:epsInSqrt:centered:momentum:nesterov:biasCorrection:)") { d in
      d.keep(GradientTransformation.rmsprop(learningRate: d.schedule(), decay: d.double(), eps: d.double(), initialScale: d.double(), epsInSqrt: d.bool(), centered: d.bool(), momentum: d.optional(d.double()), nesterov: d.bool(), biasCorrection: d.bool()))
    }
    add("GradientTransformation.scaleByRss(initialAccumulatorValue:eps:)") { d in
      d.keep(GradientTransformation.scaleByRss(initialAccumulatorValue: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adagrad(learningRate:initialAccumulatorValue:eps:)") { d in
      d.keep(GradientTransformation.adagrad(learningRate: d.schedule(), initialAccumulatorValue: d.double(), eps: d.double()))
    }
    add("GradientTransformation.scaleByAdadelta(rho:eps:)") { d in
      d.keep(GradientTransformation.scaleByAdadelta(rho: d.double(), eps: d.double()))
    }
    add("GradientTransformation.adadelta(learningRate:rho:eps:weightDecay:weightDecayMask:)") { d in
      d.keep(GradientTransformation.adadelta(learningRate: d.optional(d.schedule()), rho: d.double(), eps: d.double(), weightDecay: d.schedule(), weightDecayMask: d.optional(d.mask())))
    }
    add("GradientTransformation.scaleByLion(b1:b2:muDtype:mode:smoothBeta:)") { d in
      d.keep(GradientTransformation.scaleByLion(b1: d.double(), b2: d.double(), muDtype: d.optional(d.dtype()), mode: d.one(of: [.hard, .smooth, .refined]), smoothBeta: d.double()))
    }
    add("GradientTransformation.lion(learningRate:b1:b2:muDtype:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.lion(learningRate: d.schedule(), b1: d.double(), b2: d.double(), muDtype: d.optional(d.dtype()), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.scaleBySign()") { d in
      d.keep(GradientTransformation.scaleBySign())
    }
    add("GradientTransformation.signSgd(learningRate:)") { d in
      d.keep(GradientTransformation.signSgd(learningRate: d.schedule()))
    }
    add("GradientTransformation.signum(learningRate:beta:accumulatorDtype:)") { d in
      d.keep(GradientTransformation.signum(learningRate: d.schedule(), beta: d.double(), accumulatorDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.scaleByRprop(learningRate:etaMinus:etaPlus:minStepSize:maxStepSize:)") { d in
      d.keep(GradientTransformation.scaleByRprop(learningRate: d.double(), etaMinus: d.double(), etaPlus: d.double(), minStepSize: d.double(), maxStepSize: d.double()))
    }
    add("GradientTransformation.rprop(learningRate:etaMinus:etaPlus:minStepSize:maxStepSize:)") { d in
      d.keep(GradientTransformation.rprop(learningRate: d.double(), etaMinus: d.double(), etaPlus: d.double(), minStepSize: d.double(), maxStepSize: d.double()))
    }
    add("GradientTransformation.scaleByTrustRatio(minNorm:trustCoefficient:eps:)") { d in
      d.keep(GradientTransformation.scaleByTrustRatio(minNorm: d.double(), trustCoefficient: d.double(), eps: d.double()))
    }
    add("GradientTransformation.scaleByParamBlockNorm(minScale:)") { d in
      d.keep(GradientTransformation.scaleByParamBlockNorm(minScale: d.double()))
    }
    add("GradientTransformation.scaleByParamBlockRms(minScale:)") { d in
      d.keep(GradientTransformation.scaleByParamBlockRms(minScale: d.double()))
    }
    add("GradientTransformation.lamb(learningRate:b1:b2:eps:epsRoot:weightDecay:mask:)") { d in
      d.keep(GradientTransformation.lamb(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), mask: d.optional(d.mask())))
    }
    add("GradientTransformation.lars(learningRate:weightDecay:weightDecayMask:trustCoefficient:eps:trustRatioMask:momentum:nesterov:)") { d in
      d.keep(GradientTransformation.lars(learningRate: d.schedule(), weightDecay: d.schedule(), weightDecayMask: d.optional(d.mask()), trustCoefficient: d.double(), eps: d.double(), trustRatioMask: d.optional(d.mask()), momentum: d.double(), nesterov: d.bool()))
    }
    add("GradientTransformation.fromage(learningRate:minNorm:)") { d in
      d.keep(GradientTransformation.fromage(learningRate: d.schedule(), minNorm: d.double()))
    }
    add("GradientTransformation.scaleByNovograd(b1:b2:eps:epsRoot:weightDecay:muDtype:)") { d in
      d.keep(GradientTransformation.scaleByNovograd(b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule(), muDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.novograd(learningRate:b1:b2:eps:epsRoot:weightDecay:)") { d in
      d.keep(GradientTransformation.novograd(learningRate: d.schedule(), b1: d.double(), b2: d.double(), eps: d.double(), epsRoot: d.double(), weightDecay: d.schedule()))
    }
    add("GradientTransformation.applyIfFinite(_:maxConsecutiveErrors:)") { d in
      d.keep(GradientTransformation.applyIfFinite(d.optimizer(), maxConsecutiveErrors: d.int()))
    }
    add("GradientTransformation.conditionallyTransform(_:_:)") { d in
      d.keep(GradientTransformation.conditionallyTransform(d.optimizer(), { remainder($0, 2) .== 0 }))
    }
    add("GradientTransformation.conditionallyMask(_:_:)") { d in
      d.keep(GradientTransformation.conditionallyMask(d.optimizer(), { remainder($0, 2) .== 0 }))
    }
    add("GradientTransformation.skipNotFinite()") { d in
      d.keep(GradientTransformation.skipNotFinite())
    }
    add("GradientTransformation.skipLargeUpdates(maxSquaredNorm:)") { d in
      d.keep(GradientTransformation.skipLargeUpdates(maxSquaredNorm: d.double()))
    }
    add("GradientTransformation.multiSteps(_:every:useGradMean:shouldSkipUpdate:accumulatorDtype:)") { d in
      d.keep(GradientTransformation.multiSteps(d.optimizer(), every: d.schedule(), useGradMean: d.bool(), shouldSkipUpdate: d.optional(GradientTransformation.skipNotFinite()), accumulatorDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.dynamicLossScale(_:growthFactor:backoffFactor:growthInterval:scale:minimumScale:)") { d in
      d.keep(GradientTransformation.dynamicLossScale(d.optimizer(), growthFactor: d.double(), backoffFactor: d.double(), growthInterval: d.int(), scale: d.double(), minimumScale: d.double()))
    }
    add("GradientTransformation.lossScale(_:)") { d in
      d.keep(d.optimizer().lossScale(d.optimizerState()))
    }
    add("GradientTransformation.injectHyperparams(_:_:)") { d in
      d.keep(GradientTransformation.injectHyperparams(["rate": d.schedule()], { .sgd(learningRate: $0["rate"]) }))
    }
    add("GradientTransformation.snapshot(_:_:)") { d in
      d.keep(GradientTransformation.snapshot(d.text(), { globalNorm($0) }))
    }
    add("GradientTransformation.monitor(_:)") { d in
      d.keep(GradientTransformation.monitor(["norm": { globalNorm($0) }]))
    }
    add("GradientTransformation.lookahead(_:syncPeriod:slowStepSize:resetState:)") { d in
      d.keep(GradientTransformation.lookahead(d.optimizer(), syncPeriod: d.int(), slowStepSize: d.double(), resetState: d.bool()))
    }
    add("GradientTransformation.sam(_:_:syncPeriod:resetState:opaqueMode:)") { d in
      d.keep(GradientTransformation.sam(d.optimizer(), d.optimizer(), syncPeriod: d.int(), resetState: d.bool(), opaqueMode: d.bool()))
    }
    add("GradientTransformation.masked(_:mask:)") { d in
      d.keep(GradientTransformation.masked(d.optimizer(), mask: d.mask()))
    }
    add("GradientTransformation.masked(_:mask:)") { d in
      d.keep(GradientTransformation.masked(d.optimizer(), mask: { $0.ndim > 1 }))
    }
    add("GradientTransformation.freeze(mask:)") { d in
      d.keep(GradientTransformation.freeze(mask: d.mask()))
    }
    add("GradientTransformation.selectiveTransform(_:freezeMask:)") { d in
      d.keep(GradientTransformation.selectiveTransform(d.optimizer(), freezeMask: d.mask()))
    }
    add("GradientTransformation.partition(_:_:)") { d in
      d.keep(GradientTransformation.partition(["a": d.optimizer(), "b": d.optimizer()], { _, param in param.ndim > 1 ? "a" : "b" }))
    }
    add("GradientTransformation.multiTransform(_:_:)") { d in
      d.keep(GradientTransformation.multiTransform(["a": d.optimizer(), "b": d.optimizer()], { _, param in param.ndim > 1 ? "a" : "b" }))
    }
    add("GradientTransformation.differentiallyPrivateAggregate(l2NormClip:noiseMultiplier:key:)") { d in
      d.keep(GradientTransformation.differentiallyPrivateAggregate(l2NormClip: d.double(), noiseMultiplier: d.double(), key: d.tensor()))
    }
    add("GradientTransformation.dpsgd(learningRate:l2NormClip:noiseMultiplier:key:momentum:nesterov:)") { d in
      d.keep(GradientTransformation.dpsgd(learningRate: d.schedule(), l2NormClip: d.double(), noiseMultiplier: d.double(), key: d.tensor(), momentum: d.optional(d.double()), nesterov: d.bool()))
    }
    add("GradientTransformation.scheduleFree(_:learningRate:b1:weightLrPower:stateDtype:)") { d in
      d.keep(GradientTransformation.scheduleFree(d.optimizer(), learningRate: d.schedule(), b1: d.double(), weightLrPower: d.double(), stateDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.scheduleFreeSgd(learningRate:warmupSteps:b1:weightDecay:weightLrPower:stateDtype:)") { d in
      d.keep(GradientTransformation.scheduleFreeSgd(learningRate: d.double(), warmupSteps: d.optional(d.int()), b1: d.double(), weightDecay: d.optional(d.double()), weightLrPower: d.double(), stateDtype: d.optional(d.dtype())))
    }
    add("GradientTransformation.scheduleFreeAdamw(learningRate:warmupSteps:b1:b2:eps:weightDecay:weightLrPower:stateDtype:)") { d in
      d.keep(GradientTransformation.scheduleFreeAdamw(learningRate: d.double(), warmupSteps: d.optional(d.int()), b1: d.double(), b2: d.double(), eps: d.double(), weightDecay: d.double(), weightLrPower: d.double(), stateDtype: d.optional(d.dtype())))
    }
  }
}
