import Bookkeeping
import Funding
import Modelling

/// What one tier gives to the reserve and to each partner, as cells.
struct StepLine {
  let step: StepFigures
  let place: Int
  let columns: StepsColumns
  let rules: RuleInputs
  let contributions: [Workbook.Expression]
  /// What all of them put in.
  let pool: Workbook.Expression
  let partners: [PartnerReference]
  let host: PartnerReference?

  private func cell(_ column: Int) -> Workbook.Expression { PackSheet.steps.cell(column, place) }

  private func amount(_ expression: Workbook.Expression, _ value: Money) -> Workbook.Cell {
    let signed = step.direction == .over ? expression : .negative(expression)
    return PackSheet.steps.formula(signed, .money(value))
  }

  /// What the rule is called, and whether its parts are no formulas.
  var words: String {
    step.tier.words(isFirst: step.index == 0)
      + (isFrozen ? "; the parts stand as the pack gave them" : "")
  }

  /// Whether no formula gives the parts: they follow from tags, or a sheet is not exact enough.
  private var isFrozen: Bool {
    switch step.tier.rule {
    case .reserve, .reinvested, .partner, .host: false
    case .ownServices: true
    case .shared: step.shares.map { !$0.isExact } ?? true
    }
  }

  /// `held` is what the reserve still holds.
  func reserve(held: Workbook.Expression) -> Workbook.Cell {
    switch step.tier.rule {
    case .reserve:
      amount(
        step.direction == .over ? .least(cell(columns.takes), held) : cell(columns.takes),
        step.reserve)
    case .reinvested: amount(cell(columns.takes), step.reserve)
    case .ownServices, .partner, .host, .shared: .money(step.reserve)
    }
  }

  /// What each partner bears.
  var borne: [Workbook.Cell] {
    partners.indices.map { partner in
      let value = step.borne[partner]
      switch step.tier.rule {
      case .partner(let one):
        return one == partners[partner] ? amount(cell(columns.takes), value) : .money(value)
      case .host:
        return host == partners[partner] ? amount(cell(columns.takes), value) : .money(value)
      case .shared where !isFrozen: return amount(capped(partner), value)
      case .shared, .reserve, .reinvested, .ownServices: return .money(value)
      }
    }
  }

  private func capped(_ partner: Int) -> Workbook.Expression {
    guard step.tier.cap != nil else { return part(partner) }
    let most = contributions[partner] * .number(100) * rules.cap(step.direction, step.index)
    return .least(part(partner), .whole(.rounded(most, decimals: 6)) / .number(100))
  }

  /// Whole pence, and a penny more for the largest parts of a penny, the first of equal ones.
  private func part(_ partner: Int) -> Workbook.Expression {
    let sheet = PackSheet.steps
    let own = sheet.reference(columns.remainder(partner), place)
    let before = columns.remainder(0)...columns.remainder(partner)
    let rank =
      .rank(own, sheet.range(columns.remainders, place...place))
      + .count(own, sheet.range(before, place...place)) - Workbook.Expression.number(1)
    let penny = Workbook.Condition(left: rank, comparison: .atMost, right: cell(columns.pence))
    let whole = Workbook.Expression.whole(cell(columns.due(partner)))
    return (whole + .choice(penny, .number(1), .number(0))) / .number(100)
  }

  /// What is due to each in pence, the parts of a penny, and how many pence these come to.
  var pence: [Workbook.Cell] {
    guard let shares = step.shares, !isFrozen else {
      return (columns.due(0)...columns.pence).map { _ in .empty }
    }
    let sheet = PackSheet.steps
    let due = zip(partners.indices, shares.millionths).map { partner, millionths in
      sheet.formula(
        .rounded(pence(of: partner), decimals: 6), .quantity(Fraction(millionths, over: 1_000_000)))
    }
    let remainders = zip(partners.indices, shares.remainders).map { partner, millionths in
      let due = cell(columns.due(partner))
      return sheet.formula(
        .rounded(due - .whole(due), decimals: 6), .quantity(Fraction(millionths, over: 1_000_000)))
    }
    let sum = Workbook.Expression.sum(sheet.range(columns.remainders, place...place))
    return due + remainders
      + [sheet.formula(.rounded(sum, decimals: 0), .number(Int(shares.pence)))]
  }

  private func pence(of partner: Int) -> Workbook.Expression {
    let pence = cell(columns.takes) * .number(100)
    guard case .shared(let basis, _) = step.tier.rule else { return .number(0) }
    switch basis {
    case .contribution: return pence * contributions[partner] / pool
    case .equally: return pence / .number(partners.count)
    case .fixed: return pence * rules.share(step.direction, step.index, of: partner)
    // Such a rule is not worked out in the sheet.
    case .beneficiary: return .number(0)
    }
  }
}
