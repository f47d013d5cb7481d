import Bookkeeping
import TestSupport
import Testing

import class Foundation.ProcessInfo

struct EncodingTests {
  @Test func `a field is its length, a colon, its bytes and a comma`() {
    var bytes = CanonicalBytes()
    bytes.append("hello")
    bytes.append(Int64(-1204))
    bytes.append("")
    bytes.append("£")
    #expect(String(decoding: bytes.bytes, as: UTF8.self) == "5:hello,5:-1204,0:,2:£,")
  }

  @Test func `what is written is read back`() throws {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    print("seed \(chance.seed)")
    for _ in 0..<200 {
      let fields = (0..<Int.random(in: 0...8, using: &chance)).map { _ in
        (0..<Int.random(in: 0...40, using: &chance)).map { _ in
          UInt8.random(in: 0...255, using: &chance)
        }
      }
      var bytes = CanonicalBytes()
      for field in fields { bytes.append(field) }
      var reader = CanonicalReader(bytes.bytes)
      for field in fields { #expect(try reader.bytesField() == field) }
      #expect(reader.isAtEnd)
    }
  }

  @Test(arguments: ["5:hell,", "5hello,", "-1:a,", "3:abc", "999999999999:a,", ":,", "2:a,"])
  func `bytes that nobody wrote are refused, and never trap`(text: String) {
    var reader = CanonicalReader(Array(text.utf8))
    #expect(throws: CanonicalReader.Malformed.self) {
      while !reader.isAtEnd { _ = try reader.bytesField() }
    }
  }

  @Test func `a digest is read back from its digits`() throws {
    let digest = try #require(Digest(Array(0..<32)))
    #expect(digest.description.hasPrefix("000102"))
    #expect(Digest(digest.description) == digest)
    #expect(digest.bytes == Array(0..<32))
    #expect(Digest("00") == nil)
    #expect(Digest([1, 2, 3]) == nil)
  }
}
