/// Files of contracts, requests, evidence and cases with one thing wrong.
struct ContractFile: Sendable {
  let kind: String
  let text: String
  let words: String

  static let contract: [(column: String, cell: String)] = [
    ("Contract", "SALT-2026"), ("From", "01/04/2026"), ("Kind", "contract"),
    ("Regime", "special-education"), ("Fund", "High needs"), ("Section 251 line", "1.2.13"),
    ("Sum", "216000.00"), ("Capacity", "2400"), ("Unit", "hour"),
    ("Served", "SPB-004217/2 24; SPB-004655/2 18"), ("Document", "Contract"),
    ("Document day", "01/03/2026"),
  ]

  static let request: [(column: String, cell: String)] = [
    ("Decision", "D-2026-0402"), ("Contract", "SALT-2026"), ("Child", "SPB-004655"),
    ("Line", "2"), ("For", "Speech therapy"), ("Asked", "01/10/2026"), ("Window", "review"),
    ("Units", "18"),
  ]

  static let evidence: [(column: String, cell: String)] = [
    ("About", "D-2026-0402"), ("Shows", "quote"), ("Finding", "68.00"), ("Document", "Letter"),
    ("Day", "05/10/2026"),
  ]

  /// A file of one row, with some cells other than they should be.
  static func text(
    _ cells: [(column: String, cell: String)], _ changes: [String: String] = [:]
  ) -> String {
    let known = cells.map(\.column)
    let all =
      cells.map { (column: $0.column, cell: changes[$0.column] ?? $0.cell) }
      + changes.sorted { $0.key < $1.key }.filter { !known.contains($0.key) }
      .map { (column: $0.key, cell: $0.value) }
    return all.map(\.column).joined(separator: ",") + "\n"
      + all.map { "\"\($0.cell)\"" }.joined(separator: ",") + "\n"
  }

  private static func contract(_ changes: [String: String], _ words: String) -> ContractFile {
    ContractFile(kind: "contracts", text: text(contract, changes), words: words)
  }

  static let contracts = [
    contract(
      ["Capacity": "40"],
      """
      contracts.csv:2: error contract-used-beyond-capacity: the children named and the exits use \
      42 units, and there are 40
        why     their shares of the sum would be more than the sum
        next    correct what they use, or the capacity

      """),
    contract(
      ["Step units": "180", "Step saving": "10800.00", "Steps": "10"],
      """
      contracts.csv:2: error steps-do-not-cover: the steps are of 1800 units together, and the \
      contract holds 2400
        why     what lies beyond the last step could never be given up
        next    correct the units or the number of the steps, or leave the number out

      """),
    contract(
      ["Step units": "180", "Step saving": "100000.00"],
      """
      contracts.csv:2: error steps-beyond-sum: the steps together would save £1,300,000.00, and \
      the sum is £216,000.00
        why     no more can be saved than is paid
        next    correct the saving, the number of the steps or the sum

      """),
    contract(
      ["Step units": "0", "Step saving": "100.00"],
      """
      contracts.csv:2: error step-not-positive: a step is of no units or saves nothing, or there \
      are none of them
        next    give its units and its saving, or leave all of it out

      """),
    contract(
      ["Step units": "180"],
      """
      contracts.csv:2: error cell-missing: step saving is empty
        next    fill it in, or leave the row out

      """),
    contract(
      ["Begins": "01/09/2026", "Breaks": "31/08/2027 31/08/2026"],
      """
      contracts.csv:2: error dates-out-of-order: the first day is 2026-09-01, and a break is \
      2026-08-31
        why     a contract begins, may be broken, ends and is let anew, in that order
        next    correct one of the two days

      """),
    contract(
      ["Ends": "31/03/2027", "Renewal": "01/09/2026"],
      """
      contracts.csv:2: error dates-out-of-order: the last day is 2027-03-31, and the renewal is \
      2026-09-01
        why     a contract begins, may be broken, ends and is let anew, in that order
        next    correct one of the two days

      """),
    contract(
      ["Variable rate": "0.00"],
      """
      contracts.csv:2: error price-nil-or-negative: the price of a unit is £0.00
        why     nobody provides help for nothing, so it is a price that is not known
        next    find out the price; until then leave it out

      """),
    contract(
      ["Sum": "-216000.00"],
      """
      contracts.csv:2: error amount-not-positive: the sum of the contract is −£216,000.00
        next    give the sum of a full year; leave the cell empty where the papers give none

      """),
    contract(
      ["Capacity": "0", "Served": ""],
      """
      contracts.csv:2: error capacity-not-positive: the contract holds no units
        next    give the units of a full year; leave the cell empty where the papers give none

      """),
    contract(
      ["Band": "2500"],
      """
      contracts.csv:2: error band-beyond-capacity: the volume band is 2500 units, and the \
      contract holds 2400
        next    correct the band: 5% of the capacity, or a number of units

      """),
    contract(
      ["Minimum volume": "2401"],
      """
      contracts.csv:2: error minimum-beyond-capacity: the minimum is 2401 units, and the contract \
      holds 2400
        next    correct the minimum volume, or the capacity

      """),
    contract(
      ["Exits": "2400.5", "Served": ""],
      """
      contracts.csv:2: error exits-beyond-capacity: 2400.5 units were given up before, and the \
      contract holds 2400
        next    correct the exits, or the capacity

      """),
    contract(
      ["Served": "SPB-004655/2 18; SPB-004655/2 6"],
      """
      contracts.csv:2: error line-named-twice: plan line SPB-004655/2 is named twice
        why     nobody could say which of the two numbers of units it uses
        next    name it once, with all of its units

      """),
    contract(
      ["Kind": "place", "Section 251 line": "1.0.2"],
      """
      contracts.csv:2: error place-names-children: the money is for places, and children are \
      named as served
        why     place funding belongs to no child, and is never divided
        next    leave the children out, or give another kind if it is no place funding

      """),
    contract(
      ["Contract": "D-2026-0001"],
      """
      contracts.csv:2: error code-not-known: Contract is 11 characters, not shown as they may be a \
      name
        next    write a contract's reference, such as SALT-2026, that does not begin with D-

      """),
    contract(
      ["Capacity": "1000000"],
      """
      contracts.csv:2: error code-not-known: Capacity is “1000000”
        next    write a number below 1000000, with two decimals at most

      """),
  ]
}
