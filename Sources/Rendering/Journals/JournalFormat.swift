public import Bookkeeping
public import Funding

/// A tool for plain-text accounting whose journals can be written.
public enum JournalFormat: String, Sendable, CaseIterable {
  case ledger
  case hledger
  case beancount
}

/// Writes a journal for another tool, an entry at a time, so that an auditor's own can check ours.
///
/// Every posting carries the balance that we say its account has behind it; beancount has no such
/// thing, and is given a balance for the day after each day on which an account moved. That balance
/// takes in the accounts below, as beancount adds them.
public struct JournalWriter: Sendable {
  private let format: JournalFormat
  private let opens: Day
  private var declared: Set<String> = []
  private var balances: [String: Money] = [:]
  private var movedToday: Set<String> = []
  private var today: Day?

  /// `opens` is the first day of the ledger, on which accounts are opened.
  public init(_ format: JournalFormat, opens: Day) {
    self.format = format
    self.opens = opens
  }

  /// What stands before the first entry.
  ///
  /// `head` is the record and the digest that the journal was read at.
  public func preamble(authority: String, head: String) -> String {
    let authority = authority.showingControls
    return switch format {
    case .ledger:
      "; \(authority), \(head)\n\ncommodity GBP\n  format 1000.00 GBP\n\n"
    case .hledger:
      "; \(authority), \(head)\n\ncommodity 1000.00 GBP\n\n"
    case .beancount:
      "; \(authority), \(head)\n\noption \"operating_currency\" \"GBP\"\n"
        + "option \"inferred_tolerance_default\" \"GBP:0.001\"\n\n"
    }
  }

  /// An entry, and the declarations of the accounts that it is the first to use.
  public mutating func entry(_ record: JournalRecord) -> String {
    guard case .posted(let event, let entry) = record.content else { return "" }
    var text = closeDay(before: entry.day)
    let postings = entry.postings
    for posting in postings { text += declare(posting.standing) }
    let own = entry.ownDay.map { ", of \($0)" } ?? ""
    switch format {
    case .ledger, .hledger:
      text += "\(entry.day) * (\(record.number)) \(event.rawValue)\(own)\n"
    case .beancount:
      text += "\(entry.day) * \"\(event.rawValue)\(own)\" ^record-\(record.number)\n"
    }
    for posting in postings { text += line(posting) }
    return text + "\n"
  }

  /// What stands behind the last entry.
  public mutating func ending() -> String {
    guard let today else { return "" }
    return closeDay(before: today.advanced(by: 1))
  }

  private mutating func line(_ posting: Posting<Coding>) -> String {
    let account = name(posting.standing)
    let amount = posting.side == .debit ? posting.amount : -posting.amount
    switch format {
    case .ledger, .hledger:
      let balance = balances[account, default: .zero] + amount
      balances[account] = balance
      return "    \(account)  \(amount.plain) GBP = \(balance.plain) GBP\n"
    case .beancount:
      movedToday.insert(account)
      for holder in JournalWriter.holders(of: account) {
        balances[holder, default: .zero] += amount
      }
      return "  \(account)  \(amount.plain) GBP\n"
    }
  }

  private mutating func declare(_ coding: Coding) -> String {
    let account = name(coding)
    guard declared.insert(account).inserted else { return "" }
    switch format {
    case .ledger, .hledger: return "account \(account)\n"
    case .beancount: return "\(opens) open \(account) GBP\n"
    }
  }

  /// The balances of a day that has ended, as beancount takes them: at the start of the next.
  private mutating func closeDay(before day: Day) -> String {
    defer { today = day }
    guard format == .beancount, let today, today < day else { return "" }
    let next = today.advanced(by: 1)
    let lines = movedToday.sorted().map { account in
      "\(next) balance \(account)  \((balances[account] ?? .zero).plain) ~ 0.001 GBP\n"
    }
    movedToday = []
    return lines.joined() + "\n"
  }

  /// An account and all those above it.
  private static func holders(of account: String) -> [String] {
    account.indices.filter { account[$0] == ":" }.map { String(account[..<$0]) } + [account]
  }

  private func name(_ coding: Coding) -> String {
    switch format {
    case .ledger, .hledger: coding.colonName
    case .beancount: coding.beancountName
    }
  }
}

extension Coding {
  /// The dimensions that apply, each with a word for what it is, so that no two codings share a name.
  fileprivate var dimensions: [(word: String, value: String)] {
    let all: [(String, String?)] = [
      ("line", use.line?.rawValue), ("setting", use.setting?.rawValue),
      ("agency", use.agency?.rawValue), ("element", use.element?.rawValue),
      ("plan", use.planLine?.code), ("provider", use.provider?.code),
      ("contract", use.contract?.code), ("partner", partner?.code),
    ]
    return all.compactMap { word, value in value.map { (word, $0) } }
  }

  /// `Budget:high-needs:committed:line 1.2.11:plan SPB-004217/1`.
  fileprivate var colonName: String {
    ([layer.rawValue.capitalizedFirst, fund.description, heading.rawValue]
      + dimensions.map { "\($0.word) \($0.value)" }).joined(separator: ":")
  }

  /// The same as beancount has names: five roots, capitals first, and no marks but hyphens.
  ///
  /// The budget layer stands under Equity, since it says where money is and not what is owned.
  fileprivate var beancountName: String {
    let parts = [fund.description, heading.rawValue] + dimensions.map { "\($0.word)-\($0.value)" }
    let root = layer == .budget ? "Equity:Budget" : "\(heading.beancountRoot):Actual"
    return ([root] + parts.map(\.asBeancountPart)).joined(separator: ":")
  }
}

extension Heading {
  fileprivate var beancountRoot: String {
    switch self {
    case .bank, .dueFromDepartment, .dueFromSchools, .dueFromPartners, .directPaymentsAdvanced,
      .paidIntoPool, .suspense:
      "Assets"
    case .creditors, .heldForPartners: "Liabilities"
    case .grantIncome, .grantDeducted, .transferIn, .transferOut, .contributions: "Income"
    case .expenditure: "Expenses"
    case .generalFundBalance, .grantReserve, .grantAdjustment, .unallocated, .allocated,
      .committed, .advanced, .spent, .heldOver, .notified, .deducted, .voted, .transferredIn,
      .transferredOut, .contributed, .broughtForward:
      "Equity"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var asBeancountPart: String {
    String(capitalizedFirst.map { $0.isLetter || $0.isNumber ? $0 : "-" })
  }
}
