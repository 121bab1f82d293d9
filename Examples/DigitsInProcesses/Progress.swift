import Foundation

/// Shows how far the training is: a bar that is drawn again in a terminal, plain lines elsewhere.
final class Progress {
  private let total: Int
  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDOUT_FILENO) == 1

  init(total: Int) { self.total = total }

  /// Shows the state after an epoch.
  func advance(to epoch: Int, examples: Int, loss: Double, accuracy: Double) {
    let elapsed = ContinuousClock.now - start
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    let figures = String(
      format: "loss %.4f  test accuracy %5.1f %%  %.0f examples/s", loss, accuracy * 100,
      Double(examples) / seconds)
    if isTerminal {
      let width = 30
      let filled = epoch * width / total
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
      print("\r\(bar) \(epoch)/\(total)  \(figures) ", terminator: "")
      fflush(nil)
    } else if epoch == 1 || epoch == total || epoch % 10 == 0 {
      print("epoch \(epoch)/\(total)  \(figures)")
    }
  }

  /// Ends the line of the bar.
  func finish() { if isTerminal { print() } }
}
