import Bookkeeping
import Funding

/// A contract in plain whole numbers: pence, and quarters of a unit.
///
/// What is random is made up here, so that a second reckoning needs none of the program's own types.
struct Sketch {
  var kind = ContractKind.contract
  var regime = Regime.specialEducation
  var sum: Int?
  var variable: Int?
  var band: Band?
  var step: Step?
  var capacity: Int?
  var minimum: Int?
  var exits = 0
  var waiting: Waiting?
  /// What each child named uses, in the order of the plan lines.
  var served: [Int] = []
  var notice = 0
  var breaks: [PlainDay] = []
  var renewal: PlainDay?
  /// What was granted since, and to how many.
  var granted = 0
  var gone = 0

  enum Band {
    /// In tenths of a hundredth.
    case percent(Int)
    case quarters(Int)
  }

  struct Step {
    let quarters: Int
    let saving: Int
    let count: Int?
  }

  struct Waiting {
    let quarters: Int
    let price: Int
  }

  /// A date that every month has.
  struct PlainDay: Hashable {
    let year: Int
    let month: Int
    let day: Int
  }
}

extension Sketch {
  static let reference = Sketch.code(ContractReference("SALT-2026"))

  static func code<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("a code that is none") }
    return value
  }

  static func day(_ text: String) -> Day { code(Day(text)) }

  /// The plan line of the child at a place among those served.
  static func line(_ place: Int) -> PlanLineReference {
    code(PlanLineReference("SPB-\(String(100_001 + place / 3))/\(place % 3 + 1)"))
  }

  static func units(_ quarters: Int) -> Fraction { Fraction(Int64(quarters), over: 4) }

  static func money(_ pence: Int) -> Money { Money(pence: Int64(pence)) }

  static let paper = DocumentPage("contract", page: "4", of: day("2026-04-01"))

  private var fund: Fund {
    switch regime {
    case .specialEducation: .highNeeds
    case .travel: .generalFund
    case .socialCare: .socialCare
    case .health: .health(Sketch.code(PartnerReference("ICB")))
    }
  }

  private var account: Section251Line? {
    switch regime {
    case .specialEducation: kind == .place || kind == .topUp ? .topUpMaintained : .therapies
    case .travel: .senTransport
    case .socialCare: .shortBreaks
    case .health: nil
    }
  }

  /// The contract, or why there cannot be such a one.
  ///
  /// `places` is the order in which the children are named.
  func contract(naming places: [Int]? = nil) throws(Contract.Refusal) -> Contract {
    let bandOfContract: VolumeBand? =
      switch band {
      case .percent(let tenths): .percent(Fraction(Int64(tenths), over: 10))
      case .quarters(let quarters): .units(Sketch.units(quarters))
      case nil: nil
      }
    return try Contract(
      Sketch.reference, from: Sketch.day("2026-04-01"), kind, under: regime, of: fund,
      line: account,
      price: ContractPrice(
        sum: sum.map(Sketch.money), variable: variable.map(Sketch.money), band: bandOfContract,
        step: step.map {
          PriceStep(
            Sketch.units($0.quarters), saving: Sketch.money($0.saving),
            count: $0.count.map(Int64.init))
        }),
      volume: ContractVolume(
        .hour, capacity: capacity.map(Sketch.units), minimum: minimum.map(Sketch.units),
        exits: Sketch.units(exits),
        waiting: waiting.map {
          ContractVolume.Waiting(Sketch.units($0.quarters), at: Sketch.money($0.price))
        },
        served: (places ?? Array(served.indices)).map {
          ServedLine(Sketch.line($0), Sketch.units(served[$0]))
        }),
      dates: ContractDates(notice: notice, breaks: breaks.map(\.real), renewal: renewal?.real),
      document: Sketch.paper)
  }
}

extension Sketch.PlainDay: Comparable {
  static func < (left: Sketch.PlainDay, right: Sketch.PlainDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  var real: Day { Sketch.code(Day(year: year, month: month, day: day)) }

  func later(by months: Int) -> Sketch.PlainDay {
    let whole = year * 12 + month - 1 + months
    return Sketch.PlainDay(year: whole / 12, month: whole % 12 + 1, day: day)
  }
}
