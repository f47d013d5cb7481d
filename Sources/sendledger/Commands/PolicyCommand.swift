import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Reporting
import Storage

struct PolicyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "policy", abstract: "The authority's settings, as they were adopted.",
    subcommands: [PolicyShow.self, PolicyAdopt.self])
}

struct PolicyShow: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show every setting that has been adopted, and from when it holds.",
    discussion: Help.discussion(examples: ["sendledger policy show"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions

  func act() async throws -> Exit {
    try await report.write(
      try await common.reading { PolicyListing($0.books.policy).report($0.header) })
    return .done
  }
}

struct PolicyAdopt: LedgerCommand {
  static let configuration = CommandConfiguration(
    commandName: "adopt", abstract: "Adopt what is new in policy.yaml and ledger.yaml.",
    discussion: Help.discussion(
      "What has been adopted stays in the chain; a new value holds from its own day on.",
      examples: ["sendledger policy adopt"]))

  @OptionGroup var common: CommonOptions
  @OptionGroup var writing: WritingOptions

  func act() async throws -> Exit {
    let ledger = try await common.open()
    let file = try PolicyFile(try ledger.settings.text(of: SettingsFolder.policy))
    let charter = try Charter(
      try ledger.settings.text(of: SettingsFolder.charter), file: SettingsFolder.charter)
    let standing = try await ledger.reading { $0.books.policy.adopted }
    let fresh = file.settings.filter { !standing.contains($0) }
    for setting in fresh {
      let name = setting.setting.rawValue
      try await ledger.requireNameless(setting.text, as: "the value of \(name)")
      try await ledger.requireNameless(setting.source, as: "the source of \(name)")
    }
    guard charter.firstYear == ledger.charter.firstYear, charter.code == ledger.charter.code else {
      throw Failure(.refused, anotherLedger())
    }
    let isRenamed = charter != ledger.charter
    guard !fresh.isEmpty || isRenamed else {
      Console.current.print("Nothing is new in policy.yaml or ledger.yaml.")
      return .done
    }
    let officer = try Surroundings.current.officer()
    try await ledger.write(by: officer, isDry: writing.dryRun) { bookkeeper in
      if isRenamed { try await bookkeeper.note(charter.fact(by: officer.name)) }
      for setting in fresh {
        try await bookkeeper.note(
          setting.fact(from: .command(person: officer.name, document: "policy.yaml")))
      }
    }
    let names =
      fresh.map { "\($0.setting.rawValue) from \($0.from)" }
      + (isRenamed ? ["funds and partners"] : [])
    Console.current.print(
      "\(writing.dryRun ? "Would adopt" : "Adopted"): \(names.joined(separator: ", ")).")
    return .done
  }

  private func anotherLedger() -> Diagnostic {
    Diagnostic(
      .error, "ledger-of-another",
      problem: "ledger.yaml is of another authority or another first year",
      why: "a ledger is opened once, for one authority and from one year",
      next: "put ledger.yaml back, or make a new ledger")
  }
}
