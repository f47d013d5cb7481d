public import Funding

/// Which flows are asked for.
public struct FlowQuery: Hashable, Sendable {
  public let days: DaySpan
  /// Only what had been recorded under that number or an earlier one; all of it where none is given.
  public let knownAt: Int?
  /// Only what came to or went from that account; every account where none is given.
  public let account: Account?

  public init(_ days: DaySpan = .always, knownAt: Int? = nil, account: Account? = nil) {
    self.days = days
    self.knownAt = knownAt
    self.account = account
  }

  /// Whether a flow touches the account asked for.
  public func includes(_ flow: Flow) -> Bool {
    account.map { $0 == flow.debit || $0 == flow.credit } ?? true
  }
}
