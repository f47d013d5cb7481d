import Bookkeeping
import Disaggregation
import Funding

/// The sums of an assessment by name, so that a letter and a report print the same.
struct DecisionFigures {
  let assessment: Assessment
  /// What it would come to with other families; none where nothing is shared.
  let together: Together?

  /// A sum that a letter or a report prints.
  enum Name: String, CaseIterable {
    case contractSum = "contract-sum"
    case average
    case price
    case overheads
    case notional
    case paid
    case paidAMonth = "paid-a-month"
    case left
    case contractSaving = "contract-saving"
    case backfill
    case netCost = "net-cost"
    case perChild = "per-child-remaining"
    case tolerance
    case ceiling
  }

  init(_ assessment: Assessment) {
    self.assessment = assessment
    together = Together(assessment)
  }

  func amount(_ name: Name) -> Money? {
    let given = assessment.given
    let effect = assessment.effect
    switch name {
    case .contractSum: return given.contract.price.sum
    case .average: return average
    case .price: return given.quote?.price
    case .overheads: return given.request.overheads
    case .notional: return effect?.notional
    case .paid: return effect?.floor
    case .paidAMonth: return effect?.floor.times(Fraction(1, over: 12))
    case .left: return left
    case .contractSaving: return effect?.releasable
    case .backfill: return effect?.backfill
    case .netCost: return effect?.netCost
    case .perChild: return effect?.costPerChild(of: given.position)
    case .tolerance: return effect?.tolerance
    case .ceiling: return effect?.ceiling
    }
  }

  /// What a unit of a contract costs on average.
  private var average: Money? {
    let contract = assessment.given.contract
    guard contract.kind == .contract || contract.kind == .inHouse, let sum = contract.price.sum
    else { return nil }
    return contract.volume.capacity.map { sum.times(.one / $0) }
  }

  /// What stays with the setting of a top-up that is released in part.
  private var left: Money? {
    guard assessment.given.contract.kind == .topUp, let effect = assessment.effect,
      let sum = assessment.given.contract.price.sum, sum > effect.releasable
    else { return nil }
    return sum - effect.releasable
  }

  func cell(_ name: Name) -> Cell { amount(name).map { .money($0, address(name)) } ?? .unknown }

  func address(_ name: Name) -> Address {
    Address(["decision", assessment.given.request.reference.code, name.rawValue])
  }
}

/// What it would come to if several families like the one who asks left together.
struct Together {
  let families: Families
  let effects: [Effect]
  /// The numbers for which the answer would be yes.
  let ranges: [ClosedRange<Int>]

  init?(_ assessment: Assessment) {
    let given = assessment.given
    guard assessment.effect != nil,
      given.contract.kind == .contract || given.contract.kind == .inHouse,
      let leaver = given.leaver
    else { return nil }
    families = Families(like: leaver, from: given.position, tolerance: given.settings.tolerance)
    effects = families.effects
    ranges = Together.ranges(of: effects, families)
  }

  private static func ranges(of effects: [Effect], _ families: Families) -> [ClosedRange<Int>] {
    effects.filter(families.isGranted).map(\.families).reduce(into: []) { ranges, number in
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
  }

  /// The first number of more than one family for which the answer would be yes, with its sums.
  var turning: Effect? { ranges.first { $0.lowerBound > 1 }.map { effects[$0.lowerBound - 1] } }

  /// The numbers that a report shows, where it is asked for no others: those that tell something, up
  /// to just behind the first that would be granted.
  var shown: [Int] {
    let telling = families.telling
    guard let first = ranges.first else { return telling.count <= 12 ? telling : ends(telling) }
    let near = telling.filter { $0 <= first.upperBound + 1 }
    return near.count <= 12 ? near : ends(near)
  }

  private func ends(_ numbers: [Int]) -> [Int] {
    Array(numbers.prefix(6)) + Array(numbers.suffix(6))
  }

  /// The effects that a picture shows: some way behind the first number that would be granted; none
  /// where there are too many to draw.
  var drawn: [Effect] {
    let first = ranges.first?.lowerBound ?? 18
    guard effects.count > 1, first <= Together.mostDrawn else { return [] }
    return Array(effects.prefix(max(first + first / 3, 10)))
  }

  private static let mostDrawn = 60
}
