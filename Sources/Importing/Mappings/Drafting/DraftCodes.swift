import Bookkeeping
import Funding
import Storage

/// The codes of a file that come to most, each with what stands beside it.
struct DraftCodes {
  private let codes: [String: CodeDrafted]

  private static let mostCodes = 40

  /// Reads a file through the mapping that is drafted so far, so that its sums are those of an import.
  ///
  /// - Throws: why nothing of the file can be read through it.
  init(_ file: SourceFile, through draft: String) throws(Diagnostic) {
    let mapping = try DraftCodes.mapping(draft)
    guard let salt = Salt(Array(repeating: 0, count: 32)) else {
      preconditionFailure("a salt is 32 bytes")
    }
    // Rows that are all outside ask for nothing of a ledger.
    let context = ImportContext(
      salt: salt, chart: DraftCodes.noChart, authority: "", named: "",
      opens: FinancialYear(starting: DayText.years.lowerBound).first)
    let sheet = SheetReader(file, DraftRows(format: PaymentsFormat(context, mapping)))
    let stopped: Diagnostic?
    do throws(SourceFile.Refusal) {
      stopped = try sheet.readAll(parted: mapping.separator)
    } catch {
      throw error.diagnostic(file.path)
    }
    if let stopped { throw stopped }
    codes = sheet.rows.codes
  }

  private static let notWritten = Diagnostic.error(
    "columns-not-found", "no mapping that can be read comes of the file",
    next: "write the mapping by hand: its page says what stands in one")

  private static let noChart = Chart(funds: [], partners: [])

  private static func mapping(_ draft: String) throws(Diagnostic) -> Mapping {
    do throws(WrittenFaults) {
      return try Mapping(draft, file: "mapping", chart: noChart) { _ throws(WrittenFaults) in
        throw WrittenFaults([])
      }
    } catch {
      throw error.list.first ?? DraftCodes.notWritten
    }
  }

  var lines: [String] {
    guard !codes.isEmpty else { return ["otherwise: outside"] }
    let sorted = codes.map { (code: $0.key, found: $0.value, isLikely: $0.value.isLikely($0.key)) }
      .sorted {
        ($0.isLikely ? 1 : 0, $0.found.amount.magnitude, $1.code)
          > ($1.isLikely ? 1 : 0, $1.found.amount.magnitude, $0.code)
      }
    let isShared = codes.values.contains { $0.centres.count > 1 }
    var lines =
      isShared
      ? [
        "# One code has several cost centres. Where the two decide together, rules say so first:",
        "# rules: [{code: \"1\", cost centre: \"2\", is: {fund: high-needs, line: 1.2.2}}]",
      ] : []
    lines += [
      "# Which of these is SEND money is for you to say: {fund: high-needs, line: 1.2.2}, compared or",
      "# suspense instead of outside. Those whose words sound like it come first.",
      "codes:",
    ]
    let shown = sorted.prefix(DraftCodes.mostCodes)
    for (code, found, _) in shown {
      let words = found.words.count <= 3 ? found.words.sorted().joined(separator: "; ") : "several"
      let rows = found.rows == 1 ? "1 row" : "\(found.rows) rows"
      let remark = [words, rows, "\(found.amount)"].filter { !$0.isEmpty }.joined(separator: ", ")
      lines.append("  \(quoted(code)): outside  # \(remark)")
    }
    if sorted.count > shown.count {
      lines.append("  # and \(sorted.count - shown.count) more codes, which are outside too")
    }
    return lines + ["otherwise: outside"]
  }
}

/// What the rows of a code come to, and what stands beside it.
struct CodeDrafted {
  private(set) var rows = 0
  private(set) var amount = Money.zero
  private(set) var words: Set<String> = []
  /// The first few cost centres beside it.
  private(set) var centres: Set<String> = []

  mutating func count(_ amount: Money, _ beside: String, _ centre: String) {
    rows += 1
    self.amount += amount
    if !beside.isEmpty, words.count < 4 { words.insert(beside) }
    if !centre.isEmpty, centres.count < 2 { centres.insert(centre) }
  }

  /// Whether the code or the words beside it are those of SEND, which a person looks at first.
  func isLikely(_ code: String) -> Bool {
    let text = (words + [code]).joined(separator: " ").lowercased()
    let whole = Set(text.split { !$0.isLetter }.map(String.init))
    return !whole.isDisjoint(with: ["sen", "send", "ehcp", "ehc", "dsg", "ehcps"])
      || [
        "top up", "top-up", "high needs", "special school", "special educ", "direct payment",
        "independent school", "personal budget", "alternative provision",
      ]
      .contains { text.contains($0) }
  }
}

/// Gathers what the codes of a list of payments come to.
private struct DraftRows: SheetRows {
  var format: any RowFormat<Meaning>
  let name = ImportKind.payments.rawValue
  let takesMapping = true
  let isExact = false
  var summary = SheetSummary()
  private(set) var codes: [String: CodeDrafted] = [:]
  /// By code without its spacing: as it is written first.
  ///
  /// A spreadsheet’s nought makes no other code.
  private var names: [String: String] = [:]
  private let code: Int?
  private let beside: Int?
  private let centre: Int?

  private static let mostCodes = 20_000

  init(format: PaymentsFormat) {
    self.format = format
    let fields = format.fields
    func mapped(_ name: String) -> Int? {
      fields.firstIndex {
        $0.name == name && ($0.isMapped || format.order?.contains(name) ?? false)
      }
    }
    code = mapped("code")
    beside = ["description", "area", "cost centre"].lazy.compactMap(mapped).first
    centre = mapped("cost centre")
  }

  mutating func take(_ row: TypedRow) {
    guard let code, case .outside(let amount)? = try? format.meaning(of: row) else { return }
    let text = row.text(code)
    guard !text.isEmpty, codes.count < DraftRows.mostCodes else { return }
    let name = names[Mapping.cleaned(text)] ?? text
    names[Mapping.cleaned(text)] = name
    codes[name, default: CodeDrafted()].count(
      amount, beside.map { row.text($0) } ?? "", centre.map { row.text($0) } ?? "")
  }

  mutating func pass(_ place: Place) {}
  mutating func refuse(_ diagnostic: Diagnostic) {}
}
