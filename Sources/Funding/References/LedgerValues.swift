public import Bookkeeping

// What the words of the chain are made of, beside numbers, days and references.

extension Agency: LedgerValue {}
extension ContractKind: LedgerValue {}
extension Element: LedgerValue {}
extension EvidenceKind: LedgerValue {}
extension Fund: LedgerValue {}
extension HowHeld: LedgerValue {}
extension InstalmentPattern: LedgerValue {}
extension PlanSection: LedgerValue {}
extension ProRata: LedgerValue {}
extension Rate.Per: LedgerValue {}
extension Rate.Unit: LedgerValue {}
extension Receipt.Status: LedgerValue {}
extension Regime: LedgerValue {}
extension RequestWindow: LedgerValue {}
extension RequestedForm: LedgerValue {}
extension Section251Line: LedgerValue {}
extension SettingColumn: LedgerValue {}

extension Coding: LedgerValue {
  public var ledgerWords: String { text }
}

extension Evidence.Finding: LedgerValue {
  public var ledgerWords: String { text }
}

extension [ServedLine]: LedgerValue {
  public var ledgerWords: String { ServedLine.text(self) }
}
