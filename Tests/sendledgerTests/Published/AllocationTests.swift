import Foundation
import TestSupport
import Testing

/// The department's sheets as it published them, read, posted, and printed again.
@Suite(.enabled(if: SharedData.isThere, "the published files are not on this machine"))
struct AllocationTests {
  private static let sheets = [
    ("2020-21", "2021-11-18"), ("2021-22", "2022-07-18"), ("2022-23", "2023-07-20"),
  ]

  private static func file(_ published: String) -> String {
    let day = published.split(separator: "-").joined(separator: "_")
    return SharedData.path("dsg/dedicated_schools_grant_\(day)__Allocations_summary.csv")
  }

  @Test(arguments: ["340", "342", "876", "894"])
  func `a sheet gives an authority's eight block figures, and adds to its England row`(
    code: String
  ) async throws {
    let ledger = try await TestLedger.make(code: code, year: "2020-21", today: "2023-08-01")
    for (year, published) in Self.sheets {
      let file = Self.file(published)
      let (answer, batch) = await ledger.preview(
        file, "--as dsg-allocation --published \(published)")
      // The ledger is Anyshire’s by its name, and another’s by its number.
      #expect(answer.status == 2)
      #expect(answer.err.contains("warning authority-named-otherwise"))
      #expect(answer.out.contains("10 totals of the file agree with its rows"))
      try await ledger.type("import commit \(batch)").require()

      let sheet = CommaSeparated.records(try text(of: file))
      let row = try #require(sheet.first { $0[0] == code })
      let position = await ledger.type(
        "block position --format csv --period \(year.prefix(2))\(year.suffix(2))-03")
      let found = Figures.found(CommaSeparated(position.out), "available", label: "block")
      for (place, block) in ["Schools", "Central", "High needs", "Early years"].enumerated() {
        let before = try #require(Int64(row[2 + place])) * 100
        let after = try #require(Int64(row[7 + place])) * 100
        #expect(found["\(block) / Allocation"] == before)
        #expect(found["\(block) / Deductions"] == after - before)
        #expect(found["\(block) / Available"] == after)
      }
    }
  }

  @Test func `St Helens in 2022-23`() async throws {
    let ledger = try await TestLedger.make(code: "342", year: "2022-23", today: "2023-08-01")
    let (_, batch) = await ledger.preview(
      Self.file("2023-07-20"), "--as dsg-allocation --published 2023-07-20")
    await ledger.type("import commit \(batch)")
    let position = await ledger.type("block position --format csv --period 2023-03")
    let found = Figures.found(CommaSeparated(position.out), "available", label: "block")
    #expect(found["High needs / Allocation"] == 30_213_000_00)
    #expect(found["High needs / Available"] == 28_934_833_00)
    #expect(found["Total / Allocation"] == 174_292_984_00)
    #expect(found["Total / Available"] == 123_793_559_00)
  }

  @Test func `a sheet whose authorities do not add to England cannot be committed`() async throws {
    let sheet = try text(of: Self.file("2023-07-20"))
    let changed = sheet.replacingOccurrences(of: "30213000", with: "30213001")
    #expect(changed != sheet)
    let ledger = try await TestLedger.make(code: "340", year: "2022-23", today: "2023-08-01")
    let (answer, batch) = try await ledger.preview(
      text: changed, named: "changed.csv", "--as dsg-allocation --published 2023-07-20")
    #expect(answer.status == 2)
    #expect(answer.err.contains("error figures-do-not-add"))
    #expect(answer.err.contains("error control-total-missed"))
    let commit = await ledger.type("import commit \(batch)")
    #expect(commit.status == 3)
  }

  private func text(of file: String) throws -> String {
    String(
      decoding: SharedData.bytes(String(file.dropFirst(SharedData.path("").count))), as: UTF8.self)
  }
}
