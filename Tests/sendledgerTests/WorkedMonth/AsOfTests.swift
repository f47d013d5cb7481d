import TestSupport
import Testing

/// A position as of a day within a month.
struct AsOfTests {
  @Test func `as of a month's last day a position is that of the month`() async throws {
    let year = try await WorkedYear.october.value
    let month = await year.terminal.type([
      "block", "position", "--period", "2026-10", "-C", year.ledger, "--format", "csv",
    ])
    let day = await year.terminal.type([
      "block", "position", "--as-of", "2026-10-31", "-C", year.ledger, "--format", "csv",
    ])
    #expect(month.status == 0)
    #expect(day.out == month.out)
  }

  @Test func `a position within a month counts what is dated up to the day, and adds again`()
    async throws
  {
    let year = try await WorkedYear.october.value
    let address = "position/2026-10-15/high-needs/line/1.2.2/actual"
    let trace = await year.terminal.type(["trace", address, "-C", year.ledger])
    // The top-up of 11 September, and not yet the credit of 16 October nor the payments of the 20th.
    #expect(trace.status == 0)
    #expect(trace.out.contains("Printed      1,430.14"))
    #expect(trace.out.contains("Agrees       Yes"))
  }

  @Test func `a position needs one point in time, and not two`() async throws {
    let year = try await WorkedYear.october.value
    let neither = await year.terminal.type(["block", "position", "-C", year.ledger])
    #expect(neither.status == 64)
    #expect(neither.err.contains("give one of --period and --as-of"))
  }
}
