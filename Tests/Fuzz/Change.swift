import TestSupport

/// Changes that make a file nearly what it was.
enum Change {
  /// Pieces that files have trouble with.
  private static let pieces: [[UInt8]] =
    [
      "\"", "\"\"", ",", ";", "\t", "\r\n", "\n", "\r", "\u{0}", "\u{FEFF}", "£", "-", "(", ")",
      ".",
      "0", "99999999999999999999", "1e9", "0.005", "31/12/2099", "30/02/2026", "20260230", "1.2.11",
      "SPB-004655", "{", "}", "[", "]", ":", ": ", "- ", "&a", "*a", "!!int", "|", ">", "%", "@",
      "#",
      "\u{301}", "🥐", "\u{202E}", "=1+1", "null", "~", "<<: *a", "'",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0x80], [0xA3]]

  static func several(
    in input: inout [UInt8], beside other: [UInt8], using chance: inout Seeded
  ) {
    for _ in 0..<Int.random(in: 1...6, using: &chance) { once(in: &input, other, &chance) }
  }

  private static func once(in input: inout [UInt8], _ other: [UInt8], _ chance: inout Seeded) {
    guard input.count > 4 else { return input.append(contentsOf: [0, 0, 0, 0, 0]) }
    func place(_ input: [UInt8]) -> Int { Int.random(in: 2..<input.count, using: &chance) }
    let at = place(input)
    let end = min(input.count, at + Int.random(in: 1...40, using: &chance))
    switch Int.random(in: 0..<8, using: &chance) {
    case 0: input[at] = UInt8.random(in: 0...255, using: &chance)
    case 1: input.removeSubrange(at..<end)
    case 2: input.insert(contentsOf: pieces.randomElement(using: &chance) ?? [], at: at)
    case 3: input.replaceSubrange(at..<end, with: pieces.randomElement(using: &chance) ?? [])
    case 4: input.insert(contentsOf: input[at..<end], at: place(input))
    case 5: input.removeSubrange(at...)
    case 6 where other.count > 4:
      // The other's rows, or its reader with these.
      let from = place(other)
      input.insert(contentsOf: other[from..<min(other.count, from + 200)], at: at)
    case 6: input.reverse()
    default:
      if Bool.random(using: &chance) { input[0] = UInt8.random(in: 0...255, using: &chance) }
      input[1] = UInt8.random(in: 0...255, using: &chance)
    }
  }
}
