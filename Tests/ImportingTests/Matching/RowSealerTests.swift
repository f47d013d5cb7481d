import Bookkeeping
import Funding
import Storage
import TestSupport
import Testing

@testable import Importing

/// What makes a row the same in another file, and what keeps a name from being guessed.
struct RowSealerTests {
  private static let row = "01/10/2026,\"1,234.50\",Acorn Care,INV-0980,HN122\n"

  private func reading(_ row: String, salt: UInt8 = 7, heading: String = Trial.heading) throws
    -> Reading
  {
    try #require(try Trial(heading + row, salt: salt).readings.first)
  }

  @Test func `equal rows under different salts have different digests`() throws {
    let one = try reading(Self.row, salt: 1)
    let other = try reading(Self.row, salt: 2)
    #expect(one.identity.twin != other.identity.twin)
    #expect(one.identity.rest != other.identity.rest)
    #expect(try #require(one.hidden).digest != (try #require(other.hidden)).digest)
    #expect(one.hidden?.encoded == other.hidden?.encoded)
    let again = try reading(Self.row, salt: 1)
    #expect(again.identity == one.identity)
    #expect(again.hidden == one.hidden)
  }

  @Test func `a text or a provider has another reference under another salt`() throws {
    let one = Trial.context(salt: 1).salt
    let other = Trial.context(salt: 2).salt
    #expect(one.reference(to: "Ruth") != other.reference(to: "Ruth"))
    #expect(one.provider("Ruth") != other.provider("Ruth"))
    #expect(one.reference(to: "Ruth").code != one.provider("Ruth").code)
    #expect(
      one.provider("Acorn Care & Education Ltd****6964") == one.provider("ACORN CARE AND EDUCATION")
    )
    #expect(one.provider("Acorn Care") != one.provider("Acorn"))
    #expect(Salt(Array(repeating: 1, count: 31)) == nil)
  }

  @Test(arguments: [
    "2026-10-01 00:00:00,1234.5,Acorn Care,INV-0980,HN122\n",
    "1 October 2026, \"£1,234.50\" ,\" Acorn Care \",INV-0980,HN122,,,\n",
    "01/10/2026,1234.5000000000001,Acorn Care,'INV-0980,HN122\n",
    "01/10/2026,1234.50,ACORN  CARE,inv 0980,hn 122\n",
    "01/10/2026,1234.50,“Acorn Care”,INV-980,HN122\n",
    "01/10/2026,1234.50,Acorn Ca\u{301}re,INV/000980,HN122\n",
  ])
  func `a row is the same however the file writes its day, its amount, its payee and its number`(
    row: String
  ) throws {
    #expect(try reading(row).identity == reading(Self.row).identity)
  }

  @Test(arguments: [
    ("02/10/2026,1234.50,Acorn Care,INV-0980,HN122\n", true),
    ("01/10/2026,1234.50,Acorn Care,INV-0980,HN123\n", true),
    ("01/10/2026,1234.51,Acorn Care,INV-0980,HN122\n", false),
    ("01/10/2026,-1234.50,Acorn Care,INV-0980,HN122\n", false),
    ("01/10/2026,1234.50,Acorn Car,eINV-0980,HN122\n", false),
    ("01/10/2026,1234.50,Acorn Care,INV-981,HN122\n", true),
    ("01/10/2026,1234.50,Acorn Care,,HN122\n", true),
  ])
  func `rows that differ have different identities, alike in payee and amount or not`(
    row: String, isTwin: Bool
  ) throws {
    let found = try reading(row).identity
    let usual = try reading(Self.row).identity
    #expect(found != usual)
    #expect((found.twin == usual.twin) == isTwin)
    #expect(found.rest != usual.rest)
  }

  @Test func `the order of the columns does not matter`() throws {
    let turned = try reading(
      "HN122,INV-0980,Acorn Care,1234.50,01/10/2026\n",
      heading: "Code,Reference,Supplier,Amount,Date\n")
    #expect(turned.identity == (try reading(Self.row)).identity)
  }

  @Test func `the ledger keeps amounts, days and codes, and the register what may name a person`()
    throws
  {
    let usual = try reading(Self.row)
    #expect(
      usual.cells == [
        RowOrigin.Cell("date", "01/10/2026"), RowOrigin.Cell("amount", "1,234.50"),
        RowOrigin.Cell("code", "HN122"),
      ])
    #expect(
      usual.hidden?.cells == [
        RowOrigin.Cell("payee", "Acorn Care"), RowOrigin.Cell("reference", "INV-0980"),
      ])
    // A cell that ought to hold a code and does not look like one may hold a name.
    let named = try reading("01/10/2026,1.00,Acorn,1,Mary Rose\n")
    #expect(!named.cells.contains { $0.field == "code" })
    #expect(named.hidden?.cells.last == RowOrigin.Cell("code", "Mary Rose"))
  }
}
