import Bookkeeping
import Funding
import Storage

/// All that a ledger says to a list of questions.
struct Answers: Equatable {
  var head = Head.none
  var digests: [Digest?] = []
  var lastRecorded: [Int] = []
  var records: [[JournalRecord]] = []
  var mentioned: [Mention: [JournalRecord]] = [:]
  var mentionedLater: [Mention: [JournalRecord]] = [:]
  var byDay: [[JournalRecord]] = []
  var touching: [[JournalRecord]] = []
  var flows: [Set<Flow>] = []
  var balances: [[Coding: Money]] = []
  var occurrences: [RowIdentity: Int] = [:]
  var twins: [UInt64: Set<SeenRow>] = [:]
  var closed: Set<Month> = []
  var undone: Set<Int> = []
  var policy = Policy([Policy.Adopted]())
  var facts: [FactKind: [NumberedFact]] = [:]
  var paid: [PlanLineReference: [Money]] = [:]
  var postings: [PlanLineReference: [LinePosting]] = [:]
}

/// What is asked of a ledger.
struct Questions {
  var ranges: [ClosedRange<Int>] = []
  var mentions: Set<Mention> = []
  var spans: [DaySpan] = []
  var days: [Day] = []
  var flows: [FlowQuery] = []
  var touched: [Set<Account>] = []
  var rows: [RowIdentity] = []
  var lines: Set<PlanLineReference> = []

  /// Questions that the records of a book give reason to ask.
  init<Chance>(about book: inout RandomBook<Chance>) {
    let count = book.records.count
    mentions = Set(book.records.flatMap(\.content.mentions))
    lines = Set(
      book.records.compactMap(\.content.entry).flatMap(\.movements).compactMap(\.debit.use.planLine)
    )
    rows = book.rows.map(\.identity) + [RowIdentity(twin: 7, rest: 7)]
    let accounts = Set(book.records.flatMap(\.content.flows).flatMap { [$0.debit, $0.credit] })
      .sorted { $0.description < $1.description }
    ranges = [1...1, 0...0, 1...count + 5, count + 1...count + 2]
    days = [Sample.day("2020-01-01"), Sample.day("2030-01-01")]
    for _ in 0..<4 {
      let (one, other) = (book.day(), book.day())
      let span = DaySpan(min(one, other)...max(one, other))
      let first = 1 + book.below(count)
      ranges.append(first...first + book.below(9))
      days += [one, other]
      spans += [span, DaySpan(from: one), DaySpan(through: other)]
      flows += [
        FlowQuery(span), FlowQuery(span, account: accounts.first),
      ]
    }
    flows += accounts.map { FlowQuery(account: $0) }
    flows += [FlowQuery(), FlowQuery(account: Account(Coding(.schools, .bank)))]
    spans.append(.always)
    let few = Set(accounts.filter { _ in book.below(6) == 0 })
    touched = [[], few, Set(accounts.prefix(1)), [Account(Coding(.schools, .bank))]]
  }

  func ask(_ ledger: any LedgerReading) async throws -> Answers {
    var answers = Answers()
    answers.head = try await ledger.head()
    answers.closed = try await ledger.closedMonths()
    answers.undone = try await ledger.undoneImports()
    answers.policy = try await ledger.policy()
    for kind in FactKind.allCases {
      answers.facts[kind] = try await ledger.facts(.fact(kind))
    }
    for line in lines {
      let standing = try await ledger.standing(of: line)
      answers.postings[line] = try await ledger.questions.postings(of: line, through: ledger.last)
      answers.paid[line] = [.spent, .committed, .creditors].map(standing.balance)
    }
    for number in 0...answers.head.number + 1 {
      answers.digests.append(try await ledger.digest(of: number))
    }
    for day in days {
      answers.lastRecorded.append(try await ledger.lastRecorded(by: day))
      answers.balances.append(try await ledger.balances(through: day))
    }
    for range in ranges { answers.records.append(try await ledger.records(range)) }
    for word in mentions {
      answers.mentioned[word] = try await ledger.records(mentioning: word)
      answers.mentionedLater[word] = try await ledger.questions.records(
        mentioning: word, after: answers.head.number / 2, through: ledger.last)
    }
    for span in spans {
      answers.byDay.append(try await ledger.entriesByDay(in: span, after: nil, limit: 1000))
      for accounts in touched {
        answers.touching.append(
          try await ledger.entriesByDay(in: span, touching: accounts, after: nil, limit: 1000))
      }
    }
    for query in flows {
      let found = try await ledger.flows(query.days, account: query.account)
      answers.flows.append(Set(found))
      precondition(Set(found).count == found.count, "a flow is given twice")
    }
    answers.occurrences = try await ledger.occurrences(of: rows)
    answers.twins = try await ledger.twins(of: rows.map(\.twin)).mapValues { Set($0) }
    return answers
  }
}

extension LedgerReading {
  /// How often each row has been posted, leaving out imports that were taken back.
  func occurrences(of rows: [RowIdentity]) async throws(StorageFailure) -> [RowIdentity: Int] {
    let alike = try await twins(of: rows.map(\.twin)).values.joined()
    return alike.filter { Set(rows).contains($0.identity) }
      .reduce(into: [:]) { $0[$1.identity, default: 0] += 1 }
  }
}
