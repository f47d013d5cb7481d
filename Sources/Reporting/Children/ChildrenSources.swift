public import Bookkeeping
public import Modelling

extension ChildrenOutlook {
  /// What a projection of children was made from.
  public struct Sources: Hashable, Sendable {
    public let files: [File]
    /// The calendar years whose moves were learnt from.
    public let learnt: ClosedRange<Int>
    /// States whose children are counted without a cost.
    public let withoutCost: [SupportState]
    /// Rows of the population on year groups without a plan.
    public let notNeeded: Int

    /// A file by its name, what it holds, how many rows it has and the digest of its bytes.
    public struct File: Hashable, Sendable {
      public let holds: String
      public let name: String
      public let rows: Int
      public let digest: Digest

      public init(_ holds: String, _ name: String, rows: Int, _ digest: Digest) {
        self.holds = holds
        self.name = name
        self.rows = rows
        self.digest = digest
      }

      var fact: Report.Fact {
        Report.Fact(
          holds,
          .text(
            "\(name), \(PackText.count(rows)) rows, SHA-256 "
              + String(digest.description.prefix(12))))
      }
    }

    public init(
      _ files: [File], learnt: ClosedRange<Int>, withoutCost: [SupportState], notNeeded: Int
    ) {
      self.files = files
      self.learnt = learnt
      self.withoutCost = withoutCost
      self.notNeeded = notNeeded
    }

    /// The files, each with its digest.
    var fileFacts: [Report.Fact] { files.map(\.fact) }

    func facts(_ model: TransitionModel, runs: Int, seed: UInt64) -> [Report.Fact] {
      fileFacts + [
        Report.Fact("Learnt from", .text("\(learnt.lowerBound) to \(learnt.upperBound)")),
        Report.Fact("Runs", .number(runs)), Report.Fact("Seed", .text("\(seed)")),
      ]
    }
  }
}
