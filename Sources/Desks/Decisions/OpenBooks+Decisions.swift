package import Funding
package import Reporting
import Storage

extension OpenBooks {
  /// The requests for one contract or for all, and what became of each.
  package func decisions(on contract: ContractReference?) async throws -> Report {
    var lines: [Report.RequestLine] = []
    for request in try await books.all(BudgetRequest.self).map(\.value)
    where contract.map({ $0 == request.contract }) ?? true {
      lines.append(
        (
          request, try await books.decision(on: request.reference)?.value,
          try await books.approval(of: request.reference)?.fact.day
        ))
    }
    return .requests(lines, header)
  }

  /// Everything that the ledger holds of a request.
  package func decisionFile(_ reference: DecisionReference) async throws -> DecisionFile {
    guard let request = try await books.request(reference) else {
      throw CaseFailure.requestNotKnown(reference)
    }
    let approval = try await books.approval(of: reference)
    return DecisionFile(
      request,
      evidence: try await books.evidence(on: request),
      decided: try await books.decision(on: reference),
      approved: approval.flatMap { found in found.fact.day.map { (found.number, $0) } })
  }

  /// What was asked of one contract or of all, and could not be met.
  package func demand(on contract: ContractReference?) async throws -> Report {
    .demand(
      try await books.all(Demand.self).map(\.value)
        .filter { demand in contract.map { $0 == demand.contract } ?? true }, header)
  }
}
