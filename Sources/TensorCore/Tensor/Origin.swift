/// Where a tensor comes from in the model: a parameter, or a computation in which one took part.
///
/// It rides along with tensors only so that an error can name the module.
public final class Origin: Sendable {
  /// The parameter's path, `["net", "mlp", "hidden", "kernel"]`.
  package let path: [String]
  /// Whether the tensor is the parameter itself.
  let isParameter: Bool
  /// The model that the parameter was asked for by, where it is known.
  let modules: (any ModuleNames)?
  private let derivedOrigin: Origin?

  /// The origin of a parameter's value.
  public convenience init(parameter path: [String]) { self.init(parameter: path, modules: nil) }

  /// The origin of a parameter's value in a model.
  package convenience init(parameter path: [String], modules: (any ModuleNames)?) {
    let derived = Origin(path: path, isParameter: false, modules, derived: nil)
    self.init(path: path, isParameter: true, modules, derived: derived)
  }

  private init(path: [String], isParameter: Bool, _ modules: (any ModuleNames)?, derived: Origin?) {
    self.path = path
    self.isParameter = isParameter
    self.modules = modules
    derivedOrigin = derived
  }

  /// The origin of what is computed from such a tensor.
  package var derived: Origin { derivedOrigin ?? self }

  /// The path of the module that owns the parameter.
  package var module: String { path.dropLast().joined(separator: "/") }

  /// The path of the module whose code used these operands.
  ///
  /// A module's parameters are used by its own code. What was computed with a parameter has left the module, as a rule: then
  /// the functions that were running tell, by the type of module that they belong to.
  static func module(using origins: [Origin?], _ location: CallSite) -> String? {
    let known = origins.compactMap { $0 }
    if let own = known.last(where: \.isParameter) { return own.module }
    guard let last = known.last else { return nil }
    // Without a stack there is nothing better than the last module that took part.
    guard let modules = last.modules, let running = location.functionNames else { return last.module }
    let paths = modules.pathsByType
    for name in running {
      let words = withoutParameters(name).split { !$0.isLetter && !$0.isNumber && $0 != "_" }
      guard let type = words.map(String.init).last(where: { paths[$0] != nil }), let found = paths[type]
      else { continue }
      if found.count == 1 { return found[0] }
      let near = found.first { last.module == $0 || last.module.hasPrefix($0 + "/") } ?? found[0]
      return "\(near), or another \(type)"
    }
    return nil
  }

  /// A function's name without the types of what it takes. What is in parentheses behind a dot is a private type.
  private static func withoutParameters(_ name: String) -> String {
    var (result, depth, last) = ("", 0, Character("."))
    for character in name {
      if character == "(" {
        if depth > 0 || last != "." { depth += 1 }
      } else if character == ")" {
        if depth > 0 { depth -= 1 }
      } else if depth == 0 {
        result.append(character)
      }
      last = character
    }
    return result
  }
}
