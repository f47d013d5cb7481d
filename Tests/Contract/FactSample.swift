import Bookkeeping
import Funding

/// A fact of every kind, as the program writes it.
enum FactSample {
  /// A fact of a kind that can be read, about the first or another of the things that it may be about.
  static func fact(_ kind: FactKind, of number: Int = 1, on day: Day, _ source: Source) -> Fact {
    Fact(
      kind, of: subject(kind, number), on: day,
      Source(source.origin, details: source.details + details(kind)))
  }

  static func subject(_ kind: FactKind, _ number: Int) -> String {
    switch kind {
    case .ledgerOpened, .grantPublished, .yearClosed: "202\(number)-2\(number + 1)"
    case .policyAdopted: number == 1 ? "twin-days" : "review-days"
    case .fileImported, .importUndone, .rowRuled, .controlRuled: ImportReference(number).code
    case .planLine, .receipt, .evidenceWaiting: "SPB-000001/\(number)"
    case .bankBalance, .childForgotten: "SPB-00000\(number)"
    case .budgetSet: "2026-27 high-needs 1.2.\(number) "
    case .poolShare: "pool-education-POOL-202\(number)"
    case .agreement, .contract, .demand: "POOL-202\(number)"
    case .budgetRequest, .decisionRecorded, .decisionApproved, .decisionLetter, .evidence:
      "D-2026-000\(number)"
    case .rowMatched: "record \(number) bank"
    case .rowTwin, .rowHeld, .rowSettled, .rowGone: "B-0001 row \(number)"
    case .periodPrepared, .periodClosed, .periodReopened: "2026-0\(number)"
    case .proposed: "period-reopened 2026-0\(number)"
    case .restorationAccepted: digest
    case .officerKey, .keyWithdrawn: hexadecimal(Array(repeating: UInt8(number), count: 32))
    case .monthSigned: "2026-0\(number)"
    }
  }

  static func details(_ kind: FactKind) -> [Detail] {
    let line = String(texts(kind))
    return line.split(separator: "\n").map { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return Detail(asRead: String(parts[0]), String(parts.last ?? ""))
    }
  }

  private static func texts(_ kind: FactKind) -> String {
    switch kind {
    case .ledgerOpened: "authority=Anyshire\ncode=999\nfund high-needs=High\npartner ICB=Health"
    case .policyAdopted: "value=7\nsource=minute 4"
    case .fileImported:
      """
      kind=payments\nfile=payments.csv\nsha256=\(digest)\nbytes=120\nfirst=1
      first-day=2026-10-01\nlast-day=2026-10-31\nrows-new=2\nsum-new=10.00
      """
    case .planLine:
      """
      purpose=0123456789abcdef\nsection=F\nfund=high-needs\nline=1.2.11\nagency=education\nelement=3
      provider=0123456789abcdef\nheld=direct-payment\namount=26.00\nper=week\nquantity=2
      unit=hour\nprice=13.00\npro-rata=days\ninstalments=monthly\nto=2030-03-31
      decision=D-2026-0001\ndecided-by=panel\ndecided-on=2026-04-01
      """
    case .grantPublished: "before-schools=100.00\nafter-schools=90.00\nafter-high-needs=9.00"
    case .budgetSet: "amount=10.00\nversion=1\nauthority=forum"
    case .poolShare: "partner=ICB\namount=10.00\nours=\(coding)"
    case .agreement: "until=2027-03-31\ntext=parties:\nshare-pool-education-POOL-2021-ICB=9.00"
    case .receipt:
      "amount=5.00\nstatus=have\npurpose=0123456789abcdef\nworkings=0123456789abcdef"
    case .bankBalance: "balance=-5.00\nread-from=B-0001"
    case .evidenceWaiting: "amount=5.00\ncounted=1.00"
    case .rowMatched: "against=1"
    case .rowHeld:
      """
      read-from=B-0001\nline=4\namount=5.00\ncode=payee-not-known\ntwin=-7\nrest=9\nhidden=\(digest)
      child=SPB-000001
      """
    case .rowGone: "read-from=B-0002\nrecord-1=7"
    case .controlRuled: "row=4\nstated=9.00\nfound=10.00\nsha256=\(digest)\nreason=two sessions"
    case .rowSettled:
      "way=placed\nrecord-1=7\namount-1=3.00\nrecord-2=8\namount-2=2.00\nreason=two sessions"
    case .rowTwin: "ruled=twin\nreason=two sessions"
    case .rowRuled: "row=4\nruled=real\nreason=two sessions\nsha256=\(digest)"
    case .contract:
      """
      kind=contract\nregime=special-education\nfund=high-needs\nline=1.2.5\npurpose=0123456789abcdef
      provider=0123456789abcdef\nsum=1000.00\nvariable=60.00\nband-percent=5\nunit=hour
      capacity=100\nexits=1\nwaiting=2\nwaiting-price=50.00\nserved=SPB-000001/1 24\nnotice=3
      begins=2026-04-01\nends=2031-03-31\nbreaks=2027-04-01 2028-04-01\nrenewal=2031-04-01
      instalments=monthly\ndocument=contract\npage=4\ndocument-day=2026-03-01
      """
    case .budgetRequest:
      """
      contract=POOL-2021\nline=SPB-000001/1\nwindow=review\nnext-review=2031-05-01\nasks=cash
      units=12.5\nreplacement=10\noverheads=5.00\npremises=no\nstarts=2031-01-01
      replaces=SPB-000002/1\npaid-as=SPB-000001/2\npurpose=0123456789abcdef
      """
    case .evidence: "shows=quote\nfinding=£68.00\ndocument=letter\npage=1\nassumed=yes"
    case .decisionRecorded: "outcome=grant\nby=a.khan"
    case .decisionApproved:
      """
      contract=POOL-2021\ncontract-from=2026-04-01\nline=SPB-000001/1\nunits=12\ngranted=cash
      floor=10.00\nreleasable=9.00\nbackfill=0.00\npaid-as=SPB-000001/2\nstarts=2026-11-01
      releases-from=2027-02-01\nout-of=SPB-000001/1\nreplaces=SPB-000002/1
      """
    case .decisionLetter: "sha256=\(digest)\nformat=html"
    case .childForgotten: "reason=asked\ntaken-back=yes"
    case .demand: "decision=D-2026-0001\noutcome=no\nunits=12\nunit=hour\nfloor=10.00"
    case .importUndone, .periodPrepared, .periodClosed, .periodReopened, .yearClosed,
      .proposed, .restorationAccepted, .keyWithdrawn:
      ""
    case .officerKey: "officer=j.osei"
    case .monthSigned:
      "record=1\ndigest=\(digest)\nofficer=j.osei\nsignature=\(digest)\(digest)"
    }
  }

  private static let digest = Digest.nothing.description

  private static let coding =
    Coding(.highNeeds, .paidIntoPool, Use(line: .topUpMaintained)).text
}

extension FactSample {
  /// The details of a kind that are words, which may be any.
  static func words(_ kind: FactKind) -> Set<String> {
    switch kind {
    case .ledgerOpened: ["authority", "code", "fund high-needs", "partner ICB"]
    case .policyAdopted: ["source"]
    case .fileImported: ["kind", "file", "bytes"]
    case .planLine: ["decision", "decided-by"]
    case .budgetSet: ["authority"]
    case .agreement: ["text"]
    case .rowTwin, .rowRuled, .rowSettled, .controlRuled, .childForgotten: ["reason"]
    case .contract, .evidence: ["document", "page"]
    case .decisionApproved: []
    case .decisionRecorded: ["outcome", "by"]
    case .decisionLetter: ["format"]
    case .demand: ["outcome"]
    case .importUndone, .grantPublished, .poolShare, .receipt, .bankBalance, .evidenceWaiting,
      .rowMatched, .rowHeld, .rowGone, .budgetRequest, .periodPrepared, .periodClosed,
      .periodReopened,
      .yearClosed,
      .proposed, .restorationAccepted, .keyWithdrawn:
      []
    case .officerKey, .monthSigned: ["officer"]
    }
  }

  /// Whether what a fact of a kind is about may be any words.
  static func isAboutAnything(_ kind: FactKind) -> Bool {
    kind == .rowMatched || kind == .rowTwin
  }
}

extension Fact {
  /// The fact with another text under a name.
  func spoiled(_ name: String) -> Fact {
    Fact(
      kind, of: subject, on: day,
      Source(
        source.origin,
        details: source.details.map { $0.name == name ? Detail(asRead: name, "?") : $0 }))
  }
}
