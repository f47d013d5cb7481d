import Foundation
import TestSupport
import WritingCommands

/// Types command lines that a grammar makes, at the demo's ledger: `line-trial [LINES] [--seed N]`.
@main
struct LineTrial {
  static func main() throws {
    let arguments = try TrialArguments(Array(CommandLine.arguments.dropFirst()), usually: 300)
    let scratch = try Scratch()
    var bench = try Bench(arguments, in: scratch.path)
    while bench.lines < arguments.count {
      try bench.sitting(of: min(40, arguments.count - bench.lines))
      FileHandle.standardError.write(Data("\(bench.lines) of \(arguments.count)\r".utf8))
    }
    print("\(bench.lines) command lines of \(bench.kinds) commands, seed \(arguments.seed)")
    for (status, count) in bench.endings.sorted(by: { $0.key < $1.key }) {
      print("  ended with \(status): \(count)")
    }
    print("\(bench.written) of them wrote something, in \(bench.ledgers) ledgers.")
    print("\(bench.partsLost) of these were told that a part of a divided contract was lost.")
    if bench.breaches > 0 {
      print("BREACH: \(bench.breaches) lines did what no line may do")
      exit(1)
    }
    print("Each ended by itself and in words, and every ledger verified.")
  }
}
