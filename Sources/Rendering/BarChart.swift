import Bookkeeping
import Reporting

/// Bars drawn as a picture that says in words what it shows.
///
/// What is spent is filled and what is left is striped, so that the picture loses nothing in grey.
struct BarChart {
  let bars: Report.Bars
  let reader: Reader

  private static let width = 400
  private static let labelHeight = 26
  private static let barHeight = 24
  private static let gap = 18
  private static let textRoom = 130

  func html(in frame: ChartFrame) -> HTML {
    var top = 0
    var shapes = [frame.stripes(4)]
    for bar in bars.bars {
      shapes += draw(bar, at: top, frame)
      top += height(bar)
    }
    return frame.figure(
      ChartFrame.Words(title: bars.title, subtitle: bars.subtitle, description: description),
      size: (BarChart.width, top), shapes)
  }

  private var description: String {
    bars.bars.map { bar in
      bar.name + ": "
        + bar.parts.map { "\($0.word.lowercased()) \(amount($0))" }.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }

  private func height(_ bar: Report.Bars.Bar) -> Int {
    BarChart.labelHeight + bar.parts.count * (BarChart.barHeight + 4) + BarChart.gap
  }

  private func draw(_ bar: Report.Bars.Bar, at top: Int, _ frame: ChartFrame) -> [HTML] {
    var shapes = [label(bar.name, x: 0, y: top + 18, isBold: true)]
    for (place, part) in bar.parts.enumerated() {
      let y = top + BarChart.labelHeight + place * (BarChart.barHeight + 4)
      let length = length(part.amount)
      shapes.append(
        .element(
          "rect",
          [
            ("x", "0"), ("y", "\(y)"), ("width", "\(length)"), ("height", "\(BarChart.barHeight)"),
            ("fill", place == 0 ? ChartFrame.blue : frame.stripesFill), ("stroke", ChartFrame.blue),
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

  /// Bars begin at nil; the longest fills the room that its words leave.
  private func length(_ amount: Money) -> Int {
    let longest = bars.bars.flatMap(\.parts).map(\.amount).max() ?? .zero
    guard amount > .zero, longest > .zero else { return 0 }
    let room = Int64(BarChart.width - BarChart.textRoom)
    return Int(amount.times(Fraction(room, over: longest.pence)).pence)
  }
}
