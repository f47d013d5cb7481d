import Bookkeeping
import Funding
import Modelling

extension PoolSharing {
  /// What the reserve held, gave and was given, year by year; nothing where no tier is about it.
  var reservePart: [Report.Block] {
    guard terms.reserve != nil || isAboutReserve else { return [] }
    let rows = reserve.years.map { one in
      Table.Row([
        .text(one.year.description), .money(one.toppedUp),
        one.opening.map { .money($0) } ?? .unknown, .money(one.used), .money(one.putBack),
        one.closing.map { .money($0) } ?? .unknown,
      ])
    }
    return [
      .heading("The reserve by year"),
      .table(
        Table(
          "reserve", caption: "Opening, less what was used, and what was put back, is closing",
          columns: [
            .words("year", "Year"), Table.Column("topped-up", "Topped up", .money, minor: true),
            Table.Column("opening", "Opening", .money), Table.Column("used", "Used", .money),
            Table.Column("put-back", "Put back", .money),
            Table.Column("closing", "Closing", .money),
          ], rows: rows)),
    ] + (reserveIsUnsaid ? [.paragraph(unsaid)] : [])
  }

  /// Whether a tier asks of a reserve, in a year after the first, what the agreement does not say.
  var reserveIsUnsaid: Bool {
    isAboutReserve && terms.reserve != nil && reserve.years.last?.opening == nil
  }

  private var isAboutReserve: Bool {
    let rules = terms.agreement.terms.riskShare
    return (rules.overspend + rules.underspend).contains { $0.rule == .reserve }
  }

  private var unsaid: String {
    "The agreement does not say whether the reserve is topped up or run down each year, so it is "
      + "taken as given for \(reserve.years.first?.year.description ?? "its first year") only, and "
      + "nothing is taken from it in \(year)."
  }
}
