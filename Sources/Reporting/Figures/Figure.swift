public import Bookkeeping
public import Funding

/// Where a printed figure is found: `position/2026-10/high-needs/line/1.2.11/spent`.
public struct Address: Hashable, Sendable, CustomStringConvertible {
  public let parts: [String]

  public init(_ parts: [String]) { self.parts = parts }

  /// - Returns: none where the text is not a path of two parts or more.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    self.parts = parts
  }

  public var description: String { parts.joined(separator: "/") }

  public func appending(_ more: String...) -> Address { Address(parts + more) }
}

/// A printed figure: where it stands, and the terms of which it is the sum.
public struct Figure: Hashable, Sendable {
  public let address: Address
  public let terms: [Term]
}

/// Flows by stretches of days, from which figures are read.
public struct FlowBook: Sendable {
  private let flows: [DaySpan: [Flow]]

  public init(_ flows: [DaySpan: [Flow]]) { self.flows = flows }

  /// The figure's amount.
  ///
  /// - Precondition: the flows of every stretch of days that it needs have been given.
  public func amount(of figure: Figure) -> Money {
    figure.terms.map { term in
      guard let flows = flows[term.days] else {
        preconditionFailure("the flows of \(figure.address) were not asked for")
      }
      return flows.map { term.counts($0) }.total()
    }.total()
  }

  /// The accounts that anything moved through, in a stretch of days.
  public func accounts(in days: DaySpan) -> Set<Account> {
    Set((flows[days] ?? []).flatMap { [$0.debit, $0.credit] })
  }
}
