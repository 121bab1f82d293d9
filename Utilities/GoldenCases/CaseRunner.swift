/// Runs the cases of some kinds with the library, and hands back what came out.
///
/// A runner knows nothing of tolerances and decides nothing: it builds what the manifest describes, runs it,
/// and stores each tensor under the name that the manifest gives it. README.md beside this file has an example.
public protocol CaseRunner: Sendable {
  /// The values of `kind` in the manifests that this runner takes.
  static var kinds: [String] { get }

  init()

  /// Runs a case and stores the tensors that it checks, or its plain result.
  ///
  /// What the library throws is passed on: it is what a case with an `error` waits for, and fails the
  /// others. Tensors stored before that still count. What the runner itself cannot do is a `GoldenError`.
  func run(_ golden: GoldenCase, into results: inout CaseResults) throws
}
