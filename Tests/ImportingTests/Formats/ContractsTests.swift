import Bookkeeping
import Funding
import TestSupport
import Testing

@testable import Importing

/// Contracts, requests and evidence, column by column.
struct ContractsTests {
  private static let contract: [(String, String)] = [
    ("Contract", "SALT-2026"), ("Version from", "01/04/2026"), ("Kind", "contract"),
    ("Regime", "special-education"), ("Fund", "High needs"), ("S251 line", "1.2.13"),
    ("Setting", "special"), ("Provision", "Speech therapy"), ("Provider", "BrightTalk Ltd"),
    ("Sum", "\"216,000.00\""), ("Capacity", "3600"), ("Unit", "Session"),
    ("Variable rate", "£60"), ("Volume band", "5%"), ("Step units", "180"),
    ("Step saving", "10800"), ("Steps", "20"), ("Minimum volume", "2000.5"), ("Exits", "24"),
    ("Waiting units", "40"), ("Spot price", "95.00"), ("Children", "150"),
    ("Served", "SPB-004655/1 12; SPB-004217/2 24.25"), ("Notice", "3"), ("Begins", "01/09/2024"),
    ("Ends", "31/08/2027"), ("Breaks", "31/08/2026 31/08/2025"), ("Renewal", "01/09/2027"),
    ("Instalments", "termly"), ("Document", "Contract"), ("Page", "14"),
    ("Document day", "01/09/2009"),
  ]

  private static let request: [(String, String)] = [
    ("Decision", "D-2026-0402"), ("Contract", "SALT-2026"), ("Child", "SPB-004655"),
    ("Line", "1"), ("For", "Speech therapy"), ("Asked", "03/11/2026"), ("Window", "review"),
    ("Next review", "10/03/2027"), ("Asks", "statement"), ("Units", "12"),
    ("Replacement units", "10.5"), ("Overheads", "120.00"), ("On premises", "YES"),
    ("Starts", "01/01/2027"), ("Replaces", "SPB-004217/3"), ("Paid as", "4"),
  ]

  private func trial(_ cells: [(String, String)], as kind: ImportKind) throws -> Trial {
    let text = [cells.map(\.0), cells.map(\.1)].map { $0.joined(separator: ",") + "\n" }.joined()
    return try Trial(text, as: kind, mapping: nil)
  }

  private func event(_ trial: Trial) throws -> FundingEvent {
    try #require(trial.refusals.map(\.problem) == [])
    let reading = try #require(trial.readings.first)
    guard case .post(let events) = reading.intent else {
      preconditionFailure("such a row posts an event")
    }
    return try #require(events.first)
  }

  private func contract(_ trial: Trial) throws -> Contract {
    guard case .contractAgreed(let contract) = try event(trial) else {
      preconditionFailure("a contract was read")
    }
    return contract
  }

  private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("a day of a test is a day") }
    return day
  }

  @Test func `every column of a contract is read`() throws {
    let trial = try trial(Self.contract, as: .contracts)
    let contract = try contract(trial)
    #expect(contract.reference.code == "SALT-2026")
    #expect(contract.from == day("2026-04-01"))
    #expect(contract.kind == .contract && contract.regime == .specialEducation)
    #expect(contract.line == .therapies && contract.setting == .special)
    #expect(
      contract.price
        == ContractPrice(
          sum: 216_000_00, variable: 60_00, band: .percent(Fraction(5)),
          step: PriceStep(Fraction(180), saving: 10_800_00, count: 20)))
    #expect(contract.volume.unit == .session && contract.volume.capacity == Fraction(3600))
    #expect(contract.volume.minimum == Fraction(4001, over: 2))
    #expect(contract.volume.exits == Fraction(24) && contract.volume.children == 150)
    #expect(contract.volume.waiting == ContractVolume.Waiting(Fraction(40), at: 95_00))
    #expect(
      ServedLine.text(contract.volume.served) == "SPB-004217/2 24.25; SPB-004655/1 12")
    #expect(contract.dates.notice == 3 && contract.instalments == .termly)
    #expect(contract.dates.breaks.map(\.description) == ["2025-08-31", "2026-08-31"])
    #expect(contract.dates.renewal == day("2027-09-01"))
    #expect(
      contract.document == DocumentPage("Contract", page: "14", of: day("2009-09-01")))
    #expect(trial.amounts == [216_000_00])
  }

  @Test func `what is provided and by whom is kept apart, and so is a document with a name`()
    throws
  {
    let cells = Self.contract.map { $0.0 == "Document" ? ($0.0, "Letter of Ann Archer") : $0 }
    let trial = try trial(cells, as: .contracts)
    let contract = try contract(trial)
    let texts = try #require(trial.readings.first).texts
    #expect(texts.map(\.text) == ["Speech therapy", "BrightTalk Ltd", "Letter of Ann Archer"])
    #expect(contract.purpose?.code == texts[0].reference)
    #expect(contract.provider?.code == texts[1].reference)
    #expect(contract.document.name.words == TextMark.prefix + texts[2].reference)
  }

  @Test func `a contract comes back from the chain as it was read`() throws {
    let contract = try contract(try trial(Self.contract, as: .contracts))
    #expect(Contract(contract.fact(from: .rule(name: "test", record: nil))) == contract)
  }

  @Test(arguments: [
    ("top-up", ["Sum": "4500", "Capacity": "", "Served": "SPB-004655/1 78"]),
    ("framework", ["Sum": "", "Capacity": ""]), ("spot", [:]), ("in-house", [:]),
    ("place", ["Served": "", "S251 line": "1.0.2"]),
  ])
  func `a contract of any kind is read, and what is not needed may be empty`(
    kind: String, changes: [String: String]
  ) throws {
    let needed = [
      "Contract", "Version from", "Kind", "Regime", "Fund", "S251 line", "Sum", "Capacity", "Unit",
      "Served", "Document", "Document day",
    ]
    let cells = Self.contract.filter { needed.contains($0.0) }.map { name, cell in
      (name, name == "Kind" ? kind : changes[name] ?? cell)
    }
    let contract = try contract(try trial(cells, as: .contracts))
    #expect(contract.kind.rawValue == kind)
    #expect(contract.price.step == nil && contract.volume.waiting == nil)
    #expect(contract.dates == ContractDates())
  }

  @Test func `every column of a request is read`() throws {
    let trial = try trial(Self.request, as: .requests)
    guard case .budgetRequested(let request) = try event(trial) else {
      preconditionFailure("a request was read")
    }
    #expect(request.reference.code == "D-2026-0402" && request.contract.code == "SALT-2026")
    #expect(request.line.code == "SPB-004655/1" && request.paidAs.code == "SPB-004655/4")
    #expect(request.window == .review && request.asks == .statement && request.isOnPremises)
    #expect(request.nextReview == day("2027-03-10"))
    #expect(request.units == Fraction(12) && request.replacement == Fraction(21, over: 2))
    #expect(request.overheads == 120_00 && request.starts == day("2027-01-01"))
    #expect(request.replaces?.code == "SPB-004217/3")
    #expect(try #require(trial.readings.first).texts.map(\.text) == ["Speech therapy"])
    #expect(trial.amounts == [0])
    #expect(trial.nothings.isEmpty)
    #expect(BudgetRequest(request.fact(from: .rule(name: "test", record: nil))) == request)
  }

  @Test(arguments: [
    ("quote", "£68.00", "£68.00"), ("quote", "68", "£68.00"), ("price-rise", "12.5%", "12.5%"),
    ("hours-lost", "40", "40"), ("eligible", "Yes", "yes"), ("school-consent", "NO", "no"),
  ])
  func `a finding is read in the form of its kind`(shows: String, finding: String, text: String)
    throws
  {
    let cells = [
      ("About", "D-2026-0402"), ("Shows", shows), ("Finding", finding), ("Document", "Letter"),
      ("Page", "2"), ("Date", "05/11/2009"), ("Basis", "assumed"),
    ]
    let trial = try trial(cells, as: .evidence)
    guard case .evidenceFound(let evidence) = try event(trial) else {
      preconditionFailure("evidence was read")
    }
    #expect(evidence.shows.rawValue == shows && evidence.finding.text == text)
    #expect(evidence.isAssumed && evidence.document.page == "2")
    // The document is older than the ledger.
    #expect(evidence.document.day == day("2009-11-05"))
    #expect(trial.days == ["2010-04-01"])
    #expect(Evidence(evidence.fact(from: .rule(name: "test", record: nil))) == evidence)
  }
}
