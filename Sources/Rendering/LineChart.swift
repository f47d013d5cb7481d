import Reporting

/// Several amounts by year drawn as lines, each named where it ends.
///
/// Every line has its own dashes and its own mark, so that the picture loses nothing in grey.
struct LineChart {
  let lines: Report.Lines
  let reader: Reader

  private static let dashes = ["", "9 4", "2 4", "12 4 2 4", "5 3"]
  private static let colours = [ChartFrame.ink, ChartFrame.blue, ChartFrame.pink, "#3D3D3D"]

  func html(in frame: ChartFrame) -> HTML {
    let ends = lines.series.enumerated().map { place, series in
      YearPlot.End(
        series.name, series.amounts[series.amounts.count - 1], reader, colour: colour(place))
    }
    let plot = YearPlot(lines.years, of: lines.series.flatMap(\.amounts), ends: ends, reader)
    let shapes = lines.series.enumerated().flatMap { place, series in
      [
        plot.line(
          series.amounts, colour: colour(place), width: 3,
          dashes: LineChart.dashes[place % LineChart.dashes.count])
      ]
        + series.amounts.enumerated().map { year, amount in
          ChartMark(place).html(plot.x(year), plot.scale.y(amount), colour(place))
        }
    }
    return frame.figure(
      ChartFrame.Words(
        title: lines.title, subtitle: reader.measure(lines.subtitle), description: description),
      size: plot.size, kind: "plot", plot.surroundings + shapes)
  }

  private func colour(_ place: Int) -> String { LineChart.colours[place % LineChart.colours.count] }

  private var description: String {
    lines.series.map { series in
      "\(series.name): "
        + zip(lines.years, series.amounts).map { "\($0) \(reader.text($1))" }
        .joined(separator: ", ") + "."
    }.joined(separator: " ")
  }
}

/// The mark that stands on a line at each year.
enum ChartMark: Int, CaseIterable {
  case disc, square, triangle, diamond, ring, frame

  /// The mark of the line in that place; they begin again when all are used.
  init(_ place: Int) { self = ChartMark.allCases[place % ChartMark.allCases.count] }

  func html(_ x: Int, _ y: Int, _ colour: String) -> HTML {
    .element(
      "path",
      [
        ("d", steps(x, y)), ("fill", isHollow ? "#fff" : colour), ("stroke", colour),
        ("stroke-width", "2"),
      ])
  }

  private var isHollow: Bool {
    switch self {
    case .ring, .frame: true
    case .disc, .square, .triangle, .diamond: false
    }
  }

  private func steps(_ x: Int, _ y: Int) -> String {
    switch self {
    case .disc, .ring: "M\(x - 4) \(y)a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z"
    case .square, .frame: "M\(x - 4) \(y - 4)h8v8h-8z"
    case .triangle: "M\(x) \(y - 5)l5 9h-10z"
    case .diamond: "M\(x) \(y - 6)l5 6l-5 6l-5 -6z"
    }
  }
}
