import Testing

/// L12: each fault has its place, cause and remedy, the rest is reported, and nothing is
/// half-written.
struct MessagePromise {
  /// A row with a fault in it, and the code by which it is known.
  private static let faults: [(code: String, row: String)] = [
    ("date-missing", BadInput.row(1).replacing("01/10/2026", with: "")),
    ("date-unreadable", BadInput.row(1).replacing("01/10/2026", with: "soon")),
    ("date-impossible", BadInput.row(1).replacing("01/10/2026", with: "31/02/2026")),
    ("date-out-of-range", BadInput.row(1).replacing("2026", with: "1066")),
    ("date-is-number", BadInput.row(1).replacing("01/10/2026", with: "46296")),
    ("amount-missing", BadInput.row(1, "")),
    ("amount-unreadable", BadInput.row(1, "ten")),
    ("amount-fraction-of-penny", BadInput.row(1, "1.005")),
    ("amount-too-large", BadInput.row(1, "1000000000000000.00")),
    ("cell-holds-nul", BadInput.row(1).replacing("Oak", with: "O\0ak")),
    (
      "cell-too-long", BadInput.row(1).replacing("Oak", with: String(repeating: "O", count: 40_000))
    ),
  ]

  /// Every fault, each between two rows that can be used.
  private static let file =
    BadInput.heading + BadInput.row(1, "1.00")
    + faults.enumerated().map { $0.element.row + good($0.offset) }.joined()

  private static func good(_ index: Int) -> String {
    BadInput.row(2 + index % 8, "2.00").replacing("T", with: "G\(index)-")
  }

  @Test
  func
    `L12: every fault of a file is said with place, cause and next step, and the rest is reported`()
    async throws
  {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(Self.file, named: "faults.csv")
    #expect(answer.status == 2)
    let messages = answer.err.split(separator: "\n", omittingEmptySubsequences: false)
      .split { $0.hasPrefix("faults.csv:") }
    #expect(messages.count == Self.faults.count)
    for (index, fault) in Self.faults.enumerated() {
      let place = "faults.csv:\(3 + index * 2): error \(fault.code): "
      let lines = answer.err.components(from: place)
      #expect(!lines.isEmpty, "\(fault.code)")
      #expect(lines.dropFirst().contains { $0.hasPrefix("  next    ") }, "\(fault.code)")
      #expect((lines.first?.count ?? 0) > place.count, "\(fault.code)")
    }
    #expect(answer.rows("Refused")?.rows == Self.faults.count)
    #expect(answer.rows("New")?.rows == Self.faults.count + 1)
    #expect(answer.rows("New")?.amount == "23.00")
  }

  @Test func `L12: what could be used is posted once somebody says so, and the rest stays listed`()
    async throws
  {
    let ledger = try await TestLedger.make()
    let file = try RawFile(ledger)
    let before = try file.content()
    let (_, batch) = try await ledger.preview(
      text: Self.file, named: "faults.csv", BadInput.options)
    #expect(try file.content() == before)
    _ = await ledger.type("import commit \(batch)")
    #expect(
      try file.number("SELECT count(*) FROM record WHERE kind = 'payment-made'")
        == Self.faults.count + 1)
    let listed = await ledger.type("import show \(batch) --format csv").out
    for fault in Self.faults { #expect(listed.contains(fault.code), "\(fault.code)") }
    try await ledger.type("audit verify").require()
  }
}

extension String {
  /// The lines from the one that begins so, up to the next that is not indented.
  fileprivate func components(from start: String) -> [Substring] {
    let lines = split(separator: "\n")
    guard let first = lines.firstIndex(where: { $0.hasPrefix(start) }) else { return [] }
    let rest = lines[(first + 1)...].prefix { $0.hasPrefix("  ") }
    return [lines[first]] + rest
  }
}
