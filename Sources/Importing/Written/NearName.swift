/// Finds the name that somebody may have meant.
package enum NearName {
  /// The nearest of some names, where few letters are between them.
  static func nearest(to typed: String, among names: [String]) -> String? {
    guard typed.count <= 100 else { return nil }
    let near = names.map { (name: $0, apart: distance($0, typed)) }.min { $0.apart < $1.apart }
    return near.flatMap { $0.apart <= 2 && $0.apart < typed.count ? $0.name : nil }
  }

  /// How many letters have to be changed, added or taken out to make one word of another.
  package static func distance(_ left: String, _ right: String) -> Int {
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for (column, other) in right.enumerated() {
        let cost = min(row[column] + 1, row[column + 1] + 1, previous + (letter == other ? 0 : 1))
        previous = row[column + 1]
        row[column + 1] = cost
      }
    }
    return row[right.count]
  }
}
