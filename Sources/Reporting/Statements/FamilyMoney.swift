import Bookkeeping

extension Money {
  /// The amount in a sentence for a family: £1,170, or £1,220.50 where there are pence.
  var inWords: String {
    precondition(self >= .zero, "a family never sees a minus sign")
    let text = "£" + grouped
    return pence % 100 == 0 ? String(text.dropLast(3)) : text
  }
}

/// A word for one thing or for several.
func plural(_ count: Int, _ one: String, _ many: String) -> String {
  "\(count) \(count == 1 ? one : many)"
}
