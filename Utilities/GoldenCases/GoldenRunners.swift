/// The runners there are: one line for each file in `Runners/`.
public enum GoldenRunners {
  public static let all: [any CaseRunner.Type] = []
}
