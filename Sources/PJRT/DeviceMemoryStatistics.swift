import CPJRT

/// The state of a device's memory, as far as its plugin keeps count.
public struct DeviceMemoryStatistics: Sendable, Hashable {
  /// Bytes allocated now.
  public var bytesInUse: Int
  /// The most bytes that were ever allocated.
  public var peakBytesInUse: Int?
  /// The number of allocations made.
  public var allocationCount: Int?
  /// The size of the largest allocation made.
  public var largestAllocation: Int?
  /// The most bytes that may be allocated.
  public var bytesLimit: Int?
  /// The largest block that is free.
  public var largestFreeBlock: Int?

  init(_ values: PJRT_Device_MemoryStats_Args) {
    bytesInUse = Int(values.bytes_in_use)
    peakBytesInUse = values.peak_bytes_in_use_is_set ? Int(values.peak_bytes_in_use) : nil
    allocationCount = values.num_allocs_is_set ? Int(values.num_allocs) : nil
    largestAllocation = values.largest_alloc_size_is_set ? Int(values.largest_alloc_size) : nil
    bytesLimit = values.bytes_limit_is_set ? Int(values.bytes_limit) : nil
    largestFreeBlock = values.largest_free_block_bytes_is_set ? Int(values.largest_free_block_bytes) : nil
  }
}
