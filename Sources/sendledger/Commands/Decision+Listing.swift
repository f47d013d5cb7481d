import ArgumentParser
import Bookkeeping
import Desks
import Disaggregation
import Funding
import Reporting
import Storage

struct DecisionList: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List requests, and what became of each.",
    discussion: Help.discussion(
      examples: ["sendledger decision list", "sendledger decision list --contract OT-2026"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "Requests for one contract only.")
  var contract: ContractReference?

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let desk = DecisionDesk(ledger)
    var rows: [Table.Row] = []
    for found in try await ledger.store.facts(.fact(.budgetRequest)) {
      guard let request = BudgetRequest(found.fact),
        contract.map({ $0 == request.contract }) ?? true
      else { continue }
      let decision = try await desk.decision(request.reference)?.decision
      let approved = try await desk.approval(request.reference)
      rows.append(
        Table.Row([
          .text(request.reference.code), .text(request.contract.code), .text(request.line.code),
          .day(request.asked), .text(decision?.outcome.description ?? "not decided"),
          approved?.fact.day.map { .day($0) } ?? .blank,
        ]))
    }
    try await report.write(
      Report(
        schema: "sendledger/decisions@1", title: "Requests and decisions",
        blocks: [
          .facts(try await ledger.header()),
          .table(
            Table(
              "decisions", caption: "In the order in which they were recorded",
              columns: [
                Table.Column("decision", "Decision", .text),
                Table.Column("contract", "Contract", .text),
                Table.Column("line", "Plan line", .text), Table.Column("asked", "Asked", .day),
                Table.Column("outcome", "Outcome", .text),
                Table.Column("approved", "Approved", .day),
              ], rows: rows)),
        ]))
    return .done
  }
}

struct DecisionShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a request, its evidence, and what was decided.",
    discussion: Help.discussion(examples: ["sendledger decision show D-2026-0402"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The request’s reference.")
  var reference: DecisionReference

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let desk = DecisionDesk(ledger)
    let request = try await desk.request(reference)
    let rows = try await desk.evidence(on: request).compactMap { found -> Table.Row? in
      guard let evidence = Evidence(found.fact) else { return nil }
      return Table.Row([
        .text(evidence.shows.rawValue), .text(evidence.finding.text),
        .text(evidence.isAssumed ? "assumed" : "found"), .text(evidence.document.name),
        .text(evidence.document.page), .day(evidence.document.day), .number(found.number),
      ])
    }
    try await report.write(
      try await ledger.named(
        Report(
          schema: "sendledger/decision@1", title: "\(reference)",
          blocks: [
            .facts(
              facts(request) + (try await decided(desk)) + (try await ledger.header())),
            .table(reasons(try await desk.decision(reference)?.decision)),
            .table(
              Table(
                "evidence", caption: "What was found out",
                columns: [
                  Table.Column("shows", "Shows", .text), Table.Column("finding", "Finding", .text),
                  Table.Column("basis", "Basis", .text),
                  Table.Column("document", "Document", .text),
                  Table.Column("page", "Page", .text), Table.Column("day", "Day", .day),
                  Table.Column("record", "Record", .number, minor: true),
                ], rows: rows)),
          ])))
    return .done
  }

  private func reasons(_ decision: Decision?) -> Table {
    Table(
      "reasons", caption: "What was found on each question",
      columns: [
        Table.Column("question", "Question", .text), Table.Column("reason", "Reason", .text),
      ],
      rows: (decision?.reasons ?? []).map {
        Table.Row([.text($0.test.question), .text($0.words)])
      })
  }

  private func facts(_ request: BudgetRequest) -> [Report.Fact] {
    [
      Report.Fact("For", .text(TextMark.mark(request.purpose))),
      Report.Fact("Plan line", .text(request.line.code)),
      Report.Fact("Contract", .text(request.contract.code)),
      Report.Fact("Asked", .day(request.asked)),
      Report.Fact("Window", .text(request.window.rawValue)),
      Report.Fact("Asks for", .text(request.asks.rawValue)),
      Report.Fact("Units", .text(request.units.description)),
    ]
  }

  private func decided(_ desk: DecisionDesk) async throws -> [Report.Fact] {
    guard let (record, decision) = try await desk.decision(reference) else {
      return [Report.Fact("Decided", .text("not yet"))]
    }
    var facts = [
      Report.Fact("Decided", .text("\(decision.outcome), record \(record)")),
      Report.Fact("Decided by", .text(decision.by.name)),
      Report.Fact("The program found", .text(decision.finding.description)),
    ]
    if let difference = decision.difference {
      facts.append(Report.Fact("Why otherwise", .text(difference)))
    }
    if let approval = try await desk.approval(reference), let day = approval.fact.day {
      facts.append(Report.Fact("Approved", .text("\(day), record \(approval.number)")))
    }
    return facts
  }
}

struct DecisionDemand: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand",
    abstract:
      "What was asked of each contract and could not be met: to be read when it is let anew.",
    discussion: Help.discussion(examples: ["sendledger decision demand --contract OT-2026"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Option(name: .long, help: "One contract only.")
  var contract: ContractReference?

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let rows = try await ledger.store.facts(.fact(.demand)).compactMap { found -> Table.Row? in
      guard contract.map({ $0.code == found.fact.subject }) ?? true else { return nil }
      let floor = found.fact.source["floor"].flatMap { try? Money(parsing: $0) }
      return Table.Row([
        .text(found.fact.subject), found.fact.day.map { .day($0) } ?? .blank,
        .text(found.fact.source["decision"] ?? ""), .text(found.fact.source["outcome"] ?? ""),
        .text("\(found.fact.source["units"] ?? "") \(found.fact.source["unit"] ?? "")s"),
        floor.map { .money($0) } ?? .unknown,
      ])
    }
    try await report.write(
      Report(
        schema: "sendledger/demand@1", title: "Demand that could not be met",
        blocks: [
          .facts(try await ledger.header()),
          .table(
            Table(
              "demand", caption: "For whoever lets the contract next",
              columns: [
                Table.Column("contract", "Contract", .text), Table.Column("day", "Day", .day),
                Table.Column("decision", "Decision", .text),
                Table.Column("outcome", "Outcome", .text),
                Table.Column("units", "Units a year", .text),
                Table.Column("floor", "Would have been paid", .money),
              ], rows: rows)),
        ]))
    return .done
  }
}
