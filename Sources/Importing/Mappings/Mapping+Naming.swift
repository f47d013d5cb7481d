package import Funding

extension Mapping {
  /// The text of a mapping in which a payee of a child is for a plan line too.
  ///
  /// Only a text that has the child's payees already, each on a line of its own, can be added to: what it says
  /// besides, remarks and all, stays as it is.
  package static func text(
    _ text: String, naming payee: String, for line: PlanLineReference
  ) -> String? {
    guard !PayeeName.key(of: payee).isEmpty else { return nil }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let payees = lines.firstIndex(where: { $0.withoutRemark == "payees:" }),
      let child = lines[(payees + 1)...].firstIndex(where: {
        $0.indent == 0 || $0.names(line.child)
      }),
      lines[child].names(line.child)
    else { return nil }
    let next = lines[(child + 1)...].first { !$0.withoutRemark.isEmpty }
    let indent =
      next.flatMap { $0.indent > lines[child].indent ? $0.indent : nil }
      ?? lines[child].indent + 2
    lines.insert(
      String(repeating: " ", count: indent) + quoted(payee) + ": \(line.number)", at: child + 1)
    return lines.joined(separator: "\n")
  }

  /// Whether a payee of a child is for a plan line by this mapping; none where it says nothing of it.
  package func places(_ payee: String, on line: PlanLineReference) -> Bool? {
    let meaning = meaning(of: payee, for: line.child)
    return meaning == .unknown ? nil : meaning == .line(line)
  }
}

extension String {
  fileprivate var indent: Int { isEmpty ? .max : prefix { $0 == " " }.count }

  fileprivate var withoutRemark: String {
    let words = split(separator: "#", omittingEmptySubsequences: false)[0]
    return String(words.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Whether the line begins what is said of a child.
  fileprivate func names(_ child: ChildReference) -> Bool {
    withoutRemark.drop { $0 == " " } == "\(child):"
  }
}
