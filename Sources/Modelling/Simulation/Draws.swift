/// Chance that can be had again, on any machine and in any order.
///
/// A draw is found from the seed, the number of the variable and the number of the run alone, so
/// that it is the same whichever core asks first, and so that adding an option or a year moves no
/// other draw. The arithmetic is that of SplitMix64, in whole numbers.
struct Draws: Sendable {
  private let key: UInt64
  private var taken: UInt64 = 0

  /// The draws of one variable in one run, one after another.
  init(seed: UInt64, variable: UInt64, run: Int) {
    key = Draws.mixed(Draws.word(Draws.key(seed: seed, variable: variable), run))
  }

  mutating func word() -> UInt64 {
    taken &+= 1
    return Draws.mixed(key &+ taken &* Draws.step)
  }

  /// A whole number from nothing up to, and without, the bound.
  mutating func below(_ bound: Int64) -> Int64 {
    Int64(word().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A part of one, in steps of 2⁻⁵³ and never nothing.
  mutating func part() -> Double { (Double(word() >> 11) + 0.5) / 9_007_199_254_740_992 }
}

extension Draws {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// What tells one variable's draws from another's.
  static func key(seed: UInt64, variable: UInt64) -> UInt64 {
    mixed(mixed(seed &+ step) ^ mixed(variable &* 0xD1B5_4A32_D192_ED03 &+ step))
  }

  /// The one draw of a variable in a run.
  @inline(__always)
  static func word(_ key: UInt64, _ run: Int) -> UInt64 {
    mixed(key &+ UInt64(truncatingIfNeeded: run) &* step)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    var value = word
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
