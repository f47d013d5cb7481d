public import Bookkeeping
public import Funding

/// Reads the rows of one kind of file.
///
/// Of a file that is imported a row says a ``Meaning``; of a table that is reckoned with, a row of it.
protocol RowFormat<Said> {
  associatedtype Said
  var fields: [FieldSpec] { get }
  /// The fields in the order of the columns, where files of this kind have no headings.
  var order: [String]? { get }
  /// How days and amounts are written in such a file.
  var forms: CellForms { get }
  /// The columns that say how much went which way, where files write that in more than one way.
  var money: MoneyColumns? { get }

  /// Told of the headings before the first row.
  mutating func begin(_ layout: Layout) throws(Diagnostic)

  /// What a row says.
  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Said

  /// What the file as a whole got wrong, and what its own totals say.
  func finish() -> Ending
}

/// What a row says, before it is sealed with its identity.
enum Meaning {
  case says(RowMeaning)
  case outside(Money)
  case nothing
  case total(Money)
  case heading
}

/// What a row says that could be posted.
struct RowMeaning {
  let amount: Money
  let day: Day
  let intent: Intent
  var texts: [KeptText] = []
}

/// What there is to say at the end of a file.
struct Ending {
  var diagnostics: [Diagnostic] = []
  var controls: [ControlTotal] = []
  /// What a person should look at, and what stops nothing.
  var doubts: [Diagnostic] = []
  /// What each code or rule of a mapping caught, those that fell outside among them.
  var caught: [CaughtRows] = []
  /// The codes of the mapping that no row has.
  var unusedCodes: [String] = []
}

/// What one code or rule of a mapping caught of a file, and where it first stands.
public struct CaughtRows: Hashable, Sendable {
  /// The code, with the cost centre where rules go by it, or whom a payee’s rule names.
  public let code: String
  /// The number of the rule, from 1, where one caught it.
  public let rule: Int?
  /// What such rows become.
  public let becomes: Becomes
  public internal(set) var rows = 1
  public internal(set) var amount: Money
  public let firstRow: Int
  /// A code of the mapping that it nearly is.
  public internal(set) var near: String?

  /// What rows become by a mapping.
  public enum Becomes: Hashable, Sendable {
    case place(String)
    case compared
    case suspense
    case outside
    case line(PlanLineReference)
    case council
    case notNamed
  }

  init(
    _ code: String, rule: Int? = nil, _ becomes: Becomes, _ amount: Money, firstRow: Int
  ) {
    self.code = code
    self.rule = rule
    self.becomes = becomes
    self.amount = amount
    self.firstRow = firstRow
  }

  mutating func count(_ amount: Money) {
    rows += 1
    self.amount += amount
  }
}

/// A total that a file states, beside what its rows add to.
public struct ControlTotal: Hashable, Sendable {
  public let name: String
  public let place: Place
  public let stated: Money
  public let found: Money

  public var agrees: Bool { stated == found }
}

extension RowFormat {
  var order: [String]? { nil }

  var forms: CellForms { .usual }

  var money: MoneyColumns? { nil }

  mutating func begin(_ layout: Layout) throws(Diagnostic) {}

  func finish() -> Ending { Ending() }
}

/// Why what a row says cannot be.
protocol RowRefusal: Error {
  func diagnostic(at place: Place?) -> Diagnostic
}

extension PlanLine.Refusal: RowRefusal {}

extension TypedRow {
  /// Makes something of what the row says; a refusal is said with the place of the row.
  func making<Value>(_ make: () throws -> Value) throws(Diagnostic) -> Value {
    do {
      return try make()
    } catch let refusal as any RowRefusal {
      throw refusal.diagnostic(at: place)
    } catch let diagnostic as Diagnostic {
      throw diagnostic
    } catch {
      preconditionFailure("a row is refused in the ways listed here")
    }
  }
}

extension CaughtRows.Becomes {
  /// A place at which a fund pays.
  package init(_ fund: Fund, _ use: Use) {
    self = .place(
      [fund.description, use.line?.rawValue, use.setting?.rawValue].compactMap(\.self)
        .joined(separator: " "))
  }

  /// What such rows become, in a few words.
  package var words: String {
    switch self {
    case .place(let place): place
    case .compared: "compared"
    case .suspense: "suspense"
    case .outside: "outside"
    case .line(let line): line.code
    case .council: "the council"
    case .notNamed: "held: not named"
    }
  }
}
