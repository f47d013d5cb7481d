/// One record of a CSV file, valid while it is being looked at.
struct CSVRow {
  /// The row as a spreadsheet numbers it and the line as an editor does, from 1.
  var row = 0
  var line = 0
  /// How many lines it goes over.
  var lines = 1
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []

  var count: Int { ends.count }

  /// The bytes of a field as they stand in the file; none where the record is shorter.
  subscript(field: Int) -> ArraySlice<UInt8> {
    guard field < ends.count else { return [] }
    return bytes[(field == 0 ? 0 : ends[field - 1])..<ends[field]]
  }

  /// Whether every field is empty or only spaces.
  var isBlank: Bool { bytes.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") } }

  mutating func append(_ field: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: field)
    ends.append(bytes.count)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }
}
