/// A field, and the headings under which publishers have it, the likeliest first.
struct DraftField {
  let name: String
  let content: Content
  let headings: [HeadingPattern]

  /// What the cells of its column look like.
  enum Content {
    case day, money, words
    /// Anything but a day and an amount with pence.
    case text
  }

  /// `usual` is whole headings; `parts` are words that stand together in one, and `without` those that
  /// make it another.
  init(
    _ name: String, _ content: Content, _ usual: [String], parts: [[String]] = [],
    without: [String] = []
  ) {
    self.name = name
    self.content = content
    headings =
      usual.map { .named($0) } + parts.map { .containing($0.map(Heading.key), without: without) }
  }

  static func fields(of kind: ImportKind) -> [DraftField] {
    kind == .payments ? payments : statements
  }

  private static let payments = [
    DraftField(
      "date", .day,
      [
        "date paid", "pay date", "payment date", "paid date", "date of payment", "posting date",
        "transaction date", "effective date", "clearing date", "invoice date", "date",
      ],
      parts: [
        ["paid"], ["payment"], ["bacs"], ["cheque"], ["cleared"], ["posting"], ["trans"], ["date"],
      ], without: ["due", "order", "birth", "contract"]),
    DraftField(
      "amount", .money,
      [
        "line amount", "line value", "line net amount", "distribution amount",
        "distribution line amount", "dist amount", "dist line amount",
        "amount", "net amount", "amount net", "amount paid", "payment amount", "net value", "value",
        "amount excl vat", "amount excluding vat", "amount ex vat", "net", "amount gbp",
        "transaction amount", "invoice amount", "sum of amount", "spend", "total",
        "gross amount", "gross",
      ],
      parts: [
        ["net"], ["amount"], ["value"], ["spend"], ["actual"], ["val"], ["cost"], ["total"],
        ["gross"],
      ],
      without: [
        "debit", "credit", "paidout", "paidin", "moneyout", "moneyin", "balance", "budget",
        "centre", "center", "element", "code", "number", "discount", "irrecoverable", "contract",
        "limit", "order", "commit", "cumulative", "running", "todate", "ytd",
      ]),
    DraftField(
      "paid out", .money,
      ["debit", "dr", "entered dr", "accounted dr", "out", "money out", "payments", "expenditure"],
      parts: [["debit"], ["paid out"], ["money out"]]),
    DraftField(
      "paid in", .money,
      ["credit", "cr", "entered cr", "accounted cr", "in", "money in", "receipts", "income"],
      parts: [["credit"], ["paid in"], ["money in"]]),
    DraftField(
      "payee", .words,
      [
        "supplier name", "vendor name", "payee name", "beneficiary name", "supplier(t)",
        "name of offsetting account", "offsetting account name", "ap/ar id(t)", "supplier",
        "vendor",
        "payee", "beneficiary", "merchant name", "merchant", "creditor name", "creditor",
        "paid to", "name",
      ],
      parts: [
        ["supplier"], ["vendor"], ["payee"], ["beneficiary"], ["merchant"], ["creditor"],
        ["recipient"], ["provider"], ["counter party"], ["trading partner"], ["paid to"],
      ],
      without: ["category", "group", "class", "type", "postcode", "address", "code"]),
    DraftField(
      "payee id", .text,
      [
        "supplier id", "supplier number", "supplier no", "vendor id", "vendor number",
        "supplier code", "creditor id", "creditor number",
      ],
      parts: [["supplier", "number"], ["vendor", "number"], ["supplier", "code"]]),
    DraftField(
      "reference", .text,
      [
        "transaction number", "transaction no", "transno", "trans no", "transaction id",
        "transaction ref", "payment reference", "payment number", "internal reference number",
        "internal reference", "internal ref", "reference number", "reference", "ref",
        "voucher number", "document number", "invoice number",
      ],
      parts: [["transaction", "n"], ["document", "n"], ["voucher"], ["journal"], ["reference"]],
      without: ["date", "type", "name", "description", "currency", "amount", "supplier", "line"]),
    DraftField(
      "document", .text, ["invoice number", "invoice no", "invoice ref", "document number"]),
    DraftField(
      "code", .text,
      [
        "expense code", "account code", "natural account", "natural account code", "account",
        "subjective code", "subjective", "gl code", "g/l", "g/l account", "ledger code",
        "nominal code", "nominal",
        "detail code", "expenditure code", "cost element", "objective code", "code",
        "proclass code",
      ],
      parts: [
        ["account"], ["subjective"], ["nominal"], ["expense", "code"], ["expenditure", "code"],
        ["ledger", "code"], ["cost element"], ["gl", "code"], ["detail", "code"],
      ],
      without: [
        "desc", "name", "holder", "bank", "supplier", "vendor", "label", "type", "category",
        "offset",
        "creditor", "debtor", "accountt",
      ]),
    DraftField(
      "cost centre", .text,
      [
        "cost centre", "cost centre code", "cost center", "costcentre", "cost code", "costcuk",
        "service code", "department code", "responsibility centre",
      ],
      parts: [["cost centre"], ["cost center"], ["cost code"]],
      without: ["desc", "name", "label", "type"]),
    DraftField(
      "description", .words,
      [
        "expense type", "account description", "account(t)", "expenditure type",
        "subjective description",
        "expenditure category", "expense description", "purpose of expenditure", "purpose",
        "description", "category", "proclass description", "narrative", "merchant category",
      ],
      parts: [
        ["account", "name"], ["account", "desc"], ["subjective", "desc"], ["element", "desc"],
        ["element", "name"],
        ["expense"], ["expenditure"], ["purpose"], ["desc"], ["narrative"], ["category"], ["text"],
      ],
      without: ["centre", "center", "supplier", "vendor", "department", "service"]),
    DraftField(
      "area", .words,
      [
        "expense area", "spend area", "directorate", "service area", "department", "group",
        "service", "cost centre description", "service label", "organisational unit", "division",
      ],
      parts: [
        ["cost centre"], ["cost center"], ["service"], ["directorate"], ["department"],
        ["division"], ["area"], ["object name"],
      ]),
  ]

  private static let statements = [
    DraftField(
      "date", .day,
      [
        "date", "transaction date", "posting date", "settlement date", "value date", "booking date",
      ],
      parts: [["transaction", "date"], ["completed"], ["posted"], ["date"]]),
    DraftField(
      "payee", .words,
      [
        "counter party", "merchant name", "merchant", "payee", "name", "transaction description",
        "description", "details", "narrative", "memo", "transaction details",
      ],
      parts: [
        ["counter party"], ["merchant"], ["payee"], ["beneficiary"], ["description"], ["details"],
        ["narrative"], ["memo"],
      ],
      without: ["category", "type", "code", "address"]),
    DraftField(
      "amount", .money,
      [
        "amount", "value", "amount gbp", "transaction amount", "billing amount", "bill amount",
        "net amount", "txn amt", "amount in gbp",
      ],
      parts: [["amount"], ["value"], ["amt"]],
      without: [
        "debit", "credit", "paid", "money", "balance", "fee", "foreign", "original", "local",
      ]),
    DraftField(
      "paid out", .money,
      [
        "paid out", "money out", "debit amount", "debit", "debits", "withdrawals", "withdrawal",
        "out", "payments", "spent", "spend", "dr", "cash out", "expenditure",
      ],
      parts: [
        ["paid out"], ["money out"], ["debit"], ["withdraw"], ["amount out"], ["spend"], ["spent"],
      ], without: ["limit", "category", "type"]),
    DraftField(
      "paid in", .money,
      [
        "paid in", "money in", "credit amount", "credit", "credits", "deposits", "deposit", "in",
        "receipts", "received", "loaded", "load", "cr", "cash in", "income",
      ],
      parts: [
        ["paid in"], ["money in"], ["credit"], ["deposit"], ["amount in"], ["lodge"], ["load"],
      ], without: ["limit", "type"]),
    DraftField(
      "balance", .money,
      ["balance", "balance gbp", "available balance", "actual balance", "running balance"],
      parts: [["balance"]]),
    DraftField(
      "reference", .text,
      ["transaction id", "reference", "trace id", "transaction reference", "ref"],
      parts: [["transaction", "id"], ["reference"]]),
    DraftField(
      "type", .text,
      [
        "state", "status", "transaction status", "type", "transaction type", "subcategory",
        "entry type",
      ], parts: [["type"]]),
  ]
}
