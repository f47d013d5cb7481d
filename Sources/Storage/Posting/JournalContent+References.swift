import Bookkeeping
import Funding

extension JournalContent {
  /// Names the references that people give to contracts, requests and evidence, as text of the ledger.
  func nameReferences(_ found: inout Set<String>) {
    switch self {
    case .posted(_, let entry):
      for part in entry.parts {
        for movement in part.movements {
          for contract in [movement.debit.use.contract, movement.credit.use.contract] {
            if let contract { found.insert(contract.code) }
          }
        }
      }
    case .noted(let fact):
      if [.contract, .evidence, .budgetRequest].contains(fact.kind) { found.insert(fact.subject) }
    }
  }
}
