import Bookkeeping
import Disaggregation
import Funding

extension DecisionReport {
  /// The questions that came before the sums.
  var gatesPart: [Report.Block] {
    [
      .heading("Gates"),
      .table(
        Table(
          "gates", caption: "The questions before the sums",
          columns: [
            .words("gate", "Gate"), .words("question", "Question"), .words("answer", "Answer"),
            .words("follows", "What follows"),
          ],
          rows: assessment.gates.map { finding in
            Table.Row([
              .text(finding.gate.code), .text(finding.gate.question),
              .text(finding.answer.rawValue), .text(finding.follows),
            ])
          })),
    ]
  }

  /// What it all rests on, what of that nobody found but somebody took to be so, and what is missing.
  var evidencePart: [Report.Block] {
    let assumed = given.evidence.filter(\.isAssumed)
    let rows = given.evidence.map { found in
      Table.Row([
        .text(found.shows.text), .text(found.finding.text), .text(found.document.name.words),
        .text(found.document.page.words), .day(found.document.day),
        .text(standing(found)),
      ])
    }
    var blocks: [Report.Block] = [
      .heading("Evidence and assumptions"),
      .table(
        Table(
          "evidence", caption: "What was found out, in order of its day",
          columns: [
            .words("shows", "Shows"), .words("finding", "Finding"),
            .words("document", "Document"), .words("page", "Page"),
            Table.Column("day", "Day", .day), .words("standing", "Standing"),
          ], rows: rows)),
      .paragraph(
        assumed.isEmpty
          ? "Nothing was assumed."
          : "Assumed: "
            + assumed.map { "\($0.shows.text) \($0.finding.text) (\($0.document.text))" }
            .joined(separator: "; ") + "."),
    ]
    if !assessment.missing.isEmpty {
      blocks.append(
        .paragraph("Missing: " + assessment.missing.map(\.text).joined(separator: "; ") + "."))
    }
    return blocks
  }

  private func standing(_ found: Evidence) -> String {
    if found.document.day > given.day { return "later than the assessment" }
    if found.document.day < given.oldest { return "too old" }
    return found.isAssumed ? "assumed" : "in date"
  }

  /// The law that was applied, as it held on the day.
  var rulesPart: [Report.Block] {
    let rules = LawRule.inForce(on: given.day)
    let rows = LawRule.Matter.allCases.filter(applied.contains).compactMap { matter in
      rules[matter].map { rule in
        Table.Row([
          .text(matter.rawValue), .text(rule.source), .text(rule.says), .day(rule.from),
          .text(rule.reading.rawValue),
        ])
      }
    }
    return [
      .heading("Rules applied"),
      .table(
        Table(
          "rules", caption: "The law, in our own words",
          columns: [
            .words("matter", "Matter"), .words("rule", "Rule"), .words("says", "Says"),
            Table.Column("from", "From", .day), .words("reading", "Reading"),
          ], rows: rows)),
    ]
  }

  /// The matters that this request touches.
  private var applied: Set<LawRule.Matter> {
    let asked = assessment.gates.filter { $0.answer != .notAsked }.map(\.gate.matter)
    let matters = Set(asked).union([.reasons])
    switch contract.regime {
    case .specialEducation: return matters.union([.sufficiency, .conditions])
    case .travel: return [.travel, .window, .reasons]
    case .socialCare: return [.socialCare, .window, .reasons]
    case .health: return [.health, .window, .reasons]
    }
  }

  /// The authority's own settings that were applied.
  var settingsPart: [Report.Block] {
    [
      .heading("Settings applied"),
      .paragraph("No law says how large the tolerance is. It is the authority’s own."),
      .table(
        Table(
          "settings", caption: "The authority’s settings",
          columns: [
            .words("setting", "Setting"), .words("value", "Value"),
            Table.Column("from", "From", .day), .words("source", "Source"),
          ],
          rows: papers.settings.map { adopted in
            Table.Row([
              .text(adopted.setting.rawValue), .text(adopted.text), .day(adopted.from),
              .text(adopted.source),
            ])
          })),
    ]
  }
}
