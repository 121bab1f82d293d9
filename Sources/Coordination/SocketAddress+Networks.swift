import Foundation

extension SocketAddress {
  /// The numeric addresses of this machine on its networks (version 4 of the protocol), without those that only it sees.
  public static var networkHosts: [String] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var hosts: [String] = []
    var next = list
    while let current = next {
      next = current.pointee.ifa_next
      let isUp = current.pointee.ifa_flags & UInt32(IFF_UP) != 0
      let isLoopback = current.pointee.ifa_flags & UInt32(IFF_LOOPBACK) != 0
      guard isUp, !isLoopback, let address = current.pointee.ifa_addr,
        Int32(address.pointee.sa_family) == AF_INET
      else { continue }
      var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
      let length = socklen_t(MemoryLayout<sockaddr_in>.size)
      guard getnameinfo(address, length, &host, socklen_t(host.count), nil, 0, NI_NUMERICHOST) == 0 else {
        continue
      }
      hosts.append(String(decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self))
    }
    return hosts
  }
}
