import Bookkeeping
public import Funding

extension Bookkeeper {
  /// Adopts whose ledger it is, with the names of its funds and partners.
  ///
  /// What has been named stays. It is named otherwise once another person has adopted that as well.
  ///
  /// - Returns: whether it is so.
  /// - Throws: a ``NameRefusal`` where one of them names a registered child; an ``EventRefusal`` where a fund or a
  ///   partner would be gone; a ``StorageFailure``.
  @discardableResult
  public func adopt(_ charter: Charter, _ names: NameGuard) async throws -> Bool {
    try names.check(charter.authority, as: "the name of the authority")
    for fund in charter.chart.funds {
      try names.check(fund.name, as: "the name of the fund \(fund.value)")
    }
    for partner in charter.chart.partners {
      try names.check(partner.name, as: "the name of the partner \(partner.value)")
    }
    let fact = charter.fact(by: actor.name)
    guard let held = try await writer.last(Charter.self) else {
      _ = try await keep(fact)
      return true
    }
    if let gone = charter.firstGone(of: held.value) {
      throw PostingFailure.refused(.nameStays(gone))
    }
    guard !charter.adds(to: held.value) else {
      _ = try await keep(fact)
      return true
    }
    do {
      return try await keepByTwo(fact, since: held.number) { $0.details == fact.source.details }
    } catch EventRefusal.proposedByYou {
      return false
    }
  }

  /// Adopts a setting of the authority's policy.
  ///
  /// What would change a value that holds from the same day, or one that held on a day that has passed, waits
  /// until another person adopts it as well, and so does the day after a long rest. How it is known who acts
  /// is changed by two people for whatever day. What the program goes by where nothing was adopted holds as well.
  ///
  /// - Returns: whether it holds.
  /// - Throws: a ``NameRefusal`` where it names a registered child; a ``StorageFailure``.
  @discardableResult
  public func adopt(_ setting: Policy.Adopted, _ names: NameGuard) async throws -> Bool {
    let name = setting.setting.rawValue
    try names.check(setting.text, as: "the value of \(name)")
    try names.check(setting.source, as: "the source of \(name)")
    let all = try await writer.records(mentioning: .fact(.policyAdopted, of: name))
      .compactMap { record in
        record.content.fact.flatMap { Policy.Adopted($0) }.map { (value: $0, by: record.actor) }
      }
    let earlier = all.filter { $0.value.from == setting.from }
    let before =
      setting.setting == .signIn
      ? all
      : setting.from < latest ? all.filter { $0.value.from <= setting.from } : earlier
    // The latest first day, and of those the last adopted.
    let held = before.map(\.value).filter { !$0.isProposed }
      .reduce(nil) { (held: Policy.Adopted?, one) in
        held.map { $0.from > one.from } ?? false ? held : one
      }
    let isProposed =
      (held.map { $0.text != setting.text } ?? isHeldUnsaid(setting))
      && !earlier.reversed().prefix { $0.value.isProposed }.contains {
        $0.value.text == setting.text && !Actor($0.by).mayBe(actor)
      }
    let adopted = Policy.Adopted(
      setting.setting, from: setting.from, setting.text, source: setting.source,
      isProposed: isProposed)
    let fact = adopted.fact(from: word(on: "policy.yaml" as LedgerText))
    _ = try await append([draft(.noted(fact))], resuming: setting.setting == .recordingResumes)
    return !isProposed
  }

  /// Whether something holds that nobody has adopted, and would be another.
  private func isHeldUnsaid(_ setting: Policy.Adopted) -> Bool {
    switch setting.setting {
    case .recordingResumes: true
    // With its first settings a ledger has nothing yet that could go beyond anything, and less is one person's.
    case .beyondAgreed:
      if case .sum(let sum) = setting.setting.value(setting.text) {
        !policy.adopted.isEmpty && sum > policy.beyondAgreed(on: setting.from)
      } else {
        false
      }
    default: false
    }
  }
}
