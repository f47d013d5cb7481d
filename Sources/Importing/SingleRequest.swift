public import Bookkeeping
public import Funding

/// One request, given by its fields and not by a row of a file.
public enum SingleRequest {
  /// Makes a request of its fields, by the rules of a requests file.
  ///
  /// `fields` holds what stands in each field, by its name.
  ///
  /// - Returns: the request, and the texts that the register is to keep for it.
  public static func read(_ fields: [String: String], _ context: ImportContext)
    throws(Diagnostic) -> (request: BudgetRequest, texts: [KeptText])
  {
    let format = RequestsFormat(context: context)
    do {
      let meaning = try format.meaning(of: TypedRow(fields, format.fields))
      guard case .says(let saying) = meaning, case .post(let events) = saying.intent,
        case .budgetRequested(let request)? = events.first
      else { preconditionFailure("a row of a requests file is a request") }
      return (request, saying.texts)
    } catch {
      throw error.at(nil)
    }
  }
}
