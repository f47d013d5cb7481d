import Bookkeeping
import Funding
import Importing
import Storage

/// A payee that a mapping is to know from now on, since a person has said what a row is for.
struct PayeeNaming {
  private let mapping: String
  private let before: String
  /// What the mapping is to be; none where it knows the payee already.
  private let after: String?

  /// - Throws: a refusal, where the row is not for one line of a family's plan, or its mapping cannot be added to.
  init(
    _ row: RowHeld, as settlement: Settlement, in record: ImportRecord, _ books: OpenBooks,
    _ mappings: MappingBook, by authority: String
  ) async throws {
    guard case .place(let shares) = settlement, shares.count == 1, row.child != nil,
      let mapping = record.mapping
    else {
      throw PayeeNaming.refused(
        "has to be of a family’s statement, and the row for one line of its plan")
    }
    let hidden = try await books.names.hiddenRow(
      batch: row.place.batch.number, row: row.place.row)
    let payee = hidden.flatMap { row in
      HiddenCells(digest: row.digest, encoded: row.encoded).cells.first { $0.field == "payee" }?
        .text
    }
    guard let payee else {
      throw PayeeNaming.refused("is not held any more, or its file did not say it")
    }
    let line = shares[0].line
    (self.mapping, before) = (mapping, try mappings.text(of: mapping))
    guard !PayeeName.stand(PayeeName.key(of: authority), in: PayeeName.key(of: payee)) else {
      throw PayeeNaming.refused("is the council, whose money is matched with our payments")
    }
    switch try mappings.mapping(mapping, as: before).places(payee, on: line) {
    case true?:
      after = nil
      return
    case false?: throw PayeeNaming.refused("is known there already, and as something else")
    case nil: break
    }
    guard let text = Mapping.text(before, naming: payee, for: line) else {
      throw PayeeNaming.refused(
        "stands in no list of that child’s payees, one a line, in the mapping of the file")
    }
    guard try mappings.mapping(mapping, as: text).places(payee, on: line) == true else {
      throw PayeeNaming.refused("would not be known by what would be written there")
    }
    after = text
  }

  /// Has the mapping know the payee, and does the rest; what is not done leaves the mapping as it was.
  ///
  /// The mapping comes first: whoever is stopped between the two says the same again, and both are done.
  func keeping<Result>(in settings: SettingsFolder, _ rest: () async throws -> Result) async throws
    -> Result
  {
    guard let after else { return try await rest() }
    try settings.put(mapping: mapping, after)
    do { return try await rest() } catch {
      try settings.put(mapping: mapping, before)
      throw error
    }
  }

  private static func refused(_ why: String) -> DeskFailure {
    DeskFailure(
      .refused,
      Diagnostic.error(
        "payee-not-named", "the payee of the row cannot be named in the mapping",
        why: "the payee \(why)",
        next: "settle the row without --name-payee, and write the payee into the mapping"))
  }
}
