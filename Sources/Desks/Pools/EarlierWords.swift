/// Words in which agreements were written before, and today’s word for each.
///
/// Files and scenarios that people have are read as they are; what is written is written in today’s.
enum EarlierWords {
  /// By what stood for a name: the name.
  static let names = [
    "delivered-by": "delivered by", "risk-share": "risk share", "each-year": "each year",
    "who": "rule", "up-to": "takes", percentOfPool: "takes",
  ]

  /// The name under which a reach stood as per cent of the pool, without saying of what.
  static let percentOfPool = "up-to-percent"

  private static let values = [
    "lead-commissioner": "lead", "by-contribution": "by contribution",
    "own-services": "own services", "tagged-spend": "by tagged spend",
  ]

  /// Today’s word for a value.
  static func today(_ text: String) -> String { values[text] ?? text }
}
