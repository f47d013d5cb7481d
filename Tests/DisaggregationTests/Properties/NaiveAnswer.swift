import Funding

/// The answer to a request once more: the gates one after the other, and then the sums.
struct NaiveAnswer {
  let sums: NaiveSums
  let asking: Asking

  private var sketch: Sketch { sums.sketch }

  init(_ sketch: Sketch, _ asking: Asking) {
    sums = NaiveSums(sketch: sketch)
    self.asking = asking
  }

  /// The figures of a request, in pence.
  struct Figures: Hashable {
    var notional: Int?
    var floor = 0
    var released = 0
    var backfill = 0
    var tolerance = 0
    var ceiling = 0
    var netCost = 0
    var isOpen = false
  }

  // MARK: What is known

  private func said(_ kind: EvidenceKind) -> [Asking.Found] {
    asking.found.filter {
      $0.kind == kind && $0.on <= asking.today && $0.on >= asking.today.later(by: -asking.months)
    }.sorted { $0.on < $1.on }
  }

  private func isKnown(_ kind: EvidenceKind) -> Bool { !said(kind).isEmpty }

  private func latest(_ kind: EvidenceKind) -> Int {
    if case .number(let number)? = said(kind).last?.says { number } else { 0 }
  }

  private func isNo(_ kind: EvidenceKind) -> Bool { said(kind).last?.says == .no }

  private var quote: Int? {
    said(.quote).compactMap { if case .number(let pence) = $0.says { pence } else { nil } }.min()
  }

  private var needsSchool: Bool { asking.isOnPremises || sketch.kind == .topUp }

  private var isPriced: Bool {
    switch sketch.kind {
    case .place: return true
    case .topUp: return sketch.variable != nil && sketch.sum != nil
    case .framework: return sketch.variable != nil
    case .spot: return sketch.variable != nil || sketch.sum != nil
    case .contract, .inHouse:
      if case .percent? = sketch.band, sketch.capacity == nil { return false }
      return sketch.step != nil || (sketch.sum != nil && sketch.capacity != nil)
    }
  }

  private var isComplete: Bool {
    if asking.window == .none, asking.nextReview == nil { return false }
    if sketch.kind == .place { return true }
    guard isPriced, quote != nil, sums.holds(asking.quarters) else { return false }
    guard sketch.regime == .specialEducation, asking.asks == .cash else { return true }
    return isKnown(.eligible) && isKnown(.recipientConsent) && isKnown(.properUse)
      && isKnown(.bestInterests) && (!needsSchool || isKnown(.schoolConsent))
  }

  // MARK: Figures

  private var notional: Int? {
    switch sketch.kind {
    case .place: return nil
    case .topUp:
      return quote.map { NaiveSums.cost($0, (asking.replacement ?? asking.quarters) * 1_000) }
    case .framework, .spot:
      return sketch.variable.map { NaiveSums.cost($0, asking.quarters * 1_000) }
        ?? sums.brings(asking.quarters).released
    case .contract, .inHouse:
      guard let sum = sketch.sum, let capacity = sketch.capacity else { return nil }
      var used = sketch.served
      used[asking.place] = asking.quarters
      used.append(capacity - used.reduce(0, +))
      return NaiveSums.parts(of: sum, by: used)[asking.place]
    }
  }

  var figures: Figures? {
    guard sketch.kind != .place, isComplete, let quote else { return nil }
    var found = Figures()
    found.notional = notional
    let bought = asking.replacement ?? asking.quarters
    found.floor = NaiveSums.cost(quote, bought * 1_000) + asking.overheads
    let brought = sums.brings(asking.quarters)
    found.released = brought.released
    found.backfill = brought.backfill
    let share = ((notional ?? 0) * asking.tolerance.tenths * 2 + 1_000) / 2_000
    found.tolerance = max(share, asking.tolerance.minimum)
    found.ceiling = found.released + found.backfill + found.tolerance
    found.netCost = found.floor - found.released - found.backfill
    found.isOpen = found.floor <= found.ceiling
    return found
  }

  private var isHarmful: Bool {
    sums.isBelowMinimum(asking.quarters) || latest(.hoursLost) > 0
      || said(.serviceCut).last?.says == .yes || latest(.priceRise) > asking.tolerance.tenths
  }

  /// The first day on which what nobody else uses could be given back, and the sums be open.
  private func later(_ figures: Figures) -> Sketch.PlainDay? {
    guard sketch.kind == .contract, let notional = figures.notional else { return nil }
    let freed = asking.quarters * 1_000
    let idle = freed - sums.brings(asking.quarters).filled
    let ceiling =
      (2 * notional * idle + freed) / (2 * freed) + figures.backfill + figures.tolerance
    let noticed = asking.today.later(by: sketch.notice)
    let days = sketch.breaks.filter { $0 >= noticed } + [sketch.renewal].compactMap(\.self)
    guard figures.floor <= ceiling else { return nil }
    return days.filter { $0 > asking.today }.min()
  }

  // MARK: The answer

  /// The code of the outcome, and the day of a deferral behind it.
  var outcome: String {
    if asking.window == .none, let review = asking.nextReview { return "DEFER \(review.real)" }
    if sketch.regime != .specialEducation { return "OTHER_REGIME" }
    if sketch.kind == .place { return "NEVER" }
    guard let figures else { return "INSUFFICIENT_EVIDENCE" }
    if asking.asks == .statement { return "ORGANISED_ARRANGEMENT" }
    let isBarred =
      [.eligible, .recipientConsent, .properUse, .bestInterests].contains(where: isNo)
      || (needsSchool && isNo(.schoolConsent))
    switch (isHarmful, figures.isOpen) {
    case (false, true):
      if isBarred { return "ORGANISED_ARRANGEMENT" }
      let isPart = sketch.kind == .topUp && (sketch.sum ?? 0) > figures.released
      return isPart ? "PART" : "DISAGGREGATE"
    case _ where sketch.kind != .contract && sketch.kind != .topUp:
      return "ORGANISED_ARRANGEMENT"
    case (true, true): return "REFUSE_A"
    case (true, false): return "REFUSE_A+B"
    case (false, false): return later(figures).map { "DEFER \($0.real)" } ?? "REFUSE_B"
    }
  }
}
