import Foundation

/// A host and a port, `node1:8476` or `[::1]:8476`.
public struct SocketAddress: Sendable, Hashable, CustomStringConvertible {
  public let host: String
  public let port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `host:port`.
  public init(_ text: String) throws(CoordinationError) {
    guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
      (0...65535).contains(port), colon != text.startIndex
    else {
      throw CoordinationError(
        .invalid, "'\(text)' is no address; expected a host and a port such as node1:8476 or [::1]:8476")
    }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    self.init(host: host, port: port)
  }

  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

  /// Whether only this machine reaches the address, by whatever name.
  ///
  /// - Throws: `CoordinationError` if the host is not known.
  public var isLoopback: Bool {
    get throws(CoordinationError) {
      let other = try resolved(passive: true) { candidate -> Bool? in
        guard let address = candidate.pointee.ai_addr else { return true }
        let raw = UnsafeRawPointer(address)
        switch candidate.pointee.ai_family {
        case AF_INET:
          // 127.0.0.0/8
          return raw.load(fromByteOffset: 4, as: UInt8.self) == 127 ? nil : true
        case AF_INET6:
          // ::1
          let bytes = (0..<16).map { raw.load(fromByteOffset: 8 + $0, as: UInt8.self) }
          return bytes == [UInt8](repeating: 0, count: 15) + [1] ? nil : true
        default: return true
        }
      }
      return other == nil
    }
  }

  /// Calls `body` with each of the addresses that the host has, until one gives a result.
  func resolved<R>(
    passive: Bool, _ body: (UnsafeMutablePointer<addrinfo>) -> R?
  ) throws(CoordinationError) -> R? {
    var hints = addrinfo()
    hints.ai_family = AF_UNSPEC
    hints.ai_socktype = Socket.stream
    hints.ai_flags = passive ? AI_PASSIVE : 0
    // The system would take the lower bits of others.
    guard (0...65535).contains(port) else {
      throw CoordinationError(.invalid, "\(self) is no address; expected a port from 0 to 65535")
    }
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(host, String(port), &hints, &list)
    guard code == 0, let list else {
      throw CoordinationError(
        .system, "the host of \(self) is not known: \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(list) }
    var next: UnsafeMutablePointer<addrinfo>? = list
    while let current = next {
      if let result = body(current) { return result }
      next = current.pointee.ai_next
    }
    return nil
  }
}
