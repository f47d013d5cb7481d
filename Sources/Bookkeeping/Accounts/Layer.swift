/// One of the two accounts that the ledger gives of the same money.
public enum Layer: String, Hashable, Sendable, CaseIterable {
  /// What a finance system calls the general ledger: bank, debtors, creditors, income, expenditure.
  case actual
  /// Where each pound is: unallocated, allocated, committed, advanced or spent.
  case budget
}
