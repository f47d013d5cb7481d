public import Bookkeeping
import Funding

/// Until when a deficit of the schools budget is kept off the general fund.
///
/// Regulation 30L of SI 2003/3146, put in by SI 2020/1212; SI 2022/1328 took it to 31 March 2026. An
/// extension to 31 March 2028 was announced on 20 June 2025, and the instrument is to be confirmed.
public enum DeficitOverride: Hashable, Sendable {
  /// To the end of 2027-28, as announced.
  case announced
  /// To the end of 2025-26, as the instruments that were read say.
  case confirmed

  /// The last year at whose end a deficit is kept apart.
  public var lastYear: FinancialYear {
    switch self {
    case .announced: last { $0 != .notSettled }
    case .confirmed: last { $0 == .keptApart(isConfirmed: true) }
    }
  }

  public var source: String {
    switch self {
    case .announced: "announced 20 June 2025; the instrument is to be confirmed"
    case .confirmed: "SI 2003/3146, regulation 30L, and SI 2022/1328"
    }
  }

  /// The last of the years since the rule began for which it stands so.
  private func last(_ stands: (SchoolsBudgetDeficit) -> Bool) -> FinancialYear {
    var year = FinancialYear(starting: 2020)
    while stands(SchoolsBudgetDeficit(in: year.next)) { year = year.next }
    return year
  }
}
