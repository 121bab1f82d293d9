import Foundation

/// A connection, or a listener; closed when it is let go.
final class Socket: Sendable {
  let descriptor: Int32

  #if canImport(Glibc)
    static let stream = Int32(SOCK_STREAM.rawValue)
    private static let sendFlags = Int32(MSG_NOSIGNAL)
  #else
    static let stream = SOCK_STREAM
    private static let sendFlags: Int32 = 0
  #endif

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var on: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &on, size)
    // Programs that this one starts must not keep the connection open.
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    #if canImport(Darwin)
      setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, size)
    #endif
  }

  deinit { close(descriptor) }

  /// A listener. Port 0 takes one that is free.
  static func listening(at address: SocketAddress) throws(CoordinationError) -> Socket {
    var reason = ""
    let found = try address.resolved(passive: true) { candidate -> Socket? in
      let descriptor = socket(candidate.pointee.ai_family, candidate.pointee.ai_socktype, 0)
      guard descriptor >= 0 else { return nil }
      let socket = Socket(descriptor)
      var on: Int32 = 1
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
      if bind(descriptor, candidate.pointee.ai_addr, candidate.pointee.ai_addrlen) == 0,
        listen(descriptor, 1024) == 0
      {
        return socket
      }
      reason = String(cString: strerror(errno))
      return nil
    }
    guard let found else {
      throw CoordinationError(.system, "a coordinator cannot listen at \(address): \(reason)")
    }
    found.setNonBlocking()
    return found
  }

  /// A connection to an address; nil if nobody answers there within `timeout`.
  static func connected(
    to address: SocketAddress, timeout: Duration = .seconds(2)
  ) throws(CoordinationError) -> Socket? {
    try address.resolved(passive: false) { candidate -> Socket? in
      let descriptor = socket(candidate.pointee.ai_family, candidate.pointee.ai_socktype, 0)
      guard descriptor >= 0 else { return nil }
      let socket = Socket(descriptor)
      // Without waiting, since the system takes minutes to find that a machine does not answer.
      let flags = fcntl(descriptor, F_GETFL)
      _ = fcntl(descriptor, F_SETFL, flags | O_NONBLOCK)
      defer { _ = fcntl(descriptor, F_SETFL, flags) }
      if connect(descriptor, candidate.pointee.ai_addr, candidate.pointee.ai_addrlen) == 0 { return socket }
      guard errno == EINPROGRESS else { return nil }
      var entries = [pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)]
      wait(&entries, timeout)
      return entries[0].revents != 0 && socket.hasNoError ? socket : nil
    }
  }

  /// Whether what was begun without waiting came to a good end.
  private var hasNoError: Bool {
    var code: Int32 = 0
    var size = socklen_t(MemoryLayout<Int32>.size)
    return getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &size) == 0 && code == 0
  }

  /// The port that a listening socket has.
  var port: Int {
    var address = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let code = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    guard code == 0 else { return 0 }
    return withUnsafeBytes(of: &address) { bytes in
      // The port is at the same offset in both families' addresses.
      Int(UInt16(bigEndian: bytes.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
    }
  }

  func setNonBlocking() { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK) }

  /// Ends the connection for both sides, and wakes whoever waits for it.
  func shutDown() { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// What comes of taking a connection that waits at a listening socket.
  enum Acceptance {
    case connection(Socket)
    /// Nobody waits.
    case nobody
    /// Somebody waits, and the system has no room for the connection.
    case noRoom
  }

  /// Takes a connection that waits at a listening socket.
  func accepted() -> Acceptance {
    let descriptor = accept(descriptor, nil, nil)
    if descriptor >= 0 {
      let socket = Socket(descriptor)
      socket.setNonBlocking()
      return .connection(socket)
    }
    return [EMFILE, ENFILE, ENOBUFS, ENOMEM].contains(errno) ? .noRoom : .nobody
  }

  /// What there is to read; empty if nothing is there yet, nil when the connection has ended.
  func read() -> [UInt8]? {
    var ended = false
    let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      let received = recv(descriptor, buffer.baseAddress, buffer.count, 0)
      count = max(received, 0)
      ended = received == 0 || received < 0 && errno != EAGAIN && errno != EINTR
    }
    return ended ? nil : bytes
  }

  /// Sends what can be sent now and returns how much that was; nil when the connection has ended.
  func write(_ bytes: ArraySlice<UInt8>) -> Int? {
    let sent = bytes.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Socket.sendFlags) }
    return sent >= 0 ? sent : errno == EAGAIN || errno == EINTR ? 0 : nil
  }

  /// Sends everything, on a connection that waits; false when the connection has ended.
  func writeAll(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let count = write(rest) else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Whether something can be sent without waiting.
  var isWritable: Bool {
    var entries = [pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)]
    Socket.wait(&entries, .zero)
    return entries[0].revents & Int16(POLLOUT) != 0
  }

  /// Waits until one of the sockets has something to read, or can be written to where that is asked for.
  static func wait(_ entries: inout [pollfd], _ time: Duration) {
    _ = poll(&entries, nfds_t(entries.count), time.milliseconds)
  }
}
