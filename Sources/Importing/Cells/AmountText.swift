import Bookkeeping

/// Reads an amount as files write it.
enum AmountText {
  /// The amount, or none where the bytes are not one.
  static func read(_ bytes: ArraySlice<UInt8>) -> ReadAmount? { try? Money.read(bytes) }
}
