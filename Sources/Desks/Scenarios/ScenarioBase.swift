import Bookkeeping
import Funding
import Reporting

/// Where a scenario takes its first year's cost from: a sum with its source, or the ledger.
enum ScenarioBase {
  case given(Money, source: String, Day)
  case ledger(asOf: Day, [Fund], Place)

  init(_ root: ScenarioPart) throws(Diagnostic) {
    let part = try root.part("base-cost", keys: ["amount", "source", "date", "from-ledger"])
    guard part.has("from-ledger") else {
      self = .given(try part.money("amount"), source: try part.text("source"), try part.day("date"))
      return
    }
    guard !["amount", "source", "date"].contains(where: part.has) else {
      throw ScenarioFault.unusable(
        "the base cost is given, and is to be read from the ledger", at: part.place,
        next: "keep from-ledger alone, or an amount with its source and date")
    }
    let read = try part.part("from-ledger", keys: ["as-of", "funds"])
    var funds: [Fund] = []
    for text in try read.texts("funds") {
      guard let fund = Fund(text) else {
        throw ScenarioFault.unreadable(
          "funds", "codes of funds such as pool-general-POOL-2026", at: read.place(of: "funds"))
      }
      if !funds.contains(fund) { funds.append(fund) }
    }
    guard !funds.isEmpty else {
      throw ScenarioFault.missing("funds", in: read.name, at: read.place)
    }
    self = .ledger(asOf: try read.day("as-of"), funds, read.place)
  }

  /// The parts of the base: of the ledger, what was spent and what is committed in each fund.
  func read(_ books: OpenBooks) async throws -> PackBase {
    switch self {
    case .given(let amount, let source, let day):
      return PackBase([PackBase.Part("\(source), \(spoken(day))", amount)])
    case .ledger(let day, let funds, let place):
      var parts: [PackBase.Part] = []
      for fund in funds {
        guard books.chart.funds.contains(where: { $0.value == fund }) else {
          throw DeskFailure(
            .badInput,
            ScenarioFault.unusable(
              "the ledger keeps no fund \(fund)", at: place, next: "name funds of ledger.yaml"))
        }
        parts += try await books.baseParts(of: fund, asOf: day)
      }
      return PackBase(parts, countedBy: day < FinancialYear(of: day).last ? day : nil)
    }
  }
}

extension OpenBooks {
  /// What was spent of a fund in a financial year, and what is committed, each with its address.
  fileprivate func baseParts(of fund: Fund, asOf day: Day) async throws -> [PackBase.Part] {
    let position = try await position(
      of: fund, PositionDays(asOf: day), isGrouped: false)
    let name = chart.name(of: fund)
    return ["actual", "committed"].compactMap { kind in
      let figure = position.traced.first {
        $0.address.parts.suffix(3) == [fund.description, "total", kind]
      }
      return figure.map { figure in
        PackBase.Part(
          "\(name), \(kind == "actual" ? "spent" : "committed"), \(FinancialYear(of: day)) as of "
            + "\(spoken(day)), \(figure.address)", position.amount(figure), at: figure.address)
      }
    }
  }
}
