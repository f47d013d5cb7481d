package import Bookkeeping

/// A part of a written file: names with their values.
///
/// What is asked of it and cannot be given is noted, and none is given: reading goes on, so that all
/// faults of a file are told at once.
package struct WrittenPart {
  package let whole: WrittenValue
  private let values: [String: (spelling: String, value: WrittenValue)]

  /// Reads a part that may have these names and no others.
  init?(_ whole: WrittenValue, _ names: WrittenNames) {
    guard let pairs = whole.node.names else {
      whole.refuse(as: "names, each with its value: \(names.known.joined(separator: ", "))")
      return nil
    }
    self.whole = whole
    var values: [String: (spelling: String, value: WrittenValue)] = [:]
    for pair in pairs {
      let spelling = pair.name.text ?? ""
      let name = names.earlier[spelling] ?? spelling
      guard names.known.contains(name) else {
        whole.sheet.refuse(
          whole.sheet.fault.unknown(
            spelling, in: whole.name, among: names.known, line: pair.name.line),
          column: pair.name.column)
        continue
      }
      if let other = values[name] {
        whole.sheet.refuse(
          whole.sheet.fault.unfit(
            "\(whole.name) has \(other.spelling) and \(spelling)",
            at: whole.sheet.fault.place(pair.name.line),
            next: "keep one of them, and take out what is not meant"),
          column: pair.name.column)
        continue
      }
      values[name] = (spelling, whole.inner(pair.value, spelling))
    }
    self.values = values
  }

  package var name: String { whole.name }
  package var place: Place { whole.place }

  package func has(_ name: String) -> Bool { values[name] != nil }

  /// Whether a name is there with something behind it.
  package func isSaid(_ name: String) -> Bool {
    values[name].map { !$0.value.node.isEmpty } ?? false
  }

  /// The word under which a name is written here.
  package func spelling(of name: String) -> String? { values[name]?.spelling }

  /// Where a value stands, or the part where there is none.
  package func place(of name: String) -> Place { values[name]?.value.place ?? place }

  /// The value under a name, where it is there.
  package func find(_ name: String) -> WrittenValue? { values[name]?.value }

  /// Notes what is wrong.
  package func refuse(_ diagnostic: Diagnostic) { whole.refuse(diagnostic) }

  /// Notes that a value, or the part where there is none, does not fit what stands beside it.
  package func refuse(_ problem: String, at name: String? = nil, next: Remedy) {
    (name.flatMap(find) ?? whole).refuse(problem, next: next)
  }

  /// Notes that a value is not of its form.
  package func refuse(_ name: String, as form: String) { find(name)?.refuse(as: form) }

  /// Notes where more than one of some names is there, so that none is passed over beside another.
  package func onlyOne(of names: String...) {
    let found = names.filter(has)
    guard found.count > 1 else { return }
    refuse(
      "\(name) has \(found.joined(separator: " and "))", at: found[1],
      next: "keep one of them, and take out what is not meant")
  }
}

extension WrittenPart {
  /// The value under a name that has to be there.
  package func needed(_ name: String, as form: String = "its value") -> WrittenValue? {
    guard let value = find(name), !value.node.isEmpty else {
      whole.sheet.refuse(
        whole.sheet.fault.missing(
          spelling(of: name) ?? name, in: self.name, as: form, line: place(of: name).line))
      return nil
    }
    return value
  }

  /// A text on one line.
  package func text(_ name: String, as form: String = "a text") -> String? {
    value(name, as: form) { $0 }
  }

  /// A text that may be left out, or empty.
  package func textOrNothing(_ name: String) -> String? { isSaid(name) ? text(name) : nil }

  /// A text with its own spaces and lines, as people’s words are kept.
  package func words(_ name: String, as form: String) -> String? {
    guard let value = needed(name, as: form) else { return nil }
    if value.text == nil { value.refuse(as: form) }
    return value.text
  }

  /// A value of a type that knows its own form.
  package func value<Value>(_ name: String, as form: String, _ read: (String) -> Value?) -> Value? {
    needed(name, as: form)?.value(as: form, read)
  }

  /// The same where the name is there, and none where it is not.
  package func optional<Value>(
    _ name: String, as form: String, _ read: (String) -> Value?
  ) -> Value? {
    has(name) ? value(name, as: form, read) : nil
  }

  package func amount(_ name: String) -> Money? {
    value(name, as: "pounds and pence such as 2400.00") { try? Money(parsing: $0) }
  }

  package func day(_ name: String) -> Day? {
    value(name, as: "a day such as 2027-01-31") { Day($0) }
  }

  package func year(_ name: String) -> FinancialYear? {
    value(name, as: "a financial year such as 2026-27") { FinancialYear($0) }
  }

  /// A part within the part.
  package func part(_ name: String, _ names: WrittenNames) -> WrittenPart? {
    needed(name, as: "under it \(names.known.joined(separator: ", "))")?.part(names)
  }

  package func optionalPart(_ name: String, _ names: WrittenNames) -> WrittenPart? {
    has(name) ? part(name, names) : nil
  }

  /// The values of a list, none where it is left out.
  package func list(_ name: String) -> [WrittenValue] {
    guard has(name) else { return [] }
    let form = "a list, each line with a hyphen"
    return needed(name, as: form)?.list(as: form) ?? []
  }

  /// Each part of a list, or none where anything of the list was refused.
  package func each<Value>(
    _ name: String, _ names: WrittenNames, _ read: (WrittenPart) -> Value?
  ) -> [Value]? {
    whole.whole { list(name).compactMap { $0.part(names).flatMap(read) } }
  }

  /// The texts of a list, each read as what it says.
  package func each<Value>(
    _ name: String, as form: String, _ read: (String) -> Value?
  ) -> [Value]? {
    whole.whole { list(name).compactMap { $0.value(as: form, read) } }
  }

  /// Names with a value each, in their order: partners with shares, years with sums.
  package func pairs<Name, Value>(
    _ name: String, as form: String, _ readName: (String) -> Name?, _ readValue: (String) -> Value?
  ) -> [(Name, Value)]? {
    needed(name, as: form)?.pairs(as: form, readName, readValue)
  }
}
