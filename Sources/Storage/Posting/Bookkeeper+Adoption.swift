import Bookkeeping
public import Funding

extension Bookkeeper {
  /// Adopts whose ledger it is, with the names of its funds and partners.
  ///
  /// - Throws: a ``NameRefusal`` where one of them names a registered child; a ``StorageFailure``.
  public func adopt(_ charter: Charter, _ names: NameGuard) async throws {
    try names.check(charter.authority, as: "the name of the authority")
    for fund in charter.chart.funds {
      try names.check(fund.name, as: "the name of the fund \(fund.value)")
    }
    for partner in charter.chart.partners {
      try names.check(partner.name, as: "the name of the partner \(partner.value)")
    }
    _ = try await keep(charter.fact(by: actor.name))
  }

  /// Adopts a setting of the authority's policy.
  ///
  /// - Throws: a ``NameRefusal`` where it names a registered child; a ``StorageFailure``.
  public func adopt(_ setting: Policy.Adopted, _ names: NameGuard) async throws {
    let name = setting.setting.rawValue
    try names.check(setting.text, as: "the value of \(name)")
    try names.check(setting.source, as: "the source of \(name)")
    _ = try await keep(setting.fact(from: word(on: "policy.yaml" as LedgerText)))
  }
}
