/// Explanations of one subject, which are one page of `docs/messages`.
struct MessageGroup {
  /// The name of the page, without its ending.
  let name: String
  let title: String
  let explanations: [Explanation]

  init(_ name: String, title: String, _ explanations: [Explanation]) {
    self.name = name
    self.title = title
    self.explanations = explanations
  }

  /// The page in Markdown.
  var page: String {
    (["# \(title)", "The same words: `sendledger explain CODE`."]
      + explanations.map { "## \($0.code)\n\n\($0.text)" })
      .joined(separator: "\n\n") + "\n"
  }
}
