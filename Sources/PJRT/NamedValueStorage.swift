import CPJRT

/// Named values in the memory layout that a plugin reads; they live as long as this.
struct NamedValueStorage: ~Copyable {
  let values: UnsafeMutableBufferPointer<PJRT_NamedValue>
  private var allocations: [UnsafeMutableRawBufferPointer] = []

  init(_ options: [String: NamedValue]) {
    values = .allocate(capacity: options.count)
    // In order of names, so that a plugin's complaint about the first bad option is the same every time.
    for (index, (name, value)) in options.sorted(by: { $0.key < $1.key }).enumerated() {
      values.initializeElement(at: index, to: entry(name, value))
    }
  }

  deinit {
    values.deallocate()
    for allocation in allocations { allocation.deallocate() }
  }

  private mutating func entry(_ name: String, _ value: NamedValue) -> PJRT_NamedValue {
    var entry = PJRT_NamedValue.sized()
    let nameBytes = copy(name.utf8)
    entry.name = pointer(nameBytes)
    entry.name_size = nameBytes.count
    entry.value_size = 1
    switch value {
    case .string(let text):
      let bytes = copy(text.utf8)
      entry.type = PJRT_NamedValue_Type(PJRT_NamedValue_kString)
      entry.string_value = pointer(bytes)
      entry.value_size = bytes.count
    case .int(let integer):
      entry.type = PJRT_NamedValue_Type(PJRT_NamedValue_kInt64)
      entry.int64_value = Int64(integer)
    case .ints(let integers):
      let bytes = integers.map(Int64.init).withUnsafeBytes { copy($0) }
      entry.type = PJRT_NamedValue_Type(PJRT_NamedValue_kInt64List)
      entry.int64_array_value = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: Int64.self)
      entry.value_size = integers.count
    case .float(let number):
      entry.type = PJRT_NamedValue_Type(PJRT_NamedValue_kFloat)
      entry.float_value = number
    case .bool(let flag):
      entry.type = PJRT_NamedValue_Type(PJRT_NamedValue_kBool)
      entry.bool_value = flag
    }
    return entry
  }

  private mutating func copy(_ bytes: some Collection<UInt8>) -> UnsafeMutableRawBufferPointer {
    let allocation = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    allocation.copyBytes(from: bytes)
    allocations.append(allocation)
    return allocation
  }

  private func pointer(_ bytes: UnsafeMutableRawBufferPointer) -> UnsafePointer<CChar>? {
    UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
  }
}
