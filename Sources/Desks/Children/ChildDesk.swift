package import Bookkeeping
package import Funding
package import Reporting
import Storage

extension OpenBooks {
  /// The children who have a plan line, with their names in full or masked.
  package func children(showingNames: Bool) async throws -> Report {
    let lines = Dictionary(grouping: Set(try await planLines().map(\.reference)), by: \.child)
    var children: [Report.ListedChild] = []
    for child in lines.keys.sorted() {
      let family = try await names.family(child)
      let name = family.map { showingNames ? "\($0.givenName) \($0.familyName)" : $0.maskedName }
      children.append((child, name, lines[child]?.count ?? 0))
    }
    return .children(children)
  }

  /// A child's plan lines as they hold on a day, and what stands for each in that day's year.
  package func lines(of child: ChildReference, on day: Day) async throws -> Report {
    let versions = try await books.facts(.child(child)).read(as: PlanLine.self)
    let references = Set(versions.map(\.value.reference)).sorted()
    guard !references.isEmpty else {
      throw DeskFailure(
        .notFound,
        Diagnostic.error(
          "child-not-known", "there is no plan line of \(child)",
          next: "see who there is: \(.listChildren)"))
    }
    var lines: [Report.ListedLine] = []
    for reference in references {
      let standing = try await books.standing(of: reference)
      guard let line = standing.line(on: day) else { continue }
      lines.append((line, try await names.text(line.purpose.code), standing))
    }
    return .lines(lines, of: child, in: FinancialYear(of: day), chart, header)
  }
}

extension Family {
  /// The name as a screen shows it to whoever passes by: `S••• T•••`.
  fileprivate var maskedName: String {
    [givenName, familyName].map { $0.prefix(1) + "•••" }.joined(separator: " ")
  }
}
