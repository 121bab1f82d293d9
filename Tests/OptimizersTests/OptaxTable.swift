import Optimizers
import Tensors

/// The optimizers of Utilities/generate/optax_values.py, by its names.
enum OptaxTable {
  private static let rate: Schedule = 0.05
  private static let kernels: GradientTransformation.Mask = { path, _ in path == ["w"] }

  static var optimizers: [[String: GradientTransformation]] { [adams, others, contributed, wrapped] }

  private static var adams: [String: GradientTransformation] {
    [
      "adam": .adam(learningRate: rate),
      "adamNesterov": .adam(learningRate: rate, b1: 0.8, epsRoot: 1e-3, nesterov: true),
      "adamMuDtype": .adam(learningRate: rate, muDtype: .bfloat16), "nadam": .nadam(learningRate: rate),
      "adamw": .adamw(learningRate: rate, weightDecay: 0.1),
      "adamwMask": .adamw(learningRate: rate, weightDecay: 0.1, mask: kernels),
      "nadamw": .nadamw(learningRate: rate, weightDecay: 0.1), "adamax": .adamax(learningRate: rate),
      "adamaxw": .adamaxw(learningRate: rate, weightDecay: 0.1, mask: kernels),
      "amsgrad": .amsgrad(learningRate: rate), "adabelief": .adabelief(learningRate: rate),
      "adabeliefNesterov": .adabelief(learningRate: rate, nesterov: true), "yogi": .yogi(learningRate: rate),
      "radam": .radam(learningRate: rate), "radamNesterov": .radam(learningRate: rate, nesterov: true),
      "adan": .adan(learningRate: rate, weightDecay: 0.1),
      "lamb": .lamb(learningRate: rate, weightDecay: 0.1, mask: kernels),
      "novograd": .novograd(learningRate: rate, weightDecay: 0.01),
      "optimisticAdam": .optimisticAdam(learningRate: rate),
      "optimisticAdamV2": .optimisticAdamV2(learningRate: rate, alpha: 0.9, beta: 0.4),
      "onecycle": .adam(learningRate: .cosineOnecycleSchedule(20, 0.1)),
    ]
  }

  private static var others: [String: GradientTransformation] {
    [
      "adadelta": .adadelta(learningRate: 1, weightDecay: 0.01), "adagrad": .adagrad(learningRate: rate),
      "adafactor": .adafactor(learningRate: rate),
      "adafactorFactored": .adafactor(
        learningRate: rate, minDimSizeToFactor: 2, momentum: 0.9, weightDecayRate: 1e-3),
      "lion": .lion(learningRate: rate, weightDecay: 0.1), "signSgd": .signSgd(learningRate: rate),
      "signum": .signum(learningRate: rate),
      "lars": .lars(
        learningRate: rate, weightDecay: 0.1, weightDecayMask: kernels, trustRatioMask: kernels),
      "fromage": .fromage(learningRate: rate), "sgd": .sgd(learningRate: rate),
      "sgdMomentum": .sgd(learningRate: rate, momentum: 0.9),
      "sgdNesterov": .sgd(learningRate: rate, momentum: 0.9, nesterov: true),
      "rmsprop": .rmsprop(learningRate: rate),
      "rmspropCentered": .rmsprop(
        learningRate: rate, initialScale: 1, centered: true, momentum: 0.9, nesterov: true),
      "rmspropOutside": .rmsprop(learningRate: rate, eps: 1e-3, epsInSqrt: false, biasCorrection: true),
      "rprop": .rprop(learningRate: 0.05), "sm3": .sm3(learningRate: rate),
      "optimisticGradientDescent": .optimisticGradientDescent(learningRate: rate, alpha: 0.9, beta: 0.4),
      "polyakSgd": .polyakSgd(maxLearningRate: 0.1),
      "noisySgd": .noisySgd(learningRate: rate, key: Random.key(3)),
    ]
  }

  private static var contributed: [String: GradientTransformation] {
    [
      "muon": .muon(learningRate: rate, weightDecay: 0.1),
      "muonAol": .muon(learningRate: rate, nesterov: false, preconditioning: .aol),
      "prodigy": .prodigy(estimLr0: 1e-2, weightDecay: 0.01),
      "dadaptAdamw": .dadaptAdamw(estimLr0: 1e-2, weightDecay: 0.01), "dog": .dog(initStep: .heuristic(1e-2)),
      "dogRate": .dog(initStep: .learningRate(1e-2)), "dowg": .dowg(),
      "momo": .momo(learningRate: 0.1, weightDecay: 0.01, adaptLowerBound: true),
      "momoAdam": .momoAdam(learningRate: rate), "adopt": .adopt(learningRate: rate),
      "ademamix": .ademamix(learningRate: rate, b3: 0.99),
      "simplifiedAdemamix": .simplifiedAdemamix(learningRate: rate, alpha: 0.5),
      "acprop": .acprop(learningRate: rate), "cocob": .cocob(), "madgrad": .madgrad(learningRate: rate),
      "scheduleFreeSgd": .scheduleFreeSgd(learningRate: 0.05, warmupSteps: 5),
      "scheduleFreeAdamw": .scheduleFreeAdamw(learningRate: 0.05, weightDecay: 0.1),
      "sam": .sam(.sgd(learningRate: rate, momentum: 0.9), .chain(.normalize(), .sgd(learningRate: 0.1))),
    ]
  }

  private static var wrapped: [String: GradientTransformation] {
    [
      "clips": .chain(
        .zeroNans(), .clipByBlockRms(0.4), .adaptiveGradClip(0.3), .centralize(), .ema(0.7),
        .scaleByLearningRate(rate)),
      "applyEvery": .chain(.sgd(learningRate: rate), .applyEvery(3)),
      "normalized": .chain(.normalizeByUpdateNorm(scaleFactor: 0.5), .keepParamsNonnegative(), .scale(-0.05)),
      "plateau": .chain(
        .sgd(learningRate: rate),
        .reduceOnPlateau(factor: 0.5, patience: 2, cooldown: 2, accumulationSize: 2)),
      "multiSteps": .multiSteps(.adam(learningRate: rate), every: 3),
      "applyIfFinite": .applyIfFinite(.adam(learningRate: rate), maxConsecutiveErrors: 3),
      "partition": .partition(["a": .adam(learningRate: rate), "b": .sgd(learningRate: rate)]) { path, _ in
        path == ["b"] ? "b" : "a"
      },
      "freeze": .chain(.sgd(learningRate: rate, momentum: 0.9), .freeze { path, _ in path == ["b"] }),
    ]
  }
}
