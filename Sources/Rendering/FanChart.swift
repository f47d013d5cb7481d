import Bookkeeping
import Reporting

/// Percentiles by year drawn as a fan, with the amount that they are held against.
///
/// The outer bands are striped and the inner one is filled, so that the picture loses nothing in grey.
struct FanChart {
  let fan: Report.Fan
  let reader: Reader

  func html(in frame: ChartFrame) -> HTML {
    let percentiles = fan.years.map(\.percentiles)
    let beside = fan.years.map(\.beside)
    let plot = YearPlot(
      fan.years.map(\.name), of: percentiles.flatMap { [$0.p10, $0.p90] } + beside, ends: ends,
      reader)
    let shapes: [HTML] = [
      frame.stripes(2),
      band(plot, percentiles.map(\.p10), percentiles.map(\.p30), frame.stripesFill, "outer"),
      band(plot, percentiles.map(\.p70), percentiles.map(\.p90), frame.stripesFill, "outer"),
      band(plot, percentiles.map(\.p30), percentiles.map(\.p70), "#7f9cba", "inner"),
      plot.line(percentiles.map(\.p50), colour: ChartFrame.ink, width: 3),
      plot.line(beside, colour: "#fff", width: 7),
      plot.line(beside, colour: ChartFrame.pink, width: 3, dashes: "9 4"),
    ]
    let marks = beside.enumerated().map { year, amount in
      ChartMark.diamond.html(plot.x(year), plot.scale.y(amount), ChartFrame.pink)
    }
    return frame.figure(
      ChartFrame.Words(
        title: fan.title, subtitle: reader.measure(fan.subtitle), description: description),
      size: plot.size, kind: "plot", shapes + marks + plot.surroundings)
  }

  private var ends: [YearPlot.End] {
    let last = fan.years[fan.years.count - 1]
    return last.percentiles.named.reversed().map { YearPlot.End($0.name, $0.amount, reader) }
      + [YearPlot.End(fan.beside, last.beside, reader, colour: ChartFrame.pink)]
  }

  private func band(
    _ plot: YearPlot, _ low: [Money], _ high: [Money], _ fill: String, _ word: String
  ) -> HTML {
    .element(
      "polygon",
      [
        ("points", YearPlot.text(plot.corners(low) + plot.corners(high).reversed())),
        ("fill", fill), ("stroke", ChartFrame.blue), ("stroke-width", "1"), ("data-fill", word),
      ])
  }

  private var description: String {
    fan.years.map { year in
      let parts = year.percentiles.named + [(fan.beside.lowercased(), year.beside)]
      return "\(year.name): "
        + parts.map { "\($0.name) \(reader.text($0.amount))" }.joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}
