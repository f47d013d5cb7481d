import Bookkeeping
import Funding

/// The department's allocation summary: every authority's four blocks before and after deductions.
///
/// Columns are found by what their headings say, of any year; the England row is the control. One
/// authority is posted, and the rest are outside.
struct DSGAllocationFormat: RowFormat {
  let fields = DSGAllocationFormat.specs
  private let authority: String
  /// What the ledger calls it, and what the sheet does.
  private let name: String
  private var printedName: (text: String, place: Place)?
  private let published: Day
  private var year: FinancialYear?
  private var sums = Array(repeating: Money.zero, count: figureCount)
  private var england: (place: Place, figures: [Money])?
  /// Whether there is a row for England, be it of use or not.
  private var hasEngland = false
  private var foundAuthority = false

  private static let blocks: [(fund: Fund, word: String)] = [
    (.schools, "schoolsblock"), (.central, "centralschoolservicesblock"),
    (.highNeeds, "highneedsblock"), (.earlyYears, "earlyyearsblock"),
  ]
  private static let whens = ["before", "after"]
  private static let figureCount = whens.count * (blocks.count + 1)
  private static let firstFigure = 2

  private static let specs: [FieldSpec] =
    [FieldSpec("code", .text, .position(0)), FieldSpec("name", .text, .position(1))]
    + whens.flatMap { when in
      blocks.map { block in
        FieldSpec("\(when) \(block.fund)", .price, .containing([when, block.word]))
      } + [
        // What an authority counts for in the sums of the sheet is its total before deductions.
        FieldSpec(
          "\(when) total", when == whens[0] ? .amount : .price,
          .containing([when, "totaldsgallocation"]))
      ]
    }

  init(authority: String, named name: String, published: Day) {
    self.authority = authority
    self.name = name
    self.published = published
  }

  mutating func begin(_ layout: Layout) throws(Diagnostic) {
    let heading = layout.headings.first { DSGAllocationFormat.year(in: $0) != nil } ?? ""
    guard let year = DSGAllocationFormat.year(in: heading) else {
      throw Diagnostic.error(
        "year-not-stated", "the headings do not say which year they are for",
        next: "use the sheet as the department publishes it, with its title")
    }
    self.year = year
  }

  /// The year in `2022 to 2023 DSG allocations`.
  private static func year(in heading: String) -> FinancialYear? {
    let words = heading.split { !$0.isNumber && !$0.isLetter }.map(String.init)
    for (index, word) in words.enumerated() where word == "to" && index > 0 {
      guard index + 1 < words.count, let first = Int(words[index - 1]),
        let second = Int(words[index + 1]), (1990...2099).contains(first), second == first + 1
      else { continue }
      return FinancialYear(starting: first)
    }
    return nil
  }

  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let code = row.text(0)
    let isAuthority = code.utf8.count == 3 && code.utf8.allSatisfy(isDigit)
    let isEngland = code.uppercased() == "ENGLAND"
    guard isAuthority || isEngland else { return .heading }
    if isEngland { hasEngland = true }
    if code == authority { foundAuthority = true }
    // The name is kept beside the number, for whoever reads the cells.
    let printed = row.text(1)
    if code == authority { printedName = (printed, row.place) }

    var figures: [Money] = []
    for field in DSGAllocationFormat.firstFigure..<fields.count {
      figures.append(try row.amount(field).money)
    }
    let half = figures.count / 2
    for start in [0, half] {
      let total = figures[start + half - 1]
      let parts = figures[start..<start + half - 1].total()
      guard parts == total else { throw notAdding(row, parts: parts, total: total) }
    }
    if isEngland {
      england = (row.place, figures)
      return .total(figures[half - 1])
    }
    for (index, figure) in figures.enumerated() { sums[index] += figure }
    guard code == authority else { return .outside(figures[half - 1]) }
    return .says(saying(figures))
  }

  private func saying(_ figures: [Money]) -> RowMeaning {
    let blocks = DSGAllocationFormat.blocks
    let half = figures.count / 2
    func byBlock(from start: Int) -> [Fund: Money] {
      Dictionary(
        uniqueKeysWithValues: blocks.indices.map { (blocks[$0].fund, figures[start + $0]) })
    }
    guard let year else { preconditionFailure("the headings are read before the rows") }
    let grant = GrantPublished(
      year, published: published, before: byBlock(from: 0), after: byBlock(from: half))
    return RowMeaning(
      amount: figures[half - 1], day: grant.day, intent: .post([.grantPublished(grant)]))
  }

  private func notAdding(_ row: TypedRow, parts: Money, total: Money) -> Diagnostic {
    .error(
      "figures-do-not-add", "the four blocks add to \(parts) and the total says \(total)",
      at: row.place, next: "use the sheet as the department publishes it")
  }

  func finish() -> Ending {
    var ending = Ending()
    if let england {
      for (index, stated) in england.figures.enumerated() {
        ending.controls.append(
          ControlTotal(
            name: "England, \(fields[DSGAllocationFormat.firstFigure + index].name)",
            place: england.place, stated: stated, found: sums[index]))
      }
    } else {
      ending.diagnostics.append(
        Diagnostic.error(
          "control-row-missing",
          hasEngland
            ? "the sheet’s row for England cannot be used" : "the sheet has no row for England",
          why: "it is the total by which the authorities are checked",
          next: "use the sheet as the department publishes it"))
    }
    if let printedName, !DSGAllocationFormat.isSame(name, printedName.text) {
      ending.doubts.append(
        Diagnostic(
          .warning, "authority-named-otherwise", at: printedName.place,
          problem:
            "the sheet calls authority \(authority) \(printedName.text), and the ledger \(name)",
          why: "one of the two numbers or names is another authority’s",
          next: "check the code and the authority in ledger.yaml"))
    }
    if !foundAuthority {
      ending.diagnostics.append(
        Diagnostic.error(
          "authority-not-in-sheet", "the sheet has no row for authority \(authority)",
          next: "check the authority's code in ledger.yaml"))
    }
    return ending
  }

  /// Whether two names are of one authority: the same words, but for those of its kind.
  private static func isSame(_ one: String, _ other: String) -> Bool {
    let usual: Set<Substring> = [
      "council", "county", "city", "borough", "metropolitan", "district", "london", "royal",
      "unitary",
      "authority", "mbc", "cc", "bc", "ua", "the", "of", "and", "st", "upon", "north", "south",
      "east",
      "west",
    ]
    func words(_ name: String) -> Set<Substring> {
      Set(name.lowercased().split { !$0.isLetter }).subtracting(usual)
    }
    return words(one) == words(other)
  }
}
