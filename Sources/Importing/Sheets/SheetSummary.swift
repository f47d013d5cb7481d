public import Bookkeeping

/// What there was in a file besides its rows.
public struct SheetSummary: Sendable {
  /// The mark between the cells.
  public internal(set) var separator = Separator.comma
  /// The rows that are the headings, by their numbers.
  public internal(set) var headingRows: [Int] = []
  /// Rows before the headings.
  public internal(set) var preamble = 0
  /// Rows that are headings, or the file's own subtotals and remarks.
  public internal(set) var headings = 0
  public internal(set) var blanks = 0
  /// Rows with empty cells behind the last heading.
  public internal(set) var wider = 0
  public internal(set) var totals = 0
  public internal(set) var controls: [ControlTotal] = []
  /// What is wrong with the file as a whole.
  public internal(set) var faults: [Diagnostic] = []
  /// What a person should look at in the file as a whole, and what stops nothing.
  public package(set) var doubts: [Diagnostic] = []
  /// The fields whose columns the mapping names, and the file does not have.
  public internal(set) var missing: [String] = []
  /// What each code or rule of the mapping caught, the largest sums first.
  public internal(set) var caught: [CaughtRows] = []
  /// The codes of the mapping that no row has.
  public internal(set) var unusedCodes: [String] = []
  /// Amounts with binary noise, in brackets, or with the remains of a nought.
  public internal(set) var notes: [ReadAmount.Note: Int] = [:]
  public internal(set) var firstDay: Day?
  public internal(set) var lastDay: Day?
  /// The months of all rows that have a day, those that are outside or nil among them.
  public internal(set) var listedMonths: Set<Month> = []
  /// The months of the rows.
  public internal(set) var months: Set<Month> = []

  public init() {}

  /// What fell outside, by its code.
  public var outside: [CaughtRows] {
    caught.filter { $0.becomes == .outside && !$0.code.isEmpty }
  }
}
