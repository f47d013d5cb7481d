import Funding
import Testing

/// A text is seen in one way, whether all of it is plain or not.
struct SeenLettersTests {
  /// Random texts of signs that are plain, and of some that are not seen.
  private static let texts: [String] = {
    var generator = SystemRandomNumberGenerator()
    return (0..<2_000).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...24, using: &generator)).map { _ in
            Unicode.Scalar(UInt8.random(in: 0...127, using: &generator))
          }))
    }
  }()

  @Test func `plain texts are seen as they are beside a letter that is not plain`() {
    for text in Self.texts {
      // The letter with an accent has the rule for all letters read the whole.
      #expect(SeenLetters.of(text) + "e" == SeenLetters.of(text + "é"), "\(text.debugDescription)")
      // A text that ends with a letter would make one word with it.
      #expect(
        SeenLetters.words(of: text).union(["e"]) == SeenLetters.words(of: text + " é"),
        "\(text.debugDescription)")
    }
  }
}
