extension String {
  /// The text with every sign that steers a terminal, or turns the order of letters, shown: `‹1B›`.
  ///
  /// Tabs and ends of lines stay. A name, or a cell of a file, is read and moves nothing.
  public var showingControls: String {
    guard unicodeScalars.contains(where: \.isControl) else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      let digits = String(scalar.value, radix: 16, uppercase: true)
      shown += scalar.isControl ? "‹\(digits.count == 1 ? "0" : "")\(digits)›" : String(scalar)
    }
    return shown.replacing("‹0D›\n", with: "\r\n")
  }
}

extension Unicode.Scalar {
  /// Whether it is a sign of control, of C0 or C1, or one that turns the direction of what follows.
  public var isControl: Bool {
    switch value {
    case 0x09, 0x0A: false
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    case _: false
    }
  }
}
