import Bookkeeping
import Funding

/// The plan line as it stands once something is granted.
struct GrantedLine {
  let given: Case
  let decision: Decision
  let starts: Day

  /// Held as a direct payment, from the line of the statements that counts those.
  func paid(_ floor: Money) throws(PlanLine.Refusal) -> PlanLine {
    let contract = given.contract
    let line: Section251Line? =
      switch contract.fund {
      case .highNeeds, .poolEducation: .directPayments
      case .socialCare: .socialCareDirectPayments
      case .schools, .central, .earlyYears, .adultSocialCare, .generalFund, .health,
        .poolGeneral:
        contract.line
      }
    return try version(
      given.request.paidAs, Use(line: line, setting: nil), .directPayment, a: floor, nil)
  }

  /// Held as an organised arrangement, where its contract has it.
  func stated(_ notional: Money) throws(PlanLine.Refusal) -> PlanLine {
    let contract = given.contract
    return try version(
      given.request.line, Use(line: contract.line, setting: contract.setting),
      .organisedArrangement, a: notional, contract.provider)
  }

  private func version(
    _ reference: PlanLineReference, _ use: Use, _ held: HowHeld, a year: Money,
    _ provider: ProviderReference?
  ) throws(PlanLine.Refusal) -> PlanLine {
    let contract = given.contract
    return try PlanLine(
      reference, for: given.request.purpose,
      section: contract.regime == .specialEducation ? .f : nil, from: contract.fund,
      Use(
        line: use.line, setting: use.setting, agency: contract.regime.agency, element: .three,
        planLine: reference, provider: provider),
      held: held, rate: Rate(year, per: .year), days: starts, to: nil,
      decision: PlanLine.Decision(
        reference: LedgerText(decision.reference), by: decision.by.name, on: decision.assessed.on))
  }
}
