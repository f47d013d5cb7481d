import Bookkeeping
import Disaggregation
import Funding
import Importing
import TestSupport
import Testing

/// Eleven cases that were worked out elsewhere.
@Suite(.enabled(if: SharedData.isThere, "the published cases are not on this machine"))
struct PublishedCaseTests {
  private static func imported() throws -> Imported {
    var imported = Imported()
    try imported.read(PublishedCases.path, as: .cases)
    return imported
  }

  /// The same cases in our own files.
  private static func ours() throws -> Imported {
    var imported = Imported()
    for kind in ["contracts", "requests", "evidence"] {
      let path = Project.path("Tests/DisaggregationTests/Cases/\(kind).csv")
      try imported.read(path, as: #require(.init(rawValue: kind)))
    }
    return imported
  }

  private func compare(_ imported: Imported) throws {
    #expect(imported.unusable == nil)
    #expect(imported.refusals.map(\.problem) == [])
    let published = try PublishedCases.read()
    #expect(published.count == 11)
    #expect(imported.requests.count == published.count)
    for one in published {
      let assessment = try imported.assessed(one.name)
      #expect(assessment.missing == [], "\(one.id)")
      #expect(assessment.outcome.code == one.outcome, "\(one.id)")
      let figures = try Figures(
        assessment, asksHowMany: one.results.keys.contains("children_needed"))
      for (name, figure) in one.results.sorted(by: { $0.key < $1.key }) {
        #expect(try figures.text(name) == figure.text, "\(one.id), \(name)")
      }
    }
  }

  @Test func `the eleven published cases give their figures to the penny and their outcomes`()
    throws
  {
    try compare(try Self.imported())
  }

  @Test func `the eleven cases in our own files give the same`() throws {
    try compare(try Self.ours())
  }

  @Test func `a day on which the contract can be let smaller puts the first case off until then`()
    throws
  {
    let text = try PublishedCases.text()
      .replacing("\"renewal\": null", with: "\"renewal\": \"2027-09-01\"")
    let imported = try Imported(cases: text)
    #expect(try imported.assessed("D1").outcome == .deferred(day("2027-09-01")))
    #expect(try imported.assessed("D2").outcome == .disaggregate)
  }

  @Test func `what a file does not say of a recipient is assumed, and says so`() throws {
    let imported = try Self.imported()
    let first = try imported.given("D1").evidence
    #expect(
      first.filter(\.isAssumed).map(\.shows)
        == [.bestInterests, .eligible, .properUse, .recipientConsent])
    #expect(first.filter { !$0.isAssumed }.map(\.shows) == [.quote])
    #expect(first.allSatisfy { $0.document.page == "D1" })
    #expect(try imported.given("D6").evidence.allSatisfy { !$0.isAssumed })
  }

  @Test func `the sums of a case keep their key and their text`() throws {
    let row = try #require(try Self.imported().readings.first)
    #expect(row.place.row == 1)
    #expect(row.place.line == 4)
    #expect(row.amount == 216_000_00)
    let cells = row.cells.map { "\($0.field) \($0.text)" }
    #expect(cells.contains("contract_sum 216000"))
    #expect(cells.contains("variation_band_pct 5"))
    #expect(!cells.contains { $0.hasPrefix("title") })
  }
}
