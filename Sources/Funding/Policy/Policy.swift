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
    /// Whether it waits for a second person to adopt it as well, and does not hold yet.
    public let isProposed: Bool

    public init(
      _ setting: Setting, from: Day, _ text: String, source: String, isProposed: Bool = false
    ) {
      self.isProposed = isProposed
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
  public init(_ adopted: [Adopted]) { self.adopted = adopted.filter { !$0.isProposed } }

  /// What holds of a setting from exactly that day on.
  public func held(_ setting: Setting, from day: Day) -> Adopted? {
    adopted.last { $0.setting == setting && $0.from == day }
  }

  /// The setting that holds on a day.
  public func setting(_ setting: Setting, on day: Day) throws(Gap) -> Adopted {
    let standing = adopted.filter { $0.setting == setting && $0.from <= day }
    guard let latest = standing.map(\.from).max(),
      let found = standing.last(where: { $0.from == latest })
    else { throw .missing(setting, on: day) }
    return found
  }

  public func days(_ name: Setting, on day: Day) throws(Gap) -> Int {
    try value(name, on: day) { if case .days(let days) = $0 { days } else { nil } }
  }

  /// The term dates that hold on a day, where any do.
  public func terms(on day: Day) -> TermDates? {
    try? value(.termDates, on: day) { if case .terms(let terms) = $0 { terms } else { nil } }
  }

  public func tolerance(on day: Day) throws(Gap) -> Tolerance {
    try value(.disaggregationTolerance, on: day) {
      if case .tolerance(let tolerance) = $0 { tolerance } else { nil }
    }
  }

  public func groups(on day: Day) throws(Gap) -> [LineGroup] {
    try value(.positionGroups, on: day) { if case .groups(let groups) = $0 { groups } else { nil } }
  }

  public func counted(on day: Day) throws(Gap) -> DirectPaymentsCounted {
    try value(.directPaymentsCounted, on: day) {
      if case .counted(let counted) = $0 { counted } else { nil }
    }
  }

  /// By how much an amount may go beyond what is agreed: the authority's sum, or else £25,000.00.
  ///
  /// It is printed wherever something is refused for it.
  public func beyondAgreed(on day: Day) -> Money {
    let adopted = try? value(.beyondAgreed, on: day) {
      if case .sum(let sum) = $0 { sum } else { nil }
    }
    return adopted ?? Money(pence: 25_000_00)
  }

  /// Whether so much comes back by one row that it is held to what was spent: a tenth of what may go beyond.
  public func isLargeRefund(_ amount: Money, on day: Day) -> Bool {
    amount < .zero && -amount > beyondAgreed(on: day).times(Fraction(1, over: 10))
  }

  /// How it is known who acts: as they name themselves, unless another way was adopted.
  ///
  /// What is adopted for the latest day holds at once, so that no day that is given goes behind it.
  public var signIn: SignIn {
    let adopted = try? value(.signIn, on: Day(number: .max)) {
      if case .signIn(let way) = $0 { way } else { nil }
    }
    return adopted ?? .asNamed
  }

  private func value<Found>(
    _ name: Setting, on day: Day, _ read: (Setting.Value) -> Found?
  ) throws(Gap) -> Found {
    guard let found = name.value(try setting(name, on: day).text).flatMap(read) else {
      throw .missing(name, on: day)
    }
    return found
  }
}

extension Policy.Adopted: Noted {
  public static let kind = FactKind.policyAdopted

  /// The setting as a fact of the chain.
  public func fact(from origin: Origin) -> Fact {
    Fact(
      .policyAdopted, of: setting.rawValue, on: from,
      Source(
        origin,
        details: [Detail(asRead: "value", text), Detail(asRead: "source", source)]
          + (isProposed ? [Detail("proposed", "yes" as LedgerText)] : [])))
  }

  public init?(_ fact: Fact) {
    guard fact.kind == .policyAdopted, let setting = Setting(rawValue: fact.subject),
      let from = fact.day, let text = fact.source["value"], setting.value(text) != nil
    else { return nil }
    self.init(
      setting, from: from, text, source: fact.source["source"] ?? "",
      isProposed: fact.source["proposed"] != nil)
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
