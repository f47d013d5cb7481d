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

  @Test func `twelve mappings come with the program`() {
    #expect(Self.shipped.count == 12)
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
    #expect(mapping.columns["paid out"] == ["Debit Amount"])
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
    var code = "mapping-unreadable"
  }

  private static let start = "kind: payments\nname: A council\n"

  private static let faults = [
    Fault(
      text: "kind: payments\nname: A\ncolums: {date: Date}\n", line: 3,
      problem: "“colums” is not a part of a mapping", next: "write one of: kind, name, extends,"),
    Fault(
      text: start + "columns:\n  date: Date\n  payeee: Supplier\n", line: 5,
      problem: "“payeee” is not a field of payments", next: "write one of: date, amount, payee,"),
    Fault(
      text: start + "columns:\n  date: []\n", line: 4, problem: "a column has no heading",
      next: "write the heading of the column"),
    Fault(
      text: start + "columns: Date\n", line: 3,
      problem: "columns is not a list of names and values", next: "indent its lines under it"),
    Fault(
      text: "kind: bank\nname: A bank\norder: [date, payee, amont]\n", line: 3,
      problem: "“amont” is not a field of bank", next: "write one of: date, payee, amount,"),
    Fault(
      text: "kind: bank\nname: A bank\norder: date\n", line: 3,
      problem: "order is not a list of fields", next: "write order: [date, payee, amount]"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, line: 1.2.2}\n  HN2: {fund: police}\n",
      line: 5,
      problem: "what the code is for is not said, or names a fund that the ledger does not keep",
      next: "write {fund: high-needs, line: 1.2.2}, compared, suspense or outside"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, line: 9.9.9}\n", line: 4,
      problem: "the line or the setting is not one of the section 251 statement",
      next: "write a line such as 1.2.2, and a setting such as special"),
    Fault(
      text: start + "codes:\n  HN1: {fund: high-needs, lien: 1.2.2}\n", line: 4,
      problem: "“lien” is not a part of what a code is for", next: "write one of: fund, line"),
    Fault(
      text: start + "otherwise: ours\n", line: 3,
      problem: "what the code is for is not said, or names a fund that the ledger does not keep",
      next: "write {fund: high-needs, line: 1.2.2}, compared, suspense or outside"),
    Fault(
      text: "kind: bank\nname: A bank\npayees:\n  Ruth: 3\n", line: 4,
      problem: "payees are not given by child", next: "write a child's reference"),
    Fault(
      text: "kind: bank\nname: A bank\npayees:\n  SPB-004655:\n    Ruth: swimming\n", line: 5,
      problem: "what a payee is paid for is not said",
      next: "write the number of the plan line, or council"),
    Fault(
      text: "kind: bank\nname: A bank\namounts: both\n", line: 3,
      problem: "which way amounts run is not said",
      next: "write amounts: spending is positive, or spending is negative"),
    Fault(
      text: "kind: bank\nname: A bank\nremarks: ['***']\n", line: 3,
      problem: "remarks is not a list of words", next: "write remarks: [Opening balance]"),
    Fault(
      text: "kind: openings\nname: A\n", line: 1,
      problem: "the mapping does not say what kind of file it is for",
      next: "write kind: and one of payments, bank, card"),
    Fault(
      text: "kind: bank\n", line: 1,
      problem: "the mapping does not say whose files it is for", next: "write name: and theirs"),
    Fault(
      text: "- kind\n- name\n", line: 1, problem: "the file is not a mapping",
      next: "begin it with kind: and name:"),
    Fault(
      text: "", line: 1, problem: "the file is not a mapping", next: "begin it with kind: and name:"
    ),
    Fault(
      text: "kind: bank\nname: \"A bank\nremarks: [x]\n", line: 4,
      problem: "the file is not YAML from this line on",
      next: "look at the indenting, the colons and the quotation marks"),
    Fault(
      text: "kind: bank\nname: A bank\n\tcolumns: x\n", line: 3,
      problem: "the file is not YAML from this line on",
      next: "look at the indenting, the colons and the quotation marks"),
    Fault(
      text: "kind: bank\nname: A bank\nremarks: [x]\nname: Another\n", line: 2,
      problem: "“name” stands twice, here for the first time", next: "take one of the two out"),
    Fault(
      text: "name: Ours\nextends: barclay\n", line: 2, problem: "there is no mapping barclay",
      next: "",
      code: "mapping-not-found"),
  ]

  @Test(arguments: faults.indices)
  func `a mapping that cannot be read is refused at its line, with the way out`(index: Int) throws {
    let fault = Self.faults[index]
    let diagnostic = try #require(throws: Diagnostic.self) { try Trial.mapping(fault.text) }
    #expect(diagnostic.code == fault.code)
    #expect(diagnostic.problem == fault.problem)
    #expect((diagnostic.next ?? "").hasPrefix(fault.next), "\(diagnostic)")
    #expect(
      diagnostic.place == Place(file: "mappings/trial.yaml", row: fault.line, line: fault.line))
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
