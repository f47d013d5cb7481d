public import Bookkeeping

/// Reads what is known of children's moves from the rows of files.
///
/// It is handed cells and opens nothing. Every row is read, and every fault is told of.
public enum TransitionFile {
  /// The cells of a row as they stand in a file.
  public struct Cells: Hashable, Sendable {
    public let cells: [String]
    public let place: Place

    public init(_ cells: [String], at place: Place) {
      self.cells = cells
      self.place = place
    }
  }

  /// What a file holds, and the rows that could not be used.
  public struct Read<Row: Hashable & Sendable>: Hashable, Sendable {
    public let rows: [Placed<Row>]
    public let faults: [PlacedTransitionFault]
    /// The rows on year groups in which nobody has a plan: read, and not needed.
    public let notNeeded: Int
  }

  /// A row, and where it stands.
  public struct Placed<Row: Hashable & Sendable>: Hashable, Sendable {
    public let row: Row
    public let place: Place
  }

  /// What a child in a state costs in a year.
  public struct Cost: Hashable, Sendable {
    public let state: SupportState
    public let price: Money

    public init(_ state: SupportState, _ price: Money) {
      self.state = state
      self.price = price
    }
  }

  /// Children's moves, one a row, under `calendar-year,setting-1,need-1,academic-year-1,setting-2,need-2,academic-year-2`.
  public static func transitions(_ rows: [Cells], named file: String) -> Read<Transition> {
    let columns = [
      "calendar-year", "setting-1", "need-1", "academic-year-1", "setting-2", "need-2",
      "academic-year-2",
    ]
    return TransitionRows(rows, named: file, columns: columns).read {
      (row) throws(TransitionFault) -> Transition? in
      let (first, second) = (
        try row.number("academic-year-1"), try row.number("academic-year-2")
      )
      guard let group = YearGroup(Int(first)) else { throw .child(.noYearGroup(Int(first))) }
      guard second == first + 1 else {
        throw .child(.yearGroupsNotNext(first: Int(first), second: Int(second)))
      }
      let from = try row.state("setting-1", "need-1")
      let to = try row.state("setting-2", "need-2")
      guard from != nil || to != nil else { throw .child(.outsideThroughout) }
      if let to, group == YearGroup.all.last { throw .child(.staysPastTheLast(to)) }
      return Transition(
        calendarYear: Int(try row.number("calendar-year")), yearGroup: group, from: from, to: to)
    }
  }

  /// How many children there are, under `calendar-year,academic-year,population`.
  ///
  /// Rows on year groups in which there is no plan are counted as not needed.
  public static func population(_ rows: [Cells], named file: String) -> Read<Residents> {
    let columns = ["calendar-year", "academic-year", "population"]
    let read = TransitionRows(rows, named: file, columns: columns).read {
      (row) throws(TransitionFault) -> Residents? in
      let (number, count) = (try row.number("academic-year"), try row.number("population"))
      guard count >= 0 else { throw .figure(.countBelowNothing(count)) }
      let year = Int(try row.number("calendar-year"))
      // A population usually goes on beyond the ages at which there can be a plan.
      guard let group = YearGroup(Int(number)) else { return nil }
      return Residents(calendarYear: year, yearGroup: group, count: count)
    }
    return read.once { "academic year \($0.yearGroup.number) of \($0.calendarYear)" }
  }

  /// What a year costs, under `need,setting,cost`.
  public static func costs(_ rows: [Cells], named file: String) -> Read<Cost> {
    let read = TransitionRows(rows, named: file, columns: ["need", "setting", "cost"]).read {
      (row) throws(TransitionFault) -> Cost? in
      let state = SupportState(setting: try row.text("setting"), need: try row.text("need"))
      let text = try row.text("cost")
      let price: Money
      do throws(Money.ParsingFailure) {
        price = try Money(parsing: text)
      } catch {
        throw .form(.priceUnreadable(error))
      }
      guard price >= .zero else { throw .figure(.priceBelowNothing(price)) }
      return Cost(state, price)
    }
    return read.once { "\($0.state)" }
  }
}

extension TransitionFile.Read {
  /// The same, without rows that say again what an earlier one said.
  func once(_ name: (Row) -> String) -> TransitionFile.Read<Row> {
    var seen: Set<String> = []
    var (kept, faults) = ([TransitionFile.Placed<Row>](), faults)
    for placed in rows {
      if seen.insert(name(placed.row)).inserted {
        kept.append(placed)
      } else {
        faults.append(PlacedTransitionFault(.form(.rowTwice(name(placed.row))), at: placed.place))
      }
    }
    return TransitionFile.Read(rows: kept, faults: faults, notNeeded: notNeeded)
  }
}
