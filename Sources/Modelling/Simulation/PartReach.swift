import Bookkeeping

/// How far each part of a division goes, found from the first runs before any run is counted.
///
/// A part may be a small share of its year's variance, or be capped, so that bins as wide as the
/// variance would not tell its percentiles apart. The first runs follow from the seed alone, as all
/// do; what goes further than twice their reach is counted at the ends.
struct PartReach: Sendable {
  /// Option by option, year by year, part by part.
  let bins: [Bins]

  /// How many runs are looked at.
  private static let most = 1_000

  init(_ simulation: Simulation, _ years: SimulatedYears, _ division: Division?, of runs: Int) {
    guard let division else {
      bins = []
      return
    }
    let times = years.drawn(0..<min(runs, PartReach.most), from: .standard)
    bins = simulation.options.indices.flatMap { option in
      let costs = times.indices.map { year in
        years.centres[option * simulation.years + year].costs(times[year])
      }
      return division.columns(costs, option, less: simulation.contributions).map { column in
        let (low, high) = (column.min() ?? 0, column.max() ?? 0)
        return Bins(around: low + (high - low) / 2, reaching: high - low + 1)
      }
    }
  }
}

extension Division {
  /// What falls to each part in each run: a column for each year and part.
  ///
  /// `costs` are those of each year, run by run.
  func columns(_ costs: [[Int64]], _ option: Int, less contributions: [Money]) -> [[Int64]] {
    var columns = [[Int64]](repeating: [], count: costs.count * parts.count)
    for run in (costs.first ?? []).indices {
      let variances = costs.indices.map { Money(pence: costs[$0][run]) - contributions[$0] }
      let divided = divided(option, variances)
      precondition(divided.count == costs.count, "a division of other years")
      for (year, shares) in divided.enumerated() {
        precondition(shares.count == parts.count, "a division into other parts")
        precondition(shares.total() == variances[year], "parts that do not add to the whole")
        for (part, share) in shares.enumerated() {
          columns[year * parts.count + part].append(share.pence)
        }
      }
    }
    return columns
  }
}
