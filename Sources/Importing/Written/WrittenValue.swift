package import Bookkeeping

/// A value of a written file, with what it is called and where it stands.
package struct WrittenValue {
  package let node: WrittenNode
  /// What messages call it: `years`, or `options 1, levers 2`.
  package let name: String
  let sheet: WrittenSheet
  private let isRoot: Bool

  init(_ node: WrittenNode, _ name: String, _ sheet: WrittenSheet, isRoot: Bool = false) {
    self.node = node
    self.name = name
    self.sheet = sheet
    self.isRoot = isRoot
  }

  package var place: Place { sheet.fault.place(node.line) }

  /// Where something within stands, where it is found.
  package func place(of find: (WrittenNode) -> WrittenNode?) -> Place? {
    find(node).map { sheet.fault.place($0.line) }
  }

  /// The text as it is written; none where nothing is said, or more than a text.
  package var text: String? { node.said }

  /// The text on one line, as values and short texts are read.
  var line: String? { text.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }

  /// What stands within, called by its own name.
  func inner(_ node: WrittenNode, _ name: String) -> WrittenValue {
    WrittenValue(node, isRoot ? name : "\(self.name), \(name)", sheet)
  }

  /// Notes what is wrong.
  package func refuse(_ diagnostic: Diagnostic) { sheet.refuse(diagnostic, column: node.column) }

  /// Notes that it does not fit what stands beside it.
  package func refuse(_ problem: String, next: Remedy) {
    refuse(sheet.fault.unfit(problem, at: place, next: next))
  }

  /// Notes that it is not of its form.
  package func refuse(as form: String) {
    let why = line.flatMap(Day.whyFarOff)
    refuse(sheet.fault.unreadable(name, as: form, why: why, line: node.line))
  }

  /// Notes that it is not one of the names that may stand here.
  func refuse(unknown text: String, in part: String, among known: [String]) {
    refuse(sheet.fault.unknown(text, in: part, among: known, line: node.line))
  }

  /// The value, of a type that knows its own form.
  package func value<Value>(as form: String, _ read: (String) -> Value?) -> Value? {
    guard let line, let value = read(line) else {
      refuse(as: form)
      return nil
    }
    return value
  }

  /// Names with values, which may be these and no others.
  package func part(_ names: WrittenNames) -> WrittenPart? { WrittenPart(self, names) }

  /// The values of a list.
  package func list(as form: String) -> [WrittenValue]? {
    guard let list = node.list else {
      refuse(as: form)
      return nil
    }
    return list.enumerated().map { WrittenValue($1, "\(name) \($0 + 1)", sheet) }
  }

  /// The values of a list, or the one that stands in its place.
  package func oneOrMore(as form: String) -> [WrittenValue] {
    node.list == nil ? [self] : list(as: form) ?? []
  }

  /// Names that people choose, each with its value.
  package func pairs(as form: String) -> [(name: WrittenValue, value: WrittenValue)]? {
    guard let names = node.names else {
      refuse(as: form)
      return nil
    }
    let outer = name.trimmingPrefix("a value of ")
    return names.map { pair in
      // What people choose may be somebody’s name, and is not repeated.
      (
        WrittenValue(pair.name, "a name of \(outer)", sheet),
        WrittenValue(pair.value, "a value of \(outer)", sheet)
      )
    }
  }

  /// Names and values of types that know their own forms.
  package func pairs<Name, Value>(
    as form: String, _ readName: (String) -> Name?, _ readValue: (String) -> Value?
  ) -> [(Name, Value)]? {
    guard let pairs = pairs(as: form) else { return nil }
    var found: [(Name, Value)] = []
    for (name, value) in pairs {
      guard let left = name.line.flatMap(readName), let right = value.line.flatMap(readValue) else {
        sheet.refuse(
          sheet.fault.unreadable(self.name, as: form, line: name.node.line),
          column: name.node.column)
        continue
      }
      found.append((left, right))
    }
    return found.count == pairs.count ? found : nil
  }

  /// What `read` finds, or none where something was refused meanwhile.
  package func whole<Value>(_ read: () -> Value?) -> Value? {
    let before = sheet.faults.count
    let value = read()
    return sheet.faults.count == before ? value : nil
  }
}
