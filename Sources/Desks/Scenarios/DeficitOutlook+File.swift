import Bookkeeping
import Modelling

extension DeficitOutlook? {
  /// The deficit of a scenario file, or none where the file has nothing on it.
  static func read(_ root: ScenarioPart) throws(Diagnostic) -> DeficitOutlook? {
    guard root.has("deficit") else { return nil }
    let part = try root.part(
      "deficit", keys: ["brought-forward", "eligible", "years", "transfers"])
    var faults: [Diagnostic] = []
    let years = part.each("years", keys: ["year", "funding", "cost"], noting: &faults) {
      (one) throws(Diagnostic) in
      DeficitOutlook.Year(
        try one.year("year"), funding: try one.money("funding"), cost: try one.money("cost"))
    }
    let transfers = part.each("transfers", keys: ["year", "base", "amount"], noting: &faults) {
      (one) throws(Diagnostic) in try BlockTransferOutlook(one)
    }
    if let fault = faults.first { throw fault }
    let brought = try part.money("brought-forward")
    let grant =
      part.has("eligible") ? StabilityGrant(eligible: try part.money("eligible")) : nil
    do {
      return try DeficitOutlook(
        broughtForward: brought, years: years, transfers: transfers, grant: grant)
    } catch {
      throw error.diagnostic(at: part.place)
    }
  }
}

extension BlockTransferOutlook {
  /// Without an amount, it is the most that the forum alone may agree.
  fileprivate init(_ part: ScenarioPart) throws(Diagnostic) {
    let (year, base) = (try part.year("year"), try part.money("base"))
    let amount = part.has("amount") ? try part.money("amount") : nil
    do {
      self =
        if let amount {
          try BlockTransferOutlook(in: year, base: base, amount: amount)
        } else {
          try .withinForum(in: year, base: base)
        }
    } catch {
      throw error.diagnostic(at: part.place)
    }
  }
}
