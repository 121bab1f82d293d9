import Foundation

/// A small server of HTTP/1.1 on this machine, for tests: a thread for each connection, one request in each.
final class HTTPServer: Sendable {
  typealias Handler = @Sendable (Data) async -> (status: Int, body: Data)

  private let listener: Int32
  let port: UInt16

  /// Listens at a free port.
  init(_ handler: @escaping Handler) throws {
    listener = try HTTPServer.made()
    var address = HTTPServer.address(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let result = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) | listen(listener, 256) | getsockname(listener, pointer, &length)
      }
    }
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread {
      while case let connection = accept(listener, nil, nil), connection >= 0 {
        Thread.detachNewThread { HTTPServer.answer(connection, handler) }
      }
    }
  }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  /// Posts a body, and waits for the answer on a thread of its own.
  static func post(_ body: Data, port: UInt16) async throws -> (status: Int, body: Data) {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            let connection = try made()
            defer { close(connection) }
            var address = address(port: port)
            let result = withUnsafePointer(to: &address) {
              $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
              }
            }
            guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            write(
              "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: \(body.count)\r\n\r\n", body,
              to: connection)
            let (head, answer) = message(from: connection)
            return (Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0, answer)
          })
      }
    }
  }

  private static func answer(_ connection: Int32, _ handler: @escaping Handler) {
    let (_, body) = message(from: connection)
    Task {
      let (status, answer) = await handler(body)
      write(
        "HTTP/1.1 \(status) \(status == 200 ? "OK" : "Bad Request")\r\nContent-Length: \(answer.count)\r\n\r\n",
        answer, to: connection)
      close(connection)
    }
  }

  /// A message's head, and as much of a body as it says.
  private static func message(from connection: Int32) -> (head: String, body: Data) {
    var data = Data()
    var chunk = [UInt8](repeating: 0, count: 4096)
    while true {
      if let end = data.range(of: Data("\r\n\r\n".utf8)) {
        let head = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        let length = head.firstMatch(of: #/(?i)Content-Length: (\d+)/#).flatMap { Int($0.1) } ?? 0
        if data.count - end.upperBound >= length { return (head, data[end.upperBound...]) }
      }
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return ("", Data()) }
      data.append(contentsOf: chunk[..<count])
    }
  }

  private static func write(_ head: String, _ body: Data, to connection: Int32) {
    let bytes = Array(Data(head.utf8) + body)
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        send(connection, $0.baseAddress.map { $0 + sent }, bytes.count - sent, 0)
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func made() throws -> Int32 {
    #if canImport(Glibc)
      let made = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let made = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    guard made >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    return made
  }

  private static func address(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }
}
