public import Bookkeeping

/// The settings that an authority has adopted, with the days from which they hold.
///
/// They are read from the chain and not from a file, so that an edited old value changes no report
/// of the past. There are no defaults: a setting that is missing is an error that names it.
public struct Policy: Hashable, Sendable {
  public let adopted: [Adopted]

  /// A setting as adopted: its text, from when, and on whose authority.
  public struct Adopted: Hashable, Sendable {
    public let setting: Setting
    public let from: Day
    public let text: String
    public let source: String

    public init(_ setting: Setting, from: Day, _ text: String, source: String) {
      self.setting = setting
      self.from = from
      self.text = text
      self.source = source
    }
  }

  /// Why a setting cannot be applied.
  public enum Gap: Error, Hashable, Sendable {
    case missing(Setting, on: Day)
  }

  /// - Parameter adopted: in the order of their adoption; of two for one day the later holds.
  public init(_ adopted: [Adopted]) { self.adopted = adopted }

  /// The setting that holds on a day.
  public func setting(_ setting: Setting, on day: Day) throws(Gap) -> Adopted {
    let standing = adopted.filter { $0.setting == setting && $0.from <= day }
    guard let latest = standing.map(\.from).max(),
      let found = standing.last(where: { $0.from == latest })
    else { throw .missing(setting, on: day) }
    return found
  }

  public func days(_ name: Setting, on day: Day) throws(Gap) -> Int {
    guard case .days(let days) = name.value(try setting(name, on: day).text) else {
      throw .missing(name, on: day)
    }
    return days
  }

  /// The term dates that hold on a day, where any do.
  public func terms(on day: Day) -> TermDates? {
    guard let text = try? setting(.termDates, on: day).text,
      case .terms(let terms) = Setting.termDates.value(text)
    else { return nil }
    return terms
  }

  public func tolerance(on day: Day) throws(Gap) -> Tolerance {
    guard
      case .tolerance(let tolerance) = Setting.disaggregationTolerance.value(
        try setting(.disaggregationTolerance, on: day).text)
    else { throw .missing(.disaggregationTolerance, on: day) }
    return tolerance
  }

  public func groups(on day: Day) throws(Gap) -> [LineGroup] {
    guard
      case .groups(let groups) = Setting.positionGroups.value(
        try setting(.positionGroups, on: day).text)
    else { throw .missing(.positionGroups, on: day) }
    return groups
  }

  public func counted(on day: Day) throws(Gap) -> DirectPaymentsCounted {
    guard
      case .counted(let counted) = Setting.directPaymentsCounted.value(
        try setting(.directPaymentsCounted, on: day).text)
    else { throw .missing(.directPaymentsCounted, on: day) }
    return counted
  }
}

extension Policy.Adopted: Noted {
  public static let kind = FactKind.policyAdopted

  /// The setting as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .policyAdopted, of: setting.rawValue, on: from,
      Source(origin, details: [Detail(asRead: "value", text), Detail(asRead: "source", source)]))
  }

  public init?(_ fact: Fact) {
    guard fact.kind == .policyAdopted, let setting = Setting(rawValue: fact.subject),
      let from = fact.day, let text = fact.source["value"], setting.value(text) != nil
    else { return nil }
    self.init(setting, from: from, text, source: fact.source["source"] ?? "")
  }
}

extension Policy.Gap {
  /// The gap as a person should read it.
  public var diagnostic: Diagnostic {
    switch self {
    case .missing(let setting, let day):
      .error(
        "policy-missing", "no \(setting.rawValue) is adopted for \(day)",
        why: "a setting is never a default hidden in the program",
        next: "write it in policy.yaml as \(setting.form), then: \(.adoptSettings)")
    }
  }
}
