public import Bookkeeping

/// The little of the register that a statement needs.
public struct Family: Hashable, Sendable {
  public let child: ChildReference
  public let givenName: String
  public let familyName: String
  /// To whom the statement is addressed, and where.
  public let addressee: String
  public let address: [String]
  public let addressConfirmed: Day?
  /// Who answers the family's questions, and on which number.
  public let contact: String?

  public init(
    child: ChildReference, givenName: String, familyName: String, addressee: String,
    address: [String], addressConfirmed: Day?, contact: String?
  ) {
    self.child = child
    self.givenName = givenName
    self.familyName = familyName
    self.addressee = addressee
    self.address = address
    self.addressConfirmed = addressConfirmed
    self.contact = contact
  }
}
