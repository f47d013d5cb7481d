public import Bookkeeping

/// Where a deficit of the schools budget goes at the end of a year.
///
/// Regulation 30L of the Local Authorities (Capital Finance and Accounting) (England) Regulations
/// 2003 (SI 2003/3146, inserted by SI 2020/1212) keeps it off the General Fund: it is charged to an
/// account used for nothing else. SI 2022/1328 extended that to 31 March 2026. An extension to
/// 31 March 2028 was announced on 20 June 2025; the instrument is still to be confirmed.
public enum SchoolsBudgetDeficit: Hashable, Sendable {
  case keptApart(isConfirmed: Bool)
  /// No rule says what becomes of it.
  case notSettled

  public init(in year: FinancialYear) {
    switch year.start {
    case 2020...2025: self = .keptApart(isConfirmed: true)
    case 2026...2027: self = .keptApart(isConfirmed: false)
    default: self = .notSettled
    }
  }
}
