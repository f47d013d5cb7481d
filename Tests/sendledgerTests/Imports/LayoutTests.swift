import Foundation
import TestSupport
import Testing

/// Layouts of councils and banks that no mapping of ours knows, read through the mapping that is suggested.
///
/// The councils, the suppliers and the families are invented.
struct LayoutTests {
  /// A file, the lines that its mapping has to have, and what its rows come to.
  struct Layout {
    let kind: String
    let text: String
    let lines: [String]
    let sum: String
  }

  static let layouts = [
    Layout(
      kind: "payments",
      text: """
        Accounting Date,Journal Ref,Natural Account,Account Description,Cost Centre,Supplier,Debit,Credit
        03-SEP-2026,J1,410200,Independent school fees,K1200,OAKFIELD SCHOOL,"1,430.14",
        04-SEP-2026,J2,410200,Independent school fees,K1200,OAKFIELD SCHOOL,0.00,30.14
        05-SEP-2026,J3,230100,Fuel,H9000,HILLTOP FUELS,99.10,
        """,
      lines: [
        "  paid out: Debit", "  paid in: Credit", "  code: Natural Account",
        "  reference: Journal Ref",
        #"  "410200": outside  # Independent school fees, 2 rows, £1,400.00"#,
      ], sum: "1,499.10"),
    Layout(
      kind: "payments",
      text: """
        Company Code;Posting Date;G/L Account;Cost Center;Amount in LC;Text;Vendor Name;Document Number
        1000;03.09.2026;410200;K1200;1430.14;SEN fees;OAKFIELD SCHOOL;5100001
        1000;04.09.2026;410200;K1300;30.14-;SEN fees credit;OAKFIELD SCHOOL;5100002
        1000;05.09.2026;999999;H9000;99.10;Fuel;HILLTOP FUELS;5100003
        """,
      lines: [
        "separator: semicolon", "  amount: Amount in LC", #"  code: "G/L Account""#,
        "  cost centre: Cost Center", "  payee: Vendor Name",
        #"# rules: [{code: "1", cost centre: "2", is: {fund: high-needs, line: 1.2.2}}]"#,
      ], sum: "1,499.10"),
    Layout(
      kind: "payments",
      text: """
        OAKFIELD SCHOOL,03/09/2026,900001,410200,SEN top up,1430.14,x
        ASH SCHOOL,04/09/2026,900002,410200,SEN top up,930.00,x
        HILLTOP FUELS,05/09/2026,900003,230100,Fuel,99.10,x
        """,
      lines: ["order: [payee, date, reference, code, description, amount, \"\"]"],
      sum: "2,459.24"),
    Layout(
      kind: "payments",
      text: """
        Vendor,Doc. Date,Cost Element,Cost Element Descr.,CO partner object name,Val.in rep.cur.
        OAKFIELD SCHOOL,03/09/2026,4422,Ind spec schools,SEN,-1430.14
        ASH SCHOOL,03/09/2026,4422,Ind spec schools,SEN,-930.14
        HILL FUEL,03/09/2026,9900,Fuel,Roads,30.14
        """,
      lines: [
        "amounts: spending is negative  # most amounts have a minus",
        #"  "4422": outside  # Ind spec schools, 2 rows, £2,360.28"#,
      ], sum: "2,330.14"),
    Layout(
      kind: "payments",
      text: """
        Account,Account Name,Amount,D/C,Supplier,Date
        4422,SEN,100.00,D,OAKFIELD SCHOOL,01/09/2026
        4422,SEN,40.00,C,OAKFIELD SCHOOL,02/09/2026
        """,
      lines: [
        "signs: {out: [D], in: [C]}", #"  "4422": outside  # SEN, 2 rows, £60.00"#,
      ],
      sum: "60.00"),
    Layout(
      kind: "bank",
      text: """
        Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance
        CARD_PAYMENT,Current,2026-09-03 10:11:12,2026-09-04 09:00:00,Brightsteps,-180.00,0.00,GBP,COMPLETED,490.00
        TOPUP,Current,2026-09-01 10:11:12,2026-09-01 10:11:12,Anyshire Council,670.00,0.00,GBP,COMPLETED,670.00
        """,
      lines: ["  date: Completed Date", "  amount: Amount", "  balance: Balance"], sum: "490.00"),
    Layout(
      kind: "bank",
      text: """
        Date,What it was,Spent,Loaded,Left
        03/09/2026,BRIGHTSTEPS,180.00,,490.00
        01/09/2026,ANYSHIRE COUNCIL,,670.00,670.00
        """,
      lines: ["  paid out: Spent", "  paid in: Loaded", "  payee: What it was"], sum: "490.00"),
    Layout(
      kind: "card",
      text: """
        Transaction Date,Merchant,Billing Amount,Running Balance
        03/09/2026,BRIGHTSTEPS,180.00,490.00
        02/09/2026,TOYS,20.00,670.00
        """,
      lines: ["amounts: spending is positive  # as the balance runs"], sum: "−200.00"),
  ]

  private func suggested(
    _ layout: String, as kind: String, in ledger: TestLedger
  ) async throws -> (path: String, mapping: String) {
    let path = try ledger.terminal.scratch.write(layout + "\n", to: "list.csv")
    let drafted = await ledger.type(["mapping", "suggest", path, "--as", kind])
    try drafted.require()
    try ledger.terminal.scratch.write(drafted.out, to: "ledger/mappings/first.yaml")
    return (path, drafted.out)
  }

  @Test(arguments: (layouts + systems).indices)
  func `a layout is read as it was meant, every row of it`(index: Int) async throws {
    let layout = (Self.layouts + Self.systems)[index]
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let (path, mapping) = try await suggested(layout.text, as: layout.kind, in: ledger)
    for line in layout.lines {
      #expect(mapping.split(separator: "\n").map(String.init).contains(line), "\(mapping)")
    }
    let child = layout.kind == "payments" ? "" : " --child SPB-004655"
    let answer = await ledger.preview(path, "--as \(layout.kind) --mapping first\(child)").answer
    let total = answer.rows("Rows of data")
    let first = layout.text.split(separator: "\n").count
    #expect(total?.rows == (mapping.contains("order:") ? first : first - 1), "\(answer)\(mapping)")
    #expect(total?.amount == layout.sum, "\(answer)\(mapping)")
    #expect(answer.rows("Refused") == nil, "\(answer)")
  }

  @Test func `a column of whole numbers under another heading is not taken for money`() async throws
  {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let path = try ledger.terminal.scratch.write(
      """
      Company Code;Posting Date;Account;Amount in local currency;Vendor Name
      1000;03.09.2026;410200;1430,14;OAKFIELD SCHOOL
      1000;04.09.2026;410200;30,14-;OAKFIELD SCHOOL

      """, to: "comma.csv")
    let answer = await ledger.type(["mapping", "suggest", path, "--as", "payments"])
    #expect(answer.status == 65 && answer.out.isEmpty, "\(answer)")
    #expect(answer.err.contains("error columns-not-found: no columns of the file look like"))
  }

  @Test(arguments: ["", "£", "-"])
  func `a column that no mapping can name is chosen for nothing`(heading: String) async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let path = try ledger.terminal.scratch.write(
      "Date,\(heading),Amount,Code\n01/09/2026,OAK,5.00,X1\n02/09/2026,ELM,6.00,X1\n", to: "l.csv")
    for kind in ["payments", "bank"] {
      let answer = await ledger.type(["mapping", "suggest", path, "--as", kind])
      #expect(answer.status == 65 && answer.err.contains("columns-not-found"), "\(answer)")
    }
  }

  @Test(arguments: [
    "Amount £000", "Amount (£'000s)", "Spend £k", "Value £m", "Net (pence)", "Net €",
  ])
  func `figures that are not pounds are refused, whatever kind has them`(heading: String)
    async throws
  {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(
      """
      kind: payments
      name: Ours
      columns: {date: Date, amount: "\(heading)", payee: Supplier, code: Code}
      otherwise: suspense

      """, to: "ledger/mappings/ours.yaml")
    let (answer, _) = try await ledger.preview(
      text: "Supplier,Date,Code,\(heading)\nOAK,03/09/2026,1,1430.14\n", named: "list.csv",
      "--as payments --mapping ours")
    #expect(answer.status == 65, "\(answer)")
    #expect(
      answer.err.contains("list.csv:1: error units-not-pounds: the heading “\(heading)” is not"))
  }

  @Test(arguments: ["Paid (£)", "Amount £ monthly", "Net amount 2026", "£ Made"])
  func `figures in pounds are taken`(heading: String) async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    let (path, _) = try await suggested(
      "Supplier,Date,Code,\(heading)\nOAK,03/09/2026,X1,1430.14", as: "payments", in: ledger)
    let answer = await ledger.preview(path, "--as payments --mapping first").answer
    #expect(answer.rows("Rows of data")?.amount == "1,430.14", "\(answer)")
  }

  @Test func `one payment is one whether a list has it in one column, in two or with a word`()
    async throws
  {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    func mapping(_ columns: String, _ more: String = "") -> String {
      """
      kind: payments
      name: Ours
      columns: {date: Date, \(columns), payee: Supplier, reference: Number, code: Code}
      otherwise: suspense
      \(more)

      """
    }
    let ways = [
      (
        "one", mapping("amount: Amount"),
        "Supplier,Date,Number,Code,Amount\nOAK,03/09/2026,N1,X1,14.30\nOAK,04/09/2026,N2,X1,-3.10\n"
      ),
      (
        "two", mapping("paid out: Debit, paid in: Credit"),
        "Supplier,Date,Number,Code,Debit,Credit\nOAK,03/09/2026,N1,X1,14.30,\n"
          + "OAK,04/09/2026,N2,X1,,3.10\n"
      ),
      (
        "word", mapping("amount: Amount, direction: D/C", "signs: {out: [D], in: [C]}"),
        "Supplier,Date,Number,Code,Amount,D/C\nOAK,03/09/2026,N1,X1,14.30,D\n"
          + "OAK,04/09/2026,N2,X1,3.10,C\n"
      ),
      (
        "turned", mapping("amount: Amount", "amounts: spending is negative"),
        "Supplier,Date,Number,Code,Amount\nOAK,03/09/2026,N1,X1,-14.30\nOAK,04/09/2026,N2,X1,3.10\n"
      ),
    ]
    for (name, mapping, _) in ways {
      try ledger.terminal.scratch.write(mapping, to: "ledger/mappings/\(name).yaml")
    }
    try await ledger.bring(ways[1].2, named: "two.csv", "--as payments --mapping two")
    for (name, _, text) in ways where name != "two" {
      let (answer, _) = try await ledger.preview(
        text: text, named: "\(name).csv", "--as payments --mapping \(name)")
      #expect(answer.rows("Known")?.rows == 2, "\(name): \(answer)")
      #expect(answer.rows("Rows of data")?.amount == "11.20", "\(name): \(answer)")
    }
  }

  @Test func `known rows that the mapping puts elsewhere now are told`() async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    func write(_ line: String) throws {
      try ledger.terminal.scratch.write(
        """
        kind: payments
        name: Ours
        columns: {date: Date, amount: Amount, payee: Supplier, reference: Number, code: Code}
        codes:
          X1: {fund: high-needs, line: \(line)}
          X2: {fund: high-needs, line: 1.2.5}

        """, to: "ledger/mappings/ours.yaml")
    }
    try write("1.2.2")
    let list =
      "Supplier,Date,Number,Code,Amount\nOAK,03/09/2026,N1,X1,14.30\nASH,04/09/2026,N2,X2,3.10\n"
    let batch = try await ledger.bring(list, named: "a.csv", "--as payments --mapping ours")
    let more = list + "ELM,05/09/2026,N3,X1,9.00\n"
    let same = try await ledger.preview(text: more, named: "b.csv", "--as payments --mapping ours")
    #expect(!same.answer.err.contains("known-rows-placed-before"), "\(same.answer)")
    try write("1.2.3")
    let (answer, _) = try await ledger.preview(
      text: more, named: "c.csv", "--as payments --mapping ours")
    #expect(answer.status == 2)
    #expect(
      answer.err.contains(
        "warning known-rows-placed-before: rows of \(batch) are known: X1 was put at high-needs 1.2.2, "
          + "and is for high-needs 1.2.3 now"), "\(answer)")
  }

  @Test func `a code that has lost the noughts before it is said to be nearly one`() async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(
      """
      kind: payments
      name: Ours
      columns: {date: Date, amount: Amount, payee: Supplier, code: Code}
      codes: {"004422": {fund: high-needs, line: 1.2.2}}

      """, to: "ledger/mappings/ours.yaml")
    let (answer, _) = try await ledger.preview(
      text: "Supplier,Date,Code,Amount\nOAK,03/09/2026,4422,14.30\n", named: "a.csv",
      "--as payments --mapping ours")
    #expect(answer.out.contains("004422"), "\(answer)")
  }

  @Test(arguments: ["(12.00)", "12.00-", "-12.00", "12.00"])
  func `an amount without its word is refused, whatever its sign`(amount: String) async throws {
    let ledger = try await TestLedger.make(today: "2026-11-30")
    try ledger.terminal.scratch.write(
      """
      kind: payments
      name: Ours
      columns: {date: Date, amount: Amount, payee: Supplier, code: Code}
      signs: {out: [DR], in: [CR]}
      otherwise: suspense

      """, to: "ledger/mappings/ours.yaml")
    let (answer, _) = try await ledger.preview(
      text: "Supplier,Date,Code,Amount\nOAK,03/09/2026,1,\(amount)\nASH,03/09/2026,1,5.00 DR\n",
      named: "a.csv", "--as payments --mapping ours")
    #expect(answer.rows("Refused")?.rows == 1, "\(answer)")
    #expect(answer.err.contains("error amount-without-its-word"), "\(answer)")
    #expect(answer.rows("New")?.amount == "5.00", "\(answer)")
  }
}
