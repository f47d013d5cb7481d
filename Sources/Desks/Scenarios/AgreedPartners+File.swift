import Bookkeeping
import Funding
import Modelling
import Reporting

extension AgreedPartners {
  private static let partnerKeys = [
    "partner", "name", "short", "body", "fund", "contribution", "affordable", "note",
  ]

  /// An agreement that is written in the scenario file, or none where something is wrong with it.
  static func written(
    _ root: ScenarioPart, _ frame: ScenarioFile.Frame?, noting faults: inout [Diagnostic]
  ) -> AgreedPartners? {
    let before = faults.count
    let rows = root.each("partners", keys: partnerKeys, noting: &faults) {
      (part) throws(Diagnostic) in try Row(part)
    }
    let tiers = RiskShare.read(root, noting: &faults)
    guard faults.count == before, let tiers, let pool = frame?.pool else { return nil }
    do throws(Diagnostic) {
      let agreement = try agreement(root, pool, rows, tiers)
      return AgreedPartners(
        agreement: agreement, shown: rows.map(\.shown), growth: [], reserve: nil,
        gaps: agreement.gaps, taken: [])
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
      shown = try PackPartner(reference, part)
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
      let rate = try agreed.percent("rate")
      guard Outlook.rates.contains(rate) else {
        throw Outlook.Refusal.rateOutOfRange(.contributionUplift, rate).diagnostic(
          at: agreed.place(of: "rate"))
      }
      uplift = AgreedUplift(try agreed.text("clause"), rate)
    }
    return Modelling.Agreement.Terms(
      host: part.has("host") ? try part.partner("host") : nil,
      deliveredBy: part.has("delivered-by") ? try part.partner("delivered-by") : nil,
      uplift: uplift, riskShare: tiers, required: required)
  }
}

extension PackPartner {
  /// A partner as a file says that it is printed.
  init(_ reference: PartnerReference, _ part: ScenarioPart) throws(Diagnostic) {
    self.init(
      reference, name: try part.text("name"), short: try part.text("short"),
      affordable: try part.value("affordable", as: "per cent from 0 on, such as 5") {
        Percentage($0).flatMap { $0 < .zero ? nil : $0 }
      }, note: try part.textOrNothing("note"))
  }
}
