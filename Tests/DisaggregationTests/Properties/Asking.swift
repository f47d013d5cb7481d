import Bookkeeping
import Disaggregation
import Funding

/// A request in plain numbers, with what was found out about it.
struct Asking {
  var place = 0
  var quarters = 1
  var replacement: Int?
  var overheads = 0
  var window = RequestWindow.review
  var nextReview: Sketch.PlainDay?
  var asks = RequestedForm.cash
  var isOnPremises = false
  var found: [Found] = []
  var today = Sketch.PlainDay(year: 2026, month: 10, day: 15)
  /// How old evidence may be, in months.
  var months = 12
  /// In tenths of a hundredth, and in pence.
  var tolerance = (tenths: 100, minimum: 25_000)

  /// A piece of evidence: yes or no, or a number of pence, quarters or tenths of a hundredth.
  struct Found {
    let kind: EvidenceKind
    let says: Says
    let on: Sketch.PlainDay
    var isOfContract = false
    var isAssumed = false

    enum Says: Hashable {
      case yes
      case no
      case number(Int)
    }
  }
}

extension Asking {
  static let reference = Sketch.code(DecisionReference("D-2026-0402"))

  private func request() throws -> BudgetRequest {
    try BudgetRequest(
      Asking.reference, to: Sketch.reference, for: Sketch.line(place), asked: today.real,
      in: window, nextReview: nextReview?.real, asks: asks, units: Sketch.units(quarters),
      replacement: replacement.map(Sketch.units), overheads: Sketch.money(overheads),
      isOnPremises: isOnPremises,
      purpose: Sketch.code(TextReference("0123456789abcdef")))
  }

  /// What the program is given.
  ///
  /// `places` is the order in which the contract names its children.
  func given(_ sketch: Sketch, naming places: [Int]? = nil) throws -> Case {
    try Case(
      request(),
      to: ContractPosition(
        sketch.contract(naming: places), granted: Sketch.units(sketch.granted),
        childrenGone: sketch.gone),
      evidence: found.map { try $0.evidence() },
      settings: Case.Settings(
        tolerance: Tolerance(
          percent: Fraction(Int64(tolerance.tenths), over: 10),
          minimum: Sketch.money(tolerance.minimum)), evidenceMonths: months),
      on: today.real)
  }
}

extension Asking.Found {
  func evidence() throws -> Evidence {
    let finding: Evidence.Finding =
      switch (says, kind) {
      case (.yes, _): .yes
      case (.no, _): .no
      case (.number(let number), .quote): .price(Sketch.money(number))
      case (.number(let number), .hoursLost): .units(Sketch.units(number))
      case (.number(let number), _): .percent(Fraction(Int64(number), over: 10))
      }
    return try Evidence(
      kind, about: isOfContract ? .contract(Sketch.reference) : .request(Asking.reference),
      finding, in: DocumentPage("letter", page: "1", of: on.real), isAssumed: isAssumed)
  }
}

extension Chance {
  /// A request to a contract, more often complete than not.
  mutating func asking(_ sketch: Sketch) -> Asking {
    var asking = Asking()
    asking.place = sketch.served.isEmpty ? 0 : within(0...sketch.served.count - 1)
    asking.quarters = sketch.served.isEmpty ? 4 : within(1...sketch.served[asking.place])
    if yes(20) { asking.replacement = within(1...asking.quarters * 2) }
    if yes(60) { asking.overheads = within(0...30_000) }
    asking.window = yes(90) ? one(of: [.draft, .review, .reassessment]) : .none
    if yes(70) { asking.nextReview = Sketch.PlainDay(year: 2027, month: within(1...12), day: 9) }
    asking.asks = yes(88) ? .cash : .statement
    asking.isOnPremises = yes(30)
    asking.months = one(of: [3, 6, 12])
    asking.tolerance = (within(0...250), one(of: [0, 5_000, 25_000, 25_000]))
    asking.found = evidence(for: sketch, asking)
    return asking
  }

  /// One price or more around what a unit saves, what the law asks of a recipient, and harm.
  private mutating func evidence(for sketch: Sketch, _ asking: Asking) -> [Asking.Found] {
    let average = (sketch.sum ?? 200_000) * 4 / max(sketch.capacity ?? 100, 1)
    let saved = yes(60) ? sketch.variable ?? average : average
    var found: [Asking.Found] = []
    for _ in 0..<within(1...2) {
      found += told(.quote, .number(max(1, saved * within(50...140) / 100)), missing: 2)
    }
    let asked: [EvidenceKind] =
      [.eligible, .recipientConsent, .properUse, .bestInterests, .schoolConsent]
    for kind in asked { found += told(kind, yes(93) ? .yes : .no, missing: 2) }
    found += told(.hoursLost, .number(within(0...8)), missing: 88)
    found += told(.serviceCut, yes(60) ? .yes : .no, missing: 90)
    found += told(.priceRise, .number(within(0...300)), missing: 88)
    return found
  }

  /// A finding, perhaps with an older one that said something else, or one too old, or none.
  private mutating func told(
    _ kind: EvidenceKind, _ says: Asking.Found.Says, missing: Int
  ) -> [Asking.Found] {
    if yes(missing) { return [] }
    let today = Asking().today
    let months = yes(96) ? within(0...2) : within(3...14)
    let day = today.later(by: -months)
    let latest = Asking.Found(
      kind: kind, says: says,
      on: day)
    guard yes(15) else { return [latest] }
    let older = today.later(by: -months - within(1...4))
    let other: Asking.Found.Says =
      switch says {
      case .yes: .no
      case .no: .yes
      case .number(let number): .number(number + 1)
      }
    return [Asking.Found(kind: kind, says: other, on: older), latest]
  }
}
