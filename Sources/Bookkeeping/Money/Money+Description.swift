extension Money: CustomStringConvertible {
  /// The amount as a message quotes it: `£1,234.50`, and `−£12.00` where it is negative.
  public var description: String {
    (pence < 0 ? "\u{2212}£" : "£") + grouped
  }

  /// Pounds and pence without sign or symbol, in groups of three: `1,234.50`.
  public var grouped: String {
    let digits = String(pence.magnitude / 100)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text + "." + twoDigits(pence.magnitude % 100)
  }

  /// Pounds and pence as a program reads them: `-1234.50`.
  public var plain: String {
    (pence < 0 ? "-" : "") + String(pence.magnitude / 100) + "."
      + twoDigits(pence.magnitude % 100)
  }
}

/// The number with a nought before it where it has one digit.
func twoDigits(_ number: some BinaryInteger) -> String {
  (number < 10 ? "0" : "") + String(number)
}
