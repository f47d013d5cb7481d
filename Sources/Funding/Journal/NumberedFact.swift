/// A fact and the number under which it is recorded.
public struct NumberedFact: Hashable, Sendable {
  public let number: Int
  public let fact: Fact

  public init(number: Int, fact: Fact) {
    self.number = number
    self.fact = fact
  }
}

/// What a fact says, and the number under which it is recorded.
public struct Numbered<Value: Sendable>: Sendable {
  public let number: Int
  public let value: Value

  public init(number: Int, _ value: Value) {
    self.number = number
    self.value = value
  }
}

extension Numbered: Equatable where Value: Equatable {}
extension Numbered: Hashable where Value: Hashable {}
