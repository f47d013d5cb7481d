/// A text that may stand in a ledger for ever, because it names nobody.
///
/// It is a value of the program's own types, the program's own words, or a person's text that has been through
/// a guard: there is no way from a plain string to one.
public struct LedgerText: Hashable, Sendable, CustomStringConvertible {
  public let words: String

  /// A value in the words in which it is kept.
  public init(_ value: some LedgerValue) { words = value.ledgerWords }

  /// A value with what it is: `record 12`.
  public init(_ name: StaticString, _ value: some LedgerValue) {
    words = "\(name) \(value.ledgerWords)"
  }

  /// What stands in a chain already, or has just been through a guard.
  package init(asRead words: String) { self.words = words }

  public var description: String { words }

  /// Whether there is a letter in it.
  public var saysSomething: Bool { words.contains(where: \.isLetter) }
}

extension LedgerText: ExpressibleByStringLiteral {
  /// The program's own words.
  public init(stringLiteral words: StaticString) { self.words = words.description }
}

/// A value of which the words can be no person's name.
public protocol LedgerValue: Sendable {
  /// The words in which it is kept, and read back.
  var ledgerWords: String { get }
}

extension LedgerText: LedgerValue {
  public var ledgerWords: String { words }
}

extension RawRepresentable<String> where Self: LedgerValue {
  public var ledgerWords: String { rawValue }
}

extension CustomStringConvertible where Self: LedgerValue {
  public var ledgerWords: String { description }
}

extension Money: LedgerValue {
  public var ledgerWords: String { plain }
}

extension Int: LedgerValue {}
extension Int64: LedgerValue {}
extension Day: LedgerValue {}
extension FinancialYear: LedgerValue {}
extension Month: LedgerValue {}
extension Fraction: LedgerValue {}
extension Digest: LedgerValue {}
