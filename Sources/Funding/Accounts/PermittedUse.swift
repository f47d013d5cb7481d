import Bookkeeping

/// What a fund may pay for: fund by agency by section 251 line by plan section, from a day on.
///
/// Balance alone would not stop the schools grant paying for health. This does: an entry outside the
/// table cannot be made. The DSG is ring-fenced to the schools budget by the conditions of grant
/// under section 16 of the Education Act 2002.
struct PermittedUse: Hashable, Sendable {
  let agencies: Set<Agency>
  let lines: Set<Section251Line>
  let sections: Set<PlanSection>
  /// Whether a posting that says what money is for has to name its line.
  let needsLine: Bool

  /// What the fund may pay for on that day, or none where the table allows it nothing.
  static func of(_ fund: Fund, on day: Day) -> PermittedUse? {
    tables.last { $0.from <= day }?.uses(fund)
  }

  /// The first day for which the table says anything.
  static let firstDay = firstDay(ofApril: 2013)

  /// Each table holds until the next.
  ///
  /// The lines of 2026-27 are read back to April 2013, when the high needs block began, as
  /// `docs/decisions/0006-uses-before-2026.md` argues.
  private static let tables: [(from: Day, uses: @Sendable (Fund) -> PermittedUse?)] = [
    (firstDay, from2026), (firstDay(ofApril: 2026), from2026),
  ]

  @Sendable private static func from2026(_ fund: Fund) -> PermittedUse? {
    switch fund {
    case .schools, .earlyYears:
      schoolsBudget
    case .central:
      centralServices
    case .highNeeds:
      highNeeds
    case .poolEducation:
      poolForEducation
    case .socialCare:
      socialCare
    case .health:
      health
    case .poolGeneral:
      poolForCareAndHealth
    case .generalFund:
      transport
    case .adultSocialCare:
      nil
    }
  }

  // Made once, since every posting asks for one of them.
  private static let schoolsBudget = PermittedUse(
    [.education], [.individualSchoolsBudget], sections: [])
  private static let centralServices = PermittedUse([.education], lines("1.4."), sections: [])
  private static let highNeeds = PermittedUse([.education], highNeedsLines, sections: [.f])
  private static let poolForEducation = PermittedUse(
    [.education], highNeedsLines, sections: [.f], needsLine: false)
  private static let socialCare = PermittedUse(
    [.socialCare], [.socialCareDirectPayments, .shortBreaks], sections: [.h])
  private static let health = PermittedUse([.health], [], sections: [.f, .g])
  private static let poolForCareAndHealth = PermittedUse(
    [.socialCare, .health], [.socialCareDirectPayments, .shortBreaks], sections: [],
    needsLine: false)
  private static let transport = PermittedUse(
    [.education], [.senTransport, .senTransportPost16], sections: [])

  private static let highNeedsLines = lines("1.2.").union([.highNeedsPlaces])

  private init(
    _ agencies: Set<Agency>, _ lines: Set<Section251Line>, sections: Set<PlanSection>,
    needsLine: Bool? = nil
  ) {
    self.agencies = agencies
    self.lines = lines
    self.sections = sections
    self.needsLine = needsLine ?? !lines.isEmpty
  }

  private static func lines(_ prefix: String) -> Set<Section251Line> {
    Set(Section251Line.allCases.filter { $0.rawValue.hasPrefix(prefix) })
  }

  private static func firstDay(ofApril year: Int) -> Day { FinancialYear(starting: year).first }
}
