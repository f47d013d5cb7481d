/// What a person is told of something that needs attention: where, what, why, and what next.
///
/// It quotes amounts, dates and codes, and never a cell that may hold a name.
public struct Diagnostic: Error, Hashable, Sendable {
  /// How much it matters.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// It could not be done.
    case error
    /// It was done, and a person should look.
    case warning
    /// It was done, and this is how.
    case note
  }

  public let severity: Severity
  /// A name that explains itself: `entry-unbalanced`.
  public let code: String
  public let place: Place?
  public let problem: String
  public let why: String?
  public let next: Remedy?

  public init(
    _ severity: Severity, _ code: String, at place: Place? = nil, problem: String,
    why: String? = nil, next: Remedy? = nil
  ) {
    self.severity = severity
    self.code = code
    self.place = place
    self.problem = problem
    self.why = why
    self.next = next
  }
}

extension Diagnostic {
  /// What could not be done.
  public static func error(
    _ code: String, _ problem: String, at place: Place? = nil, why: String? = nil,
    next: Remedy? = nil
  ) -> Diagnostic {
    Diagnostic(.error, code, at: place, problem: problem, why: why, next: next)
  }
}

extension Diagnostic: CustomStringConvertible {
  public var description: String { text { "\($0)" } }

  /// All of it, with each step of what next in the words of whoever shows it.
  public func text(_ naming: (Step) -> String) -> String {
    var lines = [
      (place.map { "\($0): " } ?? "") + "\(severity.rawValue) \(code): \(problem)"
    ]
    if let why { lines.append("  why     \(why)") }
    if let next { lines.append("  next    \(next.text(naming))") }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic {
  /// The same, said of a place.
  public func at(_ place: Place?) -> Diagnostic {
    Diagnostic(severity, code, at: place, problem: problem, why: why, next: next)
  }
}
