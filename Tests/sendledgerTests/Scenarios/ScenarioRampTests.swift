import TestSupport
import Testing

/// A lever of a scenario file that rises in uneven steps.
@Suite struct ScenarioRampTests {
  private static let even = "        saving: 4\n        ramp-years: 3\n"

  @Test func `each year has the share of the saving that the ramp gives it`() async throws {
    let made = try await ScenarioLedger.made()
    let file = try made.file([(Self.even, "        saving: 4\n        ramp: [20, 50, 100]\n")])
    let answer = await made.ledger.type(["scenario", "run", file, "--runs", "100"])
    #expect(answer.status == 0, "\(answer.err)")
    let text = answer.out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    // 8,487.0 less 0.8%, 9,003.6 less 2%, and 4% off 9,551.7 and 10,133.2.
    #expect(text.contains("8,000.0 8,419.1 8,823.6 9,169.7 9,727.9"), "\(text)")
  }

  @Test func `a ramp of four quarters is the same as equal steps over four years`()
    async throws
  {
    let made = try await ScenarioLedger.made()
    func figures(_ ramp: String) async throws -> Terminal.Answer {
      let file = try made.file([(Self.even, "        saving: 4\n        \(ramp)\n")])
      return await made.ledger.type(
        ["scenario", "run", file, "--runs", "100", "--format", "csv"])
    }
    let even = try await figures("ramp-years: 4")
    let uneven = try await figures("ramp: [25, 50, 75, 100]")
    #expect(even.status == 0 && even.out == uneven.out)
  }

  @Test(arguments: [
    ("ramp: [20, 50, 40]", "lever-not-usable: the ramp of “Early help in schools and nurseries”"),
    ("ramp: [50, 150]", "lever-not-usable: the ramp of"),
    ("ramp: [-20, 50]", "lever-not-usable: the ramp of"),
    ("ramp: []", "written-value-unreadable: options 1, levers 1, ramp cannot be read"),
    ("ramp: [20, half]", "written-value-unreadable: options 1, levers 1, ramp 2 cannot be read"),
    ("ramp: 20", "written-value-unreadable: options 1, levers 1, ramp cannot be read"),
    ("ramp-years: 3\n        ramp: [100]", "written-parts-unfit: a lever has a ramp by year, and"),
    (
      "cost-to-deliver: {}",
      "written-value-missing: options 1, levers 1 does not say its ramp-years"
    ),
  ])
  func `a ramp that cannot be is refused`(written: String, words: String) async throws {
    let made = try await ScenarioLedger.made()
    let answer = try await made.check(Self.even, "        saving: 4\n        \(written)\n")
    #expect(answer.status == 65)
    #expect(answer.err.contains("error \(words)"), "\(answer.err)")
  }
}
