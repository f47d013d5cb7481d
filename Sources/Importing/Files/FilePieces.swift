import Foundation

/// A file, read a piece at a time.
final class FilePieces {
  private let file: Int32
  private let buffer: UnsafeMutableBufferPointer<UInt8>

  /// A hundred kilobytes: what is read ahead of a posting stays small.
  static let usualLength = 96 * 1024

  init(_ path: String, length: Int = usualLength) throws(SourceFile.Refusal) {
    // Without waiting for whoever may write to a pipe.
    file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw errno == ENOENT ? .notFound : .unreadable }
    var status = stat()
    fstat(file, &status)
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(file)
      throw status.st_mode & S_IFMT == S_IFDIR ? .isFolder : .isNoFile
    }
    buffer = .allocate(capacity: length)
  }

  deinit {
    close(file)
    buffer.deallocate()
  }

  /// Hands over the next piece.
  ///
  /// - Returns: whether there was one.
  func next(_ take: (UnsafeBufferPointer<UInt8>) -> Void) throws(SourceFile.Refusal) -> Bool {
    let count = read(file, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw .failedPartWay }
    if count > 0 { take(UnsafeBufferPointer(rebasing: buffer[..<count])) }
    return count > 0
  }

  func forEach(_ take: (UnsafeBufferPointer<UInt8>) -> Void) throws(SourceFile.Refusal) {
    while try next(take) {}
  }
}
