import Bookkeeping

extension Step {
  /// The step as a command to type.
  var command: String { "sendledger " + words }

  private var words: String {
    switch self {
    case .makeLedger: "init DIR"
    case .verify: "audit verify"
    case .acceptLedger: "audit accept --reason TEXT"
    case .adoptSettings: "policy adopt"
    case .adoptAgreement: "pool agree FILE"
    case .adoptKey: "audit key adopt OFFICER --key HEX"
    case .withdrawKey: "audit key withdraw OFFICER"
    case .setBudget: "budget set"
    case .listRecords: "audit log"
    case .listDecisions: "decision list"
    case .listImports: "import list"
    case .listChildren: "child list"
    case .listSuspense: "event suspense"
    case .listWaiting: "import waiting"
    case .settleRow(let batch, let row):
      "import settle \(batch) --row \(row) --line LINE, --match RECORD or --set-aside"
    case .showRecord(let number): "audit log --record \(number)"
    case .showChild(let child): "child show \(child)"
    case .showTwins(let batch): "import twins \(batch)"
    case .preview(let kind): "import preview FILE --as \(kind)"
    case .commitImport(let batch): "import commit \(batch)"
    case .overrule(let batch, let row): "import overrule \(batch) --row \(row) --reason TEXT"
    case .discard(let batch): "import discard \(batch)"
    case .decideTwins(let batch): "import twins \(batch) --row N real|twin --reason TEXT, or --all"
    case .undoImport(let batch): "import undo \(batch)"
    case .prepare(let month): "period prepare \(month)"
    case .reopen(let month): "period reopen \(month) --reason TEXT"
    case .closeYear(let year): "year close \(year)"
    case .assess(let decision): "decision assess \(decision)"
    case .recordDecision(let decision): "decision record \(decision) FILE"
    case .forget(let child): "register forget \(child) --reason TEXT"
    case .readmit(let child): "register readmit \(child) --reason TEXT"
    case .writeLetter(let decision): "decision letter \(decision) --output FILE"
    }
  }
}
