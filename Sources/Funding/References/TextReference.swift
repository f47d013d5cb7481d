public import Bookkeeping

/// A text that may name a person, by the first eight bytes of its salted digest.
///
/// The ledger holds this, and the register holds the text.
public struct TextReference: Reference {
  public let code: String

  public init(_ digest: Digest) { code = ProviderReference(digest).code }

  public init?(_ text: String) {
    guard let provider = ProviderReference(text) else { return nil }
    code = provider.code
  }
}
