import Funding
import Testing

/// Who acts is one person however the name is written.
struct ActorTests {
  @Test(arguments: [
    ("a.khan", "A. Khan"), ("a.khan", "a.khan\u{3164}"), ("a.khan", "a.\u{115F}khan"),
    ("a.khan", "a.k\u{FFA0}han"), ("a.khan", "a.kha\u{1160}n"), ("a.khan", "a.khan\u{200B}"),
    ("a.khan", "𝐚.khan"), ("a.khan", "a.khɑn"), ("a.khan", "ª.khan"), ("a.khan", "ａ.ｋｈａｎ"),
    ("a.khan", "ⓐ.khan"), ("a.khan", "а.khan"), ("j.smith", "j.smıth"), ("j.smith", "j.ſmith"),
    ("j.osei", "j.ose\u{2170}"), ("v.mix", "\u{2174}.\u{217F}i\u{2179}"),
    ("jose nunez", "José Núñez"), ("jose nunez", "Jose\u{301} Nun\u{303}ez"), ("sam2", "sam²"),
  ])
  func `what looks like one name is one`(one: String, other: String) {
    #expect(Actor(one) == Actor(other))
  }

  @Test(arguments: [
    "Mr A Khan", "khan, a", "a.khan@anyshire.gov.uk", "A Khan (Finance)", "a.khan S151",
    "Amir Khan", "Khan, Amir (S151)", "Dr Amir Z. Khan", "A KHAN",
  ])
  func `a title, a post, an address for mail and the order of names make no other person`(
    name: String
  ) {
    #expect(Actor("a.khan").mayBe(Actor(name)) && Actor(name).mayBe(Actor("a.khan")))
    #expect(Actor(name).isNamed(in: "A. Khan, SEND manager"))
    for other in ["b.khan", "Mr B Khan", "a.osei", "khan", "a", "a.khan2", "finance"] {
      #expect(!Actor(other).mayBe(Actor(name)) && !Actor(name).mayBe(Actor(other)), "\(other)")
    }
  }

  @Test(arguments: ["a.khan", "b.khan", "a.khan2", "ak.han-b", "łukasz", "lukas"])
  func `other names are others`(name: String) {
    let all = ["a.khan", "b.khan", "a.khan2", "ak.han-b", "łukasz", "lukas"]
    #expect(all.filter { Actor($0) == Actor(name) } == [name])
  }

  @Test(arguments: [
    "ա.khan", "a.кнағ", "李.khan", "a.khaꓠ", "j.os\u{212E}i", "\u{237A}.khan", "j.ose\u{2373}",
    "\u{3164}", "a.khan\u{2800}", "j.ose\u{2171}", ".", "..", "\u{200B}",
    "-",
  ])
  func `a sign that is none of the Latin alphabet is known as such`(name: String) {
    #expect(!Actor(name).isPlain)
  }

  @Test(arguments: [
    "a.khan", "José Núñez", "Jose\u{301}", "ａ.khan", "O'Neill-Smith", "h.lowe2",
  ])
  func `a name of Latin letters is plain`(name: String) {
    #expect(Actor(name).isPlain)
  }
}
