import Bookkeeping
import Yams

/// Every text of a scenario file, whatever it stands under.
enum ScenarioTexts {
  /// The texts in their order; none where the file is not YAML, which is refused by itself.
  static func all(_ yaml: String, named file: String) -> [FileText] {
    guard let root = try? Yams.compose(yaml: yaml) else { return [] }
    return texts(root, file)
  }

  private static func texts(_ node: Node, _ file: String) -> [FileText] {
    switch node {
    case .scalar(let scalar):
      let line = node.mark?.line ?? 1
      return [FileText(words: scalar.string, place: Place(file: file, row: line, line: line))]
    case .mapping(let mapping):
      return mapping.flatMap { texts($0.key, file) + texts($0.value, file) }
    case .sequence(let sequence): return sequence.flatMap { texts($0, file) }
    // What an alias stands for is among the texts where it is written.
    case .alias: return []
    }
  }
}
