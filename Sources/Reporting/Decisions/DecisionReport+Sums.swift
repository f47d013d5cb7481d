import Bookkeeping
import Disaggregation
import Funding

extension DecisionReport {
  // MARK: 3

  /// What a unit costs on average, what is saved by one fewer, and what one costs elsewhere.
  var costsPart: [Report.Block] {
    guard contract.kind != .place else { return [] }
    let price = contract.price
    let avoidable = assessment.effect.map { $0.releasable.times(.one / request.units) }
    var rows: [(String, Money?, String)] = [
      (
        "Average: the sum over the volume", figures.amount(.average) ?? price.variable,
        contract.document.text
      ),
      ("Avoidable: what one child’s units save", avoidable, contract.document.text),
      (
        "Replacement: the lowest price in date", given.quote?.price,
        given.quote?.evidence.document.text ?? "no quote"
      ),
    ]
    if let effect = assessment.effect, effect.backfill > .zero {
      rows.append(
        (
          "Backfill: what a freed unit saves elsewhere",
          effect.backfill.times(.one / request.units), contract.document.text
        ))
    }
    return [
      .heading("3. Three costs of a unit"),
      .paragraph(quotesInWords),
      .table(
        Table(
          "unit-costs", caption: "What one \(unit.rawValue) costs",
          columns: [
            .words("cost", "Cost"), Table.Column("a-unit", "A unit", .money),
            .words("source", "Source"),
          ],
          rows: rows.map {
            Table.Row([.text($0.0), $0.1.map { .money($0) } ?? .unknown, .text($0.2)])
          })),
    ]
  }

  private var quotesInWords: String {
    let quotes = given.current(.quote).compactMap { found -> Money? in
      if case .price(let price) = found.finding { price } else { nil }
    }.sorted().map(\.description)
    guard !quotes.isEmpty else { return "There is no quote in date." }
    let lower = quotes.count == 1 ? "One quote in date: " : "\(quotes.count) quotes in date: "
    return lower + quotes.inList + ". Overheads of a direct payment: \(request.overheads) a year."
  }

  // MARK: 4

  /// What it comes to by number of families, with a picture of it.
  var effectPart: [Report.Block] {
    let heading = Report.Block.heading("4. Effect by number of families")
    guard let effect = assessment.effect else {
      return [
        heading,
        .paragraph(
          contract.kind == .place
            ? "A place is not divided, so there is nothing to work out."
            : "Nothing can be worked out while this is missing: "
              + assessment.missing.map(\.text).joined(separator: "; ") + "."),
      ]
    }
    guard let together = figures.together else {
      return [
        heading,
        .paragraph("The money is for this child alone, so other families change nothing."),
        .table(table([effect])),
      ]
    }
    let effects = (numbers ?? together.shown).filter { $0 >= 1 && $0 <= together.effects.count }
      .map { together.effects[$0 - 1] }
    return [heading, .paragraph(meaning), .table(table(effects))]
      + [.paragraph(switching(together) + breakEven(effects))]
      + (together.drawn.isEmpty ? [] : picture(together))
  }

  private var meaning: String {
    "Each family is taken to have \(request.units.inWords(unit)), as this one has."
      + " Paid is what is enough to buy them (F), and never the notional sum."
      + " Per child is the net cost for each child who remains."
      + " The answer is yes where the net cost is within the tolerance and no minimum is broken."
  }

  private func table(_ effects: [Effect]) -> Table {
    let hasBackfill = effects.contains { $0.backfill != .zero }
    let families = figures.together?.families
    let columns =
      [
        Table.Column("families", "Families", .number),
        Table.Column(
          "units", unit.many.prefix(1).uppercased() + unit.many.dropFirst(), .number, minor: true),
        Table.Column("notional", "Notional", .money, minor: true),
        Table.Column("paid", "Paid (F)", .money),
        Table.Column("contract-saving", "Saved (R)", .money),
      ] + (hasBackfill ? [Table.Column("backfill", "Freed (B)", .money)] : []) + [
        Table.Column("net-cost", "Net cost", .money),
        Table.Column("per-child-remaining", "Per child", .money),
        Table.Column("tolerance", "Tolerance", .money), .words("answer", "Yes?"),
      ]
    let rows = effects.map { effect -> Table.Row in
      let isGranted = families?.isGranted(effect) ?? (effect.isOpen && assessment.harm.isEmpty)
      return Table.Row(
        [
          .number(effect.families), effect.exits.cell,
          effect.notional.map { .money($0) } ?? .unknown, .money(effect.floor),
          .money(effect.releasable),
        ] + (hasBackfill ? [.money(effect.backfill)] : []) + [
          .money(effect.netCost),
          effect.costPerChild(of: given.position).map { .money($0) } ?? .unknown,
          .money(effect.tolerance), .text(isGranted ? "yes" : "no"),
        ])
    }
    return Table(
      "effects", caption: "A full year, by number of families", columns: columns, rows: rows)
  }

  /// At how many families the answer turns.
  private func switching(_ together: Together) -> String {
    guard let first = together.ranges.first else {
      return "No number of families together would be within what may be paid."
    }
    let others = together.ranges.dropFirst()
    let next = first.upperBound + 1
    var text =
      "Switching value: \(first.inWords) \(first.upperBound == 1 ? "family" : "families together")"
    if next <= together.effects.count {
      text += ", and not \(next)"
      let (one, other) = (together.effects[next - 2], together.effects[next - 1])
      if one.releasable + one.backfill == other.releasable + other.backfill {
        text += ", which saves no more than \(first.upperBound)"
      }
    }
    text += "."
    guard !others.isEmpty else { return text }
    let named = others.prefix(3).map(\.inWords).inList
    return text + " Then again \(named)"
      + (others.count > 3
        ? ", and \(plural(others.count - 3, "later stretch", "later stretches"))." : ".")
  }

  /// The prices at which it would cost nothing, at each number where more is saved.
  private func breakEven(_ effects: [Effect]) -> String {
    var saved = Money.zero
    var prices: [String] = []
    for effect in effects {
      defer { saved = effect.releasable }
      guard effect.releasable > saved, let price = effect.breakEvenPrice else { continue }
      prices.append("\(price) for \(effect.families)")
    }
    guard let asked = figures.amount(.price) else { return "" }
    guard !prices.isEmpty else {
      return " No price of a unit would break even. The lowest asked is \(asked)."
    }
    return
      " It would break even at a price of \(Array(prices.prefix(4)).inList). The lowest asked is \(asked)."
  }

  private func picture(_ together: Together) -> [Report.Block] {
    let drawn = together.drawn
    let points = drawn.map { effect in
      Report.Steps.Point(
        effect.families, effect.netCost, most: effect.tolerance,
        isGranted: together.families.isGranted(effect))
    }
    let title =
      switch together.ranges.first {
      case let first? where first.lowerBound == 1: "One family costs no more than may be paid"
      case let first?:
        "\(first.lowerBound) families together would cost no more than may be paid"
      case nil: "No number of families together would cost as little as may be paid"
      }
    return [
      .steps(
        Report.Steps(
          title: title,
          subtitle:
            "Net cost of a full year by number of families, \(contract.reference), \(spoken(given.day)), pounds",
          counted: "Families", measured: "Net cost", bound: "Tolerance", points: points)),
      .table(
        Table(
          "steps", caption: "What the picture shows",
          columns: [
            Table.Column("families", "Families", .number),
            Table.Column("net-cost", "Net cost", .money),
            Table.Column("tolerance", "Tolerance", .money), .words("answer", "Yes?"),
          ],
          rows: points.map { point in
            Table.Row([
              .number(point.number), .money(point.amount), .money(point.most),
              .text(point.isGranted ? "yes" : "no"),
            ])
          })),
    ]
  }
}
