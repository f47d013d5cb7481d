import Bookkeeping
import Funding
import TestSupport
import Testing

@testable import Importing

/// Rates of plan lines, in files of packages.
struct PackagesTests {
  private static let heading =
    "Child,Line,For,Section,Fund,Section 251 line,Agency,Element,Held,Provider,Rate,Quantity,Unit,"
    + "Per,From,Decision,Decided by,Decided on\n"

  private func trial(rate: String, quantity: String) throws -> Trial {
    let row =
      "SPB-004655,2,Therapy,F,High needs,1.2.13,education,3,organised-arrangement,Oak,\(rate),"
      + "\(quantity),session,month,01/09/2026,D-1,Panel,20/08/2026\n"
    return try Trial(Self.heading + row, as: .packages, mapping: nil)
  }

  @Test(arguments: [
    ("60.00", "4", 24_000), ("999999999999.99", "1", 99_999_999_999_999),
  ])
  func `a rate is the price of a unit by the number of units`(
    rate: String, quantity: String, pence: Int64
  ) throws {
    let trial = try trial(rate: rate, quantity: quantity)
    #expect(trial.refusals.isEmpty)
    #expect(trial.amounts == [pence])
  }

  @Test(arguments: [
    ("999999999999.99", "2"), ("999999999999.99", "9999"), ("500000000000.00", "2"),
    ("-999999999999.99", "9999"),
  ])
  func `units that come to a trillion pounds are refused by their rate`(
    rate: String, quantity: String
  ) throws {
    let trial = try trial(rate: rate, quantity: quantity)
    #expect(trial.refusals.map(\.code) == ["amount-too-large"])
    #expect(trial.refusals.map(\.problem) == ["Rate is “\(rate)”"])
    #expect(trial.refusals.map { $0.place?.column } == ["Rate"])
  }

  @Test(arguments: ["0", "-1", "10000", "1.5", "99999999999999999999", "four"])
  func `a number of units is a whole number from 1 to 9999`(quantity: String) throws {
    let trial = try trial(rate: "60.00", quantity: quantity)
    #expect(trial.refusals.map(\.code) == ["code-not-known"])
    #expect(trial.refusals.map(\.next) == ["write a whole number from 1 to 9999"])
  }
}
