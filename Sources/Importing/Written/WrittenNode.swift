/// What stands in a written file, and where: a text, a list, or names with values.
package struct WrittenNode: Sendable {
  package let content: Content
  package let line: Int
  let column: Int

  /// The three things that can be written.
  package enum Content: Sendable {
    /// A bare text stands without quotation marks.
    case text(String, isBare: Bool)
    case list([WrittenNode])
    case names([Pair])
  }

  /// A name and its value.
  package struct Pair: Sendable {
    package let name: WrittenNode
    package let value: WrittenNode
  }

  package init(_ content: Content, line: Int = 1, column: Int = 1) {
    self.content = content
    self.line = line
    self.column = column
  }
}

extension WrittenNode {
  /// The text as it is written; none where there is a list or names.
  package var text: String? { if case .text(let text, _) = content { text } else { nil } }

  /// The text, or none where nothing is said: no text at all, or YAML’s `~` or `null`.
  var said: String? {
    guard case .text(let text, let isBare) = content, text.contains(where: { !$0.isWhitespace })
    else { return nil }
    return isBare && WrittenNode.nothing.contains(text) ? nil : text
  }

  /// Whether a place is left for a value, and none is there.
  var isEmpty: Bool { text != nil && said == nil }

  package var list: [WrittenNode]? { if case .list(let list) = content { list } else { nil } }

  package var names: [Pair]? { if case .names(let names) = content { names } else { nil } }

  /// The value under a name.
  package subscript(_ name: String) -> WrittenNode? {
    names?.first { $0.name.text == name }?.value
  }

  /// The words by which YAML writes that there is nothing.
  static let nothing: Set<String> = ["~", "null", "Null", "NULL"]

  /// The texts that stand in it, names among them, in their order.
  package var texts: [WrittenNode] {
    switch content {
    case .text: [self]
    case .list(let list): list.flatMap(\.texts)
    case .names(let names): names.flatMap { $0.name.texts + $0.value.texts }
    }
  }

  // MARK: What a program writes

  package init(text: String) { self.init(.text(text, isBare: true)) }

  package init(list: [WrittenNode]) { self.init(.list(list)) }

  package init(pairs: [(String, WrittenNode)]) {
    self.init(.names(pairs.map { Pair(name: WrittenNode(text: $0), value: $1) }))
  }

  /// Names with their values; a name without a value is left out.
  package init(_ names: KeyValuePairs<String, WrittenNode?>) {
    self.init(pairs: names.compactMap { name, value in value.map { (name, $0) } })
  }

  /// The texts that stand under one of some names.
  package func texts(under names: Set<String>) -> [String] {
    switch content {
    case .text: []
    case .list(let list): list.flatMap { $0.texts(under: names) }
    case .names(let pairs):
      pairs.flatMap { pair in
        names.contains(pair.name.text ?? "")
          ? pair.value.text.map { [$0] } ?? [] : pair.value.texts(under: names)
      }
    }
  }

  /// The same with other texts in place of those that stand under one of some names.
  package func replacing(_ texts: [String: String], under names: Set<String>) -> WrittenNode {
    switch content {
    case .text: self
    case .list(let list):
      WrittenNode(.list(list.map { $0.replacing(texts, under: names) }), line: line, column: column)
    case .names(let pairs):
      WrittenNode(
        .names(
          pairs.map { pair in
            if names.contains(pair.name.text ?? ""), let text = pair.value.text {
              return Pair(name: pair.name, value: WrittenNode(text: texts[text] ?? text))
            }
            return Pair(name: pair.name, value: pair.value.replacing(texts, under: names))
          }), line: line, column: column)
    }
  }
}
