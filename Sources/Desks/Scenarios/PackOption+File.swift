import Bookkeeping
import Modelling
import Reporting

extension PackOption {
  private static let keys = ["code", "name", "levers", "people"]
  private static let leverKeys = [
    "name", "begins", "saving", "ramp-years", "ramp", "cost-to-deliver", "delivery-risk",
  ]

  /// Current policy, and the options of a scenario file in their order.
  static func read(
    _ root: ScenarioPart, _ opens: Day, noting faults: inout [Diagnostic]
  ) -> [PackOption] {
    var options: [PackOption] = []
    do throws(Diagnostic) {
      let base = try root.part("no-change", keys: ["people"])
      options.append(PackOption("base", .base, people: try people(base)))
    } catch { faults.append(error) }
    let before = faults.count
    var inside: [Diagnostic] = []
    let listed = root.each("options", keys: keys, noting: &faults) {
      (part) throws(Diagnostic) -> PackOption in
      let code = try part.text("code")
      let name = "Option \(code): \(try part.text("name"))"
      let levers = part.each("levers", keys: leverKeys, noting: &inside) {
        (one) throws(Diagnostic) in try Lever(one, opens)
      }
      do {
        return PackOption(code, try Scenario(name, levers), people: try people(part))
      } catch let refusal as Lever.Refusal {
        throw refusal.diagnostic(at: part.place)
      } catch { throw error as? Diagnostic ?? ScenarioFault.notYAML(part.place.file) }
    }
    faults += inside
    options += listed
    let codes = options.map(\.code)
    if faults.count == before, Set(codes).count < codes.count {
      faults.append(
        ScenarioFault.unusable(
          "two options have one code", at: root.place(of: "options"),
          next: "give each a code of its own; base is current policy"))
    }
    return options
  }

  private static func people(_ part: ScenarioPart) throws(Diagnostic) -> [PeopleMatter: String] {
    let told = try part.part("people", keys: PeopleMatter.allCases.map(\.rawValue))
    var texts: [PeopleMatter: String] = [:]
    for matter in PeopleMatter.allCases { texts[matter] = try told.text(matter.rawValue) }
    return texts
  }
}

extension Lever {
  fileprivate init(_ part: ScenarioPart, _ opens: Day) throws(Diagnostic) {
    let ramp = try Ramp(part)
    var costs: [FinancialYear: Money] = [:]
    if part.has("cost-to-deliver") {
      let pairs = try part.pairs(
        "cost-to-deliver", as: "each year such as 2027-28 with its amount",
        { FinancialYear($0) }, { try? Money(parsing: $0) })
      for (year, cost) in pairs { costs[year] = cost }
    }
    let (name, begins) = (try part.text("name"), try part.day("begins"))
    let (saving, risk) = (try part.percent("saving"), try part.percent("delivery-risk"))
    do {
      try self.init(
        name, begins: begins, saving: saving, ramp: ramp, costToDeliver: costs,
        deliveryRisk: risk, ledgerOpens: opens)
    } catch {
      throw error.diagnostic(at: part.place)
    }
  }
}

extension Lever.Ramp {
  /// Equal steps over some years, or the share of each year; one of the two is written.
  fileprivate init(_ part: ScenarioPart) throws(Diagnostic) {
    guard part.has("ramp") else {
      self = .evenly(
        over: try part.value("ramp-years", as: "a number of years from 1 to 30") {
          Int($0).flatMap { (1...Outlook.mostYears).contains($0) ? $0 : nil }
        })
      return
    }
    guard !part.has("ramp-years") else {
      throw ScenarioFault.unusable(
        "a lever has a ramp by year, and a number of years for equal steps",
        at: part.place(of: "ramp"), next: "keep one of ramp and ramp-years")
    }
    let form = "per cent for each year, 30 years at most, such as [20, 50, 100]"
    let texts = try part.texts("ramp")
    let shares = texts.compactMap { Percentage($0)?.fraction }
    guard shares.count == texts.count, (1...Outlook.mostYears).contains(shares.count) else {
      throw ScenarioFault.unreadable("ramp", form, at: part.place(of: "ramp"))
    }
    self.init(shares)
  }
}
