import Bookkeeping
import Importing
import Modelling
import Reporting

extension PackOption {
  private static let leverNames: WrittenNames = [
    "name", "begins", "saving", "ramp-years", "ramp", "cost-to-deliver", "delivery-risk",
  ]

  /// Current policy, and the options of a scenario file in their order.
  static func read(_ root: WrittenPart, _ opens: Day) -> [PackOption] {
    let base = root.part("no-change", ["people"]).flatMap { people($0) }
      .map { PackOption("base", .base, people: $0) }
    let listed = root.each("options", ["code", "name", "levers", "people"]) { part in
      option(part, opens)
    }
    let options = [base].compactMap(\.self) + (listed ?? [])
    if Set(options.map(\.code)).count < options.count {
      root.refuse(
        "two options have one code", at: "options",
        next: "give each a code of its own; base is current policy")
    }
    return options
  }

  private static func option(_ part: WrittenPart, _ opens: Day) -> PackOption? {
    let (code, name) = (part.text("code"), part.text("name"))
    let levers = part.each("levers", leverNames) { Lever($0, opens) }
    guard let people = people(part), let code, let name, let levers else { return nil }
    do {
      return PackOption(code, try Scenario("Option \(code): \(name)", levers), people: people)
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
  }

  private static func people(_ part: WrittenPart) -> [PeopleMatter: String]? {
    let matters = WrittenNames(PeopleMatter.allCases.map(\.rawValue))
    guard let told = part.part("people", matters) else { return nil }
    return told.whole.whole {
      var texts: [PeopleMatter: String] = [:]
      for matter in PeopleMatter.allCases { texts[matter] = told.text(matter.rawValue) }
      return texts
    }
  }
}

extension Lever {
  fileprivate init?(_ part: WrittenPart, _ opens: Day) {
    let ramp = Ramp(part)
    let costs: [(FinancialYear, Money)]? =
      part.has("cost-to-deliver")
      ? part.pairs(
        "cost-to-deliver", as: "each year such as 2027-28 with its amount",
        { FinancialYear($0) }, { try? Money(parsing: $0) }) : []
    let (name, begins) = (part.text("name"), part.day("begins"))
    let (saving, risk) = (part.percent("saving"), part.percent("delivery-risk"))
    guard let ramp, let costs, let name, let begins, let saving, let risk else { return nil }
    do {
      try self.init(
        name, begins: begins, saving: saving, ramp: ramp,
        costToDeliver: Dictionary(costs) { $1 }, deliveryRisk: risk, ledgerOpens: opens)
    } catch {
      part.refuse(error.diagnostic(at: part.place))
      return nil
    }
  }
}

extension Lever.Ramp {
  /// Equal steps over some years, or the share of each year; one of the two is written.
  fileprivate init?(_ part: WrittenPart) {
    guard part.has("ramp") else {
      let years = part.value("ramp-years", as: "a number of years from 1 to 30") {
        Int($0).flatMap { (1...Outlook.mostYears).contains($0) ? $0 : nil }
      }
      guard let years else { return nil }
      self = .evenly(over: years)
      return
    }
    if part.has("ramp-years") {
      part.refuse(
        "a lever has a ramp by year, and a number of years for equal steps", at: "ramp",
        next: "keep one of ramp and ramp-years")
    }
    let form = "per cent for each year, 30 years at most, such as [20, 50, 100]"
    guard let value = part.needed("ramp", as: form), let list = value.list(as: form) else {
      return nil
    }
    let shares = list.compactMap { $0.value(as: form) { Percentage($0)?.fraction } }
    guard shares.count == list.count else { return nil }
    guard (1...Outlook.mostYears).contains(shares.count) else {
      value.refuse(as: form)
      return nil
    }
    self.init(shares)
  }
}
