/// Text read as money, and what had to be said about it.
public struct ReadAmount: Hashable, Sendable {
  public let money: Money
  public let note: Note?

  public init(money: Money, note: Note?) {
    self.money = money
    self.note = note
  }

  /// What is said of an amount that was accepted in a form that a careful reader would remark on.
  public enum Note: String, Hashable, Sendable, CaseIterable {
    /// Binary noise such as `1136.8400000000001`, taken as the penny that it stands for.
    case noise
    /// Brackets, `(12.00)`, taken as a minus.
    case brackets
    /// A power of ten too small to be money, such as `6.8E-13`: what is left of a nought.
    case exponentTooSmall
    /// A minus behind the amount, `12.00-`.
    case minusBehind
    /// A dash for nothing, `-` or `£ -`, as a spreadsheet's accounts show a nought.
    case dash
  }
}

extension Money {
  /// What no amount that people write comes to: a trillion pounds.
  public static let tooLarge: Money = 1_000_000_000_000_00

  /// Reads a sum back that the program wrote: those of a file come to less than ten trillion pounds.
  package init?(written text: String) {
    guard let read = try? Money.read(Array(text.utf8)[...], upTo: 13) else { return nil }
    self = read.money
  }

  /// Why a text is not an amount of money.
  public enum ParsingFailure: Error, Hashable, Sendable {
    /// The text is empty or only spaces.
    case empty
    /// The text is not wholly an amount.
    case notAnAmount
    /// The amount is not a whole number of pence.
    case fractionOfAPenny
    /// The amount is a trillion pounds or more.
    case tooLarge
  }

  /// Reads an amount as people type it: `1234.5`, `-£1,234.50`, `.54`.
  ///
  /// - Throws: a ``ParsingFailure`` where the whole text is not an exact number of pence.
  public init(parsing text: String) throws(ParsingFailure) {
    let read = try Money.read(Array(text.utf8)[...])
    guard read.note == nil else { throw .notAnAmount }
    self = read.money
  }

  /// Reads an amount from the bytes of a cell, and says what it had to overlook.
  ///
  /// Spaces around it, a pound sign, a minus on either side of that, thousands between commas and a
  /// missing nought before the point are accepted; brackets or a minus behind for a minus, and a dash for
  /// nothing, with a note. Three digits behind the point of one to three are none: `1.500` may be thousands. A
  /// value within a millionth of a penny of a whole number of pence is that number,
  /// with a note.
  /// `digits` is how many there may be before the point.
  public static func read(
    _ bytes: ArraySlice<UInt8>, upTo digits: Int = 12
  ) throws(ParsingFailure) -> ReadAmount {
    try bytes.withUnsafeBufferPointer { (bytes) throws(ParsingFailure) -> ReadAmount in
      var scanner = AmountScanner(bytes)
      return try scanner.amount(upTo: digits)
    }
  }
}

/// One walk over the bytes of an amount.
private struct AmountScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var start: Int
  private var end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    start = 0
    end = bytes.count
    while start < end, isBlank(bytes[start]) { start += 1 }
    while start < end, isBlank(bytes[end - 1]) { end -= 1 }
  }

  private var isAtEnd: Bool { start == end }

  /// The next byte, or none at the end.
  private var next: UInt8? { start < end ? bytes[start] : nil }

  mutating func amount(upTo digits: Int) throws(Money.ParsingFailure) -> ReadAmount {
    guard !isAtEnd else { throw .empty }
    if takeDash() { return ReadAmount(money: .zero, note: .dash) }
    var inBrackets = takeBrackets()
    let isMinusBehind = !inBrackets && takeMinusBehind()
    var isNegative = try signAndSymbol()
    // The pound sign may stand before the brackets.
    if !inBrackets, takeBrackets() {
      if isNegative || isMinusBehind { throw .notAnAmount }
      inBrackets = true
    }
    if inBrackets || isMinusBehind {
      if isNegative { throw .notAnAmount }
      isNegative = true
    }

    let pounds = try wholePounds()
    var decimals = Decimals()
    if take(UInt8(ascii: ".")) {
      guard let first = next, isDigit(first) else { throw .notAnAmount }
      while let digit = next, isDigit(digit) {
        decimals.append(digit - UInt8(ascii: "0"))
        start += 1
      }
    } else if pounds.digits == 0 {
      throw .notAnAmount
    }
    if !isAtEnd {
      // With more before the point than one digit, a small power of ten may still be money.
      guard pounds.digits <= 1 else { throw .notAnAmount }
      try exponentTooSmall()
      return ReadAmount(money: .zero, note: .exponentTooSmall)
    }
    guard pounds.digits <= digits else { throw .tooLarge }
    // `1.500` is a thousand and a half where points part the thousands.
    if decimals.isLikeThousands, pounds.value > 0, pounds.digits <= 3 { throw .fractionOfAPenny }
    let (pence, isNoise) = try decimals.pence()
    let total = pounds.value * 100 + pence
    let note: ReadAmount.Note? =
      isNoise ? .noise : inBrackets ? .brackets : isMinusBehind ? .minusBehind : nil
    return ReadAmount(money: Money(pence: isNegative ? -total : total), note: note)
  }

  private mutating func takeBrackets() -> Bool {
    guard end - start > 1, next == UInt8(ascii: "("), bytes[end - 1] == UInt8(ascii: ")") else {
      return false
    }
    start += 1
    end -= 1
    return true
  }

  /// A minus behind digits.
  private mutating func takeMinusBehind() -> Bool {
    guard end - start > 1, bytes[end - 1] == UInt8(ascii: "-"), isDigit(bytes[end - 2]) else {
      return false
    }
    end -= 1
    return true
  }

  /// A dash that is all there is, but for a pound sign and spaces.
  private mutating func takeDash() -> Bool {
    var place = start
    if end - place >= 2, bytes[place] == 0xC2, bytes[place + 1] == 0xA3 { place += 2 }
    while place < end, isBlank(bytes[place]) { place += 1 }
    guard end - place == 1, bytes[place] == UInt8(ascii: "-") else { return false }
    start = end
    return true
  }

  /// `-£`, `£-`, `£`, `-`, `+` or nothing, and spaces behind the pound sign.
  ///
  /// A true minus (U+2212) counts as one.
  private mutating func signAndSymbol() throws(Money.ParsingFailure) -> Bool {
    var isNegative = takeMinus()
    if !isNegative { _ = take(UInt8(ascii: "+")) }
    guard take(0xC2, 0xA3) else { return isNegative }
    while let byte = next, isBlank(byte) { start += 1 }
    if takeMinus() {
      if isNegative { throw .notAnAmount }
      isNegative = true
    }
    return isNegative
  }

  /// Digits, or digits in threes between commas.
  private mutating func wholePounds() throws(Money.ParsingFailure) -> (value: Int64, digits: Int) {
    var value: Int64 = 0
    var digits = 0
    var sinceComma: Int?
    while let byte = next {
      if isDigit(byte) {
        // Thirteen digits are refused in any case, so the value need not be kept beyond them.
        if digits < 13 { value = value * 10 + Int64(byte - UInt8(ascii: "0")) }
        if value != 0 || digits == 0 { digits += 1 }
        sinceComma = sinceComma.map { $0 + 1 }
      } else if byte == UInt8(ascii: ",") {
        guard sinceComma.map({ $0 == 3 }) ?? (1...3).contains(digits) else { throw .notAnAmount }
        sinceComma = 0
      } else {
        break
      }
      start += 1
    }
    guard sinceComma.map({ $0 == 3 }) ?? true else { throw .notAnAmount }
    return (value, digits)
  }

  /// Accepts what is left of a nought in binary arithmetic, `E-7` and smaller, and nothing else.
  private mutating func exponentTooSmall() throws(Money.ParsingFailure) {
    guard take(UInt8(ascii: "E")) || take(UInt8(ascii: "e")), take(UInt8(ascii: "-")) else {
      throw .notAnAmount
    }
    var exponent = 0
    guard !isAtEnd else { throw .notAnAmount }
    while let byte = next {
      guard isDigit(byte), exponent < 1000 else { throw .notAnAmount }
      exponent = exponent * 10 + Int(byte - UInt8(ascii: "0"))
      start += 1
    }
    guard exponent >= 9 else { throw .notAnAmount }
  }

  private mutating func takeMinus() -> Bool { take(UInt8(ascii: "-")) || take(0xE2, 0x88, 0x92) }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    start += 1
    return true
  }

  private mutating func take(_ first: UInt8, _ second: UInt8, _ third: UInt8? = nil) -> Bool {
    let count = third == nil ? 2 : 3
    guard end - start >= count, bytes[start] == first, bytes[start + 1] == second,
      third == nil || bytes[start + 2] == third
    else { return false }
    start += count
    return true
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}

/// The digits behind the point: two that are pence, and those that ought to be nought.
private struct Decimals {
  private var count = 0
  private var value: Int64 = 0
  private var isAllNoughts = true
  private var isAllNines = true
  private var beyond = false

  /// Pence have two decimals, and a millionth of a penny has six more.
  private static let pennyDigits = 2
  private static let noiseDigits = 8

  mutating func append(_ digit: UInt8) {
    if count < Decimals.pennyDigits {
      value = value * 10 + Int64(digit)
    } else if count < Decimals.noiseDigits {
      if digit != 0 { isAllNoughts = false }
      if digit != 9 { isAllNines = false }
    }
    if count >= Decimals.pennyDigits, digit != 0 { beyond = true }
    count += 1
  }

  /// Whether they are three, as the digits of a thousand.
  var isLikeThousands: Bool { count == 3 }

  func pence() throws(Money.ParsingFailure) -> (pence: Int64, isNoise: Bool) {
    if count == 1 { return (value * 10, false) }
    if !beyond { return (value, false) }
    guard count > Decimals.noiseDigits else { throw .fractionOfAPenny }
    if isAllNoughts { return (value, true) }
    if isAllNines { return (value + 1, true) }
    throw .fractionOfAPenny
  }
}
