import Bookkeeping
import Reporting

/// Changes to either side of a centre drawn as bars, each with its words above it.
///
/// Low ends are striped and high ends are filled, so that the picture loses nothing in grey.
struct SwingChart {
  let swings: Report.Swings
  let reader: Reader

  private static let lineHeight = 20
  private static let barHeight = 24
  private static let gap = 18
  /// How many letters fit on a line.
  private static let letters = 36

  func html(in frame: ChartFrame) -> HTML {
    var shapes = [frame.stripes(3)]
    var top = 0
    let lines = wrap(
      "Upright line: \(swings.centre) \(reader.text(swings.amount)).", SwingChart.letters)
    for line in lines + ["Striped bars: low. Filled bars: high."] {
      shapes.append(ChartText(words: line, x: 0, y: top + 16).html)
      top += SwingChart.lineHeight
    }
    for swing in swings.swings {
      top += SwingChart.gap
      let words = texts(swing)
      for line in words {
        shapes += line.map { text in
          ChartText(
            words: text.words, x: text.anchor == .end ? ChartFrame.width : 0, y: top + 16,
            anchor: text.anchor, isBold: text.isBold
          ).html
        }
        top += SwingChart.lineHeight
      }
      shapes += bars(swing, at: top + 4, frame)
      top += SwingChart.barHeight + 8
    }
    return frame.figure(
      ChartFrame.Words(
        title: swings.title, subtitle: reader.measure(swings.subtitle), description: description),
      size: (ChartFrame.width, top + 4), kind: "plot", shapes)
  }

  private var description: String {
    (["\(swings.centre) \(reader.text(swings.amount))."]
      + swings.swings.map { swing in
        "\(swing.name): \(end(swing.low)), \(end(swing.high)), swing \(reader.text(swing.width))."
      }).joined(separator: " ")
  }

  private func end(_ end: Report.Swings.End) -> String {
    "\(end.label): \(reader.text(end.amount))"
  }

  // MARK: Words

  private struct Line {
    let words: String
    var anchor = ChartText.Anchor.start
    var isBold = false
  }

  /// The name, and below it what either end is: side by side where there is room.
  private func texts(_ swing: Report.Swings.Swing) -> [[Line]] {
    let names = wrap(swing.name, SwingChart.letters - 3).map { [Line(words: $0, isBold: true)] }
    let (low, high) = (end(swing.low), end(swing.high))
    if low.count + high.count < SwingChart.letters {
      return names + [[Line(words: low), Line(words: high, anchor: .end)]]
    }
    return names + wrap(low, SwingChart.letters).map { [Line(words: $0)] }
      + wrap(high, SwingChart.letters).map { [Line(words: $0, anchor: .end)] }
  }

  // MARK: Bars

  private var amounts: [Money] { swings.swings.flatMap { [$0.low.amount, $0.high.amount] } }
  private var lowest: Money { min(amounts.min() ?? .zero, .zero) }
  private var highest: Money { max(amounts.max() ?? .zero, .zero) }

  /// The place of a change from the left; where nothing changes, the centre is in the middle.
  private func x(_ amount: Money) -> Int {
    let span = highest - lowest
    let room = Int64(ChartFrame.width - 4)
    if span == .zero { return ChartFrame.width / 2 }
    return 2 + Int((amount - lowest).times(Fraction(room, over: span.pence)).pence)
  }

  /// Both bars begin at the centre; where they lie on one side, one stands above the other.
  private func bars(_ swing: Report.Swings.Swing, at top: Int, _ frame: ChartFrame) -> [HTML] {
    let isOneSided = swing.low.amount > .zero || swing.high.amount < .zero
    let height = isOneSided ? SwingChart.barHeight / 2 : SwingChart.barHeight
    let centre = x(.zero)
    return [
      bar(swing.low.amount, top, height, frame.stripesFill, "low"),
      bar(swing.high.amount, isOneSided ? top + height : top, height, ChartFrame.blue, "high"),
      .element(
        "path",
        [
          ("d", "M\(centre) \(top - 4)v\(SwingChart.barHeight + 8)"), ("stroke", ChartFrame.ink),
          ("stroke-width", "3"),
        ]),
    ]
  }

  private func bar(_ amount: Money, _ top: Int, _ height: Int, _ fill: String, _ word: String)
    -> HTML
  {
    let (left, right) = (x(min(amount, .zero)), x(max(amount, .zero)))
    return .element(
      "rect",
      [
        ("x", "\(left)"), ("y", "\(top)"), ("width", "\(right - left)"), ("height", "\(height)"),
        ("fill", fill), ("stroke", ChartFrame.blue), ("data-fill", word),
      ])
  }
}
