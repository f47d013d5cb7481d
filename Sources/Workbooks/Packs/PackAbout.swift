import Bookkeeping
import Funding
import Modelling
import Reporting

/// The sheet that says what the workbook was made from, what is not in it, and its words.
struct PackAbout {
  let pack: ScenarioPack

  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      PackSheet.about.rawValue, title: "About this workbook",
      headings: ["Part", "Name", "What it is"], rows: source + remarks + words)
  }

  private var source: [[Workbook.Cell]] {
    let origin = pack.origin
    return [
      ("Authority", origin.authority), ("Pool", pack.plan.pool.code), ("Scenario", origin.file),
      ("Digest of the scenario", "SHA-256 \(origin.fileDigest)"),
      ("Ledger", "record \(origin.record), head \(origin.head)"),
      ("Runs and seed", "\(pack.outcome.runs) runs, seed \(pack.outcome.seed)"),
    ].map { [.text("Source"), .text($0.0), .text($0.1)] }
  }

  private var remarks: [[Workbook.Cell]] {
    let plan = pack.plan
    let remarks =
      [plan.words.remark].compactMap(\.self).map { ("Remark", $0) }
      + plan.words.notModelled.map { ("Not modelled", $0) }
      + plan.sharing.gaps.map { ("Gap of the agreement", $0) }
    return remarks.map { [.text("Remarks"), .text($0.0), .text($0.1)] }
  }

  private var words: [[Workbook.Cell]] {
    PackAbout.words.map { [.text("Words"), .text($0.word), .text($0.meaning)] }
  }

  private static let words = [
    Workbook.Term("Base", "current policy, with nothing invented"),
    Workbook.Term("Gap", "cost less contributions; negative where partners put in more"),
    Workbook.Term("Reserve", "the pool’s own money, which is drawn on before partners are"),
    Workbook.Term("Nobody", "what no tier of the agreement gives to anyone"),
    Workbook.Term("Extra", "what a partner bears beyond its contribution"),
    Workbook.Term("Ramp", "the share of a saving that each year from the first has"),
    Workbook.Term("P90", "in 9 of 10 runs it is no more than that"),
    Workbook.Term("Empty cell", "does not apply"),
  ]
}
