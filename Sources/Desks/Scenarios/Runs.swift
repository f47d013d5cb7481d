/// How the runs of a simulation are made, where it is not as the scenario says.
package struct Runs: Hashable, Sendable {
  /// How many; those of the scenario, if none are given.
  package let runs: Int?
  /// What every draw is found from; that of the scenario, if none is given.
  package let seed: UInt64?
  /// How many pieces are worked on at a time; it changes no figure.
  package let tasks: Int

  package init(_ runs: Int?, seed: UInt64?, tasks: Int) {
    self.runs = runs
    self.seed = seed
    self.tasks = tasks
  }
}
