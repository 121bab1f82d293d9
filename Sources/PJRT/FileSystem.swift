#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// The few questions about files that finding a plugin asks; Foundation would cost every program its start-up time.
enum FileSystem {
  /// Whether there is a regular file at `path`.
  static func isFile(_ path: String) -> Bool { kind(path) == S_IFREG }

  /// Whether there is a folder at `path`.
  static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

  /// The path without links and dots, or nil if there is nothing at it.
  static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// The names in the folder at `path` in alphabetical order, without hidden ones; none if it cannot be read.
  static func contents(of path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// The first line of the file at `path`, of at most 4096 bytes; nil if it cannot be read.
  static func firstLine(of path: String) -> String? {
    guard isFile(path), let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 4096)
    guard fgets(&line, Int32(line.count), file) != nil else { return nil }
    let bytes = line.prefix { $0 != 0 && $0 != 10 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of the process's environment variable `name`, which need not be text.
  static func environmentVariable(_ name: String) -> [UInt8]? {
    getenv(name).map { value in
      [UInt8](UnsafeRawBufferPointer(start: value, count: strlen(value)))
    }
  }

  private static func kind(_ path: String) -> mode_t? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return status.st_mode & S_IFMT
  }
}
