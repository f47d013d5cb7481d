/// What a preview means to do with each row of a file, two bits a row.
///
/// A commit reads the file again, and needs to know of each row only this: the rest follows from the
/// row itself. The bits lie in pages, so that ten million rows cost two and a half megabytes and
/// are never copied whole.
public struct RowFates: Hashable, Sendable {
  /// What is to be done with a row.
  public enum Fate: UInt8, Hashable, Sendable {
    case none
    case post
    case match
    /// As a person has ruled, or will.
    case ask
  }

  /// Pages of ``rowsOnPage`` rows, four to a byte.
  public private(set) var pages: [[UInt8]]

  /// How many rows one page is of.
  public static let rowsOnPage = 65_536

  /// - Parameter pages: pages as ``pages`` gave them.
  public init(pages: [[UInt8]] = []) { self.pages = pages }

  /// The fate of a row, by its number in the file.
  public subscript(row: Int) -> Fate {
    get {
      let (page, byte, shift) = RowFates.place(of: row)
      guard page < pages.count else { return .none }
      // Two bits have no fifth value.
      return Fate(rawValue: pages[page][byte] >> shift & 3) ?? .none
    }
    set {
      let (page, byte, shift) = RowFates.place(of: row)
      while pages.count <= page {
        pages.append([UInt8](repeating: 0, count: RowFates.rowsOnPage / 4))
      }
      pages[page][byte] = pages[page][byte] & ~(3 << shift) | newValue.rawValue << shift
    }
  }

  private static func place(of row: Int) -> (page: Int, byte: Int, shift: UInt8) {
    let (page, rest) = row.quotientAndRemainder(dividingBy: rowsOnPage)
    return (page, rest / 4, UInt8(rest % 4 * 2))
  }
}
