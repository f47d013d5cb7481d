package import Bookkeeping
package import Disaggregation
import Funding
package import Storage

extension LedgerReading {
  /// All that a check of what has been divided is made of, each kind of record read once.
  package func divisions(on day: Day) async throws(StorageFailure) -> DivisionBooks {
    let contracts = try await unread(.fact(.contract))
    let approved = try await unread(.fact(.decisionApproved))
    let grants = Dictionary(grouping: approved.compactMap { GrantRecord($0.fact) }, by: \.contract)
    var standings: [ContractStanding] = []
    for (subject, versions) in Dictionary(grouping: contracts, by: \.fact.subject) {
      guard let contract = ContractReference(subject) else { continue }
      standings.append(
        ContractStanding(
          of: contract, versions: versions.compactMap { Contract($0.fact) },
          grants: grants[contract] ?? [],
          records: try await records(mentioning: .contract(contract))))
    }
    return DivisionBooks(
      contracts: contracts, grants: approved, lines: try await unread(.fact(.planLine)),
      balances: try await balances(through: FinancialYear(of: day).last), standings: standings,
      on: day)
  }

  /// Facts that nobody has read yet: the check itself names those that cannot be.
  private func unread(_ mention: Mention) async throws(StorageFailure) -> [NumberedFact] {
    try await records(mentioning: mention).facts(without: await undoneImports())
  }

  /// The breaches, each with the postings of the money that it is about.
  package func traced(_ breaches: [DivisionBreach]) async throws(StorageFailure) -> [DivisionBreach]
  {
    var traced: [DivisionBreach] = []
    for breach in breaches {
      guard let line = breach.fundedLine else {
        traced.append(breach)
        continue
      }
      let posted = try await records(mentioning: .line(line)).filter { $0.content.entry != nil }
      traced.append(DivisionBreach(breach.what, from: breach.records + posted.map(\.number)))
    }
    return traced
  }
}
