/// The runners there are: one line for each file in `Runners/`.
public enum GoldenRunners {
  /// Every runner; `GoldenSuite` takes a case to the one that lists its kind.
  public static let all: [any CaseRunner.Type] = [
    InitializerRunner.self,
    RandomRunner.self,
    RandomKeysRunner.self,
    LayerRunner.self,
    LayerAxisNameRunner.self,
    OpRunner.self,
    PoolRunner.self,
    PromotionRunner.self,
    RngRunner.self,
    TrainingRunner.self,
    ReadmeRunner.self,
    SemanticsRunner.self,
    TransformRunner.self,
    OptimizerRunner.self,
  ]
}
