import Foundation
import TestSupport
import Testing

/// What a list says that no heading of its own amounts does.
struct ListDoubtTests {
  private static let mapping = """
    kind: payments
    name: Ours
    columns: {date: Date, amount: Amount, payee: Supplier, reference: Ref, code: Code}
    codes: {HN122: {fund: high-needs, line: 1.2.2}}

    """

  private func preview(
    _ text: String, _ mapping: String = ListDoubtTests.mapping, _ more: String = "",
    in given: TestLedger? = nil
  ) async throws -> (answer: Terminal.Answer, ledger: TestLedger) {
    let ledger: TestLedger
    if let given { ledger = given } else { ledger = try await .make(today: "2026-11-30") }
    try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/ours.yaml")
    let name = "list-\(text.utf8.count)-\(more.count).csv"
    return (
      try await ledger.preview(text: text, named: name, "--as payments --mapping ours\(more)")
        .answer,
      ledger
    )
  }

  @Test func `other money is refused by its row, and a title that says thousands is told`()
    async throws
  {
    let (answer, _) = try await preview(
      """
      Payments in September 2026; figures in £'000
      Date,Supplier,Ref,Code,Currency,Amount
      01/09/2026,OAK,R1,HN122,GBP,10.00
      02/09/2026,ELM,R2,HN122,EUR,143.00

      """)
    #expect(answer.rows("New")?.amount == "10.00", "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1)
    #expect(answer.err.contains("error units-not-pounds: Currency is"), "\(answer)")
    #expect(answer.err.contains("warning units-not-pounds"), "\(answer)")
    #expect(answer.status == 2)
    let (plain, _) = try await preview(
      "Payments over £25,000\nDate,Supplier,Ref,Code,Amount\n01/09/2026,OAK,R1,HN122,10.00\n")
    #expect(!plain.err.contains("units-not-pounds"), "\(plain)")
  }

  @Test
  func `a list of which nothing is ours is told, and a sign of no breadth makes no other code`()
    async throws
  {
    let heading = "Date,Supplier,Ref,Code,Amount\n"
    let (answer, _) = try await preview(
      heading + "01/09/2026,OAK,R1,HN999,10.00\n02/09/2026,ELM,R2,X1,5.00\n")
    #expect(answer.status == 2, "\(answer)")
    #expect(
      answer.err.contains("warning nothing-placed: all of its 2 rows are outside this ledger"),
      "\(answer)")
    for code in ["HN\u{200B}122", "\u{FEFF}HN122", "hn12\u{AD}2"] {
      let (ours, _) = try await preview(heading + "01/09/2026,OAK,R1,\(code),10.00\n")
      #expect(ours.rows("New")?.amount == "10.00", "\(ours)")
      #expect(ours.status == 0, "\(ours)")
    }
  }

  @Test(arguments: ["ELM,HN122,92,Fees,3", "ELM,R2,Fees,HN122,3", "ELM,R2,3,Fees,hn 122"])
  func `a row of which the code stands in another cell is refused`(cells: String) async throws {
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,What,Centre,Amount\n01/09/2026,OAK,R1,HN122,Fees,3,10.00\n"
        + "02/09/2026,\(cells),55.00\n03/09/2026,ASH,R3,X9,Fees,3,1.00\n",
      Self.mapping.replacing(
        "code: Code", with: "code: Code, description: What, cost centre: Centre"))
    #expect(answer.rows("New")?.amount == "10.00", "\(answer)")
    #expect(answer.rows("Outside this ledger")?.amount == "1.00", "\(answer)")
    #expect(answer.err.contains("which the mapping looks for in another column"), "\(answer)")
  }

  @Test func `two cells of which rules decide are refused where they are exchanged`() async throws {
    let rules = """
      kind: payments
      name: Ours
      columns: {date: Date, amount: Amount, payee: Supplier, reference: Ref, area: Area, description: What}
      rules:
        - {area: Children, description: Top-ups, is: {fund: high-needs, line: 1.2.2}}
        - {area: Adults, is: outside}

      """
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Area,What,Amount\n01/09/2026,OAK,R1,Children,Top-ups,10.00\n"
        + "02/09/2026,ELM,R2,Top-ups,Children,55.00\n03/09/2026,ASH,R3,Children,Paper,1.00\n"
        + "03/09/2026,ASH,R4,Roads,Top-ups,2.00\n03/09/2026,ASH,R5,Top-ups,Sand,4.00\n", rules)
    #expect(answer.rows("New")?.amount == "10.00", "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.rows("Outside this ledger")?.amount == "7.00", "\(answer)")
    #expect(
      answer.err.contains("which the mapping looks for in another column"),
      "\(answer)")
  }

  @Test(arguments: [
    (",,,Sub-total,", ",Subtotal Oak Street,,,"), ("Sub Total for OAK,,,,", ",,Totals: ELM,,"),
    (",Total OAK,,,", ",Total ELM AND SONS,,,"),
  ])
  func `the sums of parts are held against their rows, and not read as payments`(
    one: String, other: String
  ) async throws {
    func list(_ sum: String) -> String {
      "Date,Supplier,Ref,Code,Amount\n01/09/2026,OAK,R1,HN122,10.00\n\(one)10.00\n"
        + "02/09/2026,ELM,R2,HN122,5.00\n02/09/2026,ELM,R3,HN122,6.00\n\(other)\(sum)\n"
        + "Grand total,,,,21.00\n"
    }
    let (right, _) = try await preview(list("11.00"))
    #expect(right.rows("New")?.amount == "21.00", "\(right)")
    #expect(right.status == 0, "\(right)")
    let (wrong, _) = try await preview(list("12.00"))
    #expect(wrong.err.contains("error control-total"), "\(wrong)")
  }

  @Test func `a supplier whose name is that of a total is paid, and is no total`() async throws {
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,Amount\n01/09/2026,OAK,R1,HN122,10.00\n"
        + "02/09/2026,TOTAL,R2,HN122,5.00\nTotal,,,,15.00\n")
    #expect(answer.rows("New")?.amount == "15.00", "\(answer)")
    #expect(answer.status == 0, "\(answer)")
  }

  @Test(arguments: [("110.00", "40.00", false), ("100.00", "30.00", true), ("100.00", "", false)])
  func `the totals of two columns are each held against their own`(
    out: String, into: String, agrees: Bool
  ) async throws {
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,Dr,Cr\n01/09/2026,OAK,R1,HN122,100.00,\n02/09/2026,ELM,R2,HN122,,30.00\n"
        + "Total,,,,\(out),\(into)\n",
      Self.mapping.replacing("amount: Amount", with: "paid out: Dr, paid in: Cr"))
    #expect((answer.status == 0) == agrees, "\(answer)")
    #expect(
      answer.err.contains("control-total-missed") != agrees || answer.status == 2, "\(answer)")
  }

  @Test(arguments: [0, 9, 300])
  func `a list of which most is outside is said to correct another all the same`(outside: Int)
    async throws
  {
    func list(_ amount: String) -> String {
      "Date,Supplier,Ref,Code,Amount\n"
        + (1...10).map { row in
          "0\(row % 9 + 1)/09/2026,OAK \(row),R\(row),HN122,\(row == 4 ? amount : "\(row)0.00")\n"
        }.joined()
        + (0..<outside).map { "05/09/2026,PEN \($0),S\($0),X9,1.00\n" }.joined()
    }
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(Self.mapping, to: "ledger/mappings/ours.yaml")
    try await ledger.bring(list("40.00"), named: "a.csv", "--as payments --mapping ours")
    let (answer, _) = try await preview(list("41.00"), in: ledger)
    #expect(answer.status == 2 && answer.err.contains("may-correct-another"), "\(answer)")
  }

  @Test(arguments: [("semicolon", ";", ""), ("bar", "|", ""), ("comma", ",", "order")])
  func `rows that were refused come in once they are mended, whatever parts their cells`(
    separator: String, mark: String, order: String
  ) async throws {
    let mapping =
      order.isEmpty
      ? Self.mapping + "separator: \(separator)\n"
      : Self.mapping.replacing(
        "columns: {date: Date, amount: Amount, payee: Supplier, reference: Ref, code: Code}",
        with: "order: [date, payee, reference, code, amount]")
    let heading = order.isEmpty ? ["Date,Supplier,Ref,Code,Amount"] : []
    let rows = heading + ["01/09/2026,OAK,R1,HN122,10.00", "02/09/2026,ELM,R2,HN122,ten"]
    let text = rows.map { $0.replacing(",", with: mark) + "\n" }.joined()
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let refused = ledger.terminal.scratch.path + "/refused.csv"
    let (answer, _) = try await preview(text, mapping, " --refused \(refused)", in: ledger)
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    let left = try String(contentsOfFile: refused, encoding: .utf8)
    let (mended, _) = try await preview(
      left.replacing("\(mark)ten", with: "\(mark)5.00"), mapping, in: ledger)
    #expect(mended.rows("New")?.amount == "5.00", "\(left)\(mended)")
    #expect(mended.rows("Refused") == nil, "\(mended)")
  }

  @Test(arguments: [
    ("Entered Cr,Entered Dr", "out: Entered Dr"), ("Money In,Money Out", "out: Money Out"),
    ("Receipts,Payments", "out: Payments"), ("Cr,Dr", "out: Dr"), ("Dr,Cr", "out: Dr"),
    ("Income,Expenditure", "out: Expenditure"), ("One,Other", "# Nothing here says which"),
  ])
  func `of two columns the one is out that says so, whichever stands first`(
    headings: String, line: String
  ) async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    for kind in ["payments", "bank"] {
      let path = try ledger.terminal.scratch.write(
        "Date,Payee,Code,\(headings)\n01/09/2026,OAK,X1,100.00,\n02/09/2026,ELM,X1,,60.00\n",
        to: "ways.csv")
      let answer = await ledger.type(["mapping", "suggest", path, "--as", kind])
      #expect(answer.out.contains(line), "\(kind): \(answer)")
    }
  }

  @Test
  func `two instalments are paid each by its own payment, in whichever order they are listed`()
    async throws
  {
    let heading =
      try Project.text("imports/example/04-september/payments.csv")
      .split(separator: "\n")[0] + "\n"
    let rows = [
      "OAKFIELD ACADEMY,2,07/10/2026,71,E,T,HN122,1109.59\n",
      "OAKFIELD ACADEMY,2,11/09/2026,72,E,T,HN122,1430.14\n",
    ]
    var found: [String] = []
    for order in [[0, 1], [1, 0]] {
      let ledger = try await TestLedger.make(today: "2026-11-30")
      let files = [
        ("01-april/dsg-2026-03.csv", "--as dsg-allocation --published 2026-03-26"),
        ("01-april/budgets.csv", "--as budgets"), ("03-august/packages.csv", "--as packages"),
      ]
      for (file, options) in files {
        try await ledger.bring(
          Project.text("imports/example/" + file), named: String(file.suffix(12)), options)
      }
      try await ledger.bring(
        heading + order.map { rows[$0] }.joined(), named: "two.csv",
        "--as payments --mapping anyshire")
      found.append(
        await ledger.type("trial-balance --layer budget --as-of 2027-03-31 --format csv").out)
    }
    #expect(found[0] == found[1] && found[0].contains("2539.73"), "\(found)")
  }

  @Test func `a pivot's sums of codes are its totals, and a wrong one is told`() async throws {
    func table(_ sum: String) -> String {
      """
      Date,Supplier,Ref,Code,Amount
      01/09/2026,OAK,R1,HN122,10.00
      02/09/2026,ELM,R2,HN122,5.00
      ,,,HN122 Total,\(sum)
      02/09/2026,ASH,R3,X9,1.00
      ,,,X9 Total,1.00
      ,,,Grand Total,16.00

      """
    }
    let (answer, _) = try await preview(table("15.00"))
    #expect(answer.rows("New")?.amount == "15.00" && answer.rows("Refused") == nil, "\(answer)")
    #expect(answer.status == 0, "\(answer)")
    let (wrong, _) = try await preview(table("51.00"))
    #expect(wrong.status == 2 && wrong.err.contains("51.00"), "\(wrong)")
  }

  @Test func `an amount's own word that says otherwise than the column of words is refused`()
    async throws
  {
    let mapping =
      Self.mapping.replacing("code: Code", with: "code: Code, direction: Way")
      + "signs: {out: [DR], in: [CR]}\n"
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,Way,Amount\n01/09/2026,OAK,R1,HN122,DR,10.00 DR\n"
        + "02/09/2026,ELM,R2,HN122,CR,100.00 DR\n03/09/2026,ASH,R3,HN122,CR,4.00 CR\n", mapping)
    #expect(answer.rows("New")?.amount == "6.00", "\(answer)")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
  }

  @Test func `headings that stand again in another order stop the file`() async throws {
    let heading = "Date,Supplier,Ref,Code,Amount,VAT\n"
    let row = "01/09/2026,OAK,R1,HN122,10.00,2.00\n"
    let (again, _) = try await preview(heading + row + heading + row)
    #expect(!again.err.contains("headings-again"), "\(again)")
    let (other, _) = try await preview(
      heading + row + "Date,Supplier,Ref,Code,VAT,Amount\n02/09/2026,ELM,R2,HN122,4.00,20.00\n")
    #expect(other.err.contains("error headings-again"), "\(other)")
    #expect(other.status == 65 || other.status == 2, "\(other)")
  }

  @Test func `a code where whoever was paid should stand is refused`() async throws {
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,Amount\n01/09/2026,HN122,R1,ACME,10.00\n")
    #expect(answer.err.contains("which the mapping looks for in another column"), "\(answer)")
  }

  @Test(arguments: ["-", "N/A", "NULL", "."])
  func `a payee that says nothing is missing`(payee: String) async throws {
    let (answer, _) = try await preview(
      "Date,Supplier,Ref,Code,Amount\n01/09/2026,\(payee),R1,HN122,10.00\n")
    #expect(answer.rows("Held for a person")?.rows == 1, "\(answer)")
  }
}
