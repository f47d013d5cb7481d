public import Bookkeeping
import Funding

extension EventRefusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .entry(let refusal): refusal.diagnostic(at: place)
    case .transfer(let refusal): refusal.diagnostic(at: place)
    case .schedule(.termDatesMissing(let year)):
      Diagnostic(
        .error, "term-dates-missing", at: place,
        problem: "the line counts school weeks, and no term dates are adopted for \(year)",
        next: "write term-dates in policy.yaml, then: sendledger policy adopt")
    case .yearEnd(.deficitNotSettled(let year, let deficit)):
      Diagnostic(
        .error, "deficit-not-settled", at: place,
        problem: "the schools budget closes \(year) \(deficit) in deficit",
        why: "no rule says where such a deficit goes after 31 March 2028",
        next: "find the regulation for the year, and have it added to the program with its date")
    case .amountNotPositive(let amount):
      Diagnostic(
        .error, "amount-not-positive", at: place,
        problem: "the amount is \(amount)",
        why: "the event says which way money moved, so its amount is always positive",
        next: "give a positive amount, or record the event that runs the other way")
    case .publicationDayTaken(let year, let day):
      Diagnostic(
        .error, "publication-day-taken", at: place,
        problem: "other figures for \(year) were published on \(day)",
        why: "the day of publication decides which figures supersede which",
        next: "give the day on which these figures were published: --published DAY")
    case .versionNotNewer(let given, let latest):
      Diagnostic(
        .error, "version-not-newer", at: place,
        problem: "this is version \(given), and version \(latest) is in force",
        next: "give the new budget a version above \(latest)")
    case .lineNotKnown(let line):
      Diagnostic(
        .error, "line-not-known", at: place,
        problem: "there is no plan line \(line)",
        next: "import it first: sendledger import preview FILE --as packages")
    case .heldOtherwise(let line, let held):
      Diagnostic(
        .error, "line-held-otherwise", at: place,
        problem: "plan line \(line) is held as \(held.rawValue)",
        why: "only a direct payment or a third party has money advanced and evidenced",
        next: "name another line, or import a new version of this one")
    case .nothingToRelease(let amount, let committed):
      Diagnostic(
        .error, "release-beyond-commitment", at: place,
        problem: "\(amount) would be released, and \(committed) is committed",
        next: "release at most what is committed")
    case .invoiceNotKnown(let amount, let owed):
      Diagnostic(
        .error, "invoice-not-known", at: place,
        problem: "\(amount) would be paid on invoices, and \(owed) is owed on them",
        next: "record the invoice first, or record a payment made without one")
    case .returnedMoreThanOut(let amount, let out):
      Diagnostic(
        .error, "return-beyond-advance", at: place,
        problem: "\(amount) would be paid back, and \(out) is out",
        next: "record at most what is out with the family")
    case .creditNotDue(let amount, let due):
      Diagnostic(
        .error, "credit-not-due", at: place,
        problem: "\(amount) would be received, and \(due) is due from the school",
        next: "record the end of the placement first, or correct the amount")
    case .poolNotAgreed(let part):
      Diagnostic(
        .error, "pool-not-agreed", at: place,
        problem: "nobody has agreed to put anything into \(part.name)",
        why: "what a pool spends is shared by what each partner agreed to give",
        next: "record the agreement first: event pool-agreed")
    case .decision(let refusal): refusal.diagnostic(at: place)
    case .hasItsOwnWay(let kind):
      Diagnostic(
        .error, "not-a-note", at: place, problem: "“\(kind.rawValue)” cannot be noted as it is",
        why: "what it says has to be checked first, or a second person has to agree",
        next: "record the event or the decision that it is part of")
    case .notInSuspense(let number):
      Diagnostic(
        .error, "not-in-suspense", at: place,
        problem: "record \(number) is not a payment in suspense",
        next: "see what is there: sendledger event suspense")
    case .alreadyCorrected(let number, let other):
      Diagnostic(
        .error, "already-corrected", at: place,
        problem: "record \(number) was corrected by record \(other)",
        next: "look at both: sendledger audit log --record \(other)")
    case .notAnEntry(let number):
      Diagnostic(
        .error, "not-an-entry", at: place,
        problem: "record \(number) moves no money",
        next: "name the number of an entry: sendledger audit log")
    case .importNotKnown(let batch):
      Diagnostic(
        .error, "import-not-known", at: place,
        problem: "there is no import \(batch) in the ledger",
        next: "see what there is: sendledger import list")
    case .importAlreadyUndone(let batch):
      Diagnostic(
        .error, "import-undone", at: place,
        problem: "import \(batch) was taken back already",
        next: "import the file again if its rows should stand")
    case .versionStands(let number):
      Diagnostic(
        .error, "version-stands", at: place,
        problem: "record \(number) is a version of a grant or a budget",
        why: "a version is put right by the next one, so that both can be shown",
        next: "import the next version, or: sendledger budget set")
    case .yearIsClosed(let number):
      Diagnostic(
        .error, "closing-stands", at: place, problem: "record \(number) closed a year",
        why: "the closing entries of a year stand together, and the next year begins with them",
        next: "post what was wrong in the first open month; the entry keeps its own day")
    case .laterRests(let number, let later):
      Diagnostic(
        .error, "later-record-rests-on-it", at: place,
        problem: "record \(later) rests on record \(number), which would be taken back",
        why: "what is left would be only the difference between the two",
        next:
          "take record \(later) or its import back first: sendledger audit log --record \(later)"
      )
    }
  }
}
