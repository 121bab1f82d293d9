import Foundation

/// The functions of libjpeg-turbo that are called, in a library that is opened once and never closed.
struct TurboJPEG: Sendable {
  typealias Decoder = UnsafeMutableRawPointer
  typealias Bytes = UnsafePointer<UInt8>

  typealias MakeDecoder = @convention(c) @Sendable () -> Decoder?
  typealias ReadHeader =
    @convention(c) @Sendable (
      Decoder, Bytes, _ size: UInt, _ width: UnsafeMutablePointer<Int32>,
      _ height: UnsafeMutablePointer<Int32>,
      _ subsampling: UnsafeMutablePointer<Int32>, _ colours: UnsafeMutablePointer<Int32>
    ) -> Int32
  typealias Decompress =
    @convention(c) @Sendable (
      Decoder, Bytes, _ size: UInt, _ pixels: UnsafeMutablePointer<UInt8>, _ width: Int32, _ rowBytes: Int32,
      _ height: Int32, _ format: Int32, _ flags: Int32
    ) -> Int32
  typealias Message = @convention(c) @Sendable (Decoder) -> UnsafePointer<CChar>?
  typealias Destroy = @convention(c) @Sendable (Decoder) -> Int32

  let makeDecoder: MakeDecoder
  let readHeader: ReadHeader
  let decompress: Decompress
  let message: Message
  let destroy: Destroy

  /// Exact cosines; warnings, as of a file that was cut off, are errors; no file of endlessly many passes.
  static let flags: Int32 = 4096 | 8192 | 32768

  /// The number of a format of pixels and its channels, for a number of the colours in a file.
  static func pixels(_ colours: Int32) -> (format: Int32, channels: Int) {
    switch colours {
    case 2: (6, 1)  // gray
    case 3, 4: (11, 4)  // for print
    default: (0, 3)
    }
  }

  #if canImport(Darwin)
    static let names = [
      "libturbojpeg.dylib", "/opt/homebrew/lib/libturbojpeg.dylib", "/usr/local/lib/libturbojpeg.dylib",
    ]
    private static let command = "brew install jpeg-turbo"
  #else
    static let names = ["libturbojpeg.so.0", "libturbojpeg.so"]
    private static let command = "apt install libturbojpeg0, or dnf install turbojpeg"
  #endif

  private static let found = Result { try TurboJPEG(opening: names) }

  /// The library of this process.
  ///
  /// - Throws: `DataError` if there is none.
  static func current() throws -> TurboJPEG { try found.get() }

  /// The first of some libraries that can be opened and has the functions.
  init(opening names: [String]) throws {
    for name in names {
      guard let library = dlopen(name, RTLD_NOW | RTLD_LOCAL) else { continue }
      if let functions = TurboJPEG(library) {
        self = functions
        return
      }
      dlclose(library)
    }
    throw DataError(
      "JPEGReader",
      problem: "libjpeg-turbo is not there: none of \(names.joined(separator: ", ")) can be opened",
      expected: "the library, which a package of the system brings: \(TurboJPEG.command)")
  }

  private init?(_ library: UnsafeMutableRawPointer) {
    func function<Function>(_ name: String, _ type: Function.Type) -> Function? {
      dlsym(library, name).map { unsafeBitCast($0, to: type) }
    }
    guard let makeDecoder = function("tjInitDecompress", MakeDecoder.self),
      let readHeader = function("tjDecompressHeader3", ReadHeader.self),
      let decompress = function("tjDecompress2", Decompress.self),
      let message = function("tjGetErrorStr2", Message.self),
      let destroy = function("tjDestroy", Destroy.self)
    else { return nil }
    self.makeDecoder = makeDecoder
    self.readHeader = readHeader
    self.decompress = decompress
    self.message = message
    self.destroy = destroy
  }
}
