import Bookkeeping
import Reporting

/// How an amount looks to a reader.
enum MoneyText {
  /// A minus joined to the figure, as finance prints it.
  private static let minus = "\u{2212}"

  /// Pounds and pence: `−1,234.50`.
  static func pounds(_ money: Money) -> String { (money < .zero ? minus : "") + money.grouped }

  /// Thousands of pounds with one decimal, rounded half away from nothing: `−1,234.5`.
  static func thousands(_ money: Money) -> String {
    let tenths = money.times(Fraction(1, over: 10_000))
    let magnitude = tenths.magnitude.pence
    let whole = Money(pence: magnitude / 10 * 100).grouped.dropLast(3)
    return (tenths < .zero ? minus : "") + whole + "." + String(magnitude % 10)
  }

  /// Pounds and pence with the sign of the pound, as a family reads it: `£1,234.50`.
  ///
  /// - Precondition: the amount is not negative. A family never sees a minus sign: reports for
  ///   families say in words what one would mean.
  static func family(_ money: Money) -> String {
    precondition(money >= .zero, "a family never sees a minus sign")
    return "£" + money.grouped
  }

  /// The thousands of pounds that are printed, in tenths, to see whether a table still adds.
  static func tenthsOfThousands(_ money: Money) -> Int64 {
    money.times(Fraction(1, over: 10_000)).pence
  }
}

/// How a share of one looks.
enum ShareText {
  /// One decimal, a half away from nothing: `7.3%`.
  static func percent(_ share: Fraction) -> String {
    let tenths = rounded(share * Fraction(1000))
    return (tenths < 0 ? "\u{2212}" : "") + decimal(tenths.magnitude, 10) + "%"
  }

  /// Per cent in digits for programs, to a thousandth: `7.334`.
  static func plain(_ share: Fraction) -> String {
    let thousandths = rounded(share * Fraction(100_000))
    return (thousandths < 0 ? "-" : "") + decimal(thousandths.magnitude, 1000)
  }

  private static func rounded(_ number: Fraction) -> Int64 {
    let half = Fraction(1, over: 2)
    return number < .zero ? -(half - number).floor : (number + half).floor
  }

  /// A number of parts of one, of which so many are one.
  private static func decimal(_ parts: UInt64, _ one: UInt64) -> String {
    "\(parts / one)." + String(parts % one + one).dropFirst()
  }
}

/// Whether money is printed in pounds and pence or in thousands of pounds.
public enum MoneyUnit: String, Sendable, CaseIterable {
  case pounds
  case thousands

  func text(_ money: Money) -> String {
    switch self {
    case .pounds: MoneyText.pounds(money)
    case .thousands: MoneyText.thousands(money)
    }
  }

  /// The unit as a caption gives it.
  var caption: String {
    switch self {
    case .pounds: "£"
    case .thousands: "£000"
    }
  }
}

/// Whom a report is for, and so how its amounts and gaps look.
public enum Reader: Hashable, Sendable {
  case finance(MoneyUnit)
  case family

  func text(_ money: Money) -> String {
    switch self {
    case .finance(let unit): unit.text(money)
    case .family: MoneyText.family(money)
    }
  }

  /// What stands for something that nobody knows yet.
  var unknown: String {
    switch self {
    case .finance: "n/k"
    case .family: "We do not know yet"
    }
  }

  func text(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): text
    case .money(let money, _): self.text(money)
    case .number(let number): String(number)
    case .share(let share): ShareText.percent(share)
    case .day(let day): day.description
    case .blank: ""
    case .unknown: unknown
    }
  }

  /// A caption, with the unit of its amounts where the amounts do not show it.
  func caption(of table: Table) -> String {
    guard case .finance(let unit) = self, table.columns.contains(where: { $0.kind == .money })
    else { return table.caption }
    return table.caption + ", \(unit.caption)"
  }
}
