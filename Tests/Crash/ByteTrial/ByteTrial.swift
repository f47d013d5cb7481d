import Foundation
import TestSupport

/// Changes one byte of a ledger's files, many times: `byte-trial [CHANGES] [--seed N]`.
///
/// Of both ledgers of the demo: bytes anywhere first, then every byte of the file's heading and of
/// each page's. A fifth of the changes fall on the registers.
@main
struct ByteTrial {
  static func main() throws {
    let arguments = try TrialArguments(Array(CommandLine.arguments.dropFirst()), usually: 200)
    let scratch = try Scratch()
    let program = try Program(
      arguments.program,
      environment: ["SENDLEDGER_TODAY": "2026-11-23", "SENDLEDGER_USER": "trial"]
    )
    var chance = Seeded(seed: arguments.seed)
    var breaches = 0
    for example in Subject.Example.allCases {
      for (name, share) in [("ledger.sqlite", 4), ("register.sqlite", 1)] {
        let folder = "\(scratch.path)/\(example)-\(name)"
        let subject = try Subject(program, example, name, in: folder)
        breaches += try harm(subject, max(1, arguments.count * share / 10), &chance)
      }
    }
    print("Seed \(arguments.seed)")
    if breaches > 0 {
      print("BREACH: \(breaches) changes did what no change may do")
      exit(1)
    }
    print("Each was named, or the file was refused in words, or every report was the same,")
    print("but for texts that stand in the register alone.")
  }

  /// Makes so many changes anywhere in a file, and as many at most in its headings.
  private static func harm(_ subject: Subject, _ count: Int, _ chance: inout Seeded) throws -> Int {
    let anywhere = (0..<count).map { _ in
      (
        Int.random(in: 0..<subject.bytes.count, using: &chance),
        UInt8.random(in: 1...255, using: &chance)
      )
    }
    // A small trial takes some of the headings, and a long one all of them.
    let headings = headings(of: subject.bytes)
    let step = max(1, headings.count / count)
    let chosen = stride(from: 0, to: headings.count, by: step).map { headings[$0] }
    print("\(subject.name) of the example of \(subject.example), \(subject.bytes.count) bytes")
    return try run(anywhere, "bytes anywhere", on: subject)
      + run(chosen, "bytes of headings", on: subject)
  }

  /// Each byte of the file's own heading and of each page's, turned over whole and by its last bit.
  private static func headings(of bytes: [UInt8]) -> [(Int, UInt8)] {
    let size = Int(bytes[16]) << 8 | Int(bytes[17])
    let places =
      Array(0..<112) + stride(from: size, to: bytes.count, by: size).flatMap { $0..<$0 + 12 }
    return places.flatMap { place in [UInt8(0xFF), 0x01].map { (place, $0) } }
  }

  /// Makes some changes one after another, prints what became of them, and counts the breaches.
  private static func run(
    _ changes: [(place: Int, mask: UInt8)], _ name: String, on subject: Subject
  ) throws -> Int {
    var outcomes: [Subject.Outcome: Int] = [:]
    var breaches = 0
    for (number, change) in changes.enumerated() {
      do {
        let outcome = try subject.change(at: change.place, by: change.mask, report: number)
        outcomes[outcome, default: 0] += 1
      } catch let breach as Subject.Breach {
        breaches += 1
        print("  byte \(change.place) by \(change.mask): \(breach)")
      }
      if number.isMultiple(of: 50) {
        FileHandle.standardError.write(Data("\(number) of \(changes.count)\r".utf8))
      }
    }
    print("\(changes.count) \(name)")
    for line in outcomes.map({ words($0.key, $0.value) }).sorted() { print("  \(line)") }
    return breaches
  }

  private static func words(_ outcome: Subject.Outcome, _ count: Int) -> String {
    switch outcome {
    case .named(let code): "named by audit verify, \(code): \(count)"
    case .refused(let code): "refused, \(code): \(count)"
    case .same: "every report the same: \(count)"
    case .textAlone: "what the register alone holds is another, and no figure: \(count)"
    }
  }
}
