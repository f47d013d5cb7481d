import Bookkeeping
import Disaggregation
import Funding
import Reporting

/// Invented requests of every outcome.
///
/// Nobody in them is real.
enum DecisionCases {
  static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the value is not one") }
    return value
  }

  static func day(_ text: String) -> Day { known(Day(text)) }

  static let today = day("2026-11-20")
  static let line = known(PlanLineReference("SPB-004217/2"))
  static let reference = known(DecisionReference("D-2026-0711"))
  static let contractReference = known(ContractReference("STEPWELL-OT"))
  static let tolerance = Tolerance(percent: Fraction(10), minimum: 250_00)

  /// What a case is made of, and how it differs from the one of the therapy contract.
  struct Shape {
    var kind = ContractKind.contract
    var regime = Regime.specialEducation
    var price = ContractPrice(
      sum: 216_000_00, step: PriceStep(Fraction(180), saving: 10_800_00, count: 20))
    var unit = Rate.Unit.session
    var capacity: Fraction? = Fraction(3_600)
    var minimum: Fraction?
    var waiting: ContractVolume.Waiting?
    var children: Int? = 150
    var renewal: Day?
    var window = RequestWindow.review
    var nextReview: Day?
    var asks = RequestedForm.cash
    var units = Fraction(24)
    var overheads = Money.zero
    var isOnPremises = false
    var quotes: [Money] = [68_00, 75_00]
    var answers: [(EvidenceKind, Evidence.Finding)] = [
      (.eligible, .yes), (.recipientConsent, .yes), (.properUse, .yes), (.bestInterests, .yes),
    ]
    var isYoungPerson = false
    var purpose = "occupational therapy"
    var provider = "Stepwell"
  }

  static func contract(_ shape: Shape) throws -> Contract {
    let (fund, line): (Fund, Section251Line?) =
      switch shape.regime {
      case .specialEducation: (.highNeeds, shape.kind == .topUp ? .topUpMaintained : .therapies)
      case .travel: (.generalFund, .senTransport)
      case .socialCare: (.socialCare, .shortBreaks)
      case .health: (.health(known(PartnerReference("NORTH-ICB"))), nil)
      }
    return try Contract(
      contractReference, from: day("2026-04-01"), shape.kind, under: shape.regime, of: fund,
      line: line, price: shape.price,
      volume: ContractVolume(
        shape.unit, capacity: shape.capacity, minimum: shape.minimum, waiting: shape.waiting,
        children: shape.children,
        served: shape.kind == .place ? [] : [ServedLine(self.line, shape.units)]),
      dates: ContractDates(
        notice: 3, begins: day("2024-09-01"), ends: day("2027-08-31"), renewal: shape.renewal),
      instalments: .monthly,
      document: DocumentPage("contract STEPWELL-OT.pdf", page: "14", of: day("2024-07-01")))
  }

  static func assessment(_ shape: Shape) throws -> Assessment {
    let request = try BudgetRequest(
      reference, to: contractReference, for: line, asked: day("2026-11-03"), in: shape.window,
      nextReview: shape.nextReview, asks: shape.asks, units: shape.units,
      overheads: shape.overheads, isOnPremises: shape.isOnPremises, starts: day("2027-01-01"),
      purpose: known(TextReference("0123456789abcdef")))
    let quotes = try shape.quotes.enumerated().map { place, price in
      try Evidence(
        .quote, about: .request(reference), .price(price),
        in: DocumentPage(
          LedgerText(asRead: "quote \(place + 1).pdf"), page: "1", of: day("2026-11-0\(place + 5)"))
      )
    }
    let answers = try shape.answers.map { kind, finding in
      try Evidence(
        kind, about: .request(reference), finding,
        in: DocumentPage("visit note.pdf", page: "2", of: day("2026-11-10")),
        isAssumed: kind == .properUse)
    }
    return Assessment(
      try Case(
        request, to: ContractPosition(try contract(shape)), evidence: quotes + answers,
        settings: Case.Settings(tolerance: tolerance, evidenceMonths: 12), on: today))
  }

  static func decision(
    _ assessment: Assessment, _ outcome: Outcome? = nil,
    view: LedgerText? = "We want to choose who helps Mia."
  ) throws -> Decision {
    let decided = outcome ?? assessment.outcome
    let words: [DecisionTest: LedgerText] = [
      .others: "A little, for one child. We would not say no for this alone.",
      .efficient: "No. We would pay more and save nothing.",
      .recipient: "No. The law does not let us pay this person.",
      .consent: "No. The school has not said yes.",
    ]
    return try Decision(
      decided, on: assessment, record: 412,
      difference: decided == assessment.outcome ? nil : "The panel weighed the long wait for help.",
      by: Decision.Decider("J. Osei, SEND manager", panel: day("2026-11-19")),
      reasons: decided.tests(of: assessment).map { Decision.Reason($0, words[$0] ?? "") },
      forFamily: Decision.FamilyPart(
        instead: decided.isNegative
          ? "You choose the day and place of sessions. You can choose from two therapists." : "",
        reviewBy: day("2026-12-18"), looksAgain: day("2027-03-01"), view: view,
        viewAsked: day("2026-11-10")), mostReused: 3, reused: { _ in 0 })
  }

  static func papers(
    _ shape: Shape = Shape(), outcome: Outcome? = nil, entries: ProposedEntries? = nil,
    others: DecisionPapers.OtherRequests? = DecisionPapers.OtherRequests(2)
  ) throws -> DecisionPapers {
    let assessment = try assessment(shape)
    return DecisionPapers(
      assessment, try decision(assessment, outcome),
      approval: DecisionPapers.Approval("R. Lind, finance manager", on: today),
      names: DecisionPapers.Names(
        child: "Mia", isYoungPerson: shape.isYoungPerson, authority: "Anyshire Council",
        purpose: shape.purpose, provider: shape.provider, contract: "Therapy for schools",
        advice: "Anyshire SENDIASS on 01632 960 456", contact: "the SEND team on 01632 960 001"),
      settings: [
        Policy.Adopted(
          .disaggregationTolerance, from: day("2026-04-01"), "10% 250.00",
          source: "Cabinet, 10 March 2026, item 7")
      ], others: others, entries: entries,
      header: [Report.Fact("Ledger", .text("412, 5f0c9a31"))])
  }
}

extension DecisionCases {
  /// A shape of each outcome, and some outcomes in more than one way.
  static let shapes: [(name: String, shape: Shape)] = [
    ("refused-b", Shape()), ("deferred", with { $0.renewal = day("2027-09-01") }),
    ("agreed", speech), ("agreed-and-saves", tutor), ("part", topUp), ("refused-both", pool),
    ("refused-a", with(pool) { $0.quotes = [250_00] }),
    (
      "looked-after",
      with(speech) {
        $0.waiting = nil; $0.kind = .inHouse
      }
    ),
    ("stated", with { $0.asks = .statement }),
    (
      "no-consent",
      with(speech) {
        $0.isOnPremises = true; $0.answers.append((.schoolConsent, .no))
      }
    ),
    ("cannot-be-paid", with(speech) { $0.answers[0] = (.eligible, .no) }),
    ("social-care", with(breaks) { $0.regime = .socialCare }),
    ("health", with(breaks) { $0.regime = .health }),
    ("travel", with(breaks) { $0.regime = .travel }), ("never", place),
    (
      "no-evidence",
      with {
        $0.quotes = []; $0.answers = []
      }
    ),
    (
      "too-early",
      with {
        $0.window = .none; $0.nextReview = day("2027-02-08")
      }
    ),
    (
      "young-person",
      with {
        $0.isYoungPerson = true; $0.renewal = day("2027-09-01")
      }
    ),
    ("young-person-agreed", with(speech) { $0.isYoungPerson = true }),
  ]

  static func with(_ shape: Shape = Shape(), _ change: (inout Shape) -> Void) -> Shape {
    var shape = shape
    change(&shape)
    return shape
  }

  /// Speech therapy that other children wait for.
  private static let speech = with {
    $0.purpose = "speech therapy"
    $0.provider = "Brightword"
    $0.price = ContractPrice(sum: 216_000_00, variable: 60_00, band: .percent(Fraction(5)))
    $0.unit = .hour
    $0.capacity = Fraction(2_400)
    $0.units = Fraction(18)
    $0.quotes = [95_00]
    $0.overheads = 120_00
    $0.waiting = ContractVolume.Waiting(Fraction(40), at: 95_00)
  }

  /// A tutor called off a framework, dearer than the family's own.
  private static let tutor = with {
    $0.kind = .framework
    $0.purpose = "tutor"
    $0.provider = "Learnwell"
    $0.price = ContractPrice(sum: nil, variable: 45_00)
    $0.unit = .hour
    $0.capacity = nil
    $0.children = nil
    $0.units = Fraction(585)
    $0.quotes = [42_00]
    $0.overheads = 600_00
  }

  private static let topUp = with {
    $0.kind = .topUp
    $0.purpose = "reading help"
    $0.provider = "Oakfield School"
    $0.price = ContractPrice(sum: 4_500_00, variable: 30_00)
    $0.unit = .hour
    $0.capacity = nil
    $0.children = nil
    $0.units = Fraction(78)
    $0.quotes = [30_00]
    $0.isOnPremises = true
    $0.answers.append((.schoolConsent, .yes))
  }

  /// A pool that closes if one more leaves.
  private static let pool = with {
    $0.purpose = "water therapy"
    $0.provider = "Lakeside Pool"
    $0.price = ContractPrice(sum: 60_000_00)
    $0.unit = .place
    $0.capacity = Fraction(9)
    $0.minimum = Fraction(9)
    $0.children = 9
    $0.units = Fraction(1)
    $0.quotes = [5_800_00]
  }

  private static let breaks = with {
    $0.purpose = "short breaks"
    $0.provider = "Hillview"
    $0.price = ContractPrice(sum: 312_000_00, variable: 110_00)
    $0.unit = .night
    $0.capacity = Fraction(2_080)
    $0.units = Fraction(12)
    $0.quotes = [140_00]
  }

  private static let place = with {
    $0.kind = .place
    $0.purpose = "school place"
    $0.provider = "Oakfield School"
    $0.price = ContractPrice(sum: 600_000_00)
    $0.unit = .place
    $0.capacity = Fraction(60)
    $0.units = Fraction(1)
    $0.quotes = []
  }
}
