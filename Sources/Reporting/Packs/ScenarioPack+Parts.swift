extension ScenarioPack {
  /// A part of a pack that is printed by itself.
  public enum Part: Hashable, Sendable {
    /// The options side by side, year by year, on the same draws.
    case comparison
    case tornado
    case fan
  }

  /// One part as a report of its own, which says how to come to the same bytes.
  public func report(of part: Part) -> Report {
    let (name, blocks) =
      switch part {
      case .comparison: ("the options side by side", sideBySide + comparedByYear)
      case .tornado: ("what would change the answer", sensitivity)
      case .fan: ("how sure we are", fan)
      }
    return Report(
      schema: "sendledger/scenario-part@1", title: "\(plan.name): \(name)",
      blocks: [.facts(header)] + blocks + [.paragraph(reproduce)])
  }
}
