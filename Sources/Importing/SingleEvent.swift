public import Bookkeeping
public import Funding

/// One event, given by its fields and not by a row of a file.
public enum SingleEvent {
  /// The names of the events that can be recorded.
  public static var names: [String] { EventName.allCases.map(\.rawValue) }

  /// Makes an event of its fields, by the rules of an events file.
  ///
  /// `fields` holds what stands in each field but its authority, by its name.
  public static func read(
    _ fields: [String: String], authority: LedgerText, _ chart: Chart
  ) throws(Diagnostic) -> FundingEvent {
    let fields = fields.merging(["authority": authority.words]) { $1 }
    do {
      return try EventReader(
        row: TypedRow(fields, EventsFormat.specs), chart: chart, authority: authority
      )
      .event()
    } catch {
      throw error.at(nil)
    }
  }
}
