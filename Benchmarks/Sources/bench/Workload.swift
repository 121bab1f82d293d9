/// Something to be measured.
protocol Workload: Sendable {
  func run(_ meter: Meter) throws
}
