import PJRT

/// Several processes whose devices a plugin joins, as the clients of this process are told of them.
struct ProcessGroup: Sendable {
  /// The number of this process, and how many there are.
  let index, count: Int
  /// The values that the processes share.
  let store: any KeyValueStore
  /// What a plugin is told of the processes.
  let options: @Sendable (Plugin) -> [String: ClientOption]
}
