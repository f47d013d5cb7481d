import Bookkeeping
import Desks
import Storage

/// What a ledger held and what reports of it said, each at the record that was then the last.
struct Recollection {
  private var moments: [Moment] = []

  /// One point of a history.
  private struct Moment {
    let head: Int
    let recorded: Day
    let balances: [String: Int]
    var answers: [(question: Question, text: String)]
  }

  /// An earlier point that no longer gives what it gave.
  struct Lapse: Error, CustomStringConvertible {
    let description: String
  }

  /// Asks a few questions of the ledger as it is now, and remembers the answers.
  mutating func remember<Chance>(
    _ ledger: OpenLedger, _ naive: NaiveLedger, _ maker: inout StepMaker<Chance>
  ) async throws {
    let head = try await ledger.head()
    guard let recorded = head.recorded else { return }
    let questions = (0...maker.below(4) / 3).map { _ in
      maker.question(in: naive, upTo: head.number)
    }
    let answers = try await ledger.reading { open in
      var answers: [(question: Question, text: String)] = []
      for question in questions { answers.append((question, try await question.text(open))) }
      return answers
    }
    if moments.last?.head == head.number {
      moments[moments.count - 1].answers += answers
      return
    }
    moments.append(
      Moment(
        head: head.number, recorded: recorded, balances: naive.balances(through: Scene.end),
        answers: answers))
  }

  /// Reads an earlier point again, drawn at random: by its record, or by the end of its day.
  func read<Chance>(
    again ledger: OpenLedger, _ maker: inout StepMaker<Chance>, _ tally: inout Tally
  ) async throws {
    guard !moments.isEmpty else { return }
    let drawn = moments[maker.below(moments.count)]
    let one = drawn.answers[maker.below(drawn.answers.count)]
    try await check(ledger, drawn, at: .record(drawn.head), one.question, one.text, &tally)
    guard maker.below(3) == 0,
      let last = moments.lastIndex(where: { $0.recorded == drawn.recorded })
    else { return }
    // Until something is recorded on a later day, every day ends as this one did.
    let next =
      last + 1 < moments.count ? moments[last + 1].recorded : drawn.recorded.advanced(by: 9)
    let day = drawn.recorded.advanced(by: maker.below(drawn.recorded.distance(to: next)))
    let moment = moments[last]
    let other = moment.answers[maker.below(moment.answers.count)]
    try await check(ledger, moment, at: .endOf(day), other.question, other.text, &tally)
  }

  /// Reads every point again, as far as its balances go.
  func readAll(again ledger: OpenLedger) async throws {
    for moment in moments {
      let point = ReadingPoint.record(moment.head)
      try await ledger.reading(at: point) { try await check($0, moment, at: point) }
    }
  }

  private func check(
    _ ledger: OpenLedger, _ moment: Moment, at point: ReadingPoint, _ question: Question,
    _ text: String, _ tally: inout Tally
  ) async throws {
    tally.countReread()
    let again = try await ledger.reading(at: point) { open in
      try await check(open, moment, at: point)
      return try await question.text(open)
    }
    guard again == text else {
      throw Lapse(description: "at \(point), \(question) gives\n\(again)\nand gave\n\(text)")
    }
  }

  /// Whether the balances of a point are what the naive ledger held then.
  private func check(_ open: OpenBooks, _ moment: Moment, at point: ReadingPoint) async throws {
    let sums = try await open.books.balances(through: Scene.end).byAccount
    guard sums != moment.balances else { return }
    let accounts = Set(sums.keys).union(moment.balances.keys).sorted()
    let wrong = accounts.first { sums[$0] != moment.balances[$0] } ?? ""
    throw Lapse(
      description: "at \(point), \(wrong) is \(sums[wrong] ?? 0) and was"
        + " \(moment.balances[wrong] ?? 0)")
  }
}
