public import Bookkeeping
public import Funding

/// What was paid for named children in a financial year, by plan line.
///
/// It is expenditure of the actual layer, before the year is closed. Each part of it can be followed
/// to its postings.
public struct ChildPayments: Sendable {
  public let year: FinancialYear
  private let scope: CostScope
  private var amounts: [ChildReference: [Part: Money]] = [:]

  /// What was paid for one line of a child's plan, from one fund and under one line.
  struct Part: Hashable, Comparable {
    let planLine: PlanLineReference
    let fund: Fund
    let line: Section251Line?

    static func < (one: Part, other: Part) -> Bool {
      (one.planLine, one.fund.description, one.line?.rawValue ?? "")
        < (other.planLine, other.fund.description, other.line?.rawValue ?? "")
    }
  }

  public init(_ scope: CostScope, in year: FinancialYear) {
    self.scope = scope
    self.year = year
  }

  /// Counts what a record moved for a child; the parts that it moved for others are passed over.
  public mutating func follow(_ record: JournalRecord, for child: ChildReference) {
    for moved in record.content.moved
    where year.days.contains(moved.day) && !moved.event.isClosing {
      for (coding, sign) in [(moved.debit, Int64(1)), (moved.credit, -1)] {
        guard coding.heading == .expenditure, let planLine = coding.use.planLine,
          planLine.child == child, scope.includes(coding.fund, coding.use.line)
        else { continue }
        let part = Part(planLine: planLine, fund: coding.fund, line: coding.use.line)
        amounts[child, default: [:]][part, default: .zero] += Money(
          pence: sign * moved.amount.pence)
      }
    }
  }

  /// The parts in order, with what each came to; those that came to nil are left out.
  var parts: [(part: Part, paid: Money)] {
    amounts.values.flatMap { $0 }.filter { $0.value != .zero }.sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  func paid(for child: ChildReference) -> Money { (amounts[child] ?? [:]).values.total() }

  /// Every figure of it that can be followed.
  public var traced: [Figure] { parts.map { figure($0.part) } }

  public func amount(_ figure: Figure) -> Money {
    parts.filter { address($0.part) == figure.address }.map(\.paid).total()
  }

  /// Where the figure of a part is found: `paid/SPB-004655/2026-27/2/high-needs/1.2.13`.
  func address(_ part: Part) -> Address {
    Address([
      "paid", part.planLine.child.code, year.description, String(part.planLine.number),
      part.fund.description, part.line?.rawValue ?? "none",
    ])
  }

  private func figure(_ part: Part) -> Figure {
    func term(_ lines: Set<Section251Line>?) -> Term {
      Term(
        AccountFilter([part.fund], [.expenditure], lines: lines, planLine: part.planLine),
        DaySpan(year.days), events: .notClosing)
    }
    // What names no line is all of the plan line less what names one.
    let terms =
      part.line.map { [term([$0])] } ?? [term(nil), term(Set(Section251Line.allCases)).negated]
    return Figure(address: address(part), terms: terms)
  }
}
