import Bookkeeping
import Funding
import Modelling
import TestSupport

/// A pool whose every penny has an owner, spent one at a time: slow, and plainly right.
struct PennyModel {
  private let rule: LineageRule
  private let partners: [PartnerReference]
  /// The owners of the pennies that are left, the earliest first.
  private var pennies: [PartnerReference] = []
  private var paidIn: [PartnerReference: Int] = [:]
  /// The lines of the pennies that were spent before there was one to spend, the earliest first.
  private(set) var waiting: [Section251Line?] = []

  init(_ rule: LineageRule, _ partners: [PartnerReference]) {
    self.rule = rule
    self.partners = partners
  }

  func left(of partner: PartnerReference) -> Int64 {
    Int64(pennies.filter { $0 == partner }.count)
  }

  /// Movements have to come in the order of their days.
  mutating func follow(_ movement: PoolMovement) {
    switch movement.way {
    case .paidIn(let partner):
      paidIn[partner, default: 0] += Int(movement.amount.pence)
      for _ in 0..<movement.amount.pence { pennies.append(partner) }
      let earlier = waiting
      waiting = []
      spend(earlier)
    case .spent(let line):
      spend([Section251Line?](repeating: line, count: Int(movement.amount.pence)))
    }
  }

  private mutating func spend(_ lines: [Section251Line?]) {
    if rule == .proRata { return spendProRata(lines) }
    for line in lines {
      let place: Int? =
        switch rule {
        case .firstIn: pennies.isEmpty ? nil : 0
        case .proRata: nil
        case .namedLine(let names): pennies.firstIndex { $0 == names.payer(of: line) }
        }
      if let place { pennies.remove(at: place) } else { waiting.append(line) }
    }
  }

  /// Each penny from whoever is furthest below its part; whoever has none left is left out, and
  /// the rest is begun again.
  private mutating func spendProRata(_ lines: [Section251Line?]) {
    var rest = lines.count
    while rest > 0, !pennies.isEmpty {
      let able = partners.filter { left(of: $0) > 0 }
      let whole = able.map { paidIn[$0] ?? 0 }.reduce(0, +)
      var wanted = able.map { _ in 0 }
      for _ in 0..<rest {
        let lacks = zip(able, wanted).map { rest * (paidIn[$0] ?? 0) - $1 * whole }
        let most = lacks.max() ?? 0
        if let place = lacks.firstIndex(of: most) { wanted[place] += 1 }
      }
      for (partner, count) in zip(able, wanted) {
        for _ in 0..<min(count, Int(left(of: partner))) {
          if let place = pennies.firstIndex(of: partner) { pennies.remove(at: place) }
          rest -= 1
        }
      }
    }
    waiting += lines.suffix(rest)
  }
}

extension PennyModel {
  private static let lines: [Section251Line?] = [nil, .shortBreaks, .therapies, .directPayments]

  /// A rule drawn by chance.
  static func rule(_ partners: [PartnerReference], _ chance: inout Seeded) -> LineageRule {
    switch Int.random(in: 0...2, using: &chance) {
    case 0: return .firstIn
    case 1: return .proRata
    default:
      var named: [Section251Line: PartnerReference] = [:]
      for case let line? in lines where Bool.random(using: &chance) {
        named[line] = partners.randomElement(using: &chance)
      }
      let others = Bool.random(using: &chance) ? partners.randomElement(using: &chance) : nil
      return .namedLine(NamedLines(named, others: others))
    }
  }

  /// Movements drawn by chance, each on a day of its own or on the one before's.
  static func movements(_ partners: [PartnerReference], _ chance: inout Seeded) -> [PoolMovement] {
    var day = SamplePool.opens
    return (0..<Int.random(in: 0...12, using: &chance)).map { _ in
      day = day.advanced(by: 1)
      let amount = Money(pence: Int64.random(in: 1...60, using: &chance))
      guard Bool.random(using: &chance), let partner = partners.randomElement(using: &chance) else {
        return PoolMovement(.spent(on: lines.randomElement(using: &chance) ?? nil), amount, on: day)
      }
      return PoolMovement(.paidIn(by: partner), amount, on: day)
    }
  }
}
