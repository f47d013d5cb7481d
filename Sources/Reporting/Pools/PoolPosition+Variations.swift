import Bookkeeping
import Funding
import Modelling

extension PoolPosition {
  /// The variations, those that do not hold yet by a day among them.
  static func variations(of agreed: VariedAgreement?, by day: Day) -> [Report.Fact] {
    let varied = agreed?.varied.map(\.variation) ?? []
    return varied.map { one in
      let isToCome = one.from > day ? ", not yet in these figures" : ""
      let agreedOn = one.agreedOn.map { ", agreed by all by \(spoken($0))" } ?? ""
      return Report.Fact(
        "Varied",
        .text(
          "from \(spoken(one.from)) by clause \(one.clause)\(agreedOn)\(isToCome): \(one.reason)"))
    }
  }

  /// Whether an agreement and the ledger say the same of what was agreed, in words where not.
  ///
  /// Each year for which the agreement, or a variation of it, gives an amount is held against what
  /// events have agreed in that year.
  static func differences(
    between agreed: VariedAgreement?, and book: PoolBook, chart: Chart
  ) -> [String] {
    guard let agreed, agreed.first.agreement.form == .pooled else { return [] }
    return AgreedContribution.Part.allCases.flatMap { part -> [String] in
      guard let fund = agreed.first.agreement.fund(of: part) else { return [] }
      let written = agreed.first.agreement.contributions(to: part).map(\.partner)
      return Set(written).union(book.partners(in: fund)).sorted().flatMap { partner in
        let changes = agreed.changes(of: partner, in: part, through: book.day)
        return Set(changes.map(\.year)).sorted().compactMap { year -> String? in
          let one = changes.last { $0.year == year }?.amount ?? .zero
          let other = book.sum(fund, of: partner) {
            $0.due != nil && year.days.contains($0.day)
          }
          return one == other
            ? nil
            : "\(chart.name(of: fund)): the agreement gives \(one) for "
              + "\(chart.name(of: partner)) in \(year), and the ledger has agreed \(other)"
        }
      }
    }
  }

  /// What differs between the agreement and the ledger.
  var differences: [String] {
    PoolPosition.differences(between: agreed, and: book, chart: chart)
  }
}
