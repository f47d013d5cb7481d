import Bookkeeping
import Reporting

/// A plot of amounts by year: years from left to right, and a name at the right end of each line.
struct YearPlot {
  private let years: [String]
  private let ends: [End]
  private let heading: [String]
  let scale: ChartScale

  /// The last amount of a line, and what stands beside it.
  struct End {
    let amount: Money
    let lines: [String]
    var colour = ChartFrame.ink

    init(_ name: String, _ amount: Money, _ reader: Reader, colour: String = ChartFrame.ink) {
      self.amount = amount
      self.colour = colour
      let words = name.split(separator: " ").flatMap { YearPlot.cut($0) }.joined(separator: " ")
      let figure = reader.text(amount)
      lines = wrap("\(words) \(figure)", max(YearPlot.letters, figure.count))
    }
  }

  private static let left = 6
  /// How many letters of a name stand on one line; an amount that has more takes room from the plot.
  fileprivate static let letters = 15
  private static let letterWidth = 9
  /// Where the years end and the names begin.
  private let right: Int
  private let names: Int
  private static let lineHeight = 19
  private static let apart = 5

  init(_ years: [String], of amounts: [Money], ends: [End], _ reader: Reader) {
    self.years = years
    self.ends = ends
    let longest = ends.flatMap(\.lines).map(\.count).max() ?? 0
    let extra = max(longest - YearPlot.letters, 0) * YearPlot.letterWidth
    names = max(208 - extra, 112)
    right = names - 16
    let rough = ChartScale(of: amounts, top: 0, height: 1)
    heading = wrap(rough.words(reader), 36)
    let needed = ends.map { $0.lines.count * YearPlot.lineHeight + YearPlot.apart }.reduce(0, +)
    scale = ChartScale(
      of: amounts, top: heading.count * YearPlot.lineHeight + 16, height: max(needed, 210))
  }

  var size: (width: Int, height: Int) {
    (ChartFrame.width, scale.bottom + (namesOfYearsAreStacked ? 48 : 28))
  }

  /// The place of a year from the left.
  func x(_ place: Int) -> Int {
    years.count == 1
      ? (YearPlot.left + right) / 2
      : YearPlot.left + (right - YearPlot.left) * place / (years.count - 1)
  }

  /// The corners of a line through an amount for each year; one year is a line across.
  func corners(_ amounts: [Money]) -> [(x: Int, y: Int)] {
    if years.count == 1 {
      return [YearPlot.left, right].map { ($0, scale.y(amounts[0])) }
    }
    return amounts.enumerated().map { (x($0), scale.y($1)) }
  }

  /// A line through an amount for each year.
  func line(_ amounts: [Money], colour: String, width: Int, dashes: String = "") -> HTML {
    .element(
      "polyline",
      [
        ("points", YearPlot.text(corners(amounts))), ("fill", "none"), ("stroke", colour),
        ("stroke-width", "\(width)"), ("stroke-linejoin", "round"),
      ] + (dashes.isEmpty ? [] : [("stroke-dasharray", dashes)]))
  }

  static func text(_ corners: [(x: Int, y: Int)]) -> String {
    corners.map { "\($0.x),\($0.y)" }.joined(separator: " ")
  }

  private static func cut(_ word: Substring) -> [String] {
    stride(from: 0, to: word.count, by: letters).map {
      String(word.dropFirst($0).prefix(letters))
    }
  }

  // MARK: What stands around the lines

  /// The scale's words, the zero line, the years and the names of the lines.
  var surroundings: [HTML] {
    let words = heading.enumerated().map { place, line in
      ChartText(words: line, x: 0, y: 16 + place * YearPlot.lineHeight).html
    }
    return words + axes + yearNames + endNames
  }

  private var axes: [HTML] {
    let ticks = years.indices.map { "M\(x($0)) \(scale.bottom)v6" }.joined()
    let base = path("M0 \(scale.bottom)H\(right + 6)" + ticks, "2", ChartFrame.ink)
    guard scale.lowest < .zero, scale.highest >= .zero else { return [base] }
    let nothing = scale.y(.zero)
    return [base, path("M0 \(nothing)H\(right + 6)", "1", ChartFrame.ink)]
  }

  private var namesOfYearsAreStacked: Bool {
    years.count > 1 && (years[0].count + years[years.count - 1].count) > 20
  }

  private var yearNames: [HTML] {
    let y = scale.bottom + 23
    guard years.count > 1, let last = years.last else {
      return [ChartText(words: years[0], x: x(0), y: y, anchor: .middle).html]
    }
    return [
      ChartText(words: years[0], x: 0, y: y).html,
      ChartText(
        words: last, x: right + 6, y: namesOfYearsAreStacked ? y + 20 : y, anchor: .end
      ).html,
    ]
  }

  /// Names of lines, moved apart where they would stand on one another, each led to its line.
  private var endNames: [HTML] {
    let sorted = ends.enumerated()
      .sorted { (scale.y($0.element.amount), $0.offset) < (scale.y($1.element.amount), $1.offset) }
      .map(\.element)
    return zip(sorted, tops(of: sorted)).flatMap { end, top in
      [
        path("M\(right + 5) \(scale.y(end.amount))L\(names - 3) \(top + 9)", "1", ChartFrame.grey)
      ]
        + end.lines.enumerated().map { place, line in
          ChartText(
            words: line, x: names, y: top + 15 + place * YearPlot.lineHeight,
            colour: end.colour
          ).html
        }
    }
  }

  /// The tops of names from top to bottom, each as near to its line as the others let it be.
  private func tops(of ends: [End]) -> [Int] {
    var tops: [Int] = []
    var free = scale.top - 12
    for end in ends {
      let top = max(scale.y(end.amount) - YearPlot.lineHeight / 2, free)
      tops.append(top)
      free = top + end.lines.count * YearPlot.lineHeight + YearPlot.apart
    }
    var limit = scale.bottom + 8
    for place in ends.indices.reversed() {
      tops[place] = min(tops[place], limit - ends[place].lines.count * YearPlot.lineHeight)
      limit = tops[place] - YearPlot.apart
    }
    return tops
  }

  private func path(_ steps: String, _ width: String, _ colour: String) -> HTML {
    .element("path", [("d", steps), ("fill", "none"), ("stroke", colour), ("stroke-width", width)])
  }
}
