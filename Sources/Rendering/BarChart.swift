import Bookkeeping
import Reporting

/// Bars drawn as a picture that says in words what it shows.
///
/// What is spent is filled and what is left is striped, so that the picture loses nothing in grey.
struct BarChart {
  private let bars: Report.Bars
  private let reader: Reader

  private static let width = 400
  private static let labelHeight = 26
  private static let barHeight = 24
  private static let gap = 18
  private static let textRoom = 130

  init(_ bars: Report.Bars, _ reader: Reader) {
    self.bars = bars
    self.reader = reader
  }

  var html: HTML {
    .element(
      "figure", [],
      [
        .element(
          "figcaption", [],
          [HTML(bars.title), .element("span", bars.subtitle)]),
        picture,
      ])
  }

  private var picture: HTML {
    let height = bars.bars.map(height).reduce(0, +)
    var top = 0
    var shapes: [HTML] = [
      .element("title", [("id", "bars-title")], [HTML(bars.title)]),
      .element("desc", [("id", "bars-desc")], [HTML(description)]), stripes,
    ]
    for bar in bars.bars {
      shapes += draw(bar, at: top)
      top += self.height(bar)
    }
    return .element(
      "svg",
      [
        ("role", "img"), ("aria-labelledby", "bars-title bars-desc"),
        ("viewBox", "0 0 \(BarChart.width) \(height)"), ("font-size", "16"),
        ("font-family", "inherit"),
      ], shapes)
  }

  private var description: String {
    bars.bars.map { bar in
      bar.name + ": "
        + bar.parts.map { "\($0.word.lowercased()) \(amount($0))" }.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  private var stripes: HTML {
    .element(
      "pattern",
      [
        ("id", "stripes"), ("width", "8"), ("height", "8"), ("patternUnits", "userSpaceOnUse"),
        ("patternTransform", "rotate(45)"),
      ],
      [
        .element("rect", [("width", "8"), ("height", "8"), ("fill", "#fff")]),
        .element("rect", [("width", "4"), ("height", "8"), ("fill", "#12436D")]),
      ])
  }

  private func height(_ bar: Report.Bars.Bar) -> Int {
    BarChart.labelHeight + bar.parts.count * (BarChart.barHeight + 4) + BarChart.gap
  }

  private func draw(_ bar: Report.Bars.Bar, at top: Int) -> [HTML] {
    var shapes = [label(bar.name, x: 0, y: top + 18, isBold: true)]
    for (place, part) in bar.parts.enumerated() {
      let y = top + BarChart.labelHeight + place * (BarChart.barHeight + 4)
      let length = length(part.amount)
      shapes.append(
        .element(
          "rect",
          [
            ("x", "0"), ("y", "\(y)"), ("width", "\(length)"), ("height", "\(BarChart.barHeight)"),
            ("fill", place == 0 ? "#12436D" : "url(#stripes)"), ("stroke", "#12436D"),
            ("data-fill", part.word.lowercased()),
          ]))
      shapes.append(label("\(part.word) \(amount(part))", x: length + 8, y: y + 18, isBold: false))
    }
    return shapes
  }

  private func label(_ text: String, x: Int, y: Int, isBold: Bool) -> HTML {
    .element(
      "text",
      [("x", "\(x)"), ("y", "\(y)"), ("fill", "#0b0c0c")]
        + (isBold ? [("font-weight", "bold")] : []), [HTML(text)])
  }

  private func amount(_ part: Report.Bars.Part) -> String {
    part.amount < .zero ? "nothing" : reader.text(part.amount)
  }

  /// Bars begin at nothing; the longest fills the room that its words leave.
  private func length(_ amount: Money) -> Int {
    let longest = bars.bars.flatMap(\.parts).map(\.amount).max() ?? .zero
    guard amount > .zero, longest > .zero else { return 0 }
    let room = Int64(BarChart.width - BarChart.textRoom)
    return Int(amount.times(Fraction(room, over: longest.pence)).pence)
  }
}
