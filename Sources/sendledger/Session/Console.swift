import Bookkeeping
import Rendering
import Reporting

/// How words are put before a person or a program.
struct Console: Hashable, Sendable {
  var hidesProgress = false
  var isQuiet = false
  var errorsAreJSON = false

  @TaskLocal static var current = Console()
  /// Whether the ledger that is read was said not to be the one that was written last.
  @TaskLocal static var doubt = Doubt()

  /// The most places that one message names.
  private static let mostPlaces = 3

  /// Does a piece of work whose words go this way, and says how it ended.
  func run(_ act: () async throws -> Exit) async -> Exit {
    let doubt = Doubt()
    return await Console.$current.withValue(self) {
      do {
        let exit = try await Console.$doubt.withValue(doubt) { try await act() }
        // Whatever is printed of such a ledger, a person has to look at it.
        return exit == .done && doubt.isThere ? .look : exit
      } catch {
        let failure = Failure(anything: error)
        report(failure.diagnostics)
        return failure.exit
      }
    }
  }

  /// Prints the result of a command.
  func print(_ text: String) {
    // Bytes are looked at, since CR and LF together are one character and not a line feed.
    let isEnded = text.utf8.last.map { $0 == UInt8(ascii: "\n") } ?? true
    Surroundings.current.out((isEnded ? text : text + "\n").showingControls)
  }

  /// Says something beside the result.
  func say(_ text: String) {
    if !isQuiet { Surroundings.current.err(text.showingControls + "\n") }
  }

  /// Says what needs attention: one message a cause, with a count and the first places.
  func report(_ diagnostics: [Diagnostic]) {
    for group in Console.grouped(diagnostics) {
      let text = errorsAreJSON ? Console.json(group).text : Console.text(group)
      Surroundings.current.err(text.showingControls + "\n")
    }
  }

  /// Messages of one cause.
  private struct Group {
    let first: Diagnostic
    var places: [Place]
  }

  private static func grouped(_ diagnostics: [Diagnostic]) -> [Group] {
    var order: [String] = []
    var groups: [String: Group] = [:]
    for diagnostic in diagnostics {
      let key =
        diagnostic.place == nil
        ? diagnostic.description
        : [diagnostic.code, diagnostic.why ?? "", diagnostic.next?.text(\.command) ?? ""].joined(
          separator: "\n")
      if groups[key] == nil {
        order.append(key)
        groups[key] = Group(first: diagnostic, places: [])
      }
      if let place = diagnostic.place { groups[key]?.places.append(place) }
    }
    return order.compactMap { groups[$0] }
  }

  private static func text(_ group: Group) -> String {
    let more = group.places.dropFirst()
    if more.isEmpty { return group.first.text(\.command) }
    let named = more.prefix(mostPlaces - 1).map { "line \($0.line)" }.joined(separator: ", ")
    let rest = more.count - min(more.count, mostPlaces - 1)
    var lines = group.first.text(\.command).split(separator: "\n").map(String.init)
    lines.insert(
      "  also    \(more.count) more: \(named)" + (rest > 0 ? " and \(rest) others" : ""), at: 1)
    return lines.joined(separator: "\n")
  }

  private static func json(_ group: Group) -> JSONValue {
    let first = group.first
    return .object([
      ("code", .string(first.code)), ("severity", .string(first.severity.rawValue)),
      ("message", .string(first.problem)), ("count", .number(String(max(group.places.count, 1)))),
      (
        "where",
        .array(
          group.places.prefix(mostPlaces).map { place in
            .object([
              ("file", .string(place.file)), ("row", .number(String(place.row))),
              ("line", .number(String(place.line))),
              ("column", place.column.map { .string($0) } ?? .null),
            ])
          })
      ),
      ("why", first.why.map { .string($0) } ?? .null),
      ("next", first.next.map { .string($0.text(\.command)) } ?? .null),
    ])
  }
}
