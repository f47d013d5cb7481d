import Bookkeeping
import Reporting

/// Amounts by number drawn as steps from nothing, with the line that bounds them.
///
/// What is granted is filled and named, and the rest is striped, so that the picture loses nothing in
/// grey.
struct StepChart {
  let steps: Report.Steps
  let reader: Reader

  private static let width = 340
  private static let top = 52
  private static let plotHeight = 190
  private static let bottom = 50

  func html(in frame: ChartFrame) -> HTML {
    let height = StepChart.top + StepChart.plotHeight + StepChart.bottom
    let bars = steps.points.enumerated().map { bar($0, $1, frame) }
    return frame.figure(
      ChartFrame.Words(title: steps.title, subtitle: steps.subtitle, description: description),
      size: (StepChart.width, height), kind: "steps",
      [frame.stripes(2)] + bars + [line] + axes + names)
  }

  private var description: String {
    steps.points.map { point in
      "\(steps.counted) \(point.number): \(steps.measured.lowercased()) \(reader.text(point.amount)),"
        + " \(steps.bound.lowercased()) \(reader.text(point.most)), \(point.isGranted ? "yes" : "no")."
    }.joined(separator: " ")
  }

  // MARK: Where things stand

  private var highest: Money {
    max(steps.points.map { max($0.amount, $0.most) }.max() ?? .zero, Money(pence: 1))
  }

  private var lowest: Money { min(steps.points.map(\.amount).min() ?? .zero, .zero) }

  /// The place of an amount from the top; the axis always has nothing on it.
  private func y(_ amount: Money) -> Int {
    let span = highest - lowest
    let below = (highest - amount).times(Fraction(Int64(StepChart.plotHeight), over: span.pence))
    return StepChart.top + Int(below.pence)
  }

  private func x(_ place: Int) -> Int { StepChart.width * place / steps.points.count }

  // MARK: Shapes

  private func bar(_ place: Int, _ point: Report.Steps.Point, _ frame: ChartFrame) -> HTML {
    let (upper, lower) = (y(max(point.amount, .zero)), y(min(point.amount, .zero)))
    return .element(
      "rect",
      [
        ("x", "\(x(place))"), ("y", "\(upper)"), ("width", "\(x(place + 1) - x(place))"),
        ("height", "\(lower - upper)"),
        ("fill", point.isGranted ? ChartFrame.blue : frame.stripesFill),
        ("stroke", ChartFrame.blue), ("data-fill", point.isGranted ? "yes" : "no"),
      ])
  }

  /// The most that may be spent, a step for each number.
  private var line: HTML {
    let points = steps.points.enumerated().flatMap { place, point in
      ["\(x(place)),\(y(point.most))", "\(x(place + 1)),\(y(point.most))"]
    }
    return .element(
      "polyline",
      [
        ("points", points.joined(separator: " ")), ("fill", "none"), ("stroke", ChartFrame.pink),
        ("stroke-width", "4"),
      ])
  }

  private var axes: [HTML] {
    [
      .element(
        "path",
        [
          ("d", "M0 \(y(.zero))H\(StepChart.width)"), ("stroke", ChartFrame.ink),
          ("stroke-width", "2"),
        ])
    ]
  }

  private var names: [HTML] {
    let bottom = StepChart.top + StepChart.plotHeight
    let count = steps.points.count
    var texts = [
      label(
        "Bars: \(steps.measured.lowercased()), the highest \(reader.text(highestAmount))", at: 0,
        16, "start"),
      label(
        "Thick line: \(steps.bound.lowercased())\(lastBound)", at: 0, 38, "start", ChartFrame.pink),
    ]
    let marked = Set([0, count - 1] + steps.points.indices.filter(isFirstGranted))
    for place in marked.sorted() where place == 0 || x(place) > 24 {
      let anchor = place == 0 ? "start" : place == count - 1 ? "end" : "middle"
      let at = place == 0 ? 0 : place == count - 1 ? StepChart.width : (x(place) + x(place + 1)) / 2
      // Words of neighbours would run into one another.
      if place != count - 1, place != 0, x(count) - at < 60 { continue }
      let word = steps.points[place].isGranted ? ": yes" : ""
      texts.append(label("\(steps.points[place].number)\(word)", at: at, bottom + 20, anchor))
    }
    texts.append(label("\(steps.counted)", at: StepChart.width / 2, bottom + 42, "middle"))
    return texts
  }

  private var lastBound: String {
    steps.points.last.map { ", \(reader.text($0.most)) at \($0.number)" } ?? ""
  }

  private var highestAmount: Money { steps.points.map(\.amount).max() ?? .zero }

  private func isFirstGranted(_ place: Int) -> Bool {
    steps.points[place].isGranted && (place == 0 || !steps.points[place - 1].isGranted)
  }

  private func label(
    _ text: String, at x: Int, _ y: Int, _ anchor: String, _ colour: String = ChartFrame.ink
  ) -> HTML {
    .element(
      "text",
      [("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor), ("fill", colour)], [HTML(text)])
  }
}
