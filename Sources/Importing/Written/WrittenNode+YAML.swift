import Bookkeeping
import Yams

extension WrittenNode {
  /// The deepest that names may stand in names.
  static let mostLevels = 20

  /// Reads YAML; none where there is nothing in it.
  ///
  /// A part that stands for another is refused: nine levels of them, in a file of a few lines, would
  /// be a thousand million values.
  ///
  /// - Throws: where reading stopped, and why.
  static func read(_ yaml: String, _ fault: WrittenFault) throws(Diagnostic) -> WrittenNode? {
    guard yaml.utf8.count <= fault.kind.mostBytes else { throw fault.tooLong }
    if let line = try firstAlias(in: yaml, fault) { throw fault.repeats(line: line) }
    return try compose(yaml, fault).map { node throws(Diagnostic) in
      try WrittenNode(node, fault, level: 1)
    }
  }

  /// The line on which a text first refers to a part of itself.
  ///
  /// What reads YAML goes through all that aliases stand for, so it is first given the text with other
  /// names for all that could be referred to: it then stops at the first alias, and knows one from a
  /// word in a text.
  private static func firstAlias(
    in yaml: String, _ fault: WrittenFault
  ) throws(Diagnostic) -> Int? {
    guard yaml.contains("&"), yaml.contains("*") else { return nil }
    var prefix = "x"
    while yaml.contains("*" + prefix) { prefix += "x" }
    do {
      _ = try Yams.compose(yaml: yaml.replacing("&", with: "&" + prefix))
      return nil
    } catch let error as YamlError {
      if case .composer(_, _, let mark, _) = error { return max(1, mark.line) }
      throw fault.of(error)
    } catch {
      throw fault.notReadable(line: 1)
    }
  }

  private static func compose(_ yaml: String, _ fault: WrittenFault) throws(Diagnostic) -> Node? {
    do {
      return try Yams.compose(yaml: yaml)
    } catch let error as YamlError {
      throw fault.of(error)
    } catch {
      throw fault.notReadable(line: 1)
    }
  }

  private init(
    _ node: Node, _ fault: WrittenFault, level: Int, else line: Int = 1
  ) throws(Diagnostic) {
    let line = node.mark?.line ?? line
    guard level <= WrittenNode.mostLevels else { throw fault.tooDeep(line: line) }
    let content: Content
    switch node {
    case .scalar(let scalar): content = .text(scalar.string, isBare: scalar.style == .plain)
    case .sequence(let sequence):
      var list: [WrittenNode] = []
      for one in sequence {
        list.append(try WrittenNode(one, fault, level: level + 1, else: line))
      }
      content = .list(list)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (name, value) in mapping {
        let name = try WrittenNode(name, fault, level: level + 1, else: line)
        pairs.append(
          Pair(name: name, value: try WrittenNode(value, fault, level: level + 1, else: name.line)))
      }
      content = .names(pairs)
    case .alias: throw fault.repeats(line: line)
    }
    self.init(content, line: line, column: node.mark?.column ?? 1)
  }
}

extension WrittenFault {
  fileprivate func of(_ error: YamlError) -> Diagnostic {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      notReadable(line: max(1, mark.line))
    case .duplicatedKeysInMapping(let names, let context):
      twice(names.first ?? "", line: max(1, context.mark.line))
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      notReadable(line: 1)
    }
  }
}

extension WrittenNode {
  /// The same as YAML, every name and value on a line of its own.
  package var yaml: String {
    do {
      return try Yams.serialize(node: node, width: -1, allowUnicode: true)
    } catch {
      preconditionFailure("texts, lists and names can be written: \(error)")
    }
  }

  private var node: Node {
    switch content {
    case .text(let text, _):
      // Read back, a bare one of these would say nothing.
      Node(
        text, .implicit,
        WrittenNode.nothing.contains(text) || text.isEmpty ? .doubleQuoted : .any)
    case .list(let list): Node(list.map(\.node))
    case .names(let pairs): Node(pairs.map { ($0.name.node, $0.value.node) })
    }
  }
}
