import Bookkeeping
import Reporting

/// Charts of an invented pool.
enum PoolCharts {
  static let years = ["2026-27", "2027-28", "2028-29", "2029-30", "2030-31"]

  static func thousands(_ tenths: [Int64]) -> [Money] { tenths.map { Money(pence: $0 * 10_000) } }

  static let lines = Report.Lines(
    "costs", title: "The pool costs more than partners put in from 2027-28",
    subtitle: "Cost and contributions of the pool, Anyshire, 2026-27 to 2030-31", years: years,
    series: [
      .init("Contributions", thousands([80_000, 82_400, 84_872, 87_418, 90_041])),
      .init("Base: no change", thousands([80_000, 84_870, 90_036, 95_517, 101_332])),
      .init("Option A: early help", thousands([80_000, 83_738, 87_635, 91_697, 97_279])),
      .init("Option B: local places", thousands([80_000, 84_870, 87_936, 91_060, 94_239])),
    ])

  static let fan = Report.Fan(
    "fan", title: "In 8 of 10 runs the cost in 2030-31 is between £9.4 million and £10.9 million",
    subtitle: "Cost of the pool, Anyshire, 20,000 runs", beside: "Contributions",
    years: zip(
      years,
      [
        [79_170, 79_660, 80_000, 80_330, 80_820, 80_000],
        [82_950, 84_070, 84_890, 85_680, 86_800, 82_400],
        [86_550, 88_600, 90_050, 91_490, 93_630, 84_872],
        [90_260, 93_350, 95_570, 97_760, 100_950, 87_418],
        [94_160, 98_320, 101_400, 104_430, 108_940, 90_041],
      ]
    ).map { year($0, thousands($1)) })

  static func year(_ name: String, _ amounts: [Money]) -> Report.Fan.Year {
    Report.Fan.Year(
      name,
      .init(p10: amounts[0], p30: amounts[1], p50: amounts[2], p70: amounts[3], p90: amounts[4]),
      beside: amounts[5])
  }

  static func swing(
    _ name: String, _ low: String, _ lowTenths: Int64, _ high: String, _ highTenths: Int64
  ) -> Report.Swings.Swing {
    Report.Swings.Swing(
      name, low: .init(low, Money(pence: lowTenths * 10_000)),
      high: .init(high, Money(pence: highTenths * 10_000)))
  }

  static let swings = Report.Swings(
    "tornado", title: "How many more children need help matters most",
    subtitle: "Change in the 5-year gap, Anyshire, 2026-27 to 2030-31", centre: "5-year gap",
    amount: Money(pence: 27_025 * 10_000),
    swings: [
      swing("Demand growth", "2.0%", -13_662, "5.0%", 14_075),
      swing("Price growth", "1.5%", -9_242, "4.0%", 14_215),
      swing("Year 1 cost", "−2%", -9_035, "+2%", 9_035),
      swing("Contribution uplift", "4.0%", -8_575, "2.0%", 8_408),
    ])

  /// All nil, one that dwarfs the rest, all the same, all negative, and one year.
  static let extremes: [[[Int64]]] = [
    [[0, 0, 0], [0, 0, 0]], [[1, 2, 3], [4, 5, 90_000_000_000_000]],
    [[500, 500, 500], [500, 500, 500]], [[-5, -900, -30_000], [-7, -700, 0]], [[100], [-200]],
    [[-1, -1, -1], [-1, -1, -1]], [[-40_000_000_000_000, 1, 40_000_000_000_000], [3, 2, 1]],
  ]

  static func blocks(of extreme: [[Int64]]) -> [Report.Block] {
    let amounts = extreme.map(thousands)
    let years = (0..<amounts[0].count).map { "\(2026 + $0)-\(27 + $0)" }
    let fan = zip(years, zip(amounts[0], amounts[1])).map { name, pair in
      let (low, high) = (min(pair.0, pair.1), max(pair.0, pair.1))
      return year(name, [low, low, low, high, high, pair.0])
    }
    let swings = zip(amounts[0], amounts[1]).map { pair in
      Report.Swings.Swing(
        "Moved", low: .init("0.1%", min(pair.0, pair.1)), high: .init("0.2%", max(pair.0, pair.1)))
    }
    return [
      .lines(
        Report.Lines(
          "l", title: "L", subtitle: "l", years: years,
          series: [.init("First", amounts[0]), .init("Second", amounts[1])])),
      .fan(Report.Fan("f", title: "F", subtitle: "f", beside: "Known", years: fan)),
      .swings(
        Report.Swings(
          "s", title: "S", subtitle: "s", centre: "Centre", amount: amounts[0][0], swings: swings)),
    ]
  }

  static let report = Report(
    schema: "sendledger/test@1", title: "Pool",
    blocks: [
      .heading("Five years"), .lines(lines), .table(lines.table), .heading("Fan"), .fan(fan),
      .table(fan.table), .heading("Tornado"), .swings(swings), .table(swings.table),
    ])

  static var extremeReport: Report {
    Report(
      schema: "sendledger/test@1", title: "Extremes", blocks: extremes.flatMap(blocks))
  }
}
