import ArgumentParser
import Bookkeeping
import Desks
import Funding
import Rendering
import Reporting
import Storage
import Workbooks

struct ScenarioPackCommand: LedgerCommand {
  static let configuration = CommandConfiguration(
    "pack", "Write the pack of a scenario as files: all of them, or none.",
    "It writes pack.html, pack.txt, pack.csv and pack.json, pack.xlsx with live formulas, and "
      + "plain.html and plain.txt; for one partner its own extract as html and txt.",
    examples: [
      "sendledger scenario pack imports/example/scenarios/pool-2027.yaml --output-folder out/pool",
      "sendledger scenario pack pool.yaml --output-folder out/icb --partner ICB",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var running: RunOptions

  @Option(name: .long, help: "The folder that the files are written to.")
  var outputFolder: String

  @Option(name: .long, help: "One partner’s extract only, without the others’ notes.")
  var partner: String?

  @Flag(name: .long, help: "Replace the files if they are there.")
  var force = false

  func act() async throws -> Exit {
    let (ledger, today) = (try common.open(), try Surroundings.current.today())
    let pack = try await scenario.reading(common) { try await $0.pack(running.given) }
    let folder = Surroundings.current.path(outputFolder)
    let subject = [pack.plan.pool.code, partner.flatMap { PartnerReference($0)?.code }]
    let paper = Paper(
      .pack, of: subject.compactMap(\.self).joined(separator: " "), record: pack.origin.record,
      pack.origin.head, made: today)
    let files = try partner.map { try extract(pack, $0) } ?? ScenarioPackCommand.files(pack)
    let workbook = partner == nil ? ("pack.xlsx", try Workbook(pack).write) : nil
    try await OutputFile.write(files, and: workbook, in: folder, replacing: force) {
      await ledger.remember([paper])
    }
    let count = files.count + (workbook == nil ? 0 : 1)
    Console.current.print("Wrote \(count) files to \(outputFolder)")
    return .done
  }

  private static func files(_ pack: ScenarioPack) -> [(name: String, text: String)] {
    let finance = Reader.finance(.thousands)
    let plain = PlainSummary(pack).report
    return [
      ("pack.html", HTMLRenderer(for: finance).render(pack.report)),
      ("pack.txt", TextRenderer(for: finance).render(pack.report)),
      ("pack.csv", CSVRenderer().render(pack.longForm)),
      ("pack.json", JSONRenderer().render(pack.report)),
      ("plain.html", HTMLRenderer(for: .family).render(plain)),
      ("plain.txt", TextRenderer(for: .family).render(plain)),
    ]
  }

  private func extract(
    _ pack: ScenarioPack, _ code: String
  ) throws -> [(name: String, text: String)] {
    guard let reference = PartnerReference(code),
      let extract = PartnerExtract(pack, for: reference)
    else {
      let known = pack.plan.partners.map(\.reference.code).joined(separator: ", ")
      throw Failure(
        .notFound,
        Diagnostic.error(
          "partner-not-in-pack",
          "\(PlainWords.quoted(code)) is not a partner of the scenario",
          next: "name one of: \(known)"))
    }
    let finance = Reader.finance(.thousands)
    return [
      ("\(reference).html", HTMLRenderer(for: finance).render(extract.report)),
      ("\(reference).txt", TextRenderer(for: finance).render(extract.report)),
    ]
  }
}
