import Bookkeeping
import Modelling
import Reporting

/// The tiers of the risk share, both ways, and what the pool's reserve holds.
struct RuleInputs {
  let plan: PackPlan

  private static let (reach, reachOfPool, cap, shares) = (4, 5, 6, 7)

  private var rules: RiskShare { plan.sharing.rules }

  /// The reserve has the first row, the overspend the next.
  private func place(_ direction: RiskShare.Direction, _ tier: Int) -> Int {
    switch direction {
    case .over: 1 + tier
    case .under: 1 + max(rules.overspend.count, 1) + tier
    }
  }

  var reserve: Workbook.Expression { PackSheet.rules.cell(Self.reach, 0) }

  /// How much of what is left a tier takes, of all that is put in; none for the rest.
  func reach(
    _ direction: RiskShare.Direction, _ tier: Int, of pool: Workbook.Expression
  ) -> Workbook.Expression? {
    let place = place(direction, tier)
    return switch rules.tiers(for: direction)[tier].extent {
    case .upTo: PackSheet.rules.cell(Self.reach, place)
    case .upToShareOfPool: (pool * PackSheet.rules.cell(Self.reachOfPool, place)).toPence
    case .rest: nil
    }
  }

  func cap(_ direction: RiskShare.Direction, _ tier: Int) -> Workbook.Expression {
    PackSheet.rules.cell(Self.cap, place(direction, tier))
  }

  func share(
    _ direction: RiskShare.Direction, _ tier: Int, of partner: Int
  ) -> Workbook.Expression {
    PackSheet.rules.cell(Self.shares + partner, place(direction, tier))
  }

  /// Every tier of fixed shares: what it is called, and where its shares are added.
  var fixed: [(name: String, sum: Workbook.Expression)] {
    RiskShare.Direction.allCases.flatMap { direction in
      rules.tiers(for: direction).enumerated().compactMap { index, tier in
        guard tier.fixedShares != nil else { return nil }
        let sum = PackSheet.rules.cell(Self.shares + plan.partners.count, place(direction, index))
        return ("Shares of clause \(tier.clause), \(direction.rawValue)", sum)
      }
    }
  }

  var sheet: Workbook.Sheet {
    let reserve: [Workbook.Cell] =
      [.text("reserve"), .empty, .empty, .text(plan.sharing.reserve.words)]
      + [.money(plan.sharing.reserve.first)] + blank(after: Self.reach)
    return Workbook.Sheet(
      PackSheet.rules.rawValue,
      title: "How the agreement shares a gap, and what the reserve holds",
      note: "Amounts in pounds. A tier takes its part of what those before it have left",
      headings: [
        "Way", "Step", "Clause", "Rule", "Up to", "Up to a share of the pool",
        "Cap, of each contribution",
      ] + plan.partners.map { "Share of \($0.short)" } + ["Shares in all"],
      rows: [reserve] + rows(.over) + rows(.under))
  }

  private func rows(_ direction: RiskShare.Direction) -> [[Workbook.Cell]] {
    let tiers = rules.tiers(for: direction)
    guard !tiers.isEmpty else {
      let way = Workbook.Cell.text(direction.rawValue)
      let words = Workbook.Cell.text("the agreement does not say")
      return [[way, .empty, .empty, words] + blank(after: Self.reach - 1)]
    }
    return tiers.enumerated().map { index, tier in row(tier, direction, index) }
  }

  private func row(
    _ tier: Tier, _ direction: RiskShare.Direction, _ index: Int
  ) -> [Workbook.Cell] {
    let start: [Workbook.Cell] = [
      .text(direction.rawValue), .number(index + 1), .text(tier.clause),
      .text(tier.words(isFirst: index == 0)),
    ]
    let cap = tier.cap.map { Workbook.Cell.share($0.fraction) } ?? .empty
    return start + reachCells(tier.extent) + [cap] + shareCells(tier, place(direction, index))
  }

  private func reachCells(_ extent: Tier.Extent) -> [Workbook.Cell] {
    switch extent {
    case .upTo(let amount): [.money(amount), .empty]
    case .upToShareOfPool(let share): [.empty, .share(share.fraction)]
    case .rest: [.text("the rest"), .empty]
    }
  }

  private func shareCells(_ tier: Tier, _ place: Int) -> [Workbook.Cell] {
    guard let fixed = tier.fixedShares else { return blank(after: Self.cap) }
    let last = Self.shares + plan.partners.count - 1
    let sheet = PackSheet.rules
    return plan.partners.map { partner in
      .share(fixed.first { $0.partner == partner.reference }?.share.fraction ?? .zero)
    } + [
      sheet.formula(.sum(sheet.range(Self.shares...last, place...place)), .share(.one))
    ]
  }

  /// Cells with nothing in them, up to the last column.
  private func blank(after column: Int) -> [Workbook.Cell] {
    (column..<(Self.shares + plan.partners.count)).map { _ in .empty }
  }
}

extension Tier {
  /// The shares that the agreement fixes; none for any other rule.
  var fixedShares: [FixedShare]? {
    if case .shared(.fixed(let shares), _) = rule { shares } else { nil }
  }

  /// The most that a partner bears of its own contribution, where there is such a line.
  var cap: Percentage? { if case .shared(_, let cap) = rule { cap } else { nil } }
}
