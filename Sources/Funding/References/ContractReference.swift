public import Bookkeeping

/// A contract with a provider, by its reference: `OT-2026`.
public struct ContractReference: Reference {
  public let code: String

  public init?(_ text: String) {
    guard isCapitalCode(text) else { return nil }
    code = text
  }
}

/// Money that partners have pooled or aligned, by the reference of their agreement: `POOL-2026`.
public struct PoolReference: Reference {
  public let code: String

  public init?(_ text: String) {
    guard isCapitalCode(text) else { return nil }
    code = text
  }
}

/// A partner who shares in the money: `ICB`, `COUNCIL-EDUCATION`.
public struct PartnerReference: Reference {
  public let code: String

  public init?(_ text: String) {
    guard isCapitalCode(text) else { return nil }
    code = text
  }
}

/// Whoever is paid, by the first eight bytes of a salted digest of the name.
///
/// A payee may be a person, so the name itself stands in the register.
public struct ProviderReference: Reference {
  /// The first eight bytes of the digest.
  public let number: UInt64

  public init(_ digest: Digest) { number = digest.halves.0 }

  public init?(_ text: String) {
    let isHexadecimal = text.utf8.allSatisfy {
      isDigit($0) || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f"))
    }
    guard text.utf8.count == 16, isHexadecimal, let number = UInt64(text, radix: 16) else {
      return nil
    }
    self.number = number
  }

  /// Sixteen hexadecimal digits.
  public var code: String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
