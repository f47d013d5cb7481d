import Reporting

/// What every chart has about it: a headline, words for whoever does not see it, and a name.
struct ChartFrame {
  /// The name of the chart, which no other on its page has.
  private let name: String

  /// How wide a chart is in its own units, so that its text is as large as the text around it.
  static let width = 340
  static let ink = "#0b0c0c"
  static let blue = "#12436D"
  static let pink = "#801650"
  static let grey = "#505a5f"

  /// The chart of that number on its page.
  init(_ number: Int) { name = "chart-\(number)" }

  /// What a chart says in words.
  struct Words {
    let title: String
    let subtitle: String
    let description: String
  }

  /// A chart whose shapes are as wide and as high as said.
  func figure(
    _ words: Words, size: (width: Int, height: Int), kind: String? = nil, _ shapes: [HTML]
  ) -> HTML {
    let (title, description) = ("\(name)-title", "\(name)-desc")
    let lead: [HTML] = [
      .element("title", [("id", title)], [HTML(words.title)]),
      .element("desc", [("id", description)], [HTML(words.description)]),
    ]
    let picture = HTML.element(
      "svg",
      (kind.map { [("class", $0)] } ?? []) + [
        ("role", "img"), ("aria-labelledby", "\(title) \(description)"),
        ("viewBox", "0 0 \(size.width) \(size.height)"), ("font-size", "16"),
        ("font-family", "inherit"),
      ], lead + shapes)
    let caption = HTML.element(
      "figcaption", [], [HTML(words.title), .element("span", words.subtitle)])
    return .element("figure", [], [caption, picture])
  }

  /// What fills a shape with stripes, which have to be on the chart.
  var stripesFill: String { "url(#\(name)-stripes)" }

  /// Stripes, blue on white, of that width.
  func stripes(_ width: Int) -> HTML {
    .element(
      "pattern",
      [
        ("id", "\(name)-stripes"), ("width", "8"), ("height", "8"),
        ("patternUnits", "userSpaceOnUse"), ("patternTransform", "rotate(45)"),
      ],
      [
        .element("rect", [("width", "8"), ("height", "8"), ("fill", "#fff")]),
        .element("rect", [("width", "\(width)"), ("height", "8"), ("fill", ChartFrame.blue)]),
      ])
  }
}

/// Words on a chart.
struct ChartText {
  /// Where the words begin, end, or have their middle.
  enum Anchor: String {
    case start, middle, end
  }

  let words: String
  let x: Int
  let y: Int
  var anchor = Anchor.start
  var colour = ChartFrame.ink
  var isBold = false

  var html: HTML {
    .element(
      "text",
      [("x", "\(x)"), ("y", "\(y)"), ("text-anchor", anchor.rawValue), ("fill", colour)]
        + (isBold ? [("font-weight", "bold")] : []), [HTML(words)])
  }
}

extension Reader {
  /// What is measured, with the unit of its amounts where the amounts do not show it.
  func measure(_ subtitle: String) -> String {
    switch self {
    case .finance(let unit): subtitle + ", \(unit.caption)"
    case .family: subtitle
    }
  }
}
