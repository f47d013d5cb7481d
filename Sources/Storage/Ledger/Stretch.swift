/// A run of records, one straight after another, by which what moved is kept a second time.
///
/// What had moved by an earlier record is then found without reading back all that came later: see decision 0026.
public enum Stretch {
  /// How many records a stretch has.
  public static let length = 4096

  /// The stretch in which a record stands, the first being 0; before any record it is that too.
  public static func of(_ record: Int) -> Int { (record - 1) / length }
}
