/// A child, by a reference and nothing else: `SPB-004217`.
///
/// Who it is stands in the register, which is another file.
public struct ChildReference: Reference {
  public let code: String

  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, text.hasPrefix("SPB-"), bytes[4...].allSatisfy(isDigit) else {
      return nil
    }
    code = text
  }
}

/// A line of a child's plan: `SPB-004217/2`.
public struct PlanLineReference: Reference {
  public let child: ChildReference
  /// 1 to 999, as the plan numbers it.
  public let number: Int

  public init?(child: ChildReference, number: Int) {
    guard (1...999).contains(number) else { return nil }
    self.child = child
    self.number = number
  }

  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let child = ChildReference(String(parts[0])),
      let number = Int(parts[1]), String(number) == parts[1]
    else { return nil }
    self.init(child: child, number: number)
  }

  public var code: String { "\(child.code)/\(number)" }

  public static func < (left: PlanLineReference, right: PlanLineReference) -> Bool {
    (left.child.code, left.number) < (right.child.code, right.number)
  }
}
