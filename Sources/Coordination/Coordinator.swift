import Foundation
import Synchronization

/// Where processes find each other: keeps values by key, lets all wait for all, and notices who is gone.
///
/// It runs on a thread of its own, in the process of index 0 or anywhere, until it is let go. What it takes is limited, of
/// strangers and of processes: `CoordinatorLimits`.
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
  ///   - token: what they have to know. Without one, whoever reaches the address can take part, so it has to be one
  ///     that only this machine sees.
  ///   - heartbeatTimeout: a process that has not been heard from for this time is gone.
  /// - Throws: `CoordinationError` if the address cannot be had, or others see it and there is no token.
  public init(
    at address: SocketAddress, processCount: Int, token: String = "",
    heartbeatTimeout: Duration = .seconds(100)
  ) throws(CoordinationError) {
    let token = try CoordinatorToken(token)
    try CoordinatorLimits.check(processCount: processCount, heartbeatTimeout: heartbeatTimeout)
    let isPrivate = try address.isLoopback
    guard isPrivate || !token.isEmpty else {
      throw CoordinationError(
        .invalid,
        "a coordinator at \(address), which other machines may reach, has no token; expected one that all its "
          + "processes are given, or an address of this machine alone such as 127.0.0.1:\(address.port)")
    }
    let listener = try Socket.listening(at: address)
    self.address = SocketAddress(host: address.host, port: listener.port)
    var ends: [Int32] = [0, 0]
    guard socketpair(AF_UNIX, Socket.stream, 0, &ends) == 0 else {
      throw CoordinationError(.system, "the coordinator got no sockets: \(String(cString: strerror(errno)))")
    }
    let stop = StopSign()
    isStopped = stop
    waker = Socket(ends[0])
    let server = CoordinatorServer(processCount: processCount, token: token, timeout: heartbeatTimeout)
    let wakeUp = Socket(ends[1])
    Thread.detachNewThread { server.run(listener, wakeUp, until: stop) }
  }

  deinit {
    isStopped.value.store(true, ordering: .releasing)
    waker.shutDown()
  }
}
