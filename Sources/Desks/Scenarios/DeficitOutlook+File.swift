import Importing
import Modelling

extension DeficitOutlook? {
  /// The deficit of a scenario file, or none where the file has nothing on it.
  static func read(_ root: WrittenPart) -> DeficitOutlook? {
    let names: WrittenNames = ["brought-forward", "eligible", "years", "transfers"]
    guard let part = root.optionalPart("deficit", names) else { return nil }
    let years = part.each("years", ["year", "funding", "cost"]) { one -> DeficitOutlook.Year? in
      let (year, funding, cost) = (one.year("year"), one.amount("funding"), one.amount("cost"))
      guard let year, let funding, let cost else { return nil }
      return DeficitOutlook.Year(year, funding: funding, cost: cost)
    }
    let transfers = part.each("transfers", ["year", "base", "amount"], BlockTransferOutlook.init)
    let brought = part.amount("brought-forward")
    let eligible = part.has("eligible") ? part.amount("eligible") : nil
    guard let years, let transfers, let brought else { return nil }
    do {
      return try DeficitOutlook(
        broughtForward: brought, years: years, transfers: transfers,
        grant: eligible.map { StabilityGrant(eligible: $0) })
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
  }
}

extension BlockTransferOutlook {
  /// Without an amount, it is the most that the forum alone may agree.
  fileprivate init?(_ part: WrittenPart) {
    let (year, base) = (part.year("year"), part.amount("base"))
    let amount = part.has("amount") ? part.amount("amount") : nil
    guard let year, let base else { return nil }
    do {
      self =
        if let amount {
          try BlockTransferOutlook(in: year, base: base, amount: amount)
        } else {
          try .withinForum(in: year, base: base)
        }
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
  }
}
