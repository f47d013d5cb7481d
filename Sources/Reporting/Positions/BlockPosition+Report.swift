import Bookkeeping
public import Funding

extension BlockPosition {
  /// Every pound of the block by the state that it is in.
  public var states: Table {
    Table(
      "states", caption: "Where each pound of \(chart.name(of: block).lowercased()) is",
      columns: [Table.Column("state", "State", .text), Table.Column("amount", "Amount", .money)],
      rows: rows(stateRows))
  }

  var stateRows: [FigureRow] {
    let states: [Heading] = [.unallocated, .allocated, .committed, .advanced, .spent]
    func figure(_ name: String, _ headings: Set<Heading>) -> Figure {
      Figure(
        address: root("state").appending(name),
        terms: days.standing(of: block, AccountFilter([block], headings)))
    }
    return states.map { FigureRow($0.name.capitalized, [figure($0.rawValue, [$0])]) }
      + [FigureRow("Total", [figure("total", Set(states))], isTotal: true)]
  }

  private func root(_ name: String) -> Address {
    Address(["position", days.name, block.description, name])
  }

  /// What the year would leave, if the forecast holds.
  public var carryForward: Table {
    Table(
      "carry-forward", caption: "Carry forward",
      columns: [
        Table.Column("what", "Carry forward", .text), Table.Column("amount", "Amount", .money),
      ], rows: rows(carryForwardRows))
  }

  var carryForwardRows: [FigureRow] {
    let sources = AccountFilter(
      [block], [.notified, .deducted, .transferredIn, .transferredOut, .contributed, .voted])
    let available = days.inYear(sources, negated: true)
    let forecast = days.standing(
      of: block, AccountFilter([block], [.spent, .advanced, .committed]))
    let inYear = available + forecast.map(\.negated)
    let broughtForward = days.broughtForward(to: block)
    func figure(_ name: String, _ terms: [Term]) -> [Figure] {
      [Figure(address: root("carry-forward").appending(name), terms: terms)]
    }
    return [
      FigureRow("Available", figure("available", available)),
      FigureRow("Forecast", figure("forecast", forecast)),
      FigureRow("In-year", figure("in-year", inYear)),
      FigureRow(
        "Brought forward \(spoken(days.year.first))" + (openYear == nil ? "" : ", provisional"),
        figure("brought-forward", broughtForward)),
      FigureRow(
        "Carry forward \(spoken(days.year.last))",
        figure("carry-forward", inYear + broughtForward), isTotal: true),
    ]
  }

  /// Everything that a finance officer asks of a block, on one page.
  ///
  /// `header` is what the report says of the ledger that it was read from.
  /// `counted` is when a direct payment counts as spent, which changes the reading alone.
  public func report(_ header: [Report.Fact], counted: DirectPaymentsCounted) -> Report {
    var blocks: [Report.Block] = [.facts(header)]
    if block.isBlock { blocks.append(.table(available)) }
    blocks.append(.table(lines))
    if let remark = overAllocated { blocks.append(.paragraph(remark)) }
    blocks += [.table(states), .table(carryForward)]
    if let openYear {
      blocks.append(
        .paragraph("What is brought forward is provisional: \(openYear) is not closed."))
    }
    if isClosed {
      blocks.append(
        .paragraph(
          "\(days.year) is closed. What was still committed at its end is here as it stood before: it "
            + "was given back, and what the year left is its outturn."))
    }
    blocks.append(.paragraph(seenOtherwise(counted)))
    return Report(
      schema: "sendledger/position@1",
      title:
        "\(chart.name(of: block)) position, \(days.last == days.period.last ? spoken(days.period) : spoken(days.last)), \(days.year)",
      blocks: blocks)
  }

  private func amount(_ heading: Heading) -> Money {
    amount(
      Figure(
        address: root("note"), terms: days.standing(of: block, AccountFilter([block], [heading]))))
  }

  /// A budget set above what there is does not show in a variance, so it is said.
  private var overAllocated: String? {
    let unallocated = amount(.unallocated)
    guard unallocated < .zero else { return nil }
    return "Budget is set \(-unallocated) above what is available. The variance does not show it."
  }

  /// The same figures with money that is out with families and pools counted when it was paid.
  private func seenOtherwise(_ counted: DirectPaymentsCounted) -> String {
    let spent = amount(.spent)
    let advanced = amount(.advanced)
    let committed = amount(.committed)
    let rule =
      counted == .whenEvidenced
      ? "Direct payments and the pool count as spent when evidenced (policy)."
      : "By policy direct payments and the pool count as spent when paid."
    return rule + " Counted when paid: spent to date \(spent + advanced), committed \(committed),"
      + " the same forecast."
  }
}

extension String {
  /// The word with a capital first letter.
  var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
