public import Bookkeeping

/// A matter on which an authority has a policy of its own.
///
/// The set is closed: a setting that nothing reads cannot be adopted.
public enum Setting: String, Hashable, Sendable, CaseIterable {
  /// How many days apart two rows alike in payee, amount and reference may be one payment.
  case twinDays = "twin-days"
  /// The days on which schools are open.
  case termDates = "term-dates"
  /// The rows of a block's position: which section 251 lines stand together, under which name.
  case positionGroups = "position-groups"
  /// Whether reports count a direct payment as spent when it is paid or when it is evidenced.
  case directPaymentsCounted = "direct-payments-counted"
  /// By how much a direct payment may cost more than it saves: a share of the notional sum, and a
  /// sum for each request at least.
  case disaggregationTolerance = "disaggregation-tolerance"
  /// How old evidence for a decision may be, in months.
  case evidenceMonths = "evidence-months"
  /// How many days a family has to ask for a decision to be looked at again.
  case reviewDays = "review-days"
  /// On how many other children's refusals one reason may stand word for word in a year.
  case reasonReuse = "reason-reuse"
  /// Who answers questions about a statement, where a family has nobody of its own.
  case statementContact = "statement-contact"
  /// The independent advice service that a statement names.
  case adviceService = "advice-service"
  /// By how much an amount may go beyond what is agreed for its line.
  case beyondAgreed = "beyond-agreed"
  /// The day on which recording goes on after a long rest, as two people say.
  case recordingResumes = "recording-resumes"
  /// How it is known who acts.
  case signIn = "sign-in"
}

extension Setting {
  /// The value of a setting, read from its text.
  public enum Value: Hashable, Sendable {
    /// A number: of days, of months, of times.
    case days(Int)
    case terms(TermDates)
    case groups([LineGroup])
    case counted(DirectPaymentsCounted)
    case tolerance(Tolerance)
    case sum(Money)
    case day(Day)
    case signIn(SignIn)
    case words(String)
  }

  /// Reads the text of a value.
  ///
  /// - Returns: none where the text is not a value of this setting.
  public func value(_ text: String) -> Value? {
    switch self {
    case .twinDays:
      Int(text).flatMap { (0...31).contains($0) ? .days($0) : nil }
    case .termDates:
      TermDates(text).map { .terms($0) }
    case .positionGroups:
      LineGroup.list(text).map { .groups($0) }
    case .directPaymentsCounted:
      DirectPaymentsCounted(rawValue: text).map { .counted($0) }
    case .disaggregationTolerance:
      Tolerance(text).map { .tolerance($0) }
    case .evidenceMonths:
      Int(text).flatMap { (1...60).contains($0) ? .days($0) : nil }
    case .reviewDays:
      Int(text).flatMap { (1...365).contains($0) ? .days($0) : nil }
    case .reasonReuse:
      Int(text).flatMap { (0...99).contains($0) ? .days($0) : nil }
    case .beyondAgreed:
      (try? Money(parsing: text)).flatMap { $0 >= .zero ? .sum($0) : nil }
    case .recordingResumes: Day(text).map { .day($0) }
    case .signIn: SignIn(rawValue: text).map { .signIn($0) }
    case .statementContact, .adviceService:
      text.isEmpty ? nil : .words(text)
    }
  }

  /// How the text of a value is written, for a message.
  public var form: String {
    switch self {
    case .twinDays: "a number of days from 0 to 31, such as 7"
    case .termDates: "first and last days, such as 2026-09-02..2026-12-18, 2027-01-04..2027-03-25"
    case .positionGroups:
      "names and lines, such as Places: 1.0.2; Top-ups, special: 1.2.1/special 1.2.2/special"
    case .directPaymentsCounted: "when-paid or when-evidenced"
    case .disaggregationTolerance: "a percentage and a sum, such as 10% 250.00"
    case .evidenceMonths: "a number of months from 1 to 60, such as 12"
    case .reviewDays: "a number of days from 1 to 365, such as 28"
    case .reasonReuse: "a number of times from 0 to 99, such as 3"
    case .statementContact, .adviceService: "a name and a telephone number"
    case .beyondAgreed: "a sum, such as 25000.00"
    case .signIn: "as-named or service-account"
    case .recordingResumes: "the day of its “from”, such as 2028-01-10"
    }
  }
}

/// How it is known who acts.
public enum SignIn: String, Hashable, Sendable, CaseIterable {
  /// As they name themselves.
  case asNamed = "as-named"
  /// As the machine says who had the account that keeps the ledger act for them.
  case serviceAccount = "service-account"
}

/// When a direct payment counts as spent in a report.
///
/// The postings are the same either way.
public enum DirectPaymentsCounted: String, Hashable, Sendable, CaseIterable {
  case whenPaid = "when-paid"
  case whenEvidenced = "when-evidenced"
}

/// Section 251 lines that a report shows as one row.
public struct LineGroup: Hashable, Sendable {
  public let name: String
  public let lines: [Member]

  /// A line, or one setting's column of it.
  public struct Member: Hashable, Sendable {
    public let line: Section251Line
    public let setting: SettingColumn?

    public init(_ line: Section251Line, _ setting: SettingColumn? = nil) {
      self.line = line
      self.setting = setting
    }
  }

  /// Reads `Places: 1.0.2; Top-ups, special: 1.2.1/special 1.2.2/special`.
  static func list(_ text: String) -> [LineGroup]? {
    let groups = text.split(separator: ";").map { part -> LineGroup? in
      guard let colon = part.lastIndex(of: ":") else { return nil }
      let name = part[..<colon].trimmed
      let members = part[part.index(after: colon)...].split(separator: " ").map(Member.init)
      guard !name.isEmpty, !members.isEmpty, members.allSatisfy({ $0 != nil }) else { return nil }
      return LineGroup(name: name, lines: members.compactMap(\.self))
    }
    return groups.isEmpty || groups.contains { $0 == nil } ? nil : groups.compactMap(\.self)
  }
}

extension LineGroup.Member {
  fileprivate init?(_ text: Substring) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let line = parts.first.flatMap(Section251Line.init(rawValue:)), parts.count <= 2 else {
      return nil
    }
    let setting = parts.count == 2 ? SettingColumn(rawValue: parts[1]) : nil
    guard parts.count == 1 || setting != nil else { return nil }
    self.init(line, setting)
  }
}

extension TermDates {
  /// Reads `2026-09-02..2026-12-18, 2027-01-04..2027-03-25`.
  init?(_ text: String) {
    let terms = text.split(separator: ",").map { part -> ClosedRange<Day>? in
      let ends = part.trimmed.split(separator: ".", omittingEmptySubsequences: true)
      guard ends.count == 2, let first = Day(String(ends[0])), let last = Day(String(ends[1])),
        first <= last
      else { return nil }
      return first...last
    }
    guard !terms.isEmpty, terms.allSatisfy({ $0 != nil }) else { return nil }
    self.init(terms.compactMap(\.self))
  }
}

extension StringProtocol {
  /// The text without the spaces around it.
  var trimmed: String {
    var rest = self[...]
    while rest.first == " " { rest = rest.dropFirst() }
    while rest.last == " " { rest = rest.dropLast() }
    return String(rest)
  }
}
