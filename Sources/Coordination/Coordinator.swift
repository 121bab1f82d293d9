import Foundation
import Synchronization

/// Where processes find each other: keeps values by key, lets all wait for all, and notices who is gone.
///
/// It runs on a thread of its own, in the process of index 0 or anywhere, until it is let go.
public final class Coordinator: Sendable {
  /// Where processes connect.
  public let address: SocketAddress
  private let isStopped: StopSign
  private let waker: Socket

  /// What says when to stop; shared with the thread, which must not keep the coordinator itself.
  final class StopSign: Sendable {
    let value = Atomic(false)
  }

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - address: where; port 0 takes one that is free.
  ///   - processCount: how many processes take part.
  ///   - token: what they have to know.
  ///   - heartbeatTimeout: a process that is not heard of for so long is gone.
  public init(
    at address: SocketAddress, processCount: Int, token: String = "",
    heartbeatTimeout: Duration = .seconds(100)
  ) throws(CoordinationError) {
    let listener = try Socket.listening(at: address)
    self.address = SocketAddress(host: address.host, port: listener.port)
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Socket.stream, 0, &ends) == 0 else {
      throw CoordinationError(.system, "the coordinator got no sockets: \(String(cString: strerror(errno)))")
    }
    let stop = StopSign()
    isStopped = stop
    waker = Socket(ends[0])
    let room = CoordinatorRoom(processCount: processCount, token: token, timeout: heartbeatTimeout)
    let wakeUp = Socket(ends[1])
    Thread.detachNewThread { room.run(listener, wakeUp, until: stop) }
  }

  deinit {
    isStopped.value.store(true, ordering: .releasing)
    waker.shutDown()
  }
}
