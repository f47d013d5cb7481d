import Bookkeeping
import CLibCSV
import Foundation

/// Reads CSV with libcsv, in strict mode.
///
/// libcsv knows quoting. It does not know lines, and passes over blank ones, so those are counted
/// here, a line at a time, before it sees them.
final class CSVReader {
  private let pieces: FilePieces
  private let take: (borrowing CSVRow) -> Void
  private let mostBytes: Int
  private var lines: LineCutter
  private var parser = csv_parser()
  private var row = CSVRow()
  private var lineNumber = 0
  private var rowNumber = 0
  private var offset = 0
  private var recordBytes = 0
  private var isInRecord = false
  private var fault: Fault?

  /// Why a file could not be read to its end.
  ///
  /// What came before the place has been read.
  struct Fault: Error, Hashable, Sendable {
    let kind: Kind
    let row: Int
    let line: Int
    /// Bytes from the beginning of the file.
    let offset: Int

    enum Kind: Hashable, Sendable {
      /// A quotation mark stands where it may not.
      case quoting
      /// A quotation mark is opened and never closed.
      case neverClosed
      /// One record is longer than any real one.
      case tooLong
      /// The file could not be read on.
      case file(SourceFile.Refusal)
    }
  }

  /// No record of a payments file comes near this: sixteen megabytes.
  static let usualMostBytes = 16 * 1024 * 1024

  /// `take` looks at a record, which is gone afterwards.
  init(
    _ file: SourceFile, parted separator: Separator = .comma,
    inPiecesOf length: Int = FilePieces.usualLength,
    upTo mostBytes: Int = usualMostBytes, _ take: @escaping (borrowing CSVRow) -> Void
  ) throws(SourceFile.Refusal) {
    pieces = try FilePieces(file.path, length: length)
    self.take = take
    self.mostBytes = mostBytes
    lines = LineCutter(skipping: file.hasMark ? SourceFile.markLength : 0, mostBytes: mostBytes)
    offset = file.hasMark ? SourceFile.markLength : 0
    csv_init(&parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(&parser, separator.mark)
    csv_set_blk_size(&parser, 4096)
  }

  deinit { csv_free(&parser) }

  var bytesRead: Int { offset }

  /// Reads on for a while.
  ///
  /// - Returns: whether there is more to come.
  func advance() throws(Fault) -> Bool {
    let isMore: Bool
    do {
      isMore = try pieces.next { piece in lines.cut(piece) { parse($0) } }
    } catch {
      throw Fault(
        kind: .file(error), row: max(rowNumber, 1), line: max(lineNumber, 1), offset: offset)
    }
    if !isMore {
      lines.finish { parse($0) }
      finish()
    }
    if let fault { throw fault }
    return isMore
  }

  /// Parses a line with its end, or the last of a file without one.
  private func parse(_ line: UnsafeBufferPointer<UInt8>) {
    guard fault == nil else { return }
    lineNumber += 1
    if !isInRecord {
      rowNumber += 1
      if line.allSatisfy(isBlank) {
        offset += line.count
        return
      }
      isInRecord = true
      recordBytes = 0
      row.row = rowNumber
      row.line = lineNumber
      row.lines = 0
    }
    recordBytes += line.count
    row.lines += 1
    guard recordBytes <= mostBytes else { return stop(.tooLong, at: offset) }
    let own = Unmanaged.passUnretained(self).toOpaque()
    let read = csv_parse(&parser, line.baseAddress, line.count, fieldEnded, recordEnded, own)
    guard read == line.count else { return stop(.quoting, at: offset + read) }
    offset += line.count
  }

  private func finish() {
    guard fault == nil else { return }
    let own = Unmanaged.passUnretained(self).toOpaque()
    if csv_fini(&parser, fieldEnded, recordEnded, own) != 0 { stop(.neverClosed, at: offset) }
  }

  private func stop(_ kind: Fault.Kind, at offset: Int) {
    fault = Fault(kind: kind, row: row.row, line: row.line, offset: offset)
  }

  private func endRecord() {
    take(row)
    row.removeAll()
    isInRecord = false
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
      || byte == UInt8(ascii: "\n")
  }

  private let fieldEnded:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?)
      -> Void = { field, length, own in
        guard let own else { return }
        let bytes = UnsafeBufferPointer(
          start: field?.assumingMemoryBound(to: UInt8.self), count: field == nil ? 0 : length)
        Unmanaged<CSVReader>.fromOpaque(own).takeUnretainedValue().row.append(bytes)
      }

  private let recordEnded: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = { _, own in
    guard let own else { return }
    Unmanaged<CSVReader>.fromOpaque(own).takeUnretainedValue().endRecord()
  }
}

/// Cuts a file that comes in pieces into lines, whichever way they end: LF, CRLF or CR alone.
private struct LineCutter {
  private var carried: [UInt8] = []
  private var toSkip: Int
  private let mostBytes: Int

  init(skipping count: Int, mostBytes: Int) {
    toSkip = count
    self.mostBytes = mostBytes
  }

  mutating func cut(
    _ piece: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var rest = piece[...]
    let skipped = min(toSkip, rest.count)
    rest = rest.dropFirst(skipped)
    toSkip -= skipped
    if carried.last == UInt8(ascii: "\r"), let next = rest.first {
      // A CR at the end of a piece ends its line only if no LF follows it.
      if next == UInt8(ascii: "\n") {
        carried.append(next)
        rest = rest.dropFirst()
      }
      flush(take)
    }
    while let end = lineEnd(in: rest) {
      let line = rest[rest.startIndex..<end]
      rest = rest[end...]
      if carried.isEmpty {
        take(UnsafeBufferPointer(rebasing: line))
      } else {
        carried.append(contentsOf: line)
        flush(take)
      }
    }
    carried.append(contentsOf: rest)
    // A line without an end is handed over as it is, and refused for its length.
    if carried.count > mostBytes { flush(take) }
  }

  mutating func finish(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    if !carried.isEmpty { flush(take) }
  }

  private mutating func flush(_ take: (UnsafeBufferPointer<UInt8>) -> Void) {
    carried.withUnsafeBufferPointer(take)
    carried.removeAll(keepingCapacity: true)
  }

  /// The place after the first line end, or none where the line may go on in the next piece.
  private func lineEnd(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    for index in bytes.indices {
      if bytes[index] == UInt8(ascii: "\n") { return index + 1 }
      if bytes[index] == UInt8(ascii: "\r") {
        guard index + 1 < bytes.endIndex else { return nil }
        return bytes[index + 1] == UInt8(ascii: "\n") ? index + 2 : index + 1
      }
    }
    return nil
  }
}
