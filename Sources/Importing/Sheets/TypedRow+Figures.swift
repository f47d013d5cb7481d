import Bookkeeping
import Funding

/// A cell that says yes or no.
enum YesOrNo: String, CaseIterable {
  case yes, no
}

/// The figures that a file may give of a contract, as small as they really are.
///
/// They are multiplied with each other, and a slip of a key must not make a number that no sum holds.
enum Figure {
  static let quantityForm = "a number below 1000000, with two decimals at most"
  static let priceForm = "a price of one unit, below £1,000,000.00"
  static let savingForm = "a sum below £100,000,000.00"
  static let percentForm = "a percentage below 1000%, with two decimals at most"

  private static let mostUnits = Fraction(1_000_000)
  private static let mostPercent = Fraction(1000)
  static let mostPrice: Money = 1_000_000_00
  static let mostSaving: Money = 100_000_000_00

  static func quantity(_ text: String) -> Fraction? {
    Fraction(decimal: text).flatMap { isQuantity($0) ? $0 : nil }
  }

  static func isQuantity(_ units: Fraction) -> Bool {
    units < mostUnits && 100 % units.denominator == 0
  }

  /// Reads `5` or `5%`.
  static func percent(_ text: String) -> Fraction? {
    let digits = text.hasSuffix("%") ? String(text.dropLast()) : text
    return quantity(digits).flatMap { $0 < mostPercent ? $0 : nil }
  }

  static func whole(_ text: String, upTo most: Int) -> Int? {
    Int(text).flatMap { $0 >= 0 && $0 <= most ? $0 : nil }
  }
}

extension TypedRow {
  /// A number of units, where the cell has one.
  func quantity(_ field: some FieldPlace) throws(Diagnostic) -> Fraction? {
    try optional(field, Figure.quantityForm) { Figure.quantity($0) }
  }

  /// A whole number, where the cell has one.
  func whole(_ field: some FieldPlace, upTo most: Int) throws(Diagnostic) -> Int? {
    try optional(field, "a whole number up to \(most)") { Figure.whole($0, upTo: most) }
  }

  /// A whole number from one to another.
  func number(_ field: some FieldPlace, in range: ClosedRange<Int>) throws(Diagnostic) -> Int {
    try value(field, "a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// The price of one unit, where the cell has one.
  func price(_ field: some FieldPlace) throws(Diagnostic) -> Money? {
    try amount(field, below: Figure.mostPrice, Figure.priceForm)
  }

  /// What is saved by one step, where the cell says it.
  func saving(_ field: some FieldPlace) throws(Diagnostic) -> Money? {
    try amount(field, below: Figure.mostSaving, Figure.savingForm)
  }

  private func amount(_ field: some FieldPlace, below most: Money, _ what: String)
    throws(Diagnostic)
    -> Money?
  {
    if isEmpty(field) { return nil }
    let amount = try amount(field).money
    guard amount.magnitude < most else { throw fault(.notA(what), field) }
    return amount
  }

  /// A day, where the cell has one.
  func optionalDay(_ field: some FieldPlace) throws(Diagnostic) -> Day? {
    isEmpty(field) ? nil : try day(field)
  }

  /// Days with spaces between them.
  func days(_ field: some FieldPlace) throws(Diagnostic) -> [Day] {
    let what = "days such as 31/08/2027, with spaces between them"
    return try optional(field, what) { text in
      let days = text.split(separator: " ").map { try? DayText.read(Array($0.utf8)[...]) }
      return days.contains(nil) ? nil : days.compactMap(\.self)
    } ?? []
  }

  /// Yes or no, where the cell says it.
  func answer(_ field: some FieldPlace) throws(Diagnostic) -> Bool? {
    isEmpty(field) ? nil : try word(field, YesOrNo.self) == .yes
  }

  /// A word from a list, where the cell has one.
  func optionalWord<Word: RawRepresentable & CaseIterable>(
    _ field: some FieldPlace, _ type: Word.Type
  )
    throws(Diagnostic) -> Word? where Word.RawValue == String
  {
    isEmpty(field) ? nil : try word(field, type)
  }

  /// A contract's reference.
  ///
  /// One that begins as a request's does would be taken for a request.
  func contract(_ field: some FieldPlace) throws(Diagnostic) -> ContractReference {
    try value(field, "a contract's reference, such as SALT-2026, that does not begin with D-") {
      DecisionReference($0) == nil ? ContractReference($0) : nil
    }
  }

  /// A plan line, where the cell has one: `SPB-004655/2`.
  func optionalLine(_ field: some FieldPlace) throws(Diagnostic) -> PlanLineReference? {
    try optional(field, "a plan line, such as SPB-004655/2") { PlanLineReference($0) }
  }
}

extension TypedRow {
  /// Whether it has headings of the file, three of them at least and all but one of its cells, and not in their places.
  var isOfHeadings: Bool {
    let filled = fields.indices.filter { layout.columns[$0] != nil && !isEmpty($0) }
    let headings = layout.headings.map(Heading.key)
    let cells = filled.map { Heading.key(of: text($0)) }
    let named = cells.count { headings.contains($0) }
    return named > 2 && named + 1 >= filled.count
      && zip(filled, cells).contains { headings[$0] != $1 }
  }
}
