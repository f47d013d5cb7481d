import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct Child: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "child", abstract: "Children and their plan lines, by reference.",
    subcommands: [ChildList.self, ChildShow.self])
}

struct ChildList: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the children who have a plan line.",
    discussion: Help.discussion(examples: [
      "sendledger child list", "sendledger child list --show-names",
    ]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Flag(name: .long, help: "Show names in full. On a screen they are masked otherwise.")
  var showNames = false

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let lines = try await ledger.store.facts(.fact(.planLine)).compactMap { PlanLine($0.fact) }
    let children = Set(lines.map(\.reference.child)).sorted()
    var rows: [Table.Row] = []
    for child in children {
      let family = try await ledger.register.family(child)
      let name = family.map { showNames ? "\($0.givenName) \($0.familyName)" : $0.maskedName }
      let own = Set(lines.filter { $0.reference.child == child }.map(\.reference))
      rows.append(
        Table.Row([
          .text(child.code), name.map { .text($0) } ?? .unknown, .number(own.count),
        ]))
    }
    try await report.write(
      Report(
        schema: "sendledger/children@1", title: "Children",
        blocks: [
          .table(
            Table(
              "children", caption: "By reference",
              columns: [
                Table.Column("child", "Child", .text), Table.Column("name", "Name", .text),
                Table.Column("lines", "Lines", .number),
              ], rows: rows))
        ]))
    return .done
  }
}

extension Family {
  /// The name as a screen shows it to whoever passes by: `S••• T•••`.
  var maskedName: String {
    [givenName, familyName].map { $0.prefix(1) + "•••" }.joined(separator: " ")
  }
}

struct ChildShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a child's plan lines, and what stands for each.",
    discussion: Help.discussion(examples: ["sendledger child show SPB-004655"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  @Argument(help: "The child's reference.")
  var child: ChildReference

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let facts = try await ledger.store.facts(.child(child)).compactMap { PlanLine($0.fact) }
    let references = Set(facts.map(\.reference)).sorted()
    guard !references.isEmpty else { throw Failure(.notFound, notKnown()) }
    let today = try Surroundings.current.today()
    var rows: [Table.Row] = []
    for reference in references {
      let standing = try await ledger.store.standing(of: reference)
      guard let line = standing.line(on: today) else { continue }
      let purpose = try await ledger.register.text(line.purpose.code)
      rows.append(
        Table.Row([
          .number(reference.number), purpose.map { .text($0) } ?? .unknown,
          .text(ledger.charter.chart.name(of: line.fund)), .text(line.use.line?.rawValue ?? ""),
          .text(line.held.rawValue),
          .money(standing.committed(through: FinancialYear(of: today))),
          .money(standing.balance(.advanced)), .money(standing.balance(.spent)),
        ]))
    }
    try await report.write(
      Report(
        schema: "sendledger/child@1", title: child.code,
        blocks: [
          .facts(try await ledger.header()),
          .table(
            Table(
              "lines", caption: "Plan lines, and what stands for each",
              columns: [
                Table.Column("line", "Line", .number), Table.Column("for", "For", .text),
                Table.Column("fund", "Fund", .text),
                Table.Column("section-251", "S251", .text), Table.Column("held", "Held", .text),
                Table.Column("committed", "Committed", .money),
                Table.Column("advanced", "Advanced", .money),
                Table.Column("spent", "Spent", .money),
              ], rows: rows)),
        ]))
    return .done
  }

  private func notKnown() -> Diagnostic {
    Diagnostic(
      .error, "child-not-known", problem: "there is no plan line of \(child)",
      next: "see who there is: sendledger child list")
  }
}
