/// A request for a budget and what was decided on it, by one reference: `D-2026-0402`.
public struct DecisionReference: Reference {
  public let code: String

  public init?(_ text: String) {
    guard text.hasPrefix("D-"), text.utf8.count > 3, isCapitalCode(text) else { return nil }
    code = text
  }
}
