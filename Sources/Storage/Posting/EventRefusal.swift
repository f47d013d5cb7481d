public import Bookkeeping
public import Funding

/// Why an event was not posted.
public enum EventRefusal: Error, Hashable, Sendable {
  case entry(FundingEntry.Refusal)
  case transfer(BlockTransferred.Refusal)
  case pool(PoolContributor.Refusal)
  case schedule(PlanLine.ScheduleFailure)
  case yearEnd(YearClosed.Refusal)
  case opening(OpeningRefusal)
  case resting(RestingRefusal)
  case amountNotPositive(Money)
  /// It would count before the ledger's first year.
  case dayBeforeLedger(Day, opens: Day)
  /// It would count after the year that follows the year of recording.
  case dayFarOff(Day, ends: Day)
  /// Another set of figures was published for that year on that day.
  case publicationDayTaken(FinancialYear, Day)
  case versionNotNewer(given: Int, latest: Int)
  case lineNotKnown(PlanLineReference)
  /// The line is held another way than the event would have it.
  case heldOtherwise(PlanLineReference, HowHeld)
  case nothingToRelease(Money, committed: Money)
  case invoiceNotKnown(Money, owed: Money)
  case returnedMoreThanOut(Money, out: Money)
  case creditNotDue(Money, due: Money)
  case poolNotAgreed(Fund)
  /// More than is agreed: over a limit it is refused, and without one it was recorded.
  case beyondAgreed(Money, agreed: Money, of: String, limit: Money?)
  /// The line ends on that day already, and nothing would change.
  case endedAlready(PlanLineReference, Day)
  case decision(DecisionRefusal)
  case notInSuspense(Int)
  case alreadyCorrected(Int, by: Int)
  case notAnEntry(Int)
  /// A fact of that kind comes about by an event, or by the word of a second person.
  case hasItsOwnWay(FactKind)
  case importNotKnown(ImportReference)
  case importAlreadyUndone(ImportReference)
  /// What is set aside for a contract follows from its versions and from what was granted of it.
  case contractSetsAside(ContractReference)
  /// A contract is paid from its own fund.
  case contractOfAnother(ContractReference, Fund)
  /// An entry that closed a year, which only stands or falls with it.
  case yearIsClosed(by: Int)
  /// What it set aside lapsed, or came to its end, when its year was closed.
  case lapsed(Int, with: FinancialYear)
  /// An earlier record says the same, by the same document.
  case saidBefore(by: Int)
  case counted(CountedAlready)
  /// A later record rests on one that would be taken back.
  case laterRests(on: Int, later: Int)
  /// A later import has rows that were known through one that would be taken back.
  case rowsKnownThrough(ImportReference, by: ImportReference, rows: Int)
  /// A rate for so long is not counted that way.
  case proRataNotFor(Rate.Per, ProRata)
  /// A row of a statement was matched with what would be taken back.
  case rowRests(on: Int, row: Int)
  /// More of a payment to a family has been accounted for than would be left.
  case accountedFor(Int, PlanLineReference, more: Money)
  /// What an earlier record says of a payment or a plan line is said otherwise now.
  case takesThePlace(of: Int, String)
  /// Spending that was proved before there was money counts now: told, never a refusal.
  case waitedCounts(Money, PlanLineReference, on: Day)
  /// Spending that was proved is more than the money that is left for it: told, never a refusal.
  case waitsAgain(Money, PlanLineReference)
  /// The entry counts what had waited of a proof, which is taken back whole or not at all.
  case countsOfProof(Int, proof: Int)
  /// The register is not to name that child again.
  case childForgotten(ChildReference, on: Day)
  /// It takes two people, and the second word is another person's.
  case proposedByYou
  /// A fund or a partner that the ledger has named, and would name no more.
  case nameStays(String)
}

extension EventRefusal {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .entry(let refusal): refusal.diagnostic(at: place)
    case .opening(let refusal): refusal.diagnostic(at: place)
    case .resting(let refusal): refusal.diagnostic(at: place)
    case .counted(let refusal): refusal.diagnostic(at: place)
    case .transfer(let refusal): refusal.diagnostic(at: place)
    case .pool(let refusal): refusal.diagnostic(at: place)
    case .schedule(.termDatesMissing(let year)):
      .error(
        "term-dates-missing",
        "the line counts school weeks, and no term dates are adopted for \(year)", at: place,
        next: "write term-dates in policy.yaml, then: \(.adoptSettings)")
    case .yearEnd(.deficitNotSettled(let year, let deficit)):
      .error(
        "deficit-not-settled", "the schools budget closes \(year) \(deficit) in deficit", at: place,
        why: "no rule says where such a deficit goes after 31 March 2028",
        next: "find the regulation for the year, and have it added to the program with its date")
    case .amountNotPositive(let amount):
      .error(
        "amount-not-positive", "the amount is \(amount)", at: place,
        why: "the event says which way money moved, so its amount is always positive",
        next: "give a positive amount, or record the event that runs the other way")
    case .dayBeforeLedger(let day, let opens):
      .error(
        "date-before-ledger", "\(day) is before the ledger", at: place,
        why: "the ledger opens on \(opens), and what was before is in its openings",
        next: "correct the day, or use an earlier ledger")
    case .dayFarOff(let day, let ends):
      .error(
        "date-far-off", "\(day) is after \(ends)", at: place,
        why: "what is recorded today counts by the end of next year at the latest",
        next: "correct the day, or record it when its year is nearer")
    case .publicationDayTaken(let year, let day):
      .error(
        "publication-day-taken", "other figures for \(year) were published on \(day)", at: place,
        why: "the day of publication decides which figures supersede which",
        next: "give the day on which these figures were published: --published DAY")
    case .versionNotNewer(let given, let latest):
      .error(
        "version-not-newer", "this is version \(given), and version \(latest) is in force",
        at: place, next: "give the new budget a version above \(latest)")
    case .lineNotKnown(let line):
      .error(
        "line-not-known", "there is no plan line \(line)", at: place,
        next: "import it first: \(.preview(kind: "packages"))")
    case .heldOtherwise(let line, let held):
      .error(
        "line-held-otherwise", "plan line \(line) is held as \(held.rawValue)", at: place,
        why: "only a direct payment or a third party has money advanced and evidenced",
        next: "name another line, or import a new version of this one")
    case .nothingToRelease(let amount, let committed):
      .error(
        "release-beyond-commitment", "\(amount) would be released, and \(committed) is committed",
        at: place, next: "release at most what is committed")
    case .invoiceNotKnown(let amount, let owed):
      .error(
        "invoice-not-known", "\(amount) would be paid on invoices, and \(owed) is owed on them",
        at: place, next: "record the invoice first, or record a payment made without one")
    case .returnedMoreThanOut(let amount, let out):
      .error(
        "return-beyond-advance", "\(amount) would be paid back, and \(out) is out", at: place,
        next: "record at most what is out with the family")
    case .creditNotDue(let amount, let due):
      .error(
        "credit-not-due", "\(amount) would be received, and \(due) is due from the school",
        at: place, next: "record the end of the placement first, or correct the amount")
    case .poolNotAgreed(let part):
      .error(
        "pool-not-agreed", "nobody has agreed to put anything into \(part.name)", at: place,
        why: "what a pool spends is shared by what each partner agreed to give",
        next: "record the agreement first: event pool-agreed")
    case .beyondAgreed(let amount, let agreed, let line, nil):
      Diagnostic(
        .warning, "amount-beyond-agreed", at: place,
        problem: EventRefusal.beyond(amount, agreed, line),
        next: "look at the amount; take the record back if it is wrong")
    case .beyondAgreed(let amount, let agreed, let line, let limit?):
      .error(
        "amount-beyond-agreed", EventRefusal.beyond(amount, agreed, line), at: place,
        why: "what goes more than \(limit) beyond is not recorded on one person's word",
        next: "correct the amount, or record what was decided first")
    case .endedAlready(let line, let day):
      .error(
        "line-ended-already", "\(line) ends on \(day) already", at: place,
        why:
          "the same day changes nothing, and a later one brings back nothing that was given back",
        next: "leave it out, or first take that end back and then give the true day")
    case .decision(let refusal): refusal.diagnostic(at: place)
    case .hasItsOwnWay(let kind):
      .error(
        "not-a-note", "“\(kind.rawValue)” cannot be noted as it is", at: place,
        why: "what it says has to be checked first, or a second person has to agree",
        next: "record the event or the decision that it is part of")
    case .notInSuspense(let number):
      .error(
        "not-in-suspense", "record \(number) is not a payment in suspense", at: place,
        next: "see what is there: \(.listSuspense)")
    case .alreadyCorrected(let number, let other):
      .error(
        "already-corrected", "record \(number) was corrected by record \(other)", at: place,
        next: "look at both: \(.showRecord(other))")
    case .notAnEntry(let number):
      .error(
        "not-an-entry", "record \(number) moves no money", at: place,
        next: "name the number of an entry: \(.listRecords)")
    case .importNotKnown(let batch):
      .error(
        "import-not-known", "there is no import \(batch) in the ledger", at: place,
        next: "see what there is: \(.listImports)")
    case .importAlreadyUndone(let batch):
      .error(
        "import-undone", "import \(batch) was taken back already", at: place,
        next: "import the file again if its rows should stand")
    case .contractSetsAside(let contract):
      .error(
        "contract-sets-aside",
        "what is set aside for \(contract) is what its versions and decisions say", at: place,
        why: "what is committed, stated for children and given back is together the whole sum",
        next: "import the next version: \(.preview(kind: "contracts")); or take its import back")
    case .contractOfAnother(let contract, let fund):
      .error(
        "contract-of-another-fund", "\(contract) is paid from \(fund)", at: place,
        why: "what is set aside for a contract stands in its own fund, and would stay there",
        next: "name that fund, or the contract that is meant")
    case .yearIsClosed(let number):
      .error(
        "closing-stands", "record \(number) closed a year", at: place,
        why: "the closing entries of a year stand together, and the next year begins with them",
        next: "post what was wrong in the first open month; the entry keeps its own day")
    case .lapsed(let number, let year):
      .error(
        "commitment-lapsed",
        "record \(number) is of what was set aside in \(year), which is closed",
        at: place, why: "what was not used of it was given back when the year was closed",
        next: "leave it, and set aside or release what is right in an open year")
    case .saidBefore(let number):
      .error(
        "said-before", "record \(number) says the same", at: place,
        why: "what is recorded twice, by the same document or by a file and by hand, counts twice",
        next: "look at it: \(.showRecord(number)); if this is another, say so: --again")
    case .childForgotten(let child, let day):
      .error(
        "child-forgotten", "\(child) was forgotten on \(day)", at: place,
        why: "whoever asked for that is not brought back by a file",
        next: "leave the row out; if the family is to be kept again: \(.readmit(child.code))")
    case .proposedByYou:
      .error(
        "proposed-by-you", "you have proposed this already", at: place,
        why: "it takes two people, and the second word is another person's",
        next: "have somebody else give the same command")
    case .nameStays(let name):
      .error(
        "name-stays", "ledger.yaml has no \(name) any more", at: place,
        why: "the ledger has named it, and its entries are read by that name",
        next: "put its line back; whoever has no more to do with it may stay in the list")
    case .proRataNotFor(let per, let proRata):
      .error(
        "pro-rata-not-for-rate",
        "a rate for a \(per.rawValue) is not counted in \(proRata.rawValue)",
        at: place, why: "the sum for a year would be another than the words say",
        next: "write days, or give the rate for a year")
    case .rowRests(let number, let row):
      .error(
        "matched-row-rests-on-it",
        "a row of a statement was matched with record \(number), as record \(row) says", at: place,
        why: "the row would be taken for money that was never paid",
        next: "take the row’s import back first: \(.showRecord(row)); or --even-so")
    case .accountedFor(let number, let line, let more):
      .error(
        "payment-accounted-for",
        "without record \(number) \(line) has accounted for \(more) more than it was paid",
        at: place,
        why: "the family would owe an account of money that it never had",
        next: "take the proof back first, or do it all the same: --even-so")
    case .takesThePlace(let record, let change):
      Diagnostic(
        .warning, "earlier-record-replaced", at: place, problem: change,
        why: "it takes the place of record \(record)",
        next: "look at both; take this one back if it is wrong: \(.showRecord(record))")
    case .waitedCounts(let amount, let line, let day):
      Diagnostic(
        .warning, "proof-counts-now", at: place,
        problem: "\(amount) of what was proved on \(day) for \(line) had waited, and counts now",
        why: "money is out on the line for it again",
        next: "look at what is spent: \(.showChild(line.child.code))")
    case .waitsAgain(let amount, let line):
      Diagnostic(
        .warning, "proof-waits-again", at: place,
        problem: "\(amount) of what was proved for \(line) is more than is paid over, and waits",
        why: "it counts as soon as money is out for it",
        next: "look at what is spent: \(.showChild(line.child.code))")
    case .countsOfProof(let number, let proof):
      .error(
        "proof-is-whole", "record \(number) counts what had waited of the proof in record \(proof)",
        at: place, why: "proof is taken back whole, and this part would count again at once",
        next: "take that record back, or the import that it came with: \(.showRecord(proof))")
    case .rowsKnownThrough(let batch, let later, let rows):
      .error(
        "rows-known-through-it",
        "\(rows == 1 ? "a row" : "\(rows) rows") of \(later) \(rows == 1 ? "was" : "were") known already, and may be"
          + " known through \(batch)", at: place,
        why: "what \(batch) posted of them would go, and \(later) has not posted it",
        next: "take \(later) back first; or --even-so, and import its file again after that")
    case .laterRests(let number, let later):
      .error(
        "later-record-rests-on-it",
        "record \(later) rests on record \(number), which would be taken back", at: place,
        why: "what is left would be only the difference between the two",
        next:
          "take record \(later) or its import back first: \(.showRecord(later))")
    }
  }

  private static func beyond(_ amount: Money, _ agreed: Money, _ line: String) -> String {
    "\(amount) is \(amount - agreed) more than the \(agreed) that stands for \(line)"
  }
}
