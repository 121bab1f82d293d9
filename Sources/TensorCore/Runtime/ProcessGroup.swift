package import PJRT

/// Several processes whose devices a plugin joins, as the clients of this process are told of them.
package struct ProcessGroup: Sendable {
  /// The number of this process, and how many there are.
  package let index, count: Int
  /// The values that the processes share.
  package let store: any KeyValueStore
  /// What a plugin is told of the processes.
  package let options: @Sendable (Plugin) -> [String: ClientOption]

  package init(
    index: Int, count: Int, store: any KeyValueStore,
    options: @escaping @Sendable (Plugin) -> [String: ClientOption]
  ) {
    self.index = index
    self.count = count
    self.store = store
    self.options = options
  }
}
