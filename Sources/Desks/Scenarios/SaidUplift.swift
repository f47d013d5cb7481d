import Bookkeeping
import Modelling

/// What an agreement says of the uplift, for the row of the assumptions that drives it.
enum SaidUplift {
  /// The agreement could not be read, and has been refused by itself.
  case unread
  /// In the file's own agreement, where a rate may stand in the row as well.
  case written(AgreedUplift?)
  /// In the agreement that the ledger has adopted, where it stands alone.
  case adopted(AgreedUplift?)

  init(_ root: ScenarioPart, _ agreement: ScenarioAgreement?) {
    guard let agreement else {
      self = .unread
      return
    }
    self =
      root.says("agreement", "adopted") ? .adopted(agreement.uplift) : .written(agreement.uplift)
  }

  /// The central value of the row: `agreed`, or a rate where the agreement that was adopted says none.
  func central(_ part: ScenarioPart) throws(Diagnostic) -> Percentage {
    let isAgreed = part.says("central", "agreed")
    switch self {
    case .unread: return try part.percent(isAgreed ? "low" : "central")
    case .written(let uplift?), .adopted(let uplift?):
      if isAgreed { return uplift.rate }
      if case .written = self { return try part.percent("central") }
      throw ScenarioFault.unusable(
        "the uplift is in the adopted agreement, and is written again",
        at: part.place(of: "central"), next: "write central: agreed, so that it stands in one place"
      )
    case .written(nil), .adopted(nil):
      guard isAgreed else { return try part.percent("central") }
      throw ScenarioFault.unusable(
        "the uplift is to be the agreement’s, which does not say one",
        at: part.place(of: "central"), next: "write the rate that is supposed, with its source")
    }
  }
}
