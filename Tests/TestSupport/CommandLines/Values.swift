/// What can stand after an option: what an officer would write, its edges, and what is none of it.
public struct Values {
  /// The folder in which the trial works, with copies of the example's files.
  let work: String

  public init(work: String) {
    self.work = work
  }

  /// A value for an option: so many of a hundred are at an edge, of another kind, or none at all.
  public func value(for option: Grammar.Option, wild: Int, _ chance: inout Seeded) -> String {
    let name = option.valueName ?? ""
    if Values.isPlace(option) { return place(&chance) }
    let isWild = Int.random(in: 0..<100, using: &chance) < wild
    let draw = isWild ? Int.random(in: 0..<10, using: &chance) : 10
    if draw < 2 { return some(Values.odd, &chance) }
    if draw < 4 { return some(some(Values.kinds, &chance).edges, &chance) }
    if let values = option.allValues, !values.isEmpty { return some(values, &chance) }
    if Values.files.contains(name) { return work + "/" + some(Values.filesThere, &chance) }
    guard let kind = Values.kinds.first(where: { $0.names.contains(name) }) else {
      return some(Values.texts, &chance)
    }
    return some(isWild ? kind.edges : kind.plausible, &chance)
  }

  private func some<Value>(_ values: [Value], _ chance: inout Seeded) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  /// Where something is written: below the trial's own folder, and nowhere else.
  private func place(_ chance: inout Seeded) -> String {
    let names = [
      "out/one", "out/two.csv", "out", "out/deep/er/three", "ledger/ledger.sqlite", "ledger",
      "out/naïve – ☂", "out/" + String(repeating: "n", count: 300), "ledger/policy.yaml",
      "ledger/mappings/new.yaml", "files/01-april/budgets.csv/under",
    ]
    return work + "/" + some(names, &chance)
  }

  /// Whether it takes where something is written.
  public static func isPlace(_ option: Grammar.Option) -> Bool {
    places.contains(option.valueName ?? "")
  }

  private static let places: Set = ["output", "output-folder", "folder", "ledger"]
  private static let files: Set = [
    "file", "words", "scenario", "children", "transitions", "population", "costs", "wider",
    "imports", "steps", "settings", "from-folder",
  ]
  private static let filesThere = [
    "files/01-april/budgets.csv", "files/01-april/dsg-2026-03.csv", "files/03-august/packages.csv",
    "files/03-august/families.csv", "files/05-october/bank.csv", "files/05-october/payments.csv",
    "files/06-later/november-events.csv", "files/06-later/march-direct-payments.csv",
    "files/06-later/december-contributions.csv", "files/agreements/pool-2026.yaml",
    "files/agreements/pool-2026-varied.yaml", "files/scenarios/pool-2027.yaml",
    "files/decisions/D-2026-0402.yaml", "files/decisions/requests.csv",
    "files/decisions/evidence.csv", "files/children/costs.csv", "files/children/population.csv",
    "files/children/transitions.csv", "files/steps.txt", "files", "files/none", "empty",
    "ledger/ledger.sqlite", "ledger/policy.yaml",
  ]
  private static let texts = [
    "Trial", "Invoice 1011", "Schools Forum, 4 November 2026, minute 6", "A/1", "Ayla", "x",
  ]
  private static let odd = [
    "", " ", "-", "--", "…", "\u{202E}back", "\u{0}", "a\nb", "\t", "é", "e\u{301}", "Ａ１",
    "٣", "½", "🂡", "'", "\"", "\\", "%s%n", "$(x)", ";", "*", "../..", "/dev/null", "NaN", "inf",
    "0x10", "1e3", "true", "null", "\u{FEFF}2026-10", "\u{200B}",
    String(repeating: "9", count: 400),
    String(repeating: "word ", count: 2_000), "2026-10-31\r", "=1+1", "@x", "-1", "+1", "£5",
  ]

  private struct Kind {
    let names: Set<String>
    let plausible: [String]
    let edges: [String]
  }

  private static let days = [
    "0000-00-00", "0001-01-01", "1899-12-31", "1900-01-01", "1999-12-31", "2026-02-29",
    "2026-02-30", "2028-02-29", "2199-12-31", "2200-01-01", "9999-12-31", "10000-01-01",
    "-0001-01-01", "2026-13-01", "2026-10-00", "2026-10", "31/10/2026", "2026-1-1", "20261031",
    "2026-03-31", "2026-04-01", "2027-03-31", "2027-04-01",
  ]

  private static let counts = [
    "0", "-1", "-0", "+1", "00", "01", "9223372036854775807", "9223372036854775808",
    "-9223372036854775808", "18446744073709551615", "18446744073709551616", "2147483647",
    "4294967296", "1.5", "1,000", "1_000",
  ]

  private static let kinds = [
    Kind(
      names: [
        "as-of", "published", "day", "due", "asked", "next-review", "starts", "issue-date",
      ],
      plausible: ["2026-10-31", "2026-11-10", "2026-11-12", "2026-04-01", "2026-09-30"], edges: days
    ),
    Kind(
      names: ["as-known-at", "at", "record", "commitment", "last", "row", "budget-version"],
      plausible: ["176", "150", "1", "2", "3", "100", "2026-10-31"], edges: counts + days),
    Kind(
      names: ["period", "month", "census"],
      plausible: ["2026-10", "2026-09", "2026-04", "2026-11"],
      edges: [
        "0000-00", "0001-01", "1900-01", "2026-00", "2026-13", "2199-12", "2200-01", "9999-12",
        "10000-01", "2026-1", "2026", "2025-03", "2027-03", "2027-04",
      ]),
    Kind(
      names: ["year", "years", "adults-from"], plausible: ["2026-27", "2027-28", "2", "5", "16"],
      edges: [
        "0000-01", "1899-00", "1999-00", "2025-26", "2026-28", "2099-00", "2198-99", "2199-00",
        "9998-99", "9999-00", "2026", "2026-2027", "0", "-1", "200", "1000000",
      ]),
    Kind(
      names: [
        "amount", "base", "result", "overheads", "units", "replacement-units", "inflation",
        "inflation-deviation", "weight",
      ],
      plausible: ["12.50", "100", "180.00", "0.01", "24", "5%", "0.5"],
      edges: [
        "0", "0.00", "-0.01", "-100", "0.001", "0.005", "1,000.00", "1000000000",
        "92233720368547758.07",
        "92233720368547758.08", "-92233720368547758.08", "999999999999.99", "99999999999999999999",
        "9e9", "1e-9", ".5", "5.", "£5.00", "12.5.0", "100%", "-100%", "1000%", "1/3", "1/0",
      ]),
    Kind(
      names: ["runs"], plausible: ["100", "150"],
      edges: ["0", "1", "99", "-1", "9223372036854775807", "9223372036854775808", "1.5"]),
    Kind(names: ["seed", "tasks"], plausible: ["1", "2", "7"], edges: counts),
    Kind(
      names: ["child", "children"], plausible: ["SPB-004655", "SPB-004702"],
      edges: ["SPB-999999", "spb-004655", "SPB-", "SPB-0046555555555555", "4655"]),
    Kind(
      names: ["batch"], plausible: ["B-0017", "B-0022", "B-0001", "B-0023"],
      edges: ["B-0000", "B-9999", "b-0001", "B-1", "B-99999999999999999999", "1"]),
    Kind(
      names: ["reference", "contract", "pool", "plan-line", "replaces"],
      plausible: ["D-2026-0402", "D-2026-0403", "POOL-2026", "OT-2026", "1", "2", "3"],
      edges: ["D-2026-9999", "POOL-9999", "D-0000-0000", "d-2026-0402", "0", "99", "-1"]),
    Kind(
      names: ["fund", "block", "from", "to"],
      plausible: ["high-needs", "schools", "central", "early-years", "social-care"],
      edges: ["health-ICB", "pool-general-POOL-2026", "high needs", "HIGH-NEEDS", "pool-general-"]),
    Kind(
      names: ["line", "setting", "partner", "paid-by"],
      plausible: ["1.2.3", "1.2.2", "1.0.1", "ICB", "COUNCIL-EDUCATION"],
      edges: ["1.2", "1.2.99", "9.9.9", "1.2.3.4", "1..3", "01.2.3", "secondary"]),
    Kind(
      names: ["event"],
      plausible: [
        "invoice-received", "invoice-paid", "payment-made", "commitment-made", "pool-agreed",
        "commitment-released", "direct-payment-advanced", "suspense-placed", "credit-due",
        "grant-instalment-received", "contribution-due", "third-party-return", "placement-ended",
      ], edges: ["payment", "Payment-Made", "grant-allocated"]),
    Kind(
      names: ["address"],
      plausible: [
        "position/2026-10/high-needs/line/1.2.2/actual", "statement/2026-10/SPB-004655/left",
      ],
      edges: ["position", "position/2026-13/high-needs/line/1.2.2/actual", "///", "a/b/c/d/e/f/g"]),
    Kind(
      names: ["digest"],
      plausible: ["5bbbceb", "5bbbceb7a6902d2fedfbc2721f16e4c167968f0be32c69904e43cc69a8f037d4"],
      edges: ["0", "g", "5bbbceb7…", String(repeating: "0", count: 65)]),
    Kind(
      names: ["families"], plausible: ["1,5,7", "1"],
      edges: ["0", "1,,2", ",", "1,1", "99999999999"]),
    Kind(
      names: ["code", "subcommands"], plausible: ["said-before", "import", "chain-broken"],
      edges: ["none-such", "SAID-BEFORE"]),
    Kind(
      names: ["mapping"], plausible: ["anyshire", "spb-004655"],
      edges: ["none", "../ledger", "a/b"]),
  ]
}
