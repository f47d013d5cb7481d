import Foundation
import TestSupport
import Testing

/// A ledger's file of which a byte is no longer what it was.
struct DamagedFileTests {
  /// The size of a page of the file, which its heading gives.
  private static func pageSize(_ bytes: [UInt8]) -> Int { Int(bytes[16]) << 8 | Int(bytes[17]) }

  @Test(arguments: [0, 3, 4])
  func `a page whose heading is damaged is told of in words`(byte: Int) async throws {
    let ledger = try await TestLedger.make()
    let file = URL(fileURLWithPath: ledger.path + "/ledger.sqlite")
    let whole = Array(try Data(contentsOf: file))
    let size = DamagedFileTests.pageSize(whole)
    for page in stride(from: size, to: whole.count, by: size) {
      var damaged = whole
      damaged[page + byte] ^= 0xFF
      try Data(damaged).write(to: file)
      let verdict = await ledger.type("audit verify")
      #expect([3, 65].contains(verdict.status), "page at \(page): \(verdict)")
      #expect(verdict.err.contains("error ledger-damaged: "), "page at \(page): \(verdict)")
    }
  }
}
