import TestSupport
import Testing

/// A scenario file in which something is wrong: each is told with its line, its cause and its remedy.
@Suite struct ScenarioRefusalTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let code: String
    let words: String

    var testDescription: String { "\(code): \(words)" }

    init(_ old: String, _ new: String, _ code: String, _ words: String) {
      self.old = old
      self.new = new
      self.code = code
      self.words = words
    }
  }

  static let faults = [
    Fault("ICB: 50%}", "ICB: 45%}", "shares-not-whole", "the shares of clause 9.4 come to 95%"),
    Fault("ICB: 50%}", "ICB: 55%}", "shares-not-whole", "the shares of clause 9.4 come to 105%"),
    Fault(
      "source: Clause 4.2 of the agreement (invented)", "source: \"\"",
      "assumption-without-source", "assumption A4 has no source"),
    Fault("runs: 20000", "rums: 20000", "written-name-unknown", "“rums” is not a name"),
    Fault(
      "short: ICB", "shirt: ICB", "written-name-unknown", "“shirt” is not a name of partners 3"),
    Fault("seed: 20261120", "", "written-value-missing", "does not say its seed"),
    Fault(
      "central: 3.5", "central: some", "written-value-unreadable",
      "assumptions 1, central cannot be read"),
    Fault("    high: 5.0", "    high: 1.0", "assumption-not-usable", "A1 are out of order"),
    Fault(
      "central: 3.5\n    high: 5.0", "central: 900\n    high: 900", "rate-out-of-range", "900%"),
    Fault("amount: 8000000.00", "amount: -1.00", "price-not-positive", "the price is −£1.00"),
    Fault(
      "amount: 2000000.00", "amount: 0.00", "partner-without-contribution",
      "the contribution of ICB is £0.00"),
    Fault(
      "part: general, fund: general-fund", "part: restricted, fund: high-needs",
      "grant-outside-ring-fence", "COUNCIL-EDUCATION would bear a share"),
    Fault("begins: 2027-04-01", "begins: 2025-04-01", "lever-before-ledger", "2025-04-01"),
    Fault("saving: 7", "saving: 107", "lever-not-usable", "107%"),
    Fault("recommended: B", "recommended: C", "written-parts-unfit", "is not one of the options"),
    Fault("shown-year: 2028-29", "shown-year: 2038-39", "written-parts-unfit", "outside the years"),
    Fault("years: {first: 2026-27", "years: {first: 2036-37", "written-parts-unfit", "before they"),
    Fault("eligible: 19000000.00", "eligible: 29000000.00", "grant-not-usable", "eligible"),
    Fault("drives: price-growth", "used: nowhere", "assumption-missing", "Price growth"),
    Fault("correlation: 0", "correlation: 2", "simulation-correlation-past-one", "by 2"),
    Fault(
      "source: Clause 4.2 of the agreement (invented)", "source: ~",
      "assumption-without-source", "assumption A4 has no source"),
    Fault(
      "rule: reserve}", "up-to-percent: 5, rule: reserve}", "written-parts-unfit",
      "overspend 1 has takes and up-to-percent"),
    Fault(
      "rule: fixed shares", "rule: equally", "written-parts-unfit",
      "overspend 3 has rule and shares"),
    Fault(
      "rule: reserve}", "rule: reserve, cap: 5%}", "written-parts-unfit",
      "a cap stands with a rule that shares nothing"),
    Fault(
      "drives: price-growth", "drives: price-growth\n    used: not modelled",
      "written-parts-unfit", "assumptions 2 has drives and used"),
    Fault(
      "delivery-risk: 25", "delivery-risk: 25\n        cost-to-deliver: {2035-36: 1000.00}",
      "written-parts-unfit", "in 2035-36 is outside the years"),
    Fault(
      "affordable: 10", "affordable: -10", "written-value-unreadable",
      "partners 3, affordable cannot"),
    Fault("rate: 3%}", "rate: 900%}", "rate-out-of-range", "Contribution uplift is 900%"),
    Fault("runs: 20000", "runs: 99", "written-value-unreadable", "runs cannot be read"),
    Fault("name: Therapies", "\tname: Therapies", "written-not-yaml", "is not YAML from this line"),
  ]

  @Test(arguments: faults)
  func `each fault is told with its line, and nothing is written`(fault: Fault) async throws {
    let made = try await ScenarioLedger.made()
    let file = try made.file([(fault.old, fault.new)])
    let answer = await made.pack(file)
    #expect(answer.status == 65, "\(answer.err)")
    #expect(answer.err.contains("error \(fault.code):"), "\(answer.err)")
    #expect(answer.err.contains(fault.words), "\(answer.err)")
    #expect(answer.err.contains("  next    "), "\(answer.err)")
    #expect(made.files().isEmpty)
  }

  @Test func `every fault of a file is told at once, each at its line`() async throws {
    let made = try await ScenarioLedger.made()
    let file = try made.file([
      ("ICB: 50%}", "ICB: 45%}"), ("central: 3.5", "central: some"),
      ("source: Clause 4.2 of the agreement (invented)", "source: \"\""),
      ("runs: 20000", "runs: 1"), ("seed: 20261120", "seed: x"), ("growth: 1.17", "growth: x"),
      ("yearly: 0.7", "yearly:"), ("by: 2027-01-31", "by: soon"), ("contact: ", "contract: "),
    ])
    let answer = await made.ledger.type(
      ["scenario", "check", file])
    #expect(answer.status == 65)
    for place in [
      ":63: error shares-not-whole", ":75: error written-value-unreadable",
      ":105: error assumption-without-source", "also    1 more: line 210",
      ":213: error written-value-missing", ":231: error written-value-unreadable",
      ":254: error written-name-unknown", ":255: error written-value-unreadable",
      ":256: error written-value-unreadable",
    ] { #expect(answer.err.contains(place), "\(answer.err)") }
  }

  @Test func `what is not YAML is told at the line where reading stopped`() async throws {
    let made = try await ScenarioLedger.made()
    let torn = try await made.check("form: pooled", "form: \"pooled")
    #expect(torn.status == 65)
    #expect(torn.err.contains("error written-not-yaml"))
    #expect(!torn.err.contains(":1: error"), "\(torn.err)")
    let twice = try await made.check("contact: ", "pool: POOL-1\ncontact: ")
    #expect(twice.err.contains(":4: error written-name-twice: “pool” stands twice"))
  }

  @Test func `too few runs and an unknown partner are refused`() async throws {
    let made = try await ScenarioLedger.made()
    let few = await made.ledger.type(["scenario", "run", ScenarioLedger.example, "--runs", "9"])
    #expect(few.status == 65)
    #expect(few.err.contains("simulation-too-few-runs"))
    let other = await made.pack(ScenarioLedger.example, "--partner", "NHS-X")
    #expect(other.status == 4)
    #expect(other.err.contains("what was typed is not a partner of the scenario"))
    let none = await made.ledger.type(["scenario", "check", "nowhere.yaml"])
    #expect(none.status == 66)
    #expect(none.err.contains("there is no such scenario file"))
  }
}
