import Bookkeeping

/// The codes of a file that come to most, each with what stands beside it.
struct DraftCodes {
  private var codes: [String: Found] = [:]

  private struct Found {
    var rows = 0
    var amount = Money.zero
    var words: Set<String> = []

    /// Whether the words beside it are those of SEND, which a person looks at first.
    var isLikely: Bool {
      let text = words.joined(separator: " ").lowercased()
      let whole = Set(text.split { !$0.isLetter }.map(String.init))
      return !whole.isDisjoint(with: ["sen", "send", "ehcp", "ehc", "dsg", "ehcps"])
        || [
          "top up", "top-up", "high needs", "special school", "special educ", "direct payment",
          "independent school", "personal budget", "alternative provision",
        ]
        .contains { text.contains($0) }
    }
  }

  private static let mostCodes = 40

  init(_ file: SourceFile, _ separator: Separator, _ columns: DraftColumns) throws(Diagnostic) {
    guard let code = columns.places["code"], let amount = columns.places["amount"] else { return }
    let beside = ["description", "area", "cost centre"].compactMap { columns.places[$0] }.first
    var codes: [String: Found] = [:]
    var names: [String: String] = [:]
    do throws(SourceFile.Refusal) {
      let csv = try CSVReader(file, parted: separator) { row in
        guard row.count > code, row.count > amount, codes.count < 20_000 else { return }
        let text = file.encoding.text(row[code].trimmed)
        let cell = file.encoding.utf8(row[amount]).trimmed
        guard !text.isEmpty, let sum = try? CellForms.likely.amount(cell) else { return }
        // A spreadsheet’s nought makes no other code.
        let name = names[Mapping.cleaned(text)] ?? text
        names[Mapping.cleaned(name)] = name
        codes[name, default: Found()].rows += 1
        codes[name]?.amount += sum.money
        if let beside, row.count > beside, (codes[name]?.words.count ?? 0) < 4 {
          codes[name]?.words.insert(file.encoding.text(row[beside].trimmed))
        }
      }
      while (try? csv.advance()) ?? false {}
    } catch {
      throw error.diagnostic(file.path)
    }
    self.codes = codes
  }

  var lines: [String] {
    guard !codes.isEmpty else { return ["otherwise: outside"] }
    let sorted = codes.map {
      (
        code: $0.key, found: $0.value,
        isLikely: $0.value.isLikely
          || Found(
            rows: 0, amount: .zero, words: [$0.key]
          ).isLikely
      )
    }
    .sorted {
      ($0.isLikely ? 1 : 0, $0.found.amount.magnitude, $1.code)
        > ($1.isLikely ? 1 : 0, $1.found.amount.magnitude, $0.code)
    }
    var lines = [
      "# Which of these is SEND money is for you to say: {fund: high-needs, line: 1.2.2}, compared or",
      "# suspense instead of outside. Those whose words sound like it come first.",
      "codes:",
    ]
    let shown = sorted.prefix(DraftCodes.mostCodes)
    for (code, found, _) in shown {
      let words = found.words.count <= 3 ? found.words.sorted().joined(separator: "; ") : "several"
      let rows = found.rows == 1 ? "1 row" : "\(found.rows) rows"
      lines.append(
        "  \(quoted(code)): outside  # \([words, rows, "\(found.amount)"].filter { !$0.isEmpty }.joined(separator: ", "))"
      )
    }
    if sorted.count > shown.count {
      lines.append("  # and \(sorted.count - shown.count) more codes, which are outside too")
    }
    return lines + ["otherwise: outside"]
  }
}
