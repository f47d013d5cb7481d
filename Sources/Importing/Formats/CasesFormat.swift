import Bookkeeping
import Funding

/// Cases, each a contract, a request and what is known of both.
struct CasesFormat: RowFormat {
  let fields = CaseFields.specs
  let context: ImportContext

  func meaning(of row: TypedRow) throws(Diagnostic) -> Meaning {
    let reading = try CaseReading(row, context)
    return try row.making {
      let contract = try reading.contract()
      let request = try reading.request()
      let evidence = try reading.evidence()
      return .says(
        RowMeaning(
          amount: contract.price.sum ?? .zero, day: contract.from,
          intent: .post(
            [.contractAgreed(contract), .budgetRequested(request)]
              + evidence.map { .evidenceFound($0) }),
          texts: reading.texts))
    }
  }
}
