import DurableFiles
public import Foundation
public import Tensors

/// NumPy's files: arrays in `.npy`, several with names in `.npz` (`jnp.load`, `jnp.save`, `jnp.savez`).
public enum NumPy {
  private static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// What numpy calls the dtypes; bfloat16 is not one of its own.
  private static let dtypes: [String: DType] = [
    "|b1": .bool, "|i1": .int8, "|u1": .uint8, "<i2": .int16, "<i4": .int32, "<i8": .int64, "<u2": .uint16,
    "<u4": .uint32, "<u8": .uint64, "<f2": .float16, "<f4": .float32, "<f8": .float64, "<c8": .complex64,
  ]

  /// The array in a `.npy` file.
  ///
  /// - Throws: `DataError` if the file cannot be read, is damaged, or holds Python objects, structures or numbers with the
  ///   highest byte first.
  public static func load(_ url: URL) throws -> Tensor {
    try array(try readFile(url)[...], url.lastPathComponent)
  }

  /// The arrays in a `.npz` file by name.
  ///
  /// - Throws: as `load`.
  public static func loadz(_ url: URL) throws -> [String: Tensor] {
    var arrays: [String: Tensor] = [:]
    for entry in try ZipFile.entries(of: try readFile(url), url.lastPathComponent)
    where entry.name.hasSuffix(".npy") {
      let name = String(entry.name.dropLast(4))
      arrays[name] = try array(entry.contents[...], "\(url.lastPathComponent), \(entry.name)")
    }
    return arrays
  }

  /// Writes an array as a `.npy` file, whole or not at all.
  ///
  /// - Throws: the tensor's error; `DataError` for bfloat16, which numpy has not; what writing throws.
  public static func save(_ tensor: Tensor, to url: URL) throws {
    let bytes = try contents(tensor)
    try AtomicFile.write(to: url.path) { file in try file.write(bytes) }
  }

  /// Writes arrays as a `.npz` file, whole or not at all.
  ///
  /// - Throws: as `save`.
  public static func savez(_ arrays: [String: Tensor], to url: URL) throws {
    let entries = try arrays.sorted { $0.key < $1.key }.map { name, tensor in
      ZipFile.Entry(name: name + ".npy", contents: try contents(tensor))
    }
    let bytes = try ZipFile.bytes(entries)
    try AtomicFile.write(to: url.path) { file in try file.write(bytes) }
  }

  private static func contents(_ tensor: Tensor) throws -> [UInt8] {
    let elements = try tensor.bytes()
    guard let code = dtypes.first(where: { $0.value == tensor.dtype })?.key else {
      throw DataError("NumPy.save", problem: "numpy has no \(tensor.dtype)", expected: "x.astype(.float32)")
    }
    let extents = tensor.shape.dimensions.map(String.init).joined(separator: ", ")
    let shape = tensor.ndim == 1 ? "(\(extents),)" : "(\(extents))"
    var header = "{'descr': '\(code)', 'fortran_order': False, 'shape': \(shape), }"
    // The elements begin at a multiple of 64 bytes.
    header += String(repeating: " ", count: 63 - (magic.count + 4 + header.utf8.count) % 64) + "\n"
    let count = header.utf8.count
    return magic + [1, 0, UInt8(count & 0xFF), UInt8(count >> 8 & 0xFF)] + Array(header.utf8) + elements
  }

  private static func array(_ bytes: ArraySlice<UInt8>, _ name: String) throws -> Tensor {
    var reader = ByteReader(bytes, name)
    guard Array(try reader.take(6)) == magic else {
      throw DataError(
        name, problem: "it does not begin as numpy's files do", expected: "a file of numpy.save")
    }
    let version = try reader.littleEndian(1)
    _ = try reader.take(1)
    let header = String(
      decoding: try reader.take(try reader.littleEndian(version == 1 ? 2 : 4)), as: UTF8.self)
    guard let code = header.firstMatch(of: /'descr': *'([^']*)'/)?.1, let dtype = dtypes[String(code)],
      let isFortran = header.firstMatch(of: /'fortran_order': *(True|False)/)?.1,
      let extents = header.firstMatch(of: /'shape': *\(([0-9, ]*)\)/)?.1
    else {
      throw DataError(
        name, problem: "its header is \(header.prefix(120))",
        expected: "plain numbers of one of the dtypes \(dtypes.keys.sorted().joined(separator: ", "))")
    }
    let dimensions = extents.split(separator: ",").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
    let shape = Shape(isFortran == "True" ? dimensions.reversed() : dimensions)
    let (count, isTooLarge) = shape.size.multipliedReportingOverflow(by: dtype.byteWidth)
    guard !isTooLarge, count == reader.rest.count else {
      throw DataError(
        name, problem: "it has \(reader.rest.count) bytes of elements for the shape \(shape) of \(dtype)",
        expected: "a file that was copied as a whole")
    }
    let tensor = Tensor(bytes: Array(reader.rest), shape: shape, dtype: dtype)
    return isFortran == "True" ? tensor.transpose() : tensor
  }
}
