import Bookkeeping

extension NaiveLedger {
  /// The papers whose imports stand, in order.
  var standingPapers: [Step.Paper] {
    papers.filter { !batches[$0.batch].isUndone }.map(\.paper)
  }

  /// A version of the contract.
  struct ContractVersion {
    let from: Day
    let pence: Int
  }

  /// The versions that stand, the earliest first.
  var contracts: [ContractVersion] {
    standingPapers.compactMap { paper in
      guard case .contract(let from, let pence) = paper else { return nil }
      return ContractVersion(from: from, pence: pence)
    }.sorted { $0.from < $1.from }
  }

  /// A request as it stands, with the day on which it was asked.
  func request(_ number: Int) -> Step.Request? {
    standingPapers.compactMap { paper in
      if case .request(let request) = paper, request.number == number { request } else { nil }
    }.last
  }

  /// All of a file, or nothing of it.
  mutating func bring(_ rows: [Step.Paper]) -> Bool {
    batches.append(Batch())
    let batch = batches.count - 1
    let first = posts.count
    for paper in rows {
      guard isSound(paper) else { return false }
      papers.append((paper, batch))
      if case .request(let request) = paper { askedOn[request.number] = today }
      switch paper {
      case .contract(let from, let pence): setAside(ContractVersion(from: from, pence: pence))
      case .line(let line, let from, let pence):
        decide(line, Version(from: from, pence: pence), batch: batch)
      case .budget(let fund, let line, let pence, let version, let day):
        guard budget(fund, line, pence, version, day, batch: batch) else { return false }
      case .request, .finding: break
      }
    }
    batches[batch].posts = Array(first..<posts.count)
    return true
  }

  private func isSound(_ paper: Step.Paper) -> Bool {
    switch paper {
    case .contract(let from, _): !contracts.contains { $0.from == from }
    case .request(let request):
      self.request(request.number) == nil && !contracts.isEmpty
        && (Scene.served[request.line] ?? 0) >= request.units
    case .finding(let finding):
      finding.request.map { request($0) != nil } ?? !contracts.isEmpty
    case .line(_, _, let pence): pence > 0
    case .budget: true
    }
  }

  // MARK: What is set aside for it

  private mutating func setAside(_ version: ContractVersion) {
    if contracts.contains(where: { $0.from > version.from }) { return }
    var year = FinancialYear(of: version.from)
    while year <= max(FinancialYear(of: version.from), FinancialYear(of: max(today, lastRecorded)))
    {
      if !closed.contains(Month(of: year.last)) { setAside(version, in: year) }
      year = year.next
    }
  }

  /// Brings what is set aside in a year to what the versions say, from a version's first day on.
  mutating func setAside(_ version: ContractVersion, in year: FinancialYear) {
    var wanted: [Day: Int] = [:]
    for one in contracts {
      let next = contracts.first { $0.from > one.from }?.from ?? Scene.end.advanced(by: 1)
      for (day, pence) in instalments(of: one, in: year) where day < next { wanted[day] = pence }
    }
    let set = scheduled(Self.contractCommitted, in: year)
    for day in Set(wanted.keys).union(set.keys).sorted() where day >= version.from {
      let change = (wanted[day] ?? 0) - (set[day] ?? 0)
      let post = write(
        [
          (Self.contractCommitted, change),
          (Self.budget("allocated", line: Self.planBudget), -change),
        ], on: day, as: .scheduled)
      if let post { posts[post].isVersion = true }
    }
  }

  /// The sum by the month, less what has been granted out of it.
  private func instalments(of version: ContractVersion, in year: FinancialYear) -> [Day: Int] {
    let months = year.months.filter { $0.first >= version.from }
    if months.isEmpty { return [:] }
    let lengths = months.map { $0.days.count }
    let share = NaiveSums.part(version.pence, lengths.reduce(0, +), of: year.length)
    var parts = NaiveSums.cut(share, by: months.count == 12 ? months.map { _ in 1 } : lengths)
    let paid = Set(grants.filter(\.isCash).map(\.line))
    for grant in grants where grant.from <= year.last {
      guard grant.isCash ? grant.version == version.from : !paid.contains(grant.line) else {
        continue
      }
      let covered = months.map { $0.first >= grant.from ? $0.days.count : 0 }
      let days = covered.reduce(0, +)
      if days == 0 { continue }
      let gone = NaiveSums.part(grant.pence, days, of: year.length)
      parts = zip(parts, NaiveSums.cut(gone, by: covered)).map { $0 - $1 }
    }
    return Dictionary(uniqueKeysWithValues: zip(months.map(\.first), parts).filter { $0.1 > 0 })
  }
}
