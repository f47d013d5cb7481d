import Funding
import Testing

/// Who acts is one person however the name is written.
struct ActorTests {
  @Test(arguments: [
    ("a.khan", "A. Khan"), ("a.khan", "a.khan\u{3164}"), ("a.khan", "a.\u{115F}khan"),
    ("a.khan", "a.k\u{FFA0}han"), ("a.khan", "a.kha\u{1160}n"), ("a.khan", "a.khan\u{200B}"),
    ("a.khan", "𝐚.khan"), ("a.khan", "a.khɑn"), ("a.khan", "ª.khan"), ("a.khan", "ａ.ｋｈａｎ"),
    ("a.khan", "ⓐ.khan"), ("a.khan", "а.khan"), ("j.smith", "j.smıth"), ("j.smith", "j.ſmith"),
    ("jose nunez", "José Núñez"), ("jose nunez", "Jose\u{301} Nun\u{303}ez"), ("sam2", "sam²"),
  ])
  func `what looks like one name is one`(one: String, other: String) {
    #expect(Actor(one) == Actor(other))
    #expect(Actor(other).isPlain)
  }

  @Test(arguments: ["a.khan", "b.khan", "a.khan2", "ak.han-b", "łukasz", "lukas"])
  func `other names are others`(name: String) {
    let all = ["a.khan", "b.khan", "a.khan2", "ak.han-b", "łukasz", "lukas"]
    #expect(all.filter { Actor($0) == Actor(name) } == [name])
  }

  @Test(arguments: ["ա.khan", "a.кнағ", "李.khan", "a.khaꓠ"])
  func `a letter that is none of the Latin alphabet is known as such`(name: String) {
    #expect(!Actor(name).isPlain)
  }
}
