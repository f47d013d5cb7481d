import TestSupport
import Testing

/// Cases that say too much, too little, or two things at once.
struct CaseFileTests {
  static func text(_ inputs: String, id: String = "K1") -> String {
    """
    {
     "cases": [
      {
       "id": "\(id)", "title": "Speech therapy",
       "inputs": {
        \(inputs)
       }
      }
     ]
    }

    """
  }

  private static let cases: [(inputs: String, words: String)] = [
    (
      "\"contract_sum\": 216000, \"capcity_hours\": 2400",
      """
      cases.json:6 (row 1): error word-not-known: “capcity_hours” is not a key of a case
        why     what is not understood is not passed over
        next    write a key such as capacity_hours, child_hours or market_hour; a note may say the \
      rest

      """
    ),
    (
      "\"contract_sum\": 216000, \"Ann Archer\": 18",
      """
      cases.json:6 (row 1): error word-not-known: 10 characters, not shown as they may be a name is \
      not a key of a case
        why     what is not understood is not passed over
        next    write a key such as capacity_hours, child_hours or market_hour; a note may say the \
      rest

      """
    ),
    (
      "\"contract_sum\": 2.16e5, \"capacity_hours\": 2400, \"child_hours\": 18",
      """
      cases.json:6 (row 1): error amount-unreadable: contract_sum is “2.16e5”
        why     it is not wholly an amount in pounds and pence
        next    write it as 1234.50

      """
    ),
    (
      "\"contract_sum\": 216000, \"capacity_hours\": 2400,\n    \"child_nights\": 18",
      """
      cases.json:3 (row 1): error case-unclear: the case is counted in hours and in nights
        next    count all of it in one of them

      """
    ),
    (
      "\"contract_sum\": 216000, \"capacity_hours\": 2400, \"market_hour\": 95",
      """
      cases.json:3 (row 1): error cell-missing: child_hours is empty
        next    fill it in, or leave the row out

      """
    ),
    (
      "\"contract_sum\": 216000, \"capacity_hours\": 12, \"child_hours\": 18",
      """
      cases.json:3 (row 1): error contract-used-beyond-capacity: the children named and the exits \
      use 18 units, and there are 12
        why     their shares of the sum would be more than the sum
        next    correct what they use, or the capacity

      """
    ),
    (
      "\"contract_sum\": 216000, \"capacity_hours\": 2400, \"child_hours\": 18,\n"
        + "    \"waiting_list\": 2, \"spot_hour\": 95",
      """
      cases.json:3 (row 1): error case-unclear: the list says how many wait, and not for how much
        next    write under waiting_hours for how many units they wait

      """
    ),
    (
      "\"framework_hour\": 45, \"hours_week\": 15, \"weeks\": 39, \"market_hour\": 0",
      """
      cases.json:3 (row 1): error price-nil-or-negative: the price of a unit is £0.00
        why     nobody provides help for nothing, so it is a price that is not known
        next    find out the price; until then leave it out

      """
    ),
    (
      "\"contract_sum\": {\"a_year\": 216000}",
      """
      cases.json:6 (row 1): error case-unclear: contract_sum is neither a number nor a word
        next    write one number or one word behind it

      """
    ),
  ]

  @Test(arguments: cases.indices)
  func `a case that cannot be taken in one way is refused at its line`(index: Int) async throws {
    let (inputs, words) = Self.cases[index]
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(Self.text(inputs), named: "cases.json", "--as cases")
    #expect(answer.status == 2)
    #expect(answer.err == words)
    #expect(answer.rows("Refused")?.rows == 1)
  }

  @Test(arguments: [
    (
      "{\"cases\": [\n {\"id\": \"K1\",, \"title\": \"x\"}\n]}\n", 2,
      "written-not-yaml: the list of cases is not JSON from this line on"
    ),
    (
      "{\"cases\": [\n {\"id\": \"K1\", \"id\": \"K2\"}\n]}\n", 2,
      "written-name-twice: “id” stands twice, here for the first time"
    ),
    (
      "Date,Amount\n01/10/2026,1.00\n", 1,
      "written-not-yaml: the list of cases is not written as names and values"
    ),
    ("{\"cases\": []}\n", 1, "written-value-unreadable: cases cannot be read"),
  ])
  func `a file that is no list of cases is not used at all`(
    text: String, line: Int, problem: String
  ) async throws {
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(text, named: "cases.json", "--as cases")
    #expect(answer.status == 65)
    #expect(answer.err.hasPrefix("cases.json:\(line): error \(problem)\n"), "\(answer.err)")
    #expect(answer.err.contains("  next    "))
  }

  @Test func `two cases of one name are two versions of one contract on one day`() async throws {
    let desk = try await BadInput.Desk()
    let inputs = "\"contract_sum\": 600, \"capacity_hours\": 24, \"child_hours\": 18"
    let one = "{\"id\": \"K1\", \"title\": \"Therapy\", \"inputs\": {\(inputs)}}"
    let answer = try await desk.preview(
      "{\"cases\": [\n\(one),\n\(one.replacing("24", with: "25"))\n]}\n", named: "cases.json",
      "--as cases")
    #expect(answer.status == 2)
    #expect(answer.err.contains("cases.json:3 (row 2): error contract-day-taken"))
    #expect(answer.rows("New")?.rows == 1)
  }
}
