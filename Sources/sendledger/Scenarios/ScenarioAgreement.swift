import Bookkeeping
import Funding
import Modelling
import Reporting

/// What a scenario file says of the partners and of what they have agreed.
struct ScenarioAgreement {
  let contributions: [PartnerContribution]
  let partners: [PackPartner]
  let rules: RiskShare
  let host: PartnerReference?
  let reserve: Exposure.ReservePolicy
  let services: PackServices?
  let shown: FinancialYear
  let gaps: [String]

  private static let partnerKeys = [
    "partner", "name", "short", "body", "fund", "contribution", "affordable", "note",
  ]

  init?(_ root: ScenarioPart, pool: ContractReference?, noting faults: inout [Diagnostic]) {
    let before = faults.count
    let rows = root.each("partners", keys: Self.partnerKeys, noting: &faults) {
      (part) throws(Diagnostic) in try Row(part)
    }
    let tiers = RiskShare.read(root, noting: &faults)
    guard faults.count == before, let tiers, let pool else { return nil }
    do throws(Diagnostic) {
      shown = try root.year("shown-year")
      let agreement = try ScenarioAgreement.agreement(root, pool, rows, tiers)
      // Aligned budgets have no pool that could hold a reserve.
      let hasNone = agreement.form == .aligned && !root.has("reserve")
      reserve = hasNone ? .toppedUp(to: .zero) : try Exposure.ReservePolicy(root)
      services = try PackServices?.read(root, tiers)
      let general = agreement.contributions(to: .general)
      contributions = general
      partners = general.compactMap { one in rows.first { $0.agreed.partner == one.partner }?.shown
      }
      rules = tiers
      host = agreement.terms.host
      let restricted = agreement.contributions(to: .restricted).map {
        "\($0.amount) of \($0.partner) stands in the restricted part, and is not in these figures"
      }
      gaps = agreement.gaps.map { $0.words + ($0.source.map { " (\($0))" } ?? "") } + restricted
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// A partner as a row of the file.
  private struct Row {
    let agreed: AgreedContribution
    let body: AgreementPartner.Body
    let shown: PackPartner

    init(_ part: ScenarioPart) throws(Diagnostic) {
      let reference = try part.partner("partner")
      let fund = try part.value("fund", as: "a fund’s code such as general-fund") { Fund($0) }
      body = try part.value("body", as: "council or health") { .init(rawValue: $0) }
      agreed = AgreedContribution(
        reference, to: fund.isBlock ? .restricted : .general, from: fund,
        try part.money("contribution"))
      shown = PackPartner(
        reference, name: try part.text("name"), short: try part.text("short"),
        affordable: try part.percent("affordable"), note: try part.textOrNothing("note"))
    }
  }

  private static func agreement(
    _ root: ScenarioPart, _ pool: ContractReference, _ rows: [Row], _ tiers: RiskShare
  ) throws(Diagnostic) -> Modelling.Agreement {
    let part = try root.part("agreement", keys: RiskShare.agreementKeys)
    let (from, to) = (try part.day("from"), try part.day("to"))
    guard from <= to else {
      throw ScenarioFault.unusable(
        "the agreement ends before it begins", at: part.place(of: "to"), next: "give a later day")
    }
    let form = try part.value("form", as: "pooled, aligned or lead-commissioner") {
      AgreementForm(rawValue: $0)
    }
    do {
      return try Modelling.Agreement(
        pool, form, over: from...to,
        partners: rows.map { AgreementPartner($0.agreed.partner, $0.body) },
        contributions: rows.map(\.agreed), terms: try terms(part, tiers))
    } catch let refusal as Modelling.Agreement.Refusal {
      throw refusal.diagnostic(at: root.place(of: "partners"))
    } catch let fault as Diagnostic {
      throw fault
    } catch {
      throw ScenarioFault.notYAML(root.place.file)
    }
  }

  /// What the agreement says; what it does not is a gap, and is not filled in.
  private static func terms(
    _ part: ScenarioPart, _ tiers: RiskShare
  ) throws(Diagnostic) -> Modelling.Agreement.Terms {
    var required: [RequiredTerm: Clause] = [:]
    if part.has("required") {
      let pairs = try part.pairs(
        "required", as: "the letters a to g of regulation 7(3), each with its clause",
        RequiredTerm.init(rawValue:)
      ) { $0 }
      for (term, clause) in pairs { required[term] = Clause(clause, "clause \(clause)") }
    }
    var uplift: AgreedUplift?
    if part.has("uplift") {
      let agreed = try part.part("uplift", keys: ["clause", "rate"])
      uplift = AgreedUplift(try agreed.text("clause"), try agreed.percent("rate"))
    }
    return Modelling.Agreement.Terms(
      host: part.has("host") ? try part.partner("host") : nil,
      deliveredBy: part.has("delivered-by") ? try part.partner("delivered-by") : nil,
      uplift: uplift, riskShare: tiers, required: required)
  }
}

extension Exposure.ReservePolicy {
  fileprivate init(_ root: ScenarioPart) throws(Diagnostic) {
    let part = try root.part("reserve", keys: ["amount", "each-year"])
    let amount = try part.money("amount")
    guard amount >= .zero else {
      throw RiskShare.Refusal.reserveBelowNothing(amount).diagnostic(at: part.place(of: "amount"))
    }
    self = try part.value("each-year", as: "topped-up or run-down") { text in
      switch text {
      case "topped-up": .toppedUp(to: amount)
      case "run-down": .runDown(from: amount)
      // Any other word is refused with those that may stand there.
      default: nil
      }
    }
  }
}
