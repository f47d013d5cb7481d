import TestSupport
import Testing

/// Contracts, requests and evidence that cannot stand, and the words with which they come back.
struct ContractFileTests {
  @Test(arguments: ContractFile.contracts.indices)
  func `a contract that cannot stand is refused with what is wrong`(index: Int) async throws {
    let bad = ContractFile.contracts[index]
    let desk = try await BadInput.Desk()
    let answer = try await desk.preview(bad.text, named: "contracts.csv", "--as contracts")
    #expect(answer.status == 2)
    #expect(answer.err == bad.words)
    #expect(answer.rows("Refused")?.rows == 1)
  }

  @Test func `two versions of a contract on one day are refused, in one file and in two`()
    async throws
  {
    let words = """
      error contract-day-taken: another version of SALT-2026 begins on 2026-04-01
        why     the first day of a version decides which one holds
        next    give the day from which this one holds, or take the other import back

      """
    let desk = try await BadInput.Desk()
    let one = ContractFile.text(ContractFile.contract)
    let other = ContractFile.text(ContractFile.contract, ["Sum": "217000.00"])
    let row = other.split(separator: "\n")[1]
    let both = try await desk.preview(
      one + row + "\n", named: "contracts.csv", "--as contracts")
    #expect(both.status == 2)
    #expect(both.err == "contracts.csv:3: " + words)
    #expect(both.rows("New")?.rows == 1)
    #expect(both.rows("Refused")?.amount == "217,000.00")

    try await desk.ledger.bring(one, named: "one.csv", "--as contracts")
    let head = await desk.ledger.head()
    let (answer, _) = try await desk.ledger.preview(
      text: other, named: "other.csv", "--as contracts")
    #expect(answer.status == 2)
    #expect(answer.err == "other.csv:2: " + words)
    #expect(await desk.ledger.head() == head)
  }

  @Test func `requests and evidence that cannot stand are refused with what is wrong`()
    async throws
  {
    let ledger = try await TestLedger.make()
    try await ledger.bring(
      ContractFile.text(ContractFile.contract), named: "contracts.csv", "--as contracts")
    try await ledger.bring(
      ContractFile.text(ContractFile.request), named: "requests.csv", "--as requests")
    let head = await ledger.head()
    for bad in ContractFile.requests {
      let (answer, _) = try await ledger.preview(
        text: bad.text, named: bad.kind + ".csv", "--as \(bad.kind)")
      #expect(answer.status == 2)
      #expect(answer.err == bad.words)
      #expect(await ledger.head() == head)
    }
    let sound = try await ledger.preview(
      text: ContractFile.text(ContractFile.evidence), named: "evidence.csv", "--as evidence")
    #expect(sound.answer.status == 0)
  }
}
