import Coordination
import PJRT
import TensorCore
import TensorPrimitives
import TensorTransformations

/// The coordinator's values as a plugin asks for them.
struct CoordinatedStore: KeyValueStore {
  let client: CoordinatorClient

  var hasLostProcess: Bool { client.hasDisconnections && client.disconnections.contains { !$0.isOrderly } }

  func put(_ key: String, _ value: [UInt8]) throws(PJRTError) {
    do throws(CoordinationError) { try client.put(key, value) } catch { throw PJRTError(error) }
  }

  func get(_ key: String, timeout: Duration) throws(PJRTError) -> [UInt8] {
    do throws(CoordinationError) { return try client.get(key, timeout: timeout) } catch {
      throw PJRTError(error)
    }
  }

  func tryGet(_ key: String) throws(PJRTError) -> [UInt8] {
    let value: [UInt8]?
    do throws(CoordinationError) { value = try client.tryGet(key) } catch { throw PJRTError(error) }
    guard let value else { throw PJRTError(.notFound, "the key '\(key)' has no value") }
    return value
  }
}

extension PJRTError {
  fileprivate init(_ error: CoordinationError) {
    let code: StatusCode =
      switch error.kind {
      case .invalid: .invalidArgument
      case .timedOut: .deadlineExceeded
      case .notFound: .notFound
      case .alreadyExists: .alreadyExists
      case .gone: .unavailable
      case .system: .internal
      case .exhausted: .resourceExhausted
      }
    self.init(code, error.message)
  }
}
