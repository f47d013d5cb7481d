import Funding

/// A row of a table of lines: what it is called, and which lines or columns of lines it takes in.
struct LineRow {
  let title: String
  let address: [String]
  private let members: [LineGroup.Member]

  /// The rows of a position: the groups that an authority has set, and what they leave out; or, where
  /// none are set, a row a line.
  static func rows(_ groups: [LineGroup]?, used: Set<LineGroup.Member>) -> [LineRow] {
    guard let groups else { return Set(used.map(\.line)).sorted().map { LineRow($0, $0.rawValue) } }
    let covered = groups.flatMap(\.lines)
    let rest = used.filter { member in
      !covered.contains {
        $0.line == member.line && ($0.setting ?? member.setting) == member.setting
      }
    }
    let byLine = Dictionary(grouping: rest, by: \.line).sorted { $0.key < $1.key }
    return groups.map(LineRow.init)
      + byLine.map { line, members in
        LineRow(
          title: "\(line.rawValue) \(line.title)", address: ["rest", line.rawValue],
          members: members.sorted { ($0.setting?.rawValue ?? "") < ($1.setting?.rawValue ?? "") },
          isExact: true)
      }
  }

  /// Whether a member without a setting means that column alone, and not the whole line.
  private let isExact: Bool

  private init(
    title: String, address: [String], members: [LineGroup.Member], isExact: Bool = false
  ) {
    self.title = title
    self.address = address
    self.members = members
    self.isExact = isExact
  }

  private init(_ line: Section251Line, _ title: String) {
    self.init(title: title, address: ["line", line.rawValue], members: [LineGroup.Member(line)])
  }

  private init(_ group: LineGroup) {
    let name = group.name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    self.init(title: group.name, address: ["group", String(name)], members: group.lines)
  }

  /// What of a block stands in the row: a filter a member.
  func filters(_ block: Fund) -> [AccountFilter] {
    members.map { member in
      var filter = AccountFilter([block], lines: [member.line])
      if member.setting != nil || isExact { filter.settings = [member.setting] }
      return filter
    }
  }
}
