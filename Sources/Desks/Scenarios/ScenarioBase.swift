import Bookkeeping
import Funding
import Importing
import Reporting

/// Where a scenario takes its first year's cost from: a sum with its source, or the ledger.
enum ScenarioBase {
  case given(Money, source: String, Day)
  case ledger(asOf: Day, [Fund], Place)

  init?(_ root: WrittenPart) {
    guard let part = root.part("base-cost", ["amount", "source", "date", "from-ledger"]) else {
      return nil
    }
    guard part.has("from-ledger") else {
      let (amount, source, day) = (part.amount("amount"), part.text("source"), part.day("date"))
      guard let amount, let source, let day else { return nil }
      self = .given(amount, source: source, day)
      return
    }
    if ["amount", "source", "date"].contains(where: part.has) {
      part.refuse(
        "the base cost is given, and is to be read from the ledger",
        next: "keep from-ledger alone, or an amount with its source and date")
    }
    guard let read = part.part("from-ledger", ["as-of", "funds"]) else { return nil }
    let form = "codes of funds such as pool-general-POOL-2026"
    let day = read.day("as-of")
    guard read.needed("funds", as: form) != nil else { return nil }
    guard let funds = read.each("funds", as: form, { Fund($0) }), let day else { return nil }
    if funds.isEmpty { read.refuse("funds", as: form) }
    var named: [Fund] = []
    for fund in funds where !named.contains(fund) { named.append(fund) }
    self = .ledger(asOf: day, named, read.place)
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
            WrittenFault(file: place.file, kind: .scenario).unfit(
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
    let position = try await position(of: fund, PositionDays(asOf: day), isGrouped: false)
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
