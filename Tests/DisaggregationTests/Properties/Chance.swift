import Bookkeeping
import Funding
import TestSupport

/// Makes up contracts and requests.
struct Chance {
  private(set) var numbers: Seeded
  let seed: UInt64

  init(_ numbers: Seeded) {
    self.numbers = numbers
    seed = numbers.seed
  }

  mutating func within(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &numbers)
  }

  /// Yes, so many times in a hundred.
  mutating func yes(_ percent: Int) -> Bool { within(1...100) <= percent }

  mutating func one<Value>(of values: [Value]) -> Value { values[within(0...values.count - 1)] }

  mutating func shuffled<Value>(_ values: [Value]) -> [Value] { values.shuffled(using: &numbers) }

  // MARK: Contracts

  /// A contract that may stand.
  mutating func sketch(_ kind: ContractKind? = nil) -> Sketch {
    while true {
      let sketch = draft(kind ?? one(of: Chance.kinds))
      if (try? sketch.contract()) != nil { return sketch }
    }
  }

  private static let kinds: [ContractKind] =
    [.contract, .contract, .contract, .contract, .inHouse, .topUp, .framework, .spot, .place]

  private mutating func draft(_ kind: ContractKind) -> Sketch {
    var sketch = Sketch()
    sketch.kind = kind
    if yes(15) { sketch.regime = one(of: [.travel, .socialCare, .health]) }
    let capacity = within(8...1_600)
    let average = within(400...2_500)
    let isWhole = kind == .contract || kind == .inHouse
    sketch.capacity = yes(isWhole ? 95 : 60) ? capacity : nil
    sketch.sum = yes(92) ? capacity * average + within(0...99) : nil
    if yes(isWhole ? 60 : 90) { sketch.variable = within(1...average * 5) }
    if yes(50) {
      sketch.band = yes(60) ? .percent(within(0...200)) : .quarters(within(0...capacity / 4))
    }
    if yes(isWhole ? 40 : 10) { sketch.step = step(of: capacity, average) }
    sketch.served = served(capacity)
    if yes(30) { sketch.minimum = within(capacity / 3...capacity) }
    if yes(30) { sketch.exits = within(0...capacity / 6) }
    if yes(35) {
      sketch.waiting = Sketch.Waiting(
        quarters: within(1...capacity / 4 + 1), price: within(average...average * 6))
    }
    sketch.notice = one(of: [0, 0, 3, 6])
    sketch.breaks = (0..<one(of: [0, 0, 1, 2])).map { _ in later() }.sorted()
    if yes(50) { sketch.renewal = later(after: sketch.breaks.last) }
    if yes(40) {
      sketch.gone = within(1...3)
      sketch.granted = within(1...capacity / 4)
    }
    if kind == .place { sketch.served = [] }
    return sketch
  }

  private mutating func step(of capacity: Int, _ average: Int) -> Sketch.Step {
    let quarters = within(4...capacity)
    let saving = quarters * average * within(40...100) / 100
    let count = (capacity + quarters - 1) / quarters
    return Sketch.Step(quarters: quarters, saving: saving, count: yes(30) ? count : nil)
  }

  /// What some children use, together no more than there is.
  private mutating func served(_ capacity: Int) -> [Int] {
    var left = capacity
    var served: [Int] = []
    for _ in 0..<within(1...25) where left > 0 {
      let used = within(1...max(1, min(left, capacity / 6)))
      served.append(used)
      left -= used
    }
    return served
  }

  private mutating func later(after day: Sketch.PlainDay? = nil) -> Sketch.PlainDay {
    var found: Sketch.PlainDay
    repeat {
      found = Sketch.PlainDay(
        year: within(2026...2028), month: within(1...12), day: within(1...28))
    } while day.map { found < $0 } ?? false
    return found
  }
}
