import Bookkeeping

/// An amount shared by weights as a sheet can do it: pence to a millionth, then the largest
/// remainders.
///
/// A sheet has no exact fractions, so two remainders that are less than a millionth of a penny apart
/// may be taken for each other. ``isExact`` says whether that changed anything.
struct PennyShares {
  /// What each is due, in millionths of a penny.
  let millionths: [Int64]
  private let exact: [Money]

  private static let penny: Int64 = 1_000_000
  /// A sheet counts in whole numbers no further than about 9,000 million million.
  private static let most: Money = 90_000_000_00

  /// - Returns: none where the amount is too great for a sheet to hold it in millionths of a penny.
  /// - Precondition: the amount and the weights are not negative, and one weight is positive.
  init?(_ amount: Money, _ weights: [Int64]) {
    guard amount <= Self.most else { return nil }
    let whole = weights.reduce(Int128(0)) { $0 + Int128($1) }
    precondition(whole > 0 && amount >= .zero, "nothing to share by")
    millionths = weights.map { weight in
      let product = Int128(amount.pence) * Int128(weight) * Int128(Self.penny)
      return Int64((product * 2 + whole) / (whole * 2))
    }
    exact = amount.shared(in: weights)
  }

  /// Each one's part of a penny.
  var remainders: [Int64] { millionths.map { $0 % Self.penny } }

  /// How many pence the parts of a penny come to.
  var pence: Int64 { (remainders.reduce(0, +) + Self.penny / 2) / Self.penny }

  /// The parts: whole pence, and a penny more for the largest remainders, the first of equal ones.
  var parts: [Money] {
    zip(millionths, remainders).enumerated().map { place, pair in
      let before = remainders[..<place].count { $0 == pair.1 }
      let rank = remainders.count { $0 > pair.1 } + before + 1
      return Money(pence: pair.0 / Self.penny + (rank <= pence ? 1 : 0))
    }
  }

  /// Whether the parts are those that exact arithmetic gives.
  var isExact: Bool { parts == exact }
}
