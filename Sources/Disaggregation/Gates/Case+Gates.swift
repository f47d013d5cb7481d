import Bookkeeping
import Funding

extension Case {
  /// What each gate comes to, in order.
  var gates: [GateFinding] { Gate.allCases.map(finding) }

  private func finding(_ gate: Gate) -> GateFinding {
    switch gate {
    case .window: window
    case .regime: regime
    case .place:
      contract.kind == .place
        ? GateFinding(
          gate: gate, answer: .yes,
          follows: "Place money belongs to no child, and is never divided.")
        : GateFinding(gate: gate, answer: .no, follows: "Goes on.")
    case .holder: holder
    case .premises: premises
    case .setting: setting
    case .recipient: recipient
    case .evidence:
      missing.isEmpty
        ? GateFinding(gate: gate, answer: .yes, follows: "Goes on to the sums.")
        : GateFinding(
          gate: gate, answer: .no,
          follows: "Nothing is found until it is, and nothing is refused for it.")
    }
  }

  private var window: GateFinding {
    guard request.window == .none else {
      return GateFinding(
        gate: .window, answer: .yes,
        follows: "Asked for at the \(request.window.rawValue) of the plan.")
    }
    let next = request.nextReview.map { "It may be asked for at the next review, on \($0)." }
    return GateFinding(
      gate: .window, answer: .no, follows: next ?? "It may be asked for at the next review.")
  }

  private var regime: GateFinding {
    contract.regime == .specialEducation
      ? GateFinding(gate: .regime, answer: .yes, follows: "Regulation 4A may apply.")
      : GateFinding(
        gate: .regime, answer: .no,
        follows:
          "It is \(contract.regime.name), which another law decides. No ground of regulation 4A counts."
      )
  }

  private var holder: GateFinding {
    switch contract.kind {
    case .contract:
      GateFinding(
        gate: .holder, answer: .yes, follows: "Either ground of regulation 4A may be looked at.")
    case .topUp:
      GateFinding(
        gate: .holder, answer: .yes,
        follows: "The setting holds it, and either ground may be looked at.")
    case .inHouse:
      GateFinding(
        gate: .holder, answer: .no,
        follows:
          "The service is the council’s own, so the budget is stated. Cash has its own grounds.")
    case .framework, .spot:
      GateFinding(
        gate: .holder, answer: .no,
        follows: "Nothing is promised beyond what is called off, so the budget is stated.")
    case .place:
      GateFinding(gate: .holder, answer: .notAsked, follows: "It is a place.")
    }
  }

  private var premises: GateFinding {
    guard request.isOnPremises else {
      return GateFinding(gate: .premises, answer: .notAsked, follows: "It is given elsewhere.")
    }
    return consent(.premises, "Regulation 9")
  }

  private var setting: GateFinding {
    guard contract.kind == .topUp else {
      return GateFinding(gate: .setting, answer: .notAsked, follows: "No top-up would be released.")
    }
    return consent(.setting, "The setting’s agreement")
  }

  private func consent(_ gate: Gate, _ what: String) -> GateFinding {
    switch answer(.schoolConsent) {
    case true?: GateFinding(gate: gate, answer: .yes, follows: "Goes on.")
    case false?:
      GateFinding(gate: gate, answer: .no, follows: "\(what) bars cash. It bars no budget.")
    case nil: GateFinding(gate: gate, answer: .notKnown, follows: "To be asked for in writing.")
    }
  }

  private var recipient: GateFinding {
    guard request.asks == .cash else {
      return GateFinding(gate: .recipient, answer: .notAsked, follows: "No cash is asked for.")
    }
    let barred = recipientGrounds
    if !barred.isEmpty {
      let names = barred.map(\.regulation).joined(separator: ", ")
      return GateFinding(
        gate: .recipient, answer: .no, follows: "\(names) bars cash. It bars no budget.")
    }
    let isKnown = Case.recipientKinds.allSatisfy { answer($0) != nil }
    return isKnown
      ? GateFinding(gate: .recipient, answer: .yes, follows: "Goes on.")
      : GateFinding(gate: .recipient, answer: .notKnown, follows: "To be found out.")
  }

  /// What has to be known of a recipient.
  static let recipientKinds: [EvidenceKind] = [
    .eligible, .recipientConsent, .properUse, .bestInterests,
  ]

  /// The grounds on which the recipient cannot be paid.
  public var recipientGrounds: [CashGround] {
    var grounds: [CashGround] = []
    if answer(.eligible) == false || answer(.recipientConsent) == false {
      grounds.append(.eligibility)
    }
    if answer(.properUse) == false { grounds.append(.properUse) }
    if answer(.bestInterests) == false { grounds.append(.bestInterests) }
    return grounds
  }

  /// Whether a head or a setting has said no.
  public var isConsentRefused: Bool { needsConsent && answer(.schoolConsent) == false }

  var needsConsent: Bool { request.isOnPremises || contract.kind == .topUp }
}
