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
    Fault("ICB: 50}", "ICB: 45}", "shares-not-whole", "the shares of clause 9.4 come to 95%"),
    Fault("ICB: 50}", "ICB: 55}", "shares-not-whole", "the shares of clause 9.4 come to 105%"),
    Fault(
      "source: Clause 4.2 of the agreement (invented)", "source: \"\"",
      "assumption-without-source", "assumption A4 has no source"),
    Fault("runs: 20000", "rums: 20000", "scenario-name-unknown", "“rums” is not a name"),
    Fault("short: ICB", "shirt: ICB", "scenario-name-unknown", "“shirt” is not a name of partners"),
    Fault("seed: 20261120", "", "scenario-value-missing", "does not say its seed"),
    Fault("central: 3.5", "central: some", "scenario-value-unreadable", "central cannot be read"),
    Fault("    high: 5.0", "    high: 1.0", "assumption-not-usable", "A1 are out of order"),
    Fault(
      "central: 3.5\n    high: 5.0", "central: 900\n    high: 900", "rate-out-of-range", "900%"),
    Fault("amount: 8000000.00", "amount: -1.00", "price-not-positive", "the price is −£1.00"),
    Fault(
      "contribution: 2000000.00", "contribution: 0.00", "partner-without-contribution",
      "the contribution of ICB is £0.00"),
    Fault(
      "fund: general-fund", "fund: high-needs", "grant-outside-ring-fence",
      "COUNCIL-EDUCATION would bear a share"),
    Fault("begins: 2027-04-01", "begins: 2025-04-01", "lever-before-ledger", "2025-04-01"),
    Fault("saving: 7", "saving: 107", "lever-not-usable", "107%"),
    Fault("recommended: B", "recommended: C", "scenario-not-whole", "is not one of the options"),
    Fault("shown-year: 2028-29", "shown-year: 2038-39", "scenario-not-whole", "outside the years"),
    Fault("years: {first: 2026-27", "years: {first: 2036-37", "scenario-not-whole", "before they"),
    Fault("eligible: 19000000.00", "eligible: 29000000.00", "grant-not-usable", "eligible"),
    Fault("drives: price-growth", "used: nowhere", "assumption-missing", "Price growth"),
    Fault("correlation: 0", "correlation: 2", "simulation-correlation-past-one", "by 2"),
    Fault(
      "source: Clause 4.2 of the agreement (invented)", "source: ~",
      "assumption-without-source", "assumption A4 has no source"),
    Fault(
      "who: reserve}", "up-to-percent: 5, who: reserve}", "scenario-not-whole",
      "overspend has up-to and up-to-percent"),
    Fault(
      "shares: {COUNCIL", "who: equally\n      shares: {COUNCIL", "scenario-not-whole",
      "overspend has who and shares"),
    Fault(
      "who: reserve}", "who: reserve, cap: 5}", "scenario-not-whole",
      "a cap stands with a rule that shares nothing"),
    Fault(
      "drives: price-growth", "drives: price-growth\n    used: not modelled",
      "scenario-not-whole", "assumptions has drives and used"),
    Fault(
      "delivery-risk: 25", "delivery-risk: 25\n        cost-to-deliver: {2035-36: 1000.00}",
      "scenario-not-whole", "in 2035-36 is outside the years"),
    Fault("affordable: 10", "affordable: -10", "scenario-value-unreadable", "affordable cannot"),
    Fault("rate: 3}", "rate: 900}", "rate-out-of-range", "Contribution uplift is 900%"),
    Fault("runs: 20000", "runs: 99", "scenario-value-unreadable", "runs cannot be read"),
    Fault("name: Therapies", "\tname: Therapies", "scenario-not-yaml", "not written as names"),
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
      ("ICB: 50}", "ICB: 45}"), ("central: 3.5", "central: some"),
      ("source: Clause 4.2 of the agreement (invented)", "source: \"\""),
    ])
    let answer = await made.ledger.type(["scenario", "check", file])
    #expect(answer.status == 65)
    for place in [
      ":52: error shares-not-whole", ":64: error scenario-value-unreadable",
      ":94: error assumption-without-source",
    ] { #expect(answer.err.contains(place), "\(answer.err)") }
  }

  @Test func `what is not YAML is told at the line where reading stopped`() async throws {
    let made = try await ScenarioLedger.made()
    let torn = try await made.check("form: pooled", "form: \"pooled")
    #expect(torn.status == 65)
    #expect(torn.err.contains("error scenario-not-yaml"))
    #expect(!torn.err.contains(":1: error"), "\(torn.err)")
    let twice = try await made.check("contact: ", "pool: POOL-1\ncontact: ")
    #expect(twice.err.contains("error scenario-not-yaml"))
  }

  @Test func `too few runs and an unknown partner are refused`() async throws {
    let made = try await ScenarioLedger.made()
    let few = await made.ledger.type(["scenario", "run", ScenarioLedger.example, "--runs", "9"])
    #expect(few.status == 65)
    #expect(few.err.contains("simulation-too-few-runs"))
    let other = await made.pack(ScenarioLedger.example, "--partner", "NHS-X")
    #expect(other.status == 4)
    #expect(other.err.contains("“NHS-X” is not a partner of the scenario"))
    let none = await made.ledger.type(["scenario", "check", "nowhere.yaml"])
    #expect(none.status == 66)
    #expect(none.err.contains("there is no such scenario file"))
  }
}
