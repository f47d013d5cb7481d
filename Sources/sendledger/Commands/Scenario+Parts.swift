import ArgumentParser
import Desks
import Rendering
import Reporting

/// A command that prints one part of a pack.
protocol ScenarioPartCommand: LedgerCommand {
  var scenario: ScenarioOptions { get }
  var running: RunOptions { get }
  var report: ReportOptions { get }
  static var part: ScenarioPack.Part { get }
}

extension ScenarioPartCommand {
  func act() async throws -> Exit {
    let pack = try await scenario.reading(common) {
      try await $0.pack(running.given, withPast: false)
    }
    try await report.write(pack.report(of: Self.part), in: .thousands)
    return .done
  }
}

struct ScenarioCompare: ScenarioPartCommand {
  static let part = ScenarioPack.Part.comparison
  static let configuration = CommandConfiguration(
    "compare", "Print the options side by side, on the same draws.",
    examples: ["sendledger scenario compare imports/example/scenarios/pool-2027.yaml"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var report: ReportOptions
}

struct ScenarioTornado: ScenarioPartCommand {
  static let part = ScenarioPack.Part.tornado
  static let configuration = CommandConfiguration(
    "tornado", "Print what moves the gap most, and at which values it closes.",
    examples: ["sendledger scenario tornado imports/example/scenarios/pool-2027.yaml"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var report: ReportOptions
}

struct ScenarioFan: ScenarioPartCommand {
  static let part = ScenarioPack.Part.fan
  static let configuration = CommandConfiguration(
    "fan", "Print how far the cost may spread, and how sure that is.",
    examples: ["sendledger scenario fan imports/example/scenarios/pool-2027.yaml --runs 20000"])

  @OptionGroup var common: CommonOptions
  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var running: RunOptions
  @OptionGroup var report: ReportOptions
}
