import Bookkeeping
import Desks
import Funding
import Importing
import Storage

/// How a history's ledger is opened: whose it is, its settings, and the family that the register knows.
public enum Opening {
  /// The secret of the register.
  public static let salt = [UInt8](repeating: 7, count: 32)
  /// What every plan line is for, by its reference in the register.
  static let purpose = known(Salt(salt)).reference(to: "Tutor at home").code
  static let child = known(ChildReference("SPB-000001"))
  private static let board = known(PartnerReference("ICB"))

  private static let charter = Charter(
    authority: "Anyshire Council", code: "999", firstYear: Scene.year,
    chart: Chart(
      funds: (Fund.simple + [.health(board)]).map { Chart.Named($0, name: $0.name) },
      partners: [Chart.Named(board, name: "Anyshire ICB")]))

  /// The settings that say something, and never change in a history.
  private static let words: [Policy.Adopted] = [
    Policy.Adopted(
      .statementContact, from: Scene.first, "the SEND team on 01632 960 001", source: "note 3"),
    Policy.Adopted(
      .adviceService, from: Scene.first, "Anyshire SENDIASS on 01632 960 456", source: "note 3"),
    Policy.Adopted(.reviewDays, from: Scene.first, "28", source: "note 3"),
    Policy.Adopted(.reasonReuse, from: Scene.first, "3", source: "note 3"),
  ]

  private static let family = Family(
    child: child, givenName: "Sam", familyName: "Vale", addressee: "Robin Vale",
    address: ["1 Mill Lane", "Anytown"], addressConfirmed: Day(number: Scene.first.number + 240),
    contact: nil)

  /// Opens a ledger on a day.
  static func open(
    _ store: any LedgerStore, _ register: any Register, on day: Day, folder: String?
  ) async throws -> OpenLedger {
    let settings = Scene.settings.map { $0.adopted(from: Scene.first) } + words
    _ = try await OpenLedger.begin(
      store, register, charter, settings, by: Officer("person-1", on: day))
    try await register.write { writer in
      try await writer.keep(family)
      try await writer.keep("Tutor at home", as: purpose)
    }
    return OpenLedger(store, register, settings: SettingsFolder(path: folder ?? ""))
  }

  private static func known<Value>(_ value: Value?) -> Value {
    guard let value else { preconditionFailure("the value is not one") }
    return value
  }
}

extension Step.Setting {
  /// The setting as a council adopts it.
  func adopted(from day: Day) -> Policy.Adopted {
    let (setting, text): (Setting, String) =
      switch self {
      case .twinDays(let days): (.twinDays, String(days))
      case .countedWhenPaid(let isPaid):
        (.directPaymentsCounted, isPaid ? "when-paid" : "when-evidenced")
      case .tolerance(let percent, let pence):
        (
          .disaggregationTolerance,
          Tolerance(percent: Fraction(Int64(percent)), minimum: Money(pence: Int64(pence)))
            .description
        )
      case .evidenceMonths(let months): (.evidenceMonths, String(months))
      }
    return Policy.Adopted(setting, from: day, text, source: "minute 4")
  }
}
