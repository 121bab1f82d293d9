/// Something to be measured.
protocol Workload {
  init()
  func run(_ meter: Meter) throws
}
