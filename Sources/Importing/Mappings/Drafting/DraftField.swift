/// A field, and the headings under which publishers have it, the likeliest first.
struct DraftField {
  let name: String
  let isNeeded: Bool
  let headings: [String]

  init(_ name: String, needed: Bool = false, _ headings: [String]) {
    self.name = name
    isNeeded = needed
    self.headings = headings.map(Heading.key)
  }

  static func fields(of kind: ImportKind) -> [DraftField] {
    kind == .payments ? payments : statements
  }

  private static let payments = [
    DraftField(
      "date",
      [
        "date paid", "pay date", "payment date", "paid date", "date of payment", "posting date",
        "transaction date", "effective date", "clearing date", "invoice date", "date",
      ]),
    DraftField(
      "amount", needed: true,
      [
        "amount", "net amount", "amount net", "amount paid", "payment amount", "net value", "value",
        "amount excl vat", "amount excluding vat", "amount ex vat", "net", "amount gbp",
        "transaction amount", "invoice amount", "line amount", "sum of amount", "spend", "total",
        "gross amount", "gross",
      ]),
    DraftField(
      "payee",
      [
        "supplier name", "vendor name", "payee name", "beneficiary name", "supplier", "vendor",
        "payee", "beneficiary", "merchant name", "merchant", "creditor name", "creditor",
        "paid to", "name",
      ]),
    DraftField(
      "payee id",
      [
        "supplier id", "supplier number", "supplier no", "vendor id", "vendor number",
        "supplier code", "creditor id", "creditor number",
      ]),
    DraftField(
      "reference",
      [
        "transaction number", "transaction no", "transno", "trans no", "transaction id",
        "transaction ref", "payment reference", "payment number", "internal reference number",
        "internal reference", "internal ref", "reference number", "reference", "ref",
        "voucher number",
        "document number", "invoice number",
      ]),
    DraftField(
      "document", ["invoice number", "invoice no", "invoice ref", "document number"]),
    DraftField(
      "code",
      [
        "expense code", "account code", "account", "subjective code", "subjective", "gl code",
        "ledger code", "nominal code", "nominal", "detail code", "expenditure code", "cost element",
        "natural account", "objective code", "code", "proclass code",
      ]),
    DraftField(
      "cost centre",
      [
        "cost centre", "cost centre code", "cost center", "costcentre", "cost code", "costcuk",
        "service code", "department code", "responsibility centre",
      ]),
    DraftField(
      "description",
      [
        "expense type", "account description", "expenditure type", "subjective description",
        "expenditure category", "expense description", "purpose of expenditure", "purpose",
        "description", "category", "proclass description", "narrative", "merchant category",
      ]),
    DraftField(
      "area",
      [
        "expense area", "spend area", "directorate", "service area", "department", "group",
        "service", "cost centre description", "service label", "organisational unit", "division",
      ]),
  ]

  private static let statements = [
    DraftField(
      "date", needed: true,
      ["date", "transaction date", "posting date", "settlement date", "value date", "booking date"]),
    DraftField(
      "payee", needed: true,
      [
        "counter party", "merchant name", "merchant", "payee", "name", "transaction description",
        "description", "details", "narrative", "memo", "transaction details",
      ]),
    DraftField(
      "amount",
      [
        "amount", "value", "amount gbp", "transaction amount", "billing amount", "bill amount",
        "net amount", "txn amt", "amount in gbp",
      ]),
    DraftField(
      "paid out",
      [
        "paid out", "money out", "debit amount", "debit", "debits", "withdrawals", "withdrawal",
        "out",
      ]),
    DraftField(
      "paid in",
      ["paid in", "money in", "credit amount", "credit", "credits", "deposits", "deposit", "in"]),
    DraftField(
      "balance",
      ["balance", "balance gbp", "available balance", "actual balance", "running balance"]),
    DraftField(
      "reference", ["transaction id", "reference", "trace id", "transaction reference", "ref"]),
    DraftField("type", ["type", "transaction type", "subcategory", "entry type"]),
  ]
}
