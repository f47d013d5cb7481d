import Bookkeeping
import Importing
import Modelling

/// What an agreement says of the uplift, for the row of the assumptions that drives it.
enum SaidUplift {
  /// The agreement could not be read, and has been refused by itself.
  case unread
  /// In the file's own agreement, where a rate may stand in the row as well.
  case written(AgreedUplift?)
  /// In the agreement that the ledger has adopted, where it stands alone.
  case adopted(AgreedUplift?)

  /// The central value of the row: `agreed`, or a rate where the agreement that was adopted says none.
  func central(_ part: WrittenPart) -> Percentage? {
    let isAgreed = part.find("central")?.text == "agreed"
    switch self {
    case .unread: return part.percent(isAgreed ? "low" : "central")
    case .written(let uplift?), .adopted(let uplift?):
      if isAgreed { return uplift.rate }
      if case .adopted = self {
        part.refuse(
          "the uplift is in the adopted agreement, and is written again", at: "central",
          next: "write central: agreed, so that it stands in one place")
      }
      return part.percent("central")
    case .written(nil), .adopted(nil):
      guard isAgreed else { return part.percent("central") }
      part.refuse(
        "the uplift is to be the agreement’s, which does not say one", at: "central",
        next: "write the rate that is supposed, with its source")
      return nil
    }
  }
}
