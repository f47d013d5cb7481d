/// An import of a file, by its number: `B-0001`.
public struct ImportReference: Reference {
  public let number: Int

  public init(_ number: Int) {
    precondition(number > 0, "imports are numbered from 1")
    self.number = number
  }

  public init?(_ text: String) {
    guard text.hasPrefix("B-"), let number = Int(text.dropFirst(2)), number > 0,
      ImportReference(number).code == text
    else { return nil }
    self.number = number
  }

  public var code: String {
    let digits = String(number)
    return "B-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
