import Bookkeeping
import Modelling
import Reporting

extension PackWords {
  /// What people have written in a scenario file.
  init(_ root: ScenarioPart) throws(Diagnostic) {
    let decision = try root.part("decision", keys: ["asked", "by", "recommended"])
    var faults: [Diagnostic] = []
    let changes = root.each("changes", keys: ["day", "what"], noting: &faults) {
      (one) throws(Diagnostic) in PackWords.Change(try one.day("day"), try one.text("what"))
    }
    if let fault = faults.first { throw fault }
    let notModelled = try root.texts("not-modelled")
    guard !notModelled.isEmpty else {
      throw ScenarioFault.missing("not-modelled", in: root.name, at: root.place)
    }
    self.init(
      PackWords.Decision(
        try decision.text("asked"), by: try decision.day("by"),
        recommended: try decision.text("recommended")),
      notModelled: notModelled, changes: changes, contact: try root.text("contact"),
      remark: try root.textOrNothing("remark"))
  }
}

extension PackUncertainty {
  /// How sure a scenario file is of its cost.
  init(_ root: ScenarioPart) throws(Diagnostic) {
    let part = try root.part(
      "uncertainty",
      keys: ["growth", "price", "first-year", "yearly", "correlation", "source"])
    // A correlation is a number from −1 to 1, and is read as so many hundredths.
    let together = try part.value("correlation", as: "a number from -1 to 1 such as 0.25") {
      Percentage($0)
    }
    self.init(
      growth: try part.millionths("growth"), price: try part.millionths("price"),
      firstYear: try part.millionths("first-year"), yearly: try part.millionths("yearly"),
      correlation: together.thousandths * 1_000, source: try part.text("source"))
  }
}
