import Bookkeeping
import Foundation
import Funding
import TestSupport
import Testing

@testable import Importing

/// What stands in a mapping, and what is said of one that cannot be read.
struct MappingTests {
  private static var shipped: [String] {
    let folder = Project.path("ledgers/example/mappings")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.map { String($0.dropLast(5)) }.sorted()
  }

  @Test func `thirteen mappings come with the program`() {
    #expect(Self.shipped.count == 13)
  }

  @Test(arguments: shipped)
  func `a mapping that comes with the program reads`(name: String) throws {
    let mapping = try Trial.mapping(try Trial.shipped(name))
    #expect(mapping.kind.needsMapping)
    #expect(!mapping.name.isEmpty)
    #expect(!mapping.columns.isEmpty || mapping.order != nil)
  }

  @Test func `a family's mapping has the columns of its bank and the payees of the family`() throws
  {
    let mapping = try Trial.mapping(try Trial.shipped("spb-004655"))
    #expect(mapping.kind == .bank)
    #expect(mapping.name == "Lloyds")
    #expect(mapping.columns["paid out"] == [.named("Debit Amount")])
    let child = try #require(ChildReference("SPB-004655"))
    let other = try #require(ChildReference("SPB-004217"))
    let line = try #require(PlanLineReference("SPB-004655/3"))
    #expect(mapping.meaning(of: "SEALS SWIM CLUB LTD****9", for: child) == .line(line))
    #expect(mapping.meaning(of: "Anyshire Council", for: child) == .council)
    #expect(mapping.meaning(of: "Ruthless Ltd", for: child) == .unknown)
    #expect(mapping.meaning(of: "Seals Swim Club", for: other) == .unknown)
  }

  @Test func `of two payees whose words stand in a name the longer counts`() throws {
    let mapping = try Trial.mapping(
      """
      kind: bank
      name: A bank
      payees: {SPB-004655: {Swim: 1, Seals Swim Club: 3, Seals: council}}
      """)
    let child = try #require(ChildReference("SPB-004655"))
    let line = try #require(PlanLineReference("SPB-004655/3"))
    #expect(mapping.meaning(of: "The Seals Swim Club", for: child) == .line(line))
  }

  /// A mapping's text, the line that is at fault, and what is said of it.
  private struct Fault: Sendable {
    let text: String
    let line: Int
    let problem: String
    let next: String
    var code = "written-value-unreadable"
  }

  private static let start = "kind: payments\nname: A council\n"

  private static let faults = [
    Fault(
      text: "kind: payments\nname: A\ncolums: {date: Date}\n", line: 3,
      problem: "“colums” is not a name of the mapping",
      next: "write “columns” if that is meant; use only: kind, name, extends,",
      code: "written-name-unknown"),
    Fault(
      text: start + "columns:\n  date: Date\n  payeee: Supplier\n", line: 5,
      problem: "“payeee” is not a name of columns",
      next: "write “payee” if that is meant; use only: date, amount, payee,",
      code: "written-name-unknown"),
    Fault(
      text: start + "columns:\n  date: []\n", line: 4, problem: "columns, date cannot be read",
      next: "write the heading of the column"),
    Fault(
      text: start + "columns: Date\n", line: 3, problem: "columns cannot be read",
      next: "write names, each with its value: date, amount,"),
    Fault(
      text: "kind: bank\nname: A bank\norder: [date, payee, amont]\n", line: 3,
      problem: "“amont” is not a name of order", next: "write “amount” if that is meant; use only:",
      code: "written-name-unknown"),
    Fault(
      text: "kind: bank\nname: A bank\norder: date\n", line: 3, problem: "order cannot be read",
      next: "write the fields in their order, such as [date, payee, amount]"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, line: 1.2.2}\n  HN2: {fund: police}\n",
      line: 5, problem: "a value of codes, fund cannot be read",
      next: "write a fund that the ledger keeps: high-needs, schools, social-care"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, line: 9.9.9}\n", line: 4,
      problem: "a value of codes, line cannot be read",
      next: "write a line of the section 251 statement such as 1.2.2"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, lien: 1.2.2}\n", line: 4,
      problem: "“lien” is not a name of a value of codes",
      next: "write “line” if that is meant; use only: fund, line", code: "written-name-unknown"),
    Fault(
      text: start + "otherwise: ours\n", line: 3, problem: "otherwise cannot be read",
      next: "write {fund: high-needs, line: 1.2.2}, compared, suspense or outside"),
    Fault(
      text: "kind: bank\nname: A bank\npayees:\n  Ruth: 3\n", line: 4,
      problem: "a name of payees cannot be read", next: "write a child's reference"),
    Fault(
      text: "kind: bank\nname: A bank\npayees:\n  SPB-004655:\n    Ruth: swimming\n", line: 5,
      problem: "a value of payees cannot be read",
      next: "write the number of the plan line, or council"),
    Fault(
      text: "kind: bank\nname: A bank\namounts: both\n", line: 3,
      problem: "amounts cannot be read",
      next: "write spending is positive, or spending is negative"),
    Fault(
      text: "kind: bank\nname: A bank\nremarks: ['***']\n", line: 3,
      problem: "remarks cannot be read", next: "write a list of words such as [Opening balance]"),
    Fault(
      text: "kind: openings\nname: A\n", line: 1, problem: "kind cannot be read",
      next: "write one of payments, bank, card"),
    Fault(
      text: "kind: bank\n", line: 1, problem: "the mapping does not say its name",
      next: "write name: and whose files it is for", code: "written-value-missing"),
    Fault(
      text: "- kind\n- name\n", line: 1, problem: "the mapping is not written as names and values",
      next: "write names, each with a colon and its value, as ledgers/example/mappings shows",
      code: "written-not-yaml"),
    Fault(
      text: "", line: 1, problem: "the mapping is not written as names and values",
      next: "write names", code: "written-not-yaml"),
    Fault(
      text: "kind: bank\nname: \"A bank\nremarks: [x]\n", line: 4,
      problem: "the mapping is not YAML from this line on",
      next: "look at the indenting, the colons and the quotation marks", code: "written-not-yaml"),
    Fault(
      text: "kind: bank\nname: A bank\n\tcolumns: x\n", line: 3,
      problem: "the mapping is not YAML from this line on",
      next: "look at the indenting, the colons and the quotation marks", code: "written-not-yaml"),
    Fault(
      text: "kind: bank\nname: A bank\nremarks: [x]\nname: Another\n", line: 2,
      problem: "“name” stands twice, here for the first time", next: "take one of the two out",
      code: "written-name-twice"),
    Fault(
      text: "name: Ours\nextends: barclay\n", line: 2, problem: "there is no mapping barclay",
      next: "",
      code: "mapping-not-found"),
  ]

  @Test(arguments: faults.indices)
  func `a mapping that cannot be read is refused at its line, with the way out`(index: Int) throws {
    let fault = Self.faults[index]
    let faults = try #require(throws: WrittenFaults.self) { try Trial.mapping(fault.text) }
    let diagnostic = try #require(faults.list.first)
    #expect(diagnostic.code == fault.code)
    #expect(diagnostic.problem == fault.problem)
    #expect((diagnostic.next ?? "").description.hasPrefix(fault.next), "\(diagnostic)")
    #expect(
      diagnostic.place == Place(file: "mappings/trial.yaml", row: fault.line, line: fault.line))
  }

  @Test func `every fault of a mapping is told at once, in the order of its lines`() throws {
    let faults = try #require(throws: WrittenFaults.self) {
      try Trial.mapping(
        "name: A bank\nremarks: x\namounts: both\ncodes:\n  A: ours\nkind: banque\n")
    }
    #expect(faults.list.map { $0.place?.line } == [2, 3, 5, 6])
  }

  @Test func `a heading that is not in the file is named by its field, with those that are there`()
    throws
  {
    let trial = try Trial(
      "Date,Sum,Supplier\n01/10/2026,1.00,Acorn\n",
      mapping: Self.start + "columns: {date: Date, amount: Total, payee: Supplier}\n")
    #expect(
      trial.unusable?.description == """
        trial.csv:1: error columns-not-found: the file has no column for amount
          why     it has: date, payee
          next    check the kind of file, or name its columns in a mapping
        """)
  }

  @Test func `a file of payments without the column of a date is refused row by row`() throws {
    let trial = try Trial(
      "Amount,Supplier\n1.00,Acorn\n2.00,Birch\n",
      mapping: Self.start + "columns: {amount: Amount, payee: Supplier}\notherwise: suspense\n")
    #expect(trial.refusals.map(\.code) == ["date-missing", "date-missing"])
    #expect(trial.refusals.map { $0.place?.line } == [2, 3])
    #expect(trial.refusals[0].next == "name the column of the date in the mapping")
  }

  @Test func `a mapping is for files of one kind, and a file of another is refused`() throws {
    let trial = try Trial(Trial.heading, as: .bank, mapping: Trial.payments)
    #expect(trial.unusable?.code == "mapping-of-another-kind")
    #expect(trial.unusable?.problem == "the mapping is for payments and the file is bank")
    let none = try Trial(Trial.heading, as: .payments, mapping: nil)
    #expect(none.unusable?.problem == "a file of kind payments needs --mapping NAME")
  }
}
