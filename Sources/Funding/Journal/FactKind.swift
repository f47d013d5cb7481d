/// What is recorded in the chain without moving money.
public enum FactKind: String, Hashable, Sendable, CaseIterable {
  /// The ledger was opened: whose it is, and its first year.
  case ledgerOpened = "ledger-opened"
  /// A setting of the authority's policy, from a day on.
  case policyAdopted = "policy-adopted"
  /// A file was imported: what it was, and what became of its rows.
  case fileImported = "file-imported"
  /// An import was taken back.
  case importUndone = "import-undone"
  /// A version of a child's plan line.
  case planLine = "plan-line"
  /// A publication of the grant, with all its figures.
  case grantPublished = "grant-published"
  /// A version of a budget line.
  case budgetSet = "budget-set"
  /// A share of a pool: who contributes, and from which of our funds.
  case poolShare = "pool-share"
  /// An agreement between partners on their money, in the text that was adopted.
  case agreement
  /// What a family's payment was for, how it was worked out, and whether the receipt is here.
  case receipt
  /// A balance that a family's bank printed.
  case bankBalance = "bank-balance"
  /// Spending proved beyond what has been advanced, which waits until it is paid.
  case evidenceWaiting = "evidence-waiting"
  /// A row that was found to be an entry already posted.
  case rowMatched = "row-matched"
  /// A row that a person has called a twin of another.
  case rowTwin = "row-twin"
  /// A person's word, before its file is committed, on a row that may be a twin.
  case rowRuled = "row-ruled"
  /// A row of a committed file that was not posted, since a person has to settle it.
  case rowHeld = "row-held"
  /// What a person made of such a row.
  case rowSettled = "row-settled"
  /// A row of an import that a file which corrects it has no more.
  case rowGone = "row-gone"
  /// A person's word that a total which a file states is wrong, and its rows are right.
  case controlRuled = "control-ruled"
  /// A version of a contract or a service that the council pays for as a whole.
  case contract
  /// A request that a sum be shown, or paid, in place of a service.
  case budgetRequest = "budget-request"
  /// Something found out about a request or a contract.
  case evidence
  /// What a named person decided on a request, beside what the program found.
  case decisionRecorded = "decision-recorded"
  /// The word of a second person on a decision.
  case decisionApproved = "decision-approved"
  /// A letter or a report made of a decision, by its digest.
  case decisionLetter = "decision-letter"
  /// A request that could not be met, for whoever lets the contract next.
  case demand
  case periodPrepared = "period-prepared"
  case periodClosed = "period-closed"
  case periodReopened = "period-reopened"
  case yearClosed = "year-closed"
  /// One person's word for a fact that takes two: which, and of what.
  case proposed
  /// The word of two people that the ledger is to be used although it is not the one that was last written.
  case restorationAccepted = "restoration-accepted"
  /// That the register names a child no more, or may name it again.
  case childForgotten = "child-forgotten"
  /// The public key of an officer, by the word of two others.
  case officerKey = "officer-key"
  /// A key of an officer that counts no longer, by the word of two others.
  case keyWithdrawn = "key-withdrawn"
  /// The closing head of a month, signed by whoever closed it.
  case monthSigned = "month-signed"
}
