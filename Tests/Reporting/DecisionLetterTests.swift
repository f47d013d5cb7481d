import Bookkeeping
import Disaggregation
import Foundation
import Funding
import Rendering
import Reporting
import TestSupport
import Testing

/// The letter that a family gets, of every outcome.
struct DecisionLetterTests {
  private static func letter(_ shape: DecisionCases.Shape) throws -> Report {
    try DecisionLetter(DecisionCases.papers(shape)).report
  }

  private static func sections(_ report: Report) -> [(heading: String, blocks: [Report.Block])] {
    var found: [(heading: String, blocks: [Report.Block])] = []
    for block in report.blocks {
      if case .heading(let heading) = block {
        found.append((heading, []))
      } else if !found.isEmpty {
        found[found.count - 1].blocks.append(block)
      }
    }
    return found
  }

  @Test func `the cases come to every outcome`() throws {
    let found = try DecisionCases.shapes.map { try DecisionCases.assessment($0.shape).outcome.code }
    #expect(
      Set(found) == [
        "DISAGGREGATE", "PART", "DEFER", "ORGANISED_ARRANGEMENT", "REFUSE_A", "REFUSE_B",
        "REFUSE_A+B",
        "OTHER_REGIME", "NEVER", "INSUFFICIENT_EVIDENCE",
      ])
  }

  @Test func `the grounds of one law are not put to a request under another`() throws {
    for (name, shape) in DecisionCases.shapes
    where try DecisionCases.assessment(shape).outcome == .otherRegime {
      let text = TextRenderer(for: .family).render(try Self.letter(shape))
      #expect(!text.contains("what the law asks"), "\(name)")
      #expect(!text.contains("good use of public money"), "\(name)")
    }
  }

  @Test func `a hard sentence is told from an easy one`() {
    let hard = PlainReading(
      "Disaggregation of the aggregate commissioning arrangements necessitates consideration of"
        + " consequential expenditure.")
    #expect(PlainReading.grade([hard]) > 12)
    #expect(PlainReading.grade([PlainReading("You can ask us to look at it again.")]) < 3)
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `a letter of every outcome is read with ease`(place: Int) throws {
    let (name, shape) = DecisionCases.shapes[place]
    let report = try Self.letter(shape)
    var readings: [PlainReading] = []
    for case .paragraph(let text) in report.blocks { readings.append(PlainReading(text)) }
    for reading in readings {
      #expect((reading.lengths.max() ?? 0) <= 20, "\(name): \(reading.words)")
    }
    let lengths = readings.flatMap(\.lengths)
    #expect(lengths.reduce(0, +) <= 12 * lengths.count, "\(name)")
    #expect(PlainReading.grade(readings) <= 6, "\(name): \(PlainReading.grade(readings))")
    let text = TextRenderer(for: .family).render(report)
    #expect(PlainReading(text).bannedWords == [], "\(name)")
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `a letter of every outcome says something in every section, and how to disagree`(place: Int)
    throws
  {
    let (name, shape) = DecisionCases.shapes[place]
    let papers = try DecisionCases.papers(shape)
    let sections = Self.sections(try DecisionLetter(papers).report)
    for section in sections { #expect(!section.blocks.isEmpty, "\(name): \(section.heading)") }
    let headings = sections.map(\.heading)
    for heading in [
      "What you asked", "What we decided", "Why", "If you do not agree", "Who decided",
    ] {
      #expect(headings.contains(heading), "\(name)")
    }
    if papers.assessment.outcome.isNegative {
      #expect(headings.contains("What would change our answer"), "\(name)")
      #expect(headings.contains("What we can do now"), "\(name)")
    }
    let text = TextRenderer(for: .family, width: 10_000).render(try DecisionLetter(papers).report)
    // Whom a family can turn to afterwards is another under other law.
    let route =
      switch papers.assessment.given.contract.regime {
      case _ where papers.assessment.outcome != .otherRegime: "SEND Tribunal"
      case .health: "Health Ombudsman"
      case .socialCare, .travel, .specialEducation: "Local Government Ombudsman"
      }
    for words in [
      "by 18 December 2026", "Someone who did not make this decision", route,
      "Anyshire SENDIASS on 01632 960 456",
    ] { #expect(text.contains(words), "\(name)") }
  }

  @Test(arguments: DecisionCases.shapes.indices)
  func `a letter never shows a minus sign, in any form`(place: Int) throws {
    let (name, shape) = DecisionCases.shapes[place]
    let report = try Self.letter(shape)
    #expect(!report.holdsNegativeAmount, "\(name)")
    for text in [
      TextRenderer(for: .family).render(report), HTMLRenderer(for: .family).render(report),
    ] {
      #expect(!text.contains("\u{2212}") && !text.contains("-£") && !text.contains("£-"), "\(name)")
    }
    let json = try JSONSerialization.jsonObject(with: Data(JSONRenderer().render(report).utf8))
    #expect((json as? [String: Any])?["schema"] as? String == "sendledger/decision-letter@1")
  }

  @Test func `the therapy letter says the sums and the number at which the answer turns`() throws {
    let report = try Self.letter(DecisionCases.Shape())
    let text = TextRenderer(for: .family, width: 10_000).render(report)
    for words in [
      "Our decision about Mia’s occupational therapy money",
      "We cannot split this money from a bigger contract yet.",
      "Mia will still get 24 sessions a year.",
      "We pay one price to Stepwell: £216,000 a year.",
      "That buys 3,600 sessions for 150 children.", "If Mia leaves, the price stays the same.",
      "The same 24 sessions would cost £1,632 from someone else.",
      "It is about £10.95 for each of them.",
      "If 15 families ask together, our price drops by £21,600.",
      "Fewer than 15 have asked so far.", "You said: “We want to choose who helps Mia.”",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func `with a renewal known, the answer is not yet, and says from when`() throws {
    let papers = try DecisionCases.papers(
      DecisionCases.with { $0.renewal = DecisionCases.day("2027-09-01") })
    #expect(papers.assessment.outcome == .deferred(DecisionCases.day("2027-09-01")))
    let text = TextRenderer(for: .family, width: 10_000).render(try DecisionLetter(papers).report)
    #expect(text.contains("We can look at it again for 1 September 2027."))
    #expect(text.contains("The contract is made new on 1 September 2027."))
  }

  @Test func `words that stand in the register are put into a letter, quoted or not`() throws {
    let view = DecisionCases.known(TextReference("00ff00ff00ff00ff"))
    let base = try DecisionCases.papers()
    let decision = try DecisionCases.decision(base.assessment, view: LedgerText(inPlace: view))
    let papers = DecisionPapers(
      base.assessment, decision, names: base.names, settings: base.settings)
    for report in [try DecisionLetter(papers).report, DecisionReport(papers).report] {
      #expect(report.textReferences == [view])
      let text = TextRenderer(for: .finance(.pounds), width: 10_000)
        .render(report.naming([view: "We like our helper."]))
      #expect(text.contains("said: “We like our helper.”") && !text.contains("text:"))
    }
  }

  @Test func `a young person is spoken to, and their view comes first`() throws {
    let shape = DecisionCases.with { $0.isYoungPerson = true }
    let report = try Self.letter(shape)
    let text = TextRenderer(for: .family, width: 10_000).render(report)
    #expect(report.title == "Our decision about your occupational therapy money")
    #expect(text.contains("If you leave, the price stays the same."))
    #expect(
      Array(Self.sections(report).map(\.heading).prefix(2)) == ["What you asked", "Your view"])
  }
}

/// What there is no letter of.
struct NoLetterTests {
  private static func recorded(_ details: [String: String]) throws -> DecisionPapers {
    let papers = try DecisionCases.papers()
    let origin = Origin.command(person: "j.osei", document: "panel")
    let fact = DecisionCases.known(papers.decision).fact(from: origin)
    let changed = Fact(
      fact.kind, of: fact.subject, on: fact.day,
      Source(
        origin,
        details: fact.source.details.map { Detail(asRead: $0.name, details[$0.name] ?? $0.value) }))
    return DecisionPapers(
      papers.assessment, DecisionCases.known(Decision(changed)), names: papers.names,
      settings: papers.settings)
  }

  @Test func `a refusal without its reasons has no letter`() throws {
    for (name, test) in [("reason-others", DecisionTest.others), ("reason-efficient", .efficient)] {
      let papers = try Self.recorded([name: " . "])
      let refusal = #expect(throws: DecisionLetter.Refusal.self) { try DecisionLetter(papers) }
      #expect(refusal == .reasonMissing(test))
    }
  }

  @Test func `a refusal without what is done instead, or without a day for review, has no letter`()
    throws
  {
    let nothing = try Self.recorded(["instead": ""])
    #expect(throws: DecisionLetter.Refusal.nothingInstead) { try DecisionLetter(nothing) }
    let late = try Self.recorded(["review-by": "2026-11-20"])
    #expect(throws: DecisionLetter.Refusal.reviewDayMissing(DecisionCases.today)) {
      try DecisionLetter(late)
    }
  }

  @Test func `what nobody has decided has no letter, and neither has another assessment`() throws {
    let papers = try DecisionCases.papers()
    let undecided = DecisionPapers(
      papers.assessment, nil, names: papers.names, settings: papers.settings)
    #expect(throws: DecisionLetter.Refusal.notDecided) { try DecisionLetter(undecided) }
    let other = try DecisionCases.assessment(
      DecisionCases.with { $0.renewal = DecisionCases.day("2027-09-01") })
    let mixed = DecisionPapers(
      other, papers.decision, names: papers.names, settings: papers.settings)
    #expect(
      throws: DecisionLetter.Refusal.anotherAssessment(
        decidedOn: DecisionCases.today, finding: .refuseInefficient)
    ) { try DecisionLetter(mixed) }
  }
}
