public import Bookkeeping
public import Funding

/// One event, given by its fields and not by a row of a file.
public enum SingleEvent {
  /// The names of the events that can be recorded.
  public static var names: [String] { EventName.allCases.map(\.rawValue) }

  /// Makes an event of its fields, by the rules of an events file.
  ///
  /// `fields` holds what stands in each field, by its name. Its authority is as the ledger may hold
  /// it.
  public static func read(_ fields: [String: String], _ chart: Chart) throws(Diagnostic)
    -> FundingEvent
  {
    do {
      return try EventReader(
        TypedRow(fields, EventsFormat.specs), chart, authority: fields["authority"] ?? ""
      ).event()
    } catch {
      throw error.at(nil)
    }
  }
}
