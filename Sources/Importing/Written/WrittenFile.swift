package import Bookkeeping

/// A file that people write by hand, as names and values with the line of each.
///
/// It is YAML, and this is the only way to it: settings, mappings, agreements, scenarios, decisions
/// and cases are read through the same parts, refused in the same words, and bounded alike.
package struct WrittenFile: Sendable {
  package let root: WrittenNode
  package let bytes: [UInt8]
  private let fault: WrittenFault

  /// - Throws: where reading stopped, or what is beyond the bounds.
  package init(_ text: String, named name: String, as kind: WrittenKind) throws(WrittenFaults) {
    fault = WrittenFault(file: name, kind: kind)
    bytes = Array(text.utf8)
    do throws(Diagnostic) {
      guard let root = try WrittenNode.read(text, fault) else { throw fault.notNames(line: 1) }
      self.root = root
    } catch {
      throw WrittenFaults([error])
    }
  }

  package init(
    _ bytes: some Collection<UInt8>, named name: String, as kind: WrittenKind
  ) throws(WrittenFaults) {
    try self.init(WrittenFile.text(of: bytes, named: name, as: kind), named: name, as: kind)
  }

  /// The text of a file, which has to be UTF-8.
  package static func text(
    of bytes: some Collection<UInt8>, named name: String, as kind: WrittenKind
  ) throws(WrittenFaults) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw WrittenFaults([WrittenFault(file: name, kind: kind).notText])
    }
    return text
  }

  /// What `read` makes of the file, which may hold these names and no others.
  ///
  /// `read` gives nothing only where it has refused something.
  ///
  /// - Throws: all that is wrong with the file.
  package func read<Value>(
    _ names: WrittenNames, _ read: (WrittenPart) -> Value?
  ) throws(WrittenFaults) -> Value {
    let sheet = WrittenSheet(fault)
    let value = WrittenValue(root, fault.kind.name, sheet, isRoot: true)
    if root.names == nil { throw WrittenFaults([fault.notNames(line: root.line)]) }
    let found = value.part(names).flatMap(read)
    guard let found, sheet.faults.isEmpty else {
      precondition(!sheet.faults.isEmpty, "nothing was read, and nothing refused")
      throw WrittenFaults(sheet.ordered)
    }
    return found
  }

  /// Where a name of the file stands; none where it does not.
  package func place(of name: String) -> Place? {
    root.names?.first { $0.name.text == name }.map { fault.place($0.name.line) }
  }

  /// Every text of the file, whatever it stands under, and its place.
  package var texts: [(words: String, place: Place)] {
    root.texts.map { ($0.text ?? "", fault.place($0.line)) }
  }
}

/// The names that a part of a file may have, each with the words it was written in before.
package struct WrittenNames: ExpressibleByArrayLiteral {
  let known: [String]
  /// By an earlier word: the name that stands for it today.
  let earlier: [String: String]

  package init(_ known: [String], earlier: [String: String] = [:]) {
    self.known = known
    self.earlier = earlier
  }

  package init(arrayLiteral known: String...) { self.init(known) }
}
