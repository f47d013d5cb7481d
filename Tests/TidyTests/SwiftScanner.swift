/// Tells comments, literals and code apart, a byte at a time.
///
/// It knows line comments, block comments, one-line and many-line literals, and code that is
/// interpolated into a literal. Literals between `#` are not known, and the project has none.
struct SwiftScanner {
  private enum Within {
    case code
    case literal(isLong: Bool)
    /// Code between the brackets of an interpolation, and how many of its own are open.
    case interpolation(depth: Int)
  }

  private let bytes: [UInt8]
  private var at = 0
  private var line = 1
  private var within: [Within] = [.code]
  private var texts: [[UInt8]] = []
  private var starts: [(line: Int, before: String)] = []
  private(set) var code: [UInt8] = []
  private(set) var literals: [SwiftText.Literal] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func run() {
    while at < bytes.count {
      switch within[within.count - 1] {
      case .code: readCode()
      case .interpolation(let depth): readInterpolation(depth)
      case .literal(let isLong): readLiteral(isLong: isLong)
      }
    }
  }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[at...].starts(with: $0) }
  }

  private mutating func readCode() {
    if isNext("//") { return skipLine() }
    if isNext("/*") { return skipBlock() }
    if isNext("\"") { return open(isLong: isNext("\"\"\"")) }
    copy()
  }

  private mutating func readInterpolation(_ depth: Int) {
    switch bytes[at] {
    case UInt8(ascii: "("):
      within[within.count - 1] = .interpolation(depth: depth + 1)
      copy()
    case UInt8(ascii: ")") where depth == 0:
      within.removeLast()
      copy()
    case UInt8(ascii: ")"):
      within[within.count - 1] = .interpolation(depth: depth - 1)
      copy()
    default: readCode()
    }
  }

  private mutating func readLiteral(isLong: Bool) {
    if isNext("\\(") {
      within.append(.interpolation(depth: 0))
      code.append(UInt8(ascii: "("))
      at += 2
    } else if isNext("\\"), at + 1 < bytes.count {
      keep()
      keep()
    } else if isLong ? isNext("\"\"\"") : isNext("\"") {
      close(isLong: isLong)
    } else {
      keep()
    }
  }

  private mutating func open(isLong: Bool) {
    let before = code.suffix(160).filter { $0 > UInt8(ascii: " ") }
    starts.append((line, String(decoding: before, as: UTF8.self)))
    texts.append([])
    within.append(.literal(isLong: isLong))
    code.append(UInt8(ascii: "\""))
    at += isLong ? 3 : 1
  }

  private mutating func close(isLong: Bool) {
    within.removeLast()
    code.append(UInt8(ascii: "\""))
    at += isLong ? 3 : 1
    guard let start = starts.popLast(), let text = texts.popLast() else { return }
    literals.append(
      SwiftText.Literal(
        line: start.line, text: String(decoding: text, as: UTF8.self), before: start.before))
  }

  private mutating func copy() {
    countLine()
    code.append(bytes[at])
    at += 1
  }

  private mutating func keep() {
    countLine()
    if bytes[at] == UInt8(ascii: "\n") { code.append(bytes[at]) }
    if !texts.isEmpty { texts[texts.count - 1].append(bytes[at]) }
    at += 1
  }

  private mutating func countLine() {
    if bytes[at] == UInt8(ascii: "\n") { line += 1 }
  }

  private mutating func skipLine() {
    while at < bytes.count, bytes[at] != UInt8(ascii: "\n") { at += 1 }
  }

  private mutating func skipBlock() {
    while at < bytes.count, !isNext("*/") {
      if bytes[at] == UInt8(ascii: "\n") { copy() } else { at += 1 }
    }
    at = min(at + 2, bytes.count)
  }
}
