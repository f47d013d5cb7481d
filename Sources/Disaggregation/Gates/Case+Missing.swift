import Funding

extension Case {
  /// What is not known and would have to be, before the sums mean anything.
  var missing: [Missing] {
    var found: [Missing] = []
    if request.window == .none, request.nextReview == nil { found.append(.nextReview) }
    if contract.kind == .place { return found }
    found += missingOfContract
    if quote == nil { found.append(unknown(.quote) ?? .quote) }
    if contract.regime == .specialEducation, request.asks == .cash {
      found += Case.recipientKinds.compactMap(unknown)
      if needsConsent { found += [unknown(.schoolConsent)].compactMap(\.self) }
    }
    return found
  }

  private var missingOfContract: [Missing] {
    let price = contract.price
    var found: [Missing] = []
    switch contract.kind {
    case .contract, .inHouse:
      // A contract that gives up only whole steps can be looked at without its sum.
      if price.step == nil {
        if price.sum == nil { found.append(.sum) }
        if contract.volume.capacity == nil { found.append(.capacity) }
      }
      if case .percent? = price.band, contract.volume.capacity == nil {
        found.append(.capacityOfBand)
      }
    case .framework, .topUp:
      if price.variable == nil { found.append(.variablePrice) }
      if contract.kind == .topUp, price.sum == nil { found.append(.sum) }
    case .spot:
      if price.variable == nil, price.sum == nil { found.append(.sum) }
    case .place:
      break
    }
    if let left = position.unitsLeft, request.units > left {
      found.append(.unitsBeyondContract(request.units, left: left))
    }
    return found
  }

  private func unknown(_ kind: EvidenceKind) -> Missing? {
    guard current(kind).isEmpty else { return nil }
    return stale(kind).map { .tooOld(kind, of: $0.document.day, oldest: oldest) }
      ?? (kind == .quote ? .quote : .evidence(kind))
  }
}
