import Bookkeeping
public import Funding
public import Modelling

/// Where a pool's money is on a day: agreed, due, paid in, spent and left, by part and partner.
public struct PoolPosition: Sendable {
  let book: PoolBook
  /// The agreement with its variations, where one has been adopted.
  let agreed: VariedAgreement?
  let chart: Chart
  private let instalments: [PoolInstalment]

  public init(_ book: PoolBook, under agreed: VariedAgreement?, chart: Chart) {
    self.book = book
    self.agreed = agreed
    self.chart = chart
    instalments = book.instalments(under: agreed)
  }

  /// The terms that hold on the day.
  private var terms: AgreedPool? { agreed?.terms(on: book.day) }

  /// What a partner, or all of them, have in a part or in all of it.
  struct Sums: Hashable {
    var agreed = Money.zero
    var due = Money.zero
    var paidIn = Money.zero
    var spent = Money.zero

    var left: Money { paidIn - spent }

    static func + (one: Sums, other: Sums) -> Sums {
      Sums(
        agreed: one.agreed + other.agreed, due: one.due + other.due,
        paidIn: one.paidIn + other.paidIn, spent: one.spent + other.spent)
    }

    var cells: [Cell] { [agreed, due, paidIn, spent, left].map { .money($0) } }
  }

  func sums(_ part: Fund, _ partner: PartnerReference) -> Sums {
    Sums(
      agreed: instalments.agreed(part, of: partner),
      due: instalments.filter { $0.due <= book.day }.agreed(part, of: partner),
      paidIn: book.sum(part, of: partner, \.isPaidIn), spent: book.sum(part, of: partner, \.isSpent)
    )
  }

  private func sums(_ part: Fund) -> Sums {
    book.partners(in: part).map { sums(part, $0) }.reduce(Sums(), +)
  }

  public func report(_ header: [Report.Fact]) -> Report {
    Report(
      schema: "sendledger/pool@1", title: "\(book.pool), \(spoken(book.day))",
      blocks: [.facts(header + facts), .table(table)] + ours + words)
  }

  private var facts: [Report.Fact] { PoolPosition.facts(of: agreed, on: book.day, chart) }

  static func facts(of agreed: VariedAgreement?, on day: Day, _ chart: Chart) -> [Report.Fact] {
    guard let terms = agreed?.terms(on: day) else {
      return [Report.Fact("Agreement", .text("none in the ledger"))]
    }
    let agreement = terms.agreement
    let period = agreement.period
    let ended = period.upperBound < day ? ", ended" : ""
    return [
      Report.Fact("Agreement", .text(terms.document)),
      Report.Fact("Form", .text(agreement.form.name)),
      Report.Fact(
        "Holds", .text("\(spoken(period.lowerBound)) to \(spoken(period.upperBound))\(ended)")),
      Report.Fact("Host", agreement.terms.host.map { .text(chart.name(of: $0)) } ?? .unknown),
      Report.Fact("VAT", agreement.valueAddedTax.map { .text($0.name) } ?? .unknown),
    ] + variations(of: agreed, by: day)
  }

  private var table: Table {
    let rows = book.parts.flatMap { part -> [Table.Row] in
      let partners = book.partners(in: part)
      if partners.isEmpty { return [] }
      return partners.map { partner in
        Table.Row(
          [.text(chart.name(of: part)), .text(chart.name(of: partner))]
            + sums(part, partner).cells)
      } + [
        Table.Row([.text(chart.name(of: part)), .text("All")] + sums(part).cells, isTotal: true)
      ]
    }
    let whole = book.parts.map { sums($0) }.reduce(Sums(), +)
    return Table(
      "parts", caption: "By part and partner; left is what was paid in, less what was spent",
      columns: [
        .words("part", "Part"), .words("partner", "Partner"),
        Table.Column("agreed", "Agreed", .money), Table.Column("due", "Due", .money),
        Table.Column("paid-in", "Paid in", .money), Table.Column("spent", "Spent", .money),
        Table.Column("left", "Left", .money),
      ], rows: rows + [Table.Row([.text("Pool"), .text("All")] + whole.cells, isTotal: true)])
  }
}

extension PoolPosition {
  /// What our own funds have put in, and what of it is still there.
  private var ours: [Report.Block] {
    let funds = Set(
      book.standing.filter { $0.kind == .paidOver || $0.kind == .ourShare }.map(\.fund)
    ).sorted()
    guard !funds.isEmpty else { return [] }
    let sums = funds.map { fund in
      (fund, book.sum(fund) { $0.kind == .paidOver }, book.sum(fund) { $0.kind == .ourShare })
    }
    let rows = sums.map { fund, paid, spent in
      Table.Row([
        .text(chart.name(of: fund)), .money(paid), .money(spent), .money(paid - spent),
      ])
    }
    let paid = sums.map(\.1).total()
    let spent = sums.map(\.2).total()
    let total = Table.Row(
      [.text("Total"), .money(paid), .money(spent), .money(paid - spent)], isTotal: true)
    return [
      .table(
        Table(
          "ours", caption: "Our own money: advanced to the pool, and spent as the pool spends it",
          columns: [
            .words("fund", "Fund"), Table.Column("paid-over", "Paid over", .money),
            Table.Column("spent", "Spent", .money),
            Table.Column("advanced", "Still advanced", .money),
          ], rows: rows + [total]))
    ]
  }

  /// How the bank agrees, what differs, and what the agreement does not say.
  private var words: [Report.Block] {
    let bank = book.parts.map { book.sum($0, \.isBank) }.total()
    let left = book.parts.map { sums($0).left }.total()
    let agrees =
      bank == left
      ? "The pool’s bank holds \(bank), which is what is left."
      : "The pool’s bank holds \(bank), and \(left) is left: \((bank - left).magnitude) apart."
    return [.paragraph(agrees)] + differences.map { .paragraph($0 + ".") }
      + PoolPosition.gaps(of: terms)
  }

  static func gaps(of agreed: AgreedPool?) -> [Report.Block] {
    guard let agreed else {
      return [.paragraph("No agreement on it has been adopted, so nothing is known of its rules.")]
    }
    guard !agreed.gaps.isEmpty else { return [.paragraph("The agreement has no gap.")] }
    return [
      .heading("What the agreement does not say"),
      .table(
        Table(
          "gaps", caption: "Nothing is supposed in its place",
          columns: [.words("gap", "Gap"), .words("source", "Asked for by")],
          rows: agreed.gaps.map {
            Table.Row([.text($0.words), $0.source.map { .text($0) } ?? .blank])
          })),
    ]
  }

  /// Whether a person has to look: something differs, or is not said.
  public var needsLook: Bool { agreed == nil || !differences.isEmpty }

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
  var differences: [String] { PoolPosition.differences(between: agreed, and: book, chart: chart) }
}
