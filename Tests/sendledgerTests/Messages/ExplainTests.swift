import TestSupport
import Testing

@testable import sendledger

/// What `explain` says.
@Suite struct ExplainTests {
  private func explain(_ words: String) async throws -> Terminal.Answer {
    await Terminal(try Scratch()).type("explain \(words)")
  }

  @Test func `no code is explained twice`() throws {
    let codes = try MessageCatalogue().explanations.map(\.code)
    #expect(codes.count == Set(codes).count)
  }

  @Test func `an explanation has two to five sentences and fits a terminal`() throws {
    let catalogue = try MessageCatalogue()
    for explanation in catalogue.explanations {
      let line = explanation.words.split(separator: "\n").joined(separator: " ")
      let sentences = line.split(separator: ". ").count
      #expect((2...5).contains(sentences), "\(explanation.code): \(sentences)")
      #expect(line.hasSuffix("."), "\(explanation.code)")
      for row in explanation.words.split(separator: "\n") {
        #expect(row.count <= 80, "\(explanation.code): \(row)")
      }
    }
    for row in catalogue.list.split(separator: "\n") { #expect(row.count <= 80, "\(row)") }
  }

  @Test func `a code is explained with what it means and what to type`() async throws {
    let answer = try await explain("file-changed")
    #expect(answer.status == 0)
    #expect(
      answer.out == """
        file-changed

        The file or its mapping is not what it was when it was previewed. Nobody commits
        what they have not seen, so nothing was written. Preview it again, look, and
        commit that preview.

            sendledger import preview FILE --as KIND

        """)
  }

  @Test func `without a code all codes are listed with their first sentences`() async throws {
    let answer = try await explain("")
    #expect(answer.status == 0)
    #expect(answer.out.contains("  file-empty\n      The file holds no bytes.\n"))
    for explanation in try MessageCatalogue().explanations {
      #expect(answer.out.contains("\n  \(explanation.code)\n"))
    }
  }

  @Test func `a code that is misspelt is answered with the nearest one`() async throws {
    let answer = try await explain("twin-undecided")
    #expect(answer.status == 4)
    #expect(answer.err.contains("next    did you mean: sendledger explain twins-undecided"))
  }

  @Test func `a code that is like no other is answered with the list`() async throws {
    let answer = try await explain("xyz")
    #expect(answer.status == 4)
    #expect(answer.err.contains("next    list all codes: sendledger explain"))
  }
}
