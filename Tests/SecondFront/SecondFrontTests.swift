import Bookkeeping
import Desks
import Disaggregation
import Funding
import Importing
import TestSupport
import Testing

@Suite struct SecondFrontTests {
  private let example = Project.path("imports/example/decisions")
  private let payments = """
    Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,Expense code,Amount
    STEPWELL,200417,15/10/2026,51900101,Education,Therapies,HN213,18000.00
    STEPWELL,200417,16/11/2026,51900102,Education,Therapies,HN213,18000.00
    ANYSHIRE STATIONERY LTD,200101,18/11/2026,51900103,Resources,Stationery,R4001,88.20

    """

  @Test func `a front over the desks alone goes from files and a decision to a position`()
    async throws
  {
    let april = try day("2026-04-01")
    let november = try day("2026-11-20")
    let new = try await NewLedger(by: Officer("a.khan", on: april))
    let front = try await SecondFront(opening: new.folder.path)

    func bring(_ name: String, as kind: ImportKind, on day: Day, published: Day? = nil) async throws
    {
      let clerk = Officer("a.khan", on: day)
      let batch = try await front.preview(
        "\(example)/\(name).csv", as: kind, published: published, by: clerk)
      _ = try await front.commit(batch, by: clerk)
    }
    try await bring("dsg-2026-03", as: .dsgAllocation, on: april, published: try day("2026-03-26"))
    try await bring("budgets", as: .budgets, on: april)
    for kind in [ImportKind.packages, .families, .contracts, .requests, .evidence] {
      try await bring(kind.rawValue, as: kind, on: november)
    }
    let file = try new.folder.write(payments, to: "payments.csv")
    let clerk = Officer("a.khan", on: november)
    let batch = try await front.preview(file, as: .payments, mapping: "anyshire", by: clerk)
    print(try await front.commit(batch, by: clerk))

    let reference = try #require(DecisionReference("D-2026-0403"))
    print(try await front.assess(reference, on: november).outcome)
    let words = GivenFile("D-2026-0403.yaml", at: "\(example)/D-2026-0403.yaml")
    try await front.record(reference, words: words, by: Officer("j.osei", on: november))
    try await front.approve(reference, by: Officer("h.lowe", on: november))
    print(try await front.position(of: .highNeeds, at: Month(of: november)))
  }

  private func day(_ text: String) throws -> Day { try #require(Day(text)) }
}
