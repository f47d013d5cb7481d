/// A command that writes, with what has to have happened before it.
///
/// It knows what it says when it is given again.
public struct WritingCommand: Sendable {
  public let name: String
  /// The words as they are typed, with a blank between two and a tilde for a blank within one.
  public let words: String
  /// The code by which it says that it was done already; none where it ends as before.
  let again: String?
  /// Whether it adds a record each time that it is given.
  let isAddedAnew: Bool
  /// Whether each of its files is written whole by itself, and not all of them at once.
  let isFileByFile: Bool
  let base: Base
  let before: [Preparation]
  let person: String
  let day: String

  init(
    _ name: String, _ words: String, again: String? = nil, isAddedAnew: Bool = false,
    isFileByFile: Bool = false, on base: Base = .demo,
    after before: [Preparation] = [], by person: String = "a.khan",
    day: String = "2026-11-12"
  ) {
    self.name = name
    self.words = words
    self.again = again
    self.isAddedAnew = isAddedAnew
    self.isFileByFile = isFileByFile
    self.base = base
    self.before = before
    self.person = person
    self.day = day
  }

  /// The ledger that it is given to.
  enum Base: Hashable {
    case demo
    /// The example of decisions, with its steps up to the first that holds these words.
    case decisions(before: String)
    case nothing
  }

  /// Something that is done before the command, and is not tried itself.
  enum Preparation {
    case run(String, by: String = "a.khan", on: String = "2026-11-12")
    /// A file of imports, or one of the ledger's folder, to which something is added.
    case add(String, to: String)
    /// The ledger's file is put aside, and later put back as an old copy would be.
    case keepCopy
    case putBackCopy
  }
}

extension WritingCommand {
  /// Every command that is tried: to add one, add a row.
  public static let all =
    [
      WritingCommand(
        "init", "init {ledger} --from {settings}", again: "ledger-exists", isFileByFile: true,
        on: .nothing),
      WritingCommand("event record", invoice, again: "said-before"),
      WritingCommand(
        "event reverse", "event reverse {record} --reason Trial", again: "already-corrected",
        after: [.run(invoice)]),
      WritingCommand(
        "budget set",
        "budget set --fund high-needs --line 1.2.3 --amount 23000 --budget-version 2"
          + " --day 2026-11-03 --authority Schools~Forum,~minute~4", again: "version-not-newer"),
      WritingCommand(
        "block transfer",
        "block transfer --from schools --to high-needs --amount 100 --base 240000"
          + " --secretary-of-state Letter~of~4~November --day 2026-11-04", again: "said-before"),
      WritingCommand("period prepare", "period prepare 2026-09"),
      WritingCommand(
        "period close", "period close 2026-09", again: "period-closed",
        after: [.run("period prepare 2026-09")], by: "h.lowe"),
      WritingCommand(
        "period reopen", "period reopen 2026-09 --reason Trial", again: "proposed-by-you",
        after: closed),
      WritingCommand(
        "period reopen, agreed", "period reopen 2026-09 --reason Trial",
        again: "period-not-closed", after: closed + [.run("period reopen 2026-09 --reason Trial")],
        by: "h.lowe"),
      WritingCommand("year open", "year open 2027-28"),
      WritingCommand(
        "year close", "year close 2026-27", again: "year-closed", after: year, by: "h.lowe",
        day: "2027-04-30"),
      WritingCommand(
        "policy adopt", "policy adopt",
        after: [
          .add(
            "  - setting: review-days\n    from: 2026-12-01\n    value: 21\n    source: A minute\n",
            to: "{ledger}/policy.yaml")
        ]),
      WritingCommand("pool agree", "pool agree {example}/agreements/pool-2026.yaml"),
      WritingCommand(
        "pool agree, varied", "pool agree {example}/agreements/pool-2026-varied.yaml",
        after: [.run("pool agree {example}/agreements/pool-2026.yaml")]),
      WritingCommand(
        "audit accept", "audit accept --reason Trial", again: "proposed-by-you", after: back),
      WritingCommand(
        "audit accept, agreed", "audit accept --reason Trial",
        after: back + [.run("audit accept --reason Trial")], by: "h.lowe"),
    ] + decisions + imports + outputs

  private static let invoice =
    "event record invoice-received --day 2026-11-10 --amount 180.00 --child SPB-004655"
    + " --plan-line 2 --document Invoice~1011"

  private static let closed = [
    Preparation.run("period prepare 2026-09"), .run("period close 2026-09", by: "h.lowe"),
  ]

  private static let back: [Preparation] = [.keepCopy, .run(invoice), .putBackCopy]

  /// Every month of the year prepared, and all but the last closed.
  private static let year: [Preparation] = {
    let months = (4...12).map { "2026-" + ($0 < 10 ? "0" : "") + "\($0)" }
    return (months + ["2027-01", "2027-02", "2027-03"]).flatMap { month -> [Preparation] in
      let prepare = Preparation.run("period prepare \(month) --carry Late", on: "2027-04-30")
      let close = Preparation.run("period close \(month)", by: "h.lowe", on: "2027-04-30")
      return month == "2027-03" ? [prepare] : [prepare, close]
    }
  }()

  private static let decisions = [
    WritingCommand(
      "decision request",
      "decision request D-2026-0499 --contract OT-2026 --child SPB-004703 --plan-line 1"
        + " --for occupational~therapy --asked 2026-11-16 --window review --units 24",
      again: "request-taken",
      on: .decisions(before: "run decision assess D-2026-0402"), day: "2026-11-20"),
    WritingCommand(
      "decision record", "decision record D-2026-0402 {example}/decisions/D-2026-0402.yaml",
      isAddedAnew: true,
      on: .decisions(before: "run decision record D-2026-0402"), by: "j.osei", day: "2026-11-20"),
    WritingCommand(
      "decision approve", "decision approve D-2026-0402", again: "decision-approved-already",
      on: .decisions(before: "run decision approve D-2026-0402"), by: "h.lowe", day: "2026-11-23"),
    WritingCommand(
      "decision approve, refused", "decision approve D-2026-0403",
      again: "decision-approved-already",
      on: .decisions(before: "run decision approve D-2026-0403"), by: "h.lowe", day: "2026-11-23"),
  ]

  private static let advances = "Child,Line,Due,Paid,Covers,Amount,Payment reference\n"

  private static func advances(paid day: String) -> String {
    advances + "SPB-004655,1,01/11/2026,\(day),November 2026,100.00,DP-A\n"
      + "SPB-004655,3,01/11/2026,\(day),November 2026,100.00,DP-B\n"
  }

  private static let asStatement = "--as bank --mapping spb-004655 --child SPB-004655"

  /// A statement of a family with one row: a payee, and what was paid.
  private static func rows(_ row: String) -> String {
    "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,"
      + "Debit Amount,Credit Amount,Balance\n05/11/2026,DEB,'30-00-00,12345678,\(row),,\n"
  }

  private static func statement(_ row: String) -> [Preparation] {
    [
      .add(rows(row), to: "{files}/bank.csv"),
      .run("import preview {files}/bank.csv \(asStatement)"),
    ]
  }

  private static let twins: [Preparation] = [
    .add(advances(paid: "02/11/2026"), to: "{files}/a.csv"),
    .add(advances(paid: "03/11/2026"), to: "{files}/b.csv"),
    .run("import preview {files}/a.csv --as direct-payments"), .run("import commit {batch}"),
    .run("import preview {files}/b.csv --as direct-payments"),
  ]

  private static let imports = [
    WritingCommand(
      "import settle",
      "import settle {batch} --row 2 --line SPB-004655/1 --name-payee", again: "row-not-waiting",
      after: statement("NEW SHOP,5.00") + [.run("import commit {batch}")]),
    WritingCommand(
      "import commit, correction", "import commit {batch}",
      after: statement("BRIGHTSTEPS,15.00") + [
        .run("import commit {batch}"), .add(rows("BRIGHTSTEPS,14.00"), to: "{files}/mended.csv"),
        .run("import preview {files}/mended.csv \(asStatement) --corrects {batch}"),
      ]),
    WritingCommand(
      "import discard", "import discard {batch}", again: "import-given-up",
      after: statement("NEW SHOP,5.00")),
    WritingCommand(
      "import overrule", "import overrule {batch} --row 4 --reason Trial", isAddedAnew: true,
      after: [
        .run("import preview {example}/morning/therapies.csv --as payments --mapping anyshire")
      ]),
    WritingCommand(
      "mapping suggest",
      "mapping suggest {example}/morning/top-ups.csv --as payments --name ours",
      again: "output-exists"),
    WritingCommand("import twins", "import twins {batch} --row 2 real --reason Both", after: twins),
    WritingCommand(
      "import commit, families", "import commit {batch}",
      on: .decisions(before: "families"),
      after: [
        .run("import preview {example}/decisions/families.csv --as families")
      ]),
    WritingCommand(
      "import commit, evidence", "import commit {batch}",
      on: .decisions(before: "evidence"),
      after: [
        .run("import preview {example}/decisions/evidence.csv --as evidence", on: "2026-11-16")
      ], day: "2026-11-16"),
    WritingCommand(
      "import commit, events", "import commit {batch}",
      after: [.run("import preview {example}/06-later/november-events.csv --as events")]),
    WritingCommand(
      "import undo, bank", "import undo {batch} --reason Trial", again: "import-undone"),
  ]

  private static let outputs = [
    WritingCommand(
      "statement build", "statement build --period 2026-10 --output-folder {out}",
      isFileByFile: true),
    WritingCommand(
      "export", "export --format hledger --output {out}/journal", again: "output-exists"),
    WritingCommand(
      "check", "check --format csv --output {out}/check.csv", again: "output-exists"),
    WritingCommand(
      "scenario pack",
      "scenario pack {example}/scenarios/pool-2027.yaml --runs 100 --output-folder {out}/pack",
      again: "output-exists"),
    WritingCommand(
      "decision letter", "decision letter D-2026-0402 --output {out}/letter.txt --force",
      on: .decisions(before: "run decision list"), by: "h.lowe", day: "2026-11-23"),
  ]
}
