public import Funding

/// An assumption, by its reference: `A1`, or `P3` for a policy switch.
public struct AssumptionReference: Reference {
  public let code: String

  /// One capital letter and one to three digits.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard (2...4).contains(bytes.count), (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[0]),
      bytes.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    code = text
  }
}
