import ArgumentParser
import Desks
import Modelling
import Reporting

struct ScenarioChildren: LedgerCommand {
  static let configuration = CommandConfiguration(
    "children", "Project children and what they cost from how they moved in past years.",
    """
    It reads no ledger. The files hold no names: one row a child and year, under settings and needs.
    As csv it prints every figure in long form.
    """,
    examples: [
      "sendledger scenario children --transitions transitions.csv --population population.csv "
        + "--costs costs.csv",
      "sendledger scenario children --transitions imports/example/children/transitions.csv "
        + "--population imports/example/children/population.csv "
        + "--costs imports/example/children/costs.csv --inflation 2.5 --format csv",
    ])

  @OptionGroup var common: CommonOptions
  @OptionGroup var report: ReportOptions
  @OptionGroup var options: ChildrenOptions

  @Option(name: .long, help: "Children’s moves, one a row, NONSEND for outside.")
  var transitions: String

  @Option(name: .long, help: "Everybody of a year group who lives in the area, by year.")
  var population: String

  @Option(name: .long, help: "What a child with a need in a setting costs in a year.")
  var costs: String

  @Option(name: .long, help: "The moves of a wider area, towards which small counts are drawn.")
  var wider: String?

  func act() async throws -> Exit {
    let here = Surroundings.current
    let desk = try ChildrenDesk(
      ChildrenDesk.Files(
        transitions: here.path(transitions), population: here.path(population),
        costs: here.path(costs), wider: wider.map(here.path)),
      try options.settings, countingWithoutCost: options.countWithoutCost, progress: .bars)
    let outlook = try await desk.outlook(
      runs: options.runs, seed: options.seed, tasks: options.tasks)
    try await report.write(outlook.report([]), figures: outlook.longForm)
    return .done
  }
}

/// What is asked of a projection of children.
struct ChildrenOptions: ParsableArguments {
  @Option(name: .long, help: "How many years are projected.")
  var years = 5

  @Option(name: .long, help: "For how many children the moves of others count beside those seen.")
  var weight: Int64 = 10

  @Option(name: .long, help: "How much dearer a child gets each year, in per cent.")
  var inflation = "0"

  @Option(name: .long, help: "One standard deviation of that, in per cent.")
  var inflationDeviation = "0"

  @Option(
    name: .long,
    help: "The academic year from which on a child’s cost stands in the adults’ lines; or none.")
  var adultsFrom = "14"

  @Flag(
    name: .long,
    help: "Count children of a setting and need that have no cost; the report names them.")
  var countWithoutCost = false

  @Option(name: .long, help: "How many runs.")
  var runs = 2_000

  @Option(name: .long, help: "What every draw is found from.")
  var seed: UInt64 = 1

  @Option(name: .long, help: "How many pieces are worked on at a time; it changes no figure.")
  var tasks = 2

  func validate() throws {
    if !(1...30).contains(years) { throw ValidationError("give 1 to 30 years") }
    if runs > ScenarioDesk.mostRuns { throw ValidationError("give 10 million runs at most") }
    if tasks < 1 { throw ValidationError("give one task at least") }
    _ = try settings
  }

  var settings: TransitionModel.Settings {
    get throws {
      guard let rate = Percentage(inflation), let deviation = Percentage(inflationDeviation) else {
        throw ValidationError("give inflation and its deviation in per cent, such as 2.5")
      }
      return TransitionModel.Settings(
        weight: weight,
        inflation: Simulation.Estimate(
          rate.thousandths * 10, deviation: deviation.thousandths * 10),
        adultsFrom: try group, years: years)
    }
  }

  private var group: YearGroup? {
    get throws {
      if adultsFrom == "none" { return nil }
      guard let group = Int(adultsFrom).flatMap(YearGroup.init) else {
        throw ValidationError("give an academic year from -4 to 20, or none")
      }
      return group
    }
  }
}
