extension SourceFile.Encoding {
  /// The bytes of a cell as UTF-8.
  func utf8(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    switch self {
    case .utf8: return bytes
    case .windows1252:
      guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
      return Array(text(bytes).utf8)[...]
    }
  }

  /// The bytes of a cell as text.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    switch self {
    case .utf8: return String(decoding: bytes, as: UTF8.self)
    case .windows1252:
      var text = String.UnicodeScalarView()
      text.append(contentsOf: bytes.map { codePage1252[Int($0)] })
      return String(text)
    }
  }
}

/// The characters of Windows code page 1252, by byte.
///
/// The five bytes that it leaves open stand for the control characters of their number, as on the
/// web.
private let codePage1252: [Unicode.Scalar] = (0...255).map { byte in
  let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
  let code = (0x80...0x9F).contains(byte) ? upper[byte - 0x80] : UInt32(byte)
  return Unicode.Scalar(code) ?? "\u{FFFD}"
}

extension ArraySlice<UInt8> {
  /// The bytes without the spaces, tabs and no-break spaces around them.
  var trimmed: ArraySlice<UInt8> {
    withUnsafeBufferPointer { bytes in
      var start = 0
      var end = bytes.count
      while start < end {
        if bytes[start] == 0x20 || bytes[start] == 0x09 {
          start += 1
        } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
          start += 2
        } else {
          break
        }
      }
      while start < end {
        if bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
          end -= 1
        } else if bytes[end - 1] == 0xA0, end - start > 1, bytes[end - 2] == 0xC2 {
          end -= 2
        } else {
          break
        }
      }
      return self[(startIndex + start)..<(startIndex + end)]
    }
  }
}
