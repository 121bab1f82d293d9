// Made by Utilities/generate/fuzz_calls.py; edit that instead.
// swift-format-ignore-file

import Blox
import Optimizers

extension Calls {
  static func functions4(_ add: Add) {
    add("smoothLabels(_:_:axis:where:)") { d in
      d.keep(smoothLabels(d.tensor(), d.double(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("softmaxCrossEntropy(_:_:axis:where:)") { d in
      d.keep(softmaxCrossEntropy(d.tensor(), d.tensor(), axis: d.int(), where: d.tensor()))
    }
    add("softmaxCrossEntropyWithIntegerLabels(_:_:axis:where:)") { d in
      d.keep(softmaxCrossEntropyWithIntegerLabels(d.tensor(), d.tensor(), axis: d.int(), where: d.tensor()))
    }
    add("softmaxCrossEntropyWithIntegerLabels(_:_:axis:classWeights:)") { d in
      d.keep(softmaxCrossEntropyWithIntegerLabels(d.tensor(), d.tensor(), axis: d.int(), classWeights: d.tensor()))
    }
    add("safeSoftmaxCrossEntropy(_:_:)") { d in
      d.keep(safeSoftmaxCrossEntropy(d.tensor(), d.tensor()))
    }
    add("polyLossCrossEntropy(_:_:epsilon:axis:where:)") { d in
      d.keep(polyLossCrossEntropy(d.tensor(), d.tensor(), epsilon: d.double(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("hingeLoss(_:_:)") { d in
      d.keep(hingeLoss(d.tensor(), d.tensor()))
    }
    add("perceptronLoss(_:_:)") { d in
      d.keep(perceptronLoss(d.tensor(), d.tensor()))
    }
    add("sparsemaxLoss(_:_:)") { d in
      d.keep(sparsemaxLoss(d.tensor(), d.tensor()))
    }
    add("multiclassHingeLoss(_:_:)") { d in
      d.keep(multiclassHingeLoss(d.tensor(), d.tensor()))
    }
    add("multiclassPerceptronLoss(_:_:)") { d in
      d.keep(multiclassPerceptronLoss(d.tensor(), d.tensor()))
    }
    add("multiclassSparsemaxLoss(_:_:)") { d in
      d.keep(multiclassSparsemaxLoss(d.tensor(), d.tensor()))
    }
    add("projectionSimplex(_:scale:)") { d in
      d.keep(projectionSimplex(d.tensor(), scale: d.double()))
    }
    add("sigmoidFocalLoss(_:_:alpha:gamma:)") { d in
      d.keep(sigmoidFocalLoss(d.tensor(), d.tensor(), alpha: d.optional(d.double()), gamma: d.double()))
    }
    add("klDivergence(_:_:axis:where:)") { d in
      d.keep(klDivergence(d.tensor(), d.tensor(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("klDivergenceWithLogTargets(_:_:axis:where:)") { d in
      d.keep(klDivergenceWithLogTargets(d.tensor(), d.tensor(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("generalizedKlDivergence(_:_:axis:where:)") { d in
      d.keep(generalizedKlDivergence(d.tensor(), d.tensor(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("convexKlDivergence(_:_:axis:where:)") { d in
      d.keep(convexKlDivergence(d.tensor(), d.tensor(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("rankingSoftmaxLoss(_:_:where:weights:)") { d in
      d.keep(rankingSoftmaxLoss(d.tensor(), d.tensor(), where: d.optional(d.tensor()), weights: d.optional(d.tensor())))
    }
    add("squaredError(_:_:)") { d in
      d.keep(squaredError(d.tensor(), d.optional(d.tensor())))
    }
    add("logCosh(_:_:)") { d in
      d.keep(logCosh(d.tensor(), d.optional(d.tensor())))
    }
    add("poissonLoss(_:_:logInput:eps:)") { d in
      d.keep(poissonLoss(d.tensor(), d.tensor(), logInput: d.bool(), eps: d.double()))
    }
    add("cosineSimilarity(_:_:epsilon:axis:where:)") { d in
      d.keep(cosineSimilarity(d.tensor(), d.tensor(), epsilon: d.double(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("cosineDistance(_:_:epsilon:axis:where:)") { d in
      d.keep(cosineDistance(d.tensor(), d.tensor(), epsilon: d.double(), axis: d.int(), where: d.optional(d.tensor())))
    }
    add("diceLoss(_:_:classWeights:smooth:alpha:beta:applySoftmax:ignoreBackground:)") { d in
      d.keep(diceLoss(d.tensor(), d.tensor(), classWeights: d.optional(d.tensor()), smooth: d.double(), alpha: d.double(), beta: d.double(), applySoftmax: d.bool(), ignoreBackground: d.bool()))
    }
    add("binaryDiceLoss(_:_:smooth:applySigmoid:)") { d in
      d.keep(binaryDiceLoss(d.tensor(), d.tensor(), smooth: d.double(), applySigmoid: d.bool()))
    }
    add("multiclassGeneralizedDiceLoss(_:_:smooth:applySoftmax:ignoreBackground:)") { d in
      d.keep(multiclassGeneralizedDiceLoss(d.tensor(), d.tensor(), smooth: d.double(), applySoftmax: d.bool(), ignoreBackground: d.bool()))
    }
    add("tripletMarginLoss(_:_:_:axis:normDegree:margin:eps:)") { d in
      d.keep(tripletMarginLoss(d.tensor(), d.tensor(), d.tensor(), axis: d.int(), normDegree: d.double(), margin: d.double(), eps: d.double()))
    }
    add("ntxent(_:_:temperature:)") { d in
      d.keep(ntxent(d.tensor(), d.tensor(), temperature: d.double()))
    }
    add("perExampleGlobalNormClip(_:_:)") { d in
      d.keep(perExampleGlobalNormClip(d.tensors(), d.double()))
    }
    add("perExampleLayerNormClip(_:_:uniform:)") { d in
      d.keep(perExampleLayerNormClip(d.tensors(), d.double(), uniform: d.bool()))
    }
    add("globalNorm(_:)") { d in
      d.keep(globalNorm(d.tensors()))
    }
    add("incrementalUpdate(_:_:stepSize:)") { d in
      d.keep(incrementalUpdate(d.tensors(), d.tensors(), stepSize: d.double()))
    }
    add("periodicUpdate(_:_:_:updatePeriod:)") { d in
      d.keep(periodicUpdate(d.tensors(), d.tensors(), d.tensor(), updatePeriod: d.int()))
    }
    add("updateMoment(_:_:_:_:)") { d in
      d.keep(updateMoment(d.tensors(), d.tensors(), d.double(), d.int()))
    }
    add("biasCorrection(_:_:_:)") { d in
      d.keep(biasCorrection(d.tensors(), d.double(), d.tensor()))
    }
    add("safeNorm(_:_:)") { d in
      d.keep(safeNorm(d.tensor(), d.double()))
    }
    add("safeRootMeanSquares(_:_:)") { d in
      d.keep(safeRootMeanSquares(d.tensor(), d.double()))
    }
    add("scheduleFreeEvalParams(_:_:)") { d in
      d.keep(scheduleFreeEvalParams(d.optimizerState(), d.tensors()))
    }
  }
}
