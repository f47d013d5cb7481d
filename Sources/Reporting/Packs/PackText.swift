import Bookkeeping
import Modelling

/// How a pack's figures look in a sentence.
enum PackText {
  /// `£2.7 million`, or `£421,000` below a million.
  static func rounded(_ money: Money) -> String {
    let pence = money.magnitude.pence
    let minus = money < .zero ? "\u{2212}" : ""
    // From £999,500 on, the nearest thousand is a million.
    if pence >= 99_950_000 {
      let tenths = (pence + 5_000_000) / 10_000_000
      return "\(minus)£\(count(Int(tenths / 10))).\(tenths % 10) million"
    }
    let thousands = (pence + 50_000) / 100_000
    return thousands == 0 ? "nothing" : "\(minus)£\(thousands),000"
  }

  /// `5 years`, or `1 year`.
  static func years(_ number: Int) -> String { number == 1 ? "1 year" : "\(number) years" }

  /// One decimal: `3.0%`.
  static func percent(_ percentage: Percentage) -> String {
    let tenths = percentage.toTenths.thousandths.magnitude / 100
    return (percentage.toTenths < .zero ? "\u{2212}" : "") + "\(tenths / 10).\(tenths % 10)%"
  }

  /// `grows by 0.5%`, or `falls by 0.5%`.
  static func grows(_ rate: Percentage) -> String {
    (rate < .zero ? "falls by " : "grows by ") + size(rate)
  }

  /// `grow by 0.5%`, or `fall by 0.5%`.
  static func grow(_ rate: Percentage) -> String {
    (rate < .zero ? "fall by " : "grow by ") + size(rate)
  }

  /// `raise contributions by 6.1%`, or `lower contributions by 0.5%`.
  static func raise(_ rate: Percentage) -> String {
    (rate < .zero ? "lower" : "raise") + " contributions by " + size(rate)
  }

  /// `6.0% less`, or `6.0% more`.
  static func away(_ share: Percentage) -> String {
    size(share) + (share < .zero ? " less" : " more")
  }

  /// `3.0% a year`, or `3.0% a year, and 4.0% from 2029-30`.
  static func yearly(_ rate: YearlyRate) -> String {
    "\(percent(rate.first)) a year"
      + rate.changes.map { ", and \(percent($0.rate)) from \($0.from)" }.joined()
  }

  private static func size(_ share: Percentage) -> String {
    percent(share < .zero ? -share : share)
  }

  /// A number in groups of three: `20,000`.
  static func count(_ number: Int) -> String {
    String(Money(pence: Int64(number) * 100).grouped.dropLast(3))
  }

  /// A chance as so many times in twenty: `19 in 20`.
  static func chance(_ chance: Fraction) -> String {
    let fortieths = (chance * Fraction(40)).floor
    let twentieths = (fortieths + 1) / 2
    if twentieths >= 20 { return "over 19 in 20" }
    if twentieths <= 0 { return "under 1 in 20" }
    let share = Fraction(twentieths, over: 20)
    return "\(share.numerator) in \(share.denominator)"
  }

  /// `Education, social care and ICB`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    words.count < 2
      ? words.joined() : words.dropLast().joined(separator: ", ") + " \(last) " + (words.last ?? "")
  }
}
