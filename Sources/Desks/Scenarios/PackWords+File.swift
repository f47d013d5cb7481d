import Importing
import Modelling
import Reporting

extension PackWords {
  /// What people have written in a scenario file.
  init?(_ root: WrittenPart) {
    let decision = PackWords.Decision(root)
    let changes = root.each("changes", ["day", "what"]) { one in
      let (day, what) = (one.day("day"), one.text("what"))
      return day.flatMap { day in what.map { PackWords.Change(day, $0) } }
    }
    let form = "a list of texts, each line with a hyphen"
    let notModelled =
      root.needed("not-modelled", as: form).flatMap { _ in
        root.each("not-modelled", as: form) { $0 }
      }
    if notModelled?.isEmpty == true { root.refuse("not-modelled", as: form) }
    let (contact, remark) = (root.text("contact"), root.textOrNothing("remark"))
    guard let decision, let changes, let notModelled, let contact else { return nil }
    self.init(
      decision, notModelled: notModelled, changes: changes, contact: contact, remark: remark)
  }
}

extension PackWords.Decision {
  fileprivate init?(_ root: WrittenPart) {
    guard let part = root.part("decision", ["asked", "by", "recommended"]) else { return nil }
    let (asked, by, recommended) = (part.text("asked"), part.day("by"), part.text("recommended"))
    guard let asked, let by, let recommended else { return nil }
    self.init(asked, by: by, recommended: recommended)
  }
}

extension PackUncertainty {
  /// How sure a scenario file is of its cost.
  init?(_ root: WrittenPart) {
    let names: WrittenNames = ["growth", "price", "first-year", "yearly", "correlation", "source"]
    guard let part = root.part("uncertainty", names) else { return nil }
    let (growth, price) = (part.millionths("growth"), part.millionths("price"))
    let (first, yearly) = (part.millionths("first-year"), part.millionths("yearly"))
    // A correlation is a number from −1 to 1, and is read as so many hundredths.
    let together = part.value("correlation", as: "a number from -1 to 1 such as 0.25") {
      Percentage($0)
    }
    guard let source = part.text("source"), let growth, let price, let first, let yearly,
      let together
    else { return nil }
    self.init(
      growth: growth, price: price, firstYear: first, yearly: yearly,
      correlation: together.thousandths * 1_000, source: source)
  }
}
