import Bookkeeping
import Funding

/// The little of the register that a statement needs.
///
/// Nothing of it goes into the ledger.
struct FamiliesFormat: RowFormat {
  let fields = [
    FieldSpec("child", required: true),
    FieldSpec("given name", headings: ["first name", "forename"], required: true, hidden: true),
    FieldSpec("family name", headings: ["surname", "last name"], required: true, hidden: true),
    FieldSpec("addressee", required: true, hidden: true),
    FieldSpec("address", required: true, hidden: true),
    FieldSpec("address confirmed", .day),
    FieldSpec("contact", hidden: true),
  ]
  let context: ImportContext
  /// What the file has told of each child, and in which row.
  private var told: [ChildReference: (row: Int, family: Family)] = [:]

  init(context: ImportContext) { self.context = context }

  private enum Column: Int, FieldPlace {
    case child, givenName, familyName, addressee, address, confirmed, contact
  }

  mutating func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let child = try row.value(Column.child, "a child's reference, such as SPB-004217") {
      ChildReference($0)
    }
    let family = Family(
      child: child, givenName: try row.filled(Column.givenName),
      familyName: try row.filled(Column.familyName),
      addressee: try row.filled(Column.addressee),
      address: try row.filled(Column.address).split { $0 == ";" || $0 == "\n" || $0 == "," }
        .map { String(decoding: Array($0.utf8)[...].trimmed, as: UTF8.self) }
        .filter { !$0.isEmpty },
      addressConfirmed: row.isEmpty(Column.confirmed) ? nil : try row.day(Column.confirmed),
      contact: row.isEmpty(Column.contact) ? nil : row.text(Column.contact))
    if let earlier = told[child], earlier.family != family {
      throw .error(
        "family-told-twice", "\(child) stands in row \(earlier.row) too, and otherwise",
        at: row.place,
        why:
          "only one of the two is where the family’s letters go, and the file does not say which",
        next: "leave the row out that does not hold any more")
    }
    if told[child] == nil { told[child] = (row.place.row, family) }
    return .says(RowMeaning(amount: .zero, day: context.opens, intent: .family(family)))
  }
}
