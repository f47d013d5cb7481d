import Bookkeeping
import Foundation
import Funding
import TestSupport
import Testing

/// A coding as text, which is what the chain hashes.
struct CodingTextTests {
  @Test func `every coding is read back from its text, and no two have the same text`() {
    var texts: Set<String> = []
    var count = 0
    for fund in Words.funds {
      for heading in Heading.allCases {
        for use in Words.uses {
          for partner in [nil, Words.board] {
            let coding = Coding(fund, heading, use, partner: partner)
            #expect(Coding(coding.text) == coding)
            texts.insert(coding.text)
            count += 1
          }
        }
      }
    }
    #expect(texts.count == count)
  }

  @Test func `a text with something changed is another coding or none`() {
    var chance = Seeded.fresh(ProcessInfo.processInfo.environment)
    let seed = chance.seed
    let bytes = Array("|-/.0159aAefz ".utf8)
    for _ in 0..<20_000 {
      let coding = Coding(
        Words.funds.randomElement(using: &chance) ?? .schools,
        Heading.allCases.randomElement(using: &chance) ?? .bank,
        Words.uses.randomElement(using: &chance) ?? .none, partner: Words.board)
      var text = Array(coding.text.utf8)
      let place = Int.random(in: 0..<text.count, using: &chance)
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: text[place] = bytes.randomElement(using: &chance) ?? 0
      case 1: text.remove(at: place)
      default: text.insert(bytes.randomElement(using: &chance) ?? 0, at: place)
      }
      let changed = String(decoding: text, as: UTF8.self)
      guard let read = Coding(changed) else { continue }
      #expect(read.text == changed, "seed \(seed)")
      #expect((read == coding) == (changed == coding.text), "seed \(seed)")
    }
  }

  @Test func `every account is read back from its text`() {
    for fund in Words.funds {
      for heading in Heading.allCases {
        for use in Words.uses {
          let account = Account(Coding(fund, heading, use))
          #expect(Account(account.description) == account)
        }
      }
    }
  }
}
