public import Bookkeeping
public import Funding
public import Modelling

/// Whose money is left in a pool, by the agreement's rule, and who bears the year's result.
public struct PoolSharing: Sendable {
  let book: PoolBook
  /// The terms that hold on the day.
  let terms: AgreedPool
  let reserve: ReserveRoll
  /// The year's result divided, and none where the agreement shares nothing.
  public let divided: DividedPool?
  /// The year of the result: that of the day, or the agreement's last.
  public let year: FinancialYear
  private let agreed: VariedAgreement
  private let chart: Chart
  /// A result that somebody supposes in place of the ledger's: an overspend is positive.
  private let supposed: Money?

  /// - Throws: a refusal of the rules of the risk share.
  public init(
    _ book: PoolBook, under agreed: VariedAgreement, chart: Chart, supposing supposed: Money? = nil
  ) throws(RiskShare.Refusal) {
    self.supposed = supposed
    self.book = book
    self.agreed = agreed
    self.chart = chart
    terms = agreed.terms(on: book.day)
    let years = try PoolYears(book, under: agreed, supposing: supposed)
    year = years.year
    reserve = years.reserve
    divided = years.divided
  }

  /// The money of each part by partner, where the agreement has a rule.
  public var lineages: [(part: Fund, lineage: Lineage)] {
    guard let rule = terms.lineage?.rule else { return [] }
    return book.parts.filter { !book.partners(in: $0).isEmpty }.map { part in
      (part, Lineage(by: rule, among: book.partners(in: part), book.movements(of: part)))
    }
  }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/pool-share@1",
      title: "Whose money is left in \(book.pool), \(spoken(book.day))",
      blocks: [.facts(header + PoolPosition.facts(of: agreed, on: book.day, chart))]
        + lineagePart + sharePart + reservePart + PoolPosition.gaps(of: terms))
  }

  // MARK: Whose money

  private var lineagePart: [Report.Block] {
    guard let lineage = terms.lineage else {
      return [
        .paragraph(
          "The agreement does not say whose money is used first, so nobody can say whose is left.")
      ]
    }
    var rows: [Table.Row] = []
    for (part, found) in lineages {
      rows += found.shares.map { share in
        row(
          chart.name(of: part), chart.name(of: share.partner), share.paidIn, share.used,
          share.left, posted: book.sum(part, of: share.partner, \.isSpent))
      }
      if found.uncovered != .zero {
        rows.append(
          row(
            chart.name(of: part), "Nobody’s: more was spent than was there to pay it", .zero,
            found.uncovered, -found.uncovered, posted: .zero))
      }
      rows.append(
        row(
          chart.name(of: part), "All", found.paidIn, found.spent, found.left,
          posted: book.sum(part, \.isSpent), isTotal: true))
    }
    let all = lineages.map(\.lineage)
    rows.append(
      row(
        "Pool", "All", all.map(\.paidIn).total(), all.map(\.spent).total(),
        all.map(\.left).total(), posted: book.parts.map { book.sum($0, \.isSpent) }.total(),
        isTotal: true))
    return [
      .heading("Whose money is left"),
      .paragraph("By clause \(lineage.clause), \(lineage.rule.words)."),
      .table(
        Table(
          "lineage", caption: "Posted is what the ledger charged to each by its contribution",
          columns: [
            .words("part", "Part"), .words("partner", "Partner"),
            Table.Column("paid-in", "Paid in", .money), Table.Column("used", "Used", .money),
            Table.Column("left", "Left", .money),
            Table.Column("posted", "Posted as spent", .money, minor: true),
          ], rows: rows)),
    ]
  }

  private func row(
    _ part: String, _ partner: String, _ paidIn: Money, _ used: Money, _ left: Money,
    posted: Money, isTotal: Bool = false
  ) -> Table.Row {
    Table.Row(
      [
        .text(part), .text(partner), .money(paidIn), .money(used), .money(left), .money(posted),
      ], isTotal: isTotal)
  }
}

extension PoolSharing {
  // MARK: Who bears the result

  private var sharePart: [Report.Block] {
    guard let divided else {
      return [.paragraph("There is no general part that shares a result between partners.")]
    }
    let general = divided.general
    let kind = RiskShare.Direction(of: general.variance).rawValue
    let until = book.day < year.last ? ", if nothing more were spent" : ""
    var words = [
      supposed.map { _ in
        "Supposed, and not the ledger’s: the general part has an \(kind) of "
          + "\(general.variance.magnitude) in \(year)."
      } ?? "\(year) to \(spoken(min(book.day, year.last))): the general part has an \(kind) of "
        + "\(general.variance.magnitude) against what was agreed for the year\(until)."
    ]
    if let restricted = divided.restricted {
      words.append(
        "The restricted part differs by \(restricted.variance), which stays with "
          + "\(chart.name(of: restricted.partner)): it bears nothing of the general part, and nobody "
          + "bears anything of it.")
    }
    if let gap = general.gap { words.append("Not shared: \(gap).") }
    return [.heading("Who bears the year’s result"), .paragraph(words.joined(separator: " "))]
      + [.table(waterfall(general))]
  }

  private func waterfall(_ general: DividedVariance) -> Table {
    func row(
      _ clause: Cell, _ rule: String, _ amount: Money, _ borne: [Money], reserve: Money,
      unallocated: Money, isTotal: Bool = false
    ) -> Table.Row {
      let amounts = [amount] + borne + [reserve, unallocated]
      return Table.Row([clause, .text(rule)] + amounts.map { .money($0) }, isTotal: isTotal)
    }
    var rows = general.steps.map { step in
      row(
        .text(step.clause), step.words, step.amount, step.borne, reserve: step.reserve,
        unallocated: .zero)
    }
    if general.unallocated != .zero {
      rows.append(
        row(
          .blank, "not said by the agreement", general.unallocated,
          general.partners.map { _ in .zero }, reserve: .zero, unallocated: general.unallocated))
    }
    rows.append(
      row(
        .text("Total"), "", general.variance, general.borne, reserve: general.reserve,
        unallocated: general.unallocated, isTotal: true))
    return Table(
      "risk-share", caption: "A positive sum is borne, a negative one is given back",
      columns: [
        .words("clause", "Clause"), .words("rule", "Rule"),
        Table.Column("amount", "Amount", .money),
      ]
        + general.partners.map {
          Table.Column($0.code.lowercased(), chart.name(of: $0), .money)
        } + [
          Table.Column("reserve", "Reserve", .money),
          Table.Column("unallocated", "Nobody’s", .money),
        ], rows: rows)
  }

  /// Whether a person has to look: something is nobody's, or no rule says whose money is left.
  public var needsLook: Bool {
    terms.lineage == nil || lineages.contains { $0.lineage.uncovered != .zero }
      || divided?.general.unallocated ?? .zero != .zero || reserveIsUnsaid
  }

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
