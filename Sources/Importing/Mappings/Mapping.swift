import Bookkeeping
import Funding

/// What one publisher's or one bank's columns and codes mean, as an officer wrote it down.
public struct Mapping: Hashable, Sendable {
  public let kind: ImportKind
  /// Whose files it reads, for people.
  public internal(set) var name: String
  /// By field: the headings under which these files keep it.
  var columns: [String: [HeadingPattern]] = [:]
  /// The fields in the order of the columns, where the files have no headings.
  var order: [String]?
  /// The mark between cells, where it is not to be found out.
  var separator: Separator?
  /// How days and amounts are written.
  var forms = CellForms.usual
  /// What rows are by several of their columns: the first that fits counts, before any code.
  var rules: [MappingRule] = []
  /// What each expense code is for.
  var codes: [String: CodeRule] = [:]
  /// What a row of any other code is.
  var otherwise = CodeRule.outside
  /// By child: what each payee is paid for.
  var payees: [ChildReference: [PayeeRule]] = [:]
  /// Whether spending is printed without a sign, as on a card and in a council's list, or with a minus, as on
  /// a bank's statement; where nothing is said, as is usual for the kind.
  var spendingIsPositive: Bool?
  /// Whether what was paid out stands in a column of its own with a minus all the same.
  var paidOutIsNegative = false
  /// Rows with one of these texts are the bank's own remarks and no payments.
  var remarks: [String] = []

  init(kind: ImportKind, name: String) {
    self.kind = kind
    self.name = name
  }
}

/// What an expense code of a council's payments is for.
enum CodeRule: Hashable, Sendable {
  /// A fund may pay for it, on this line.
  case at(Fund, Use)
  /// Another import posts it, and this one only compares.
  case compared
  /// Ours, but nobody knows what for.
  case unknown
  /// Not SEND money.
  case outside
}

/// What a payee on a family's statement is paid for.
struct PayeeRule: Hashable, Sendable {
  /// Words that stand in the payee's name, in capitals.
  let key: String
  let meaning: StatementLine.Meaning
}

extension ImportKind {
  /// The fields whose columns a mapping may name; none where its files need no mapping.
  var mappedFields: [FieldSpec] {
    switch self {
    case .payments: PaymentsFormat.specs
    case .bank, .card: StatementFormat.specs
    case .dsgAllocation, .openings, .budgets, .transfers, .packages, .families, .directPayments,
      .receipts, .contributions, .events, .contracts, .requests, .evidence, .cases:
      []
    }
  }
}

extension Mapping {
  /// The headings of a column that says which way money went.
  static let directionHeadings = [
    "D/C", "DR/CR", "DB/CR", "Debit/Credit", "Credit/Debit", "Debit or credit",
    "Debit Credit Indicator",
  ]

  /// The fields of a format, under the headings of these files.
  ///
  /// Where money has a column for each way, those are needed in place of one amount.
  func fields(_ fields: [FieldSpec]) -> [FieldSpec] {
    let hasTwo = columns["amount"] == nil && columns["paid out"] != nil
    return fields.map { field in
      var field = field
      if hasTwo, MoneyColumns.names.contains(field.name) {
        field.isRequired = field.name.hasPrefix("paid")
      }
      guard let headings = columns[field.name] else { return field }
      field.headings = headings
      field.isMapped = true
      return field
    }
  }

  /// What a payee is paid for: of the rules whose words stand in the name, the longest.
  func meaning(of payee: String, for child: ChildReference) -> StatementLine.Meaning {
    let key = PayeeName.key(of: payee)
    let rules = (payees[child] ?? []).filter { PayeeName.stand($0.key, in: key) }
    return rules.max { $0.key.count < $1.key.count }?.meaning ?? .unknown
  }
}
