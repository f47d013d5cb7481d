import Bookkeeping
import Funding
import Modelling
import Yams

/// A part of a scenario file: names with values, and the line on which it stands.
struct ScenarioPart {
  private let values: Node.Mapping
  private let file: String
  /// What the part is called: `risk-share`.
  let name: String
  private let line: Int

  /// Reads a part that may have these names and no others.
  init(
    _ node: Node, _ name: String, file: String, keys: [String], else line: Int = 1
  ) throws(Diagnostic) {
    let line = node.mark?.line ?? line
    let place = Place(file: file, row: line, line: line)
    guard let values = node.mapping else {
      throw ScenarioFault.unreadable(name, "names and values", at: place)
    }
    self.values = values
    self.file = file
    self.name = name
    self.line = line
    for key in values.keys {
      let text = key.scalar?.string ?? "?"
      guard keys.contains(text) else {
        let line = key.mark?.line ?? line
        throw ScenarioFault.unknown(
          text, in: name, known: keys, at: Place(file: file, row: line, line: line))
      }
    }
  }

  /// Where the part stands.
  var place: Place { Place(file: file, row: line, line: line) }

  /// Where a value stands, or the part where there is none.
  func place(of key: String) -> Place {
    let line = values[key]?.mark?.line ?? line
    return Place(file: file, row: line, line: line)
  }

  func has(_ key: String) -> Bool { values[key] != nil }

  /// Whether a name has this text for its value, and not a part or another text.
  func says(_ key: String, _ text: String) -> Bool { values[key]?.scalar?.string == text }

  /// Sees that at most one of some names is there, so that none is passed over beside another.
  func onlyOne(of keys: String...) throws(Diagnostic) {
    let found = keys.filter(has)
    guard found.count > 1 else { return }
    throw ScenarioFault.unusable(
      "\(name) has \(found.joined(separator: " and "))", at: place(of: found[1]),
      next: "keep one of them, and take out what is not meant")
  }

  private func node(_ key: String) throws(Diagnostic) -> Node {
    guard let node = values[key] else { throw ScenarioFault.missing(key, in: name, at: place) }
    return node
  }
}

extension ScenarioPart {
  /// A text, which says something.
  func text(_ key: String) throws(Diagnostic) -> String {
    let text = try node(key).said?.string ?? ""
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw ScenarioFault.missing(key, in: name, at: place(of: key))
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A text that may be left out, or empty.
  func textOrNothing(_ key: String) throws(Diagnostic) -> String? {
    guard let node = values[key] else { return nil }
    guard let text = node.scalar?.string else {
      throw ScenarioFault.unreadable(key, "a text", at: place(of: key))
    }
    guard node.said != nil else { return nil }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// A value of a type that knows its own form.
  func value<Value>(
    _ key: String, as form: String, _ read: (String) -> Value?
  ) throws(Diagnostic) -> Value {
    guard let value = read(try text(key)) else {
      throw ScenarioFault.unreadable(key, form, at: place(of: key))
    }
    return value
  }

  func money(_ key: String) throws(Diagnostic) -> Money {
    try value(key, as: "an amount such as 8000000.00") { try? Money(parsing: $0) }
  }

  func percent(_ key: String) throws(Diagnostic) -> Percentage {
    try value(key, as: "per cent such as 3.5") { Percentage($0) }
  }

  func day(_ key: String) throws(Diagnostic) -> Day {
    try value(key, as: "a day such as 2027-01-31") { Day($0) }
  }

  func year(_ key: String) throws(Diagnostic) -> FinancialYear {
    try value(key, as: "a financial year such as 2026-27") { FinancialYear($0) }
  }

  func partner(_ key: String) throws(Diagnostic) -> PartnerReference {
    try value(key, as: "a partner’s reference such as ICB") { PartnerReference($0) }
  }

  /// Per cent as millionths: 1.2 is 12,000.
  func millionths(_ key: String) throws(Diagnostic) -> Int64 { try percent(key).thousandths * 10 }

  /// A part within the part.
  func part(_ key: String, keys: [String]) throws(Diagnostic) -> ScenarioPart {
    try ScenarioPart(try node(key), key, file: file, keys: keys, else: line)
  }

  /// The parts of a list, none where it is left out.
  func nodes(_ key: String) throws(Diagnostic) -> [Node] {
    guard let node = values[key] else { return [] }
    guard let list = node.sequence else {
      throw ScenarioFault.unreadable(key, "a list, each line with a hyphen", at: place(of: key))
    }
    return Array(list)
  }

  /// Each part of a list, with every fault of it noted.
  func each<Value>(
    _ key: String, keys: [String], noting faults: inout [Diagnostic],
    _ read: (ScenarioPart) throws(Diagnostic) -> Value
  ) -> [Value] {
    do {
      var found: [Value] = []
      for node in try nodes(key) {
        do throws(Diagnostic) {
          found.append(
            try read(try ScenarioPart(node, key, file: file, keys: keys, else: line)))
        } catch { faults.append(error) }
      }
      return found
    } catch {
      faults.append(error)
      return []
    }
  }

  /// The texts of a list.
  func texts(_ key: String) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for node in try nodes(key) {
      guard let text = node.scalar?.string, text.contains(where: { !$0.isWhitespace }) else {
        throw ScenarioFault.unreadable(key, "a list of texts", at: place(of: key))
      }
      texts.append(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    return texts
  }

  /// Names with a value each, in their order: partners with shares, years with sums.
  func pairs<Key, Value>(
    _ key: String, as form: String, _ name: (String) -> Key?, _ value: (String) -> Value?
  ) throws(Diagnostic) -> [(Key, Value)] {
    guard let values = try node(key).mapping else {
      throw ScenarioFault.unreadable(key, form, at: place(of: key))
    }
    var found: [(Key, Value)] = []
    for (left, right) in values {
      guard let left = left.scalar.flatMap({ name($0.string) }),
        let right = right.scalar.flatMap({ value($0.string) })
      else { throw ScenarioFault.unreadable(key, form, at: place(of: key)) }
      found.append((left, right))
    }
    return found
  }
}

extension Node {
  /// The value, or none where it is written as YAML writes nothing: `~`, `null` or no text at all.
  fileprivate var said: Node.Scalar? {
    let nothing = ["~", "null", "Null", "NULL"]
    guard let scalar, scalar.style != .plain || !nothing.contains(scalar.string) else { return nil }
    return scalar
  }
}
