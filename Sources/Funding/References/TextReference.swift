/// A text that may name a person, by the first half of its salted digest.
///
/// The ledger holds this, and the register holds the text.
public struct TextReference: Reference {
  public let code: String

  public init?(_ text: String) {
    guard let provider = ProviderReference(text) else { return nil }
    code = provider.code
  }
}
