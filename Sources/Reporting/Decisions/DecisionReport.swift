import Bookkeeping
import Disaggregation
import Funding

/// The report that a panel decides from, and the record of what it decided.
///
/// It lays out what was asked, the sums, the law's tests and the choices. What follows from them is a
/// finding; the decision is a named person's.
public struct DecisionReport: Sendable {
  let papers: DecisionPapers
  let figures: DecisionFigures
  /// The numbers of families that the table of effects shows; none for those that tell something.
  let numbers: [Int]?

  public init(_ papers: DecisionPapers, families numbers: [Int]? = nil) {
    self.papers = papers
    figures = DecisionFigures(papers.assessment)
    self.numbers = numbers
  }

  var assessment: Assessment { papers.assessment }
  var given: Case { assessment.given }
  var contract: Contract { given.contract }
  var request: BudgetRequest { given.request }
  var unit: Rate.Unit { contract.volume.unit }

  public var report: Report {
    Report(
      schema: "sendledger/decision-report@1",
      title: "Report on \(request.reference): \(papers.names.purpose)",
      blocks: [head] + inShort + requestPart + contractPart + costsPart + effectPart + testsPart
        + optionsPart + viewsPart + othersPart + entriesPart + decisionPart + gatesPart
        + evidencePart + rulesPart + settingsPart)
  }

  private var head: Report.Block {
    .facts(
      [Report.Fact("Ref", .text(request.reference.code))] + papers.header + [
        Report.Fact("Assessed", .day(given.day))
      ])
  }

  // MARK: In short

  private var inShort: [Report.Block] {
    let names = DecisionFigures.Name.allCases.filter { figures.amount($0) != nil }
    let rows = names.map { name in Table.Row([.text(name.title), figures.cell(name)]) }
    return [
      .heading("In short"), .paragraph(findingInWords),
      .facts([
        Report.Fact("Finding", .text(assessment.outcome.text)),
        Report.Fact("Budget", .text(assessment.budget.text)),
        Report.Fact("Cash", .text(assessment.cash.text)),
        Report.Fact("Decision", .text(papers.decision?.outcome.text ?? "none yet")),
      ]),
      .table(
        Table(
          "sums", caption: "The sums of a full year",
          columns: [Table.Column("what", "What", .text), Table.Column("amount", "Amount", .money)],
          rows: rows)),
    ]
  }

  private var findingInWords: String {
    "What follows from the sums and the law is a finding: \(assessment.outcome.description)."
      + " It decides nothing: a named person does, and may decide otherwise and say why."
  }

  // MARK: 1 and 2

  private var requestPart: [Report.Block] {
    func fact(_ name: String, _ text: String) -> Report.Fact { Report.Fact(name, .text(text)) }
    var facts = [
      fact("Child", request.line.child.code), fact("Plan line", request.line.code),
      Report.Fact("Asked on", .day(request.asked)), fact("Asked at", request.window.rawValue),
      Report.Fact("Days since then", .number(request.asked.distance(to: given.day))),
      fact("Asks for", request.asks == .cash ? "a sum paid" : "a sum stated"),
      fact("Units a year", "\(request.units.inWords(unit))"),
      Report.Fact("Starts", .day(request.starts)), fact("Provision", papers.names.purpose),
      fact("In a school or college", request.isOnPremises ? "yes" : "no"),
    ]
    if let replacement = request.replacement {
      facts.append(fact("Units bought instead", replacement.inWords))
    }
    if let replaces = request.replaces { facts.append(fact("Freed place serves", replaces.code)) }
    if let next = request.nextReview { facts.append(Report.Fact("Next review", .day(next))) }
    return [.heading("1. Request"), .facts(facts)]
  }

  private var contractPart: [Report.Block] {
    [.heading("2. Contract"), .facts(contractFacts + volumeFacts + dateFacts)]
  }

  private var contractFacts: [Report.Fact] {
    func fact(_ name: String, _ text: String) -> Report.Fact { Report.Fact(name, .text(text)) }
    let price = contract.price
    var facts = [
      fact("Contract", "\(contract.reference), \(papers.names.contract)"),
      fact("Provider", papers.names.provider),
      Report.Fact("Version from", .day(contract.from)), fact("Kind", contract.kind.rawValue),
      fact("Regime", contract.regime.name),
      fact(
        "Fund and line",
        [contract.fund.name, contract.line?.rawValue].compactMap(\.self)
          .joined(separator: ", ")),
      Report.Fact("Sum a year", price.sum.map { .money($0) } ?? .unknown),
      fact("Source", contract.document.text),
    ]
    if let variable = price.variable {
      facts.append(Report.Fact("Given back a unit", .money(variable)))
    }
    switch price.band {
    case .percent(let percent):
      facts.append(fact("Price holds within", "\(percent)% of the volume"))
    case .units(let units): facts.append(fact("Price holds within", units.inWords(unit)))
    case nil: break
    }
    if let step = price.step {
      let count = step.count.map { "\($0) steps" } ?? "steps"
      facts.append(fact("Steps", "\(count) of \(step.units.inWords(unit)), \(step.saving) each"))
    }
    return facts
  }

  private var volumeFacts: [Report.Fact] {
    func fact(_ name: String, _ text: String) -> Report.Fact { Report.Fact(name, .text(text)) }
    let volume = contract.volume
    let position = given.position
    var facts = [
      volume.capacity.map { fact("Volume a year", $0.inWords(unit)) }
        ?? Report.Fact("Volume a year", .unknown),
      Report.Fact("Children served", position.children.map { .number($0) } ?? .unknown),
      fact("Already granted", position.granted.inWords(unit)),
    ]
    if volume.exits > .zero { facts.append(fact("Given up before", volume.exits.inWords(unit))) }
    if let minimum = volume.minimum { facts.append(fact("Minimum", minimum.inWords(unit))) }
    if let waiting = volume.waiting {
      facts.append(fact("Waiting", "\(waiting.units.inWords(unit)), bought at \(waiting.price)"))
    }
    return facts
  }

  private var dateFacts: [Report.Fact] {
    let dates = contract.dates
    var facts = [Report.Fact("Notice in months", .number(dates.notice))]
    func keep(_ name: String, _ day: Day?) {
      if let day { facts.append(Report.Fact(name, .day(day))) }
    }
    keep("First day", dates.begins)
    keep("Last day", dates.ends)
    if !dates.breaks.isEmpty {
      facts.append(
        Report.Fact("Breaks", .text(dates.breaks.map(\.description).joined(separator: ", "))))
    }
    keep("Renewal", dates.renewal)
    return facts
  }
}
