import TestSupport
import Testing

/// Whoever decided is known by name, whatever stands beside it.
struct DeciderNamedTests {
  @Test(arguments: [
    "J. Osei, SEND manager", "J. Osei (SEND manager)", "Mr J. Osei", "J. Osei and H. Lowe",
    "h. lowe & J OSEI",
    "Osei, J.", "J. Osei - SEND manager", "J. Osei: manager", "SEND manager J. Osei",
    "J. Osei on behalf of the panel", "j.osei@anyshire.gov.uk", "Jane Osei",
    "Dr J.Osei; H. Lowe", "Cllr. J. Osei / H. Lowe",
  ])
  func `none of those who decided approves what a clerk recorded`(by: String) async throws {
    let made = try await DecisionLedger.made()
    try await made.ledger.on("2026-11-20").type([
      "decision", "record", "D-2026-0403", try made.words("D-2026-0403", ["by": "\"\(by)\""]),
    ]).require()
    let answer = await made.approve("D-2026-0403", by: "j.osei")
    #expect(answer.status == 3)
    #expect(answer.err.contains("error decider-cannot-approve"), "\(by): \(answer)")
    try await made.approve("D-2026-0403", by: "m.ford").require()
  }
}
