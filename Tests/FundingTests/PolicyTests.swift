import Bookkeeping
import Funding
import Testing

/// An authority's settings, by the day from which they hold.
struct PolicyTests {
  private static let values: [Setting: String] = [
    .twinDays: "7", .termDates: "2026-09-02..2026-12-18", .positionGroups: "Places: 1.0.2",
    .directPaymentsCounted: "when-paid", .statementContact: "Robin Vale, 01632 960001",
    .adviceService: "Anyshire advice, 01632 960002",
    .beyondAgreed: "25000.00", .recordingResumes: "2028-01-10",
    .disaggregationTolerance: "10% 250.00", .evidenceMonths: "12", .reviewDays: "28",
    .reasonReuse: "3", .signIn: "service-account",
  ]

  private static func adopted(_ setting: Setting, _ day: String, _ text: String) -> Policy.Adopted {
    Policy.Adopted(setting, from: Words.day(day), text, source: "minute 4")
  }

  @Test(arguments: Setting.allCases)
  func `a setting holds from its day until the next`(setting: Setting) throws {
    let text = try #require(PolicyTests.values[setting])
    #expect(setting.value(text) != nil)
    let policy = Policy([
      PolicyTests.adopted(setting, "2026-10-01", "later"),
      PolicyTests.adopted(setting, "2026-04-01", text),
      PolicyTests.adopted(setting, "2026-10-01", "later still"),
    ])
    for (day, expected) in [
      ("2026-04-01", text), ("2026-09-30", text), ("2026-10-01", "later still"),
      ("2030-01-01", "later still"),
    ] {
      #expect(try policy.setting(setting, on: Words.day(day)).text == expected)
    }
    let before = Words.day("2026-03-31")
    #expect(throws: Policy.Gap.missing(setting, on: before)) {
      try policy.setting(setting, on: before)
    }
  }

  @Test(arguments: Setting.allCases)
  func `a missing setting is named, with its day and how it is written`(setting: Setting) {
    let gap = Policy.Gap.missing(setting, on: Words.day("2026-10-01"))
    let words = "\(gap.diagnostic)"
    #expect(words.contains(setting.rawValue))
    #expect(words.contains("2026-10-01"))
    #expect(words.contains(setting.form))
  }

  @Test func `each question that wants a setting names it where it is missing`() {
    let (empty, day) = (Policy([Policy.Adopted]()), Words.day("2026-10-01"))
    #expect(throws: Policy.Gap.missing(.twinDays, on: day)) { try empty.days(.twinDays, on: day) }
    #expect(throws: Policy.Gap.missing(.positionGroups, on: day)) { try empty.groups(on: day) }
    #expect(throws: Policy.Gap.missing(.directPaymentsCounted, on: day)) {
      try empty.counted(on: day)
    }
    #expect(empty.terms(on: day) == nil)
  }

  @Test(arguments: Setting.allCases)
  func `a setting adopted as a fact is read back`(setting: Setting) throws {
    let adopted = PolicyTests.adopted(
      setting, "2026-04-01", try #require(PolicyTests.values[setting]))
    let fact = adopted.fact(from: .command(person: "a.khan", document: "minute 4"))
    #expect(Policy([try #require(Policy.Adopted(fact))]).adopted == [adopted])
  }

  @Test func `a text that is not a value of its setting is not adopted`() {
    let wrong: [(Setting, String)] = [
      (.twinDays, "32"), (.twinDays, "-1"), (.twinDays, "7 days"), (.twinDays, ""),
      (.termDates, "2026-12-18..2026-09-02"), (.termDates, "2026-09-02"), (.termDates, ""),
      (.positionGroups, "Places 1.0.2"), (.positionGroups, "Places: 9.9.9"),
      (.positionGroups, "Places: 1.0.2/nowhere"), (.positionGroups, ": 1.0.2"),
      (.signIn, "sudo"), (.directPaymentsCounted, "when-asked"), (.statementContact, ""),
      (.adviceService, ""),
    ]
    for (setting, text) in wrong { #expect(setting.value(text) == nil, "\(setting) \(text)") }
  }
}
