/// A fact and the number under which it is recorded.
public struct NumberedFact: Hashable, Sendable {
  public let number: Int
  public let fact: Fact

  public init(number: Int, fact: Fact) {
    self.number = number
    self.fact = fact
  }
}
