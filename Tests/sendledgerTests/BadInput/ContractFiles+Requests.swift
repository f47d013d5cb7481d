extension ContractFile {
  /// Rows with something in every column.
  static let full: [(kind: String, cells: [(column: String, cell: String)])] = [
    (
      "contracts",
      contract + [
        ("Setting", "special"), ("For", "Speech therapy"), ("Provider", "BrightTalk"),
        ("Variable rate", "60.00"), ("Band", "5%"), ("Step units", "180"),
        ("Step saving", "10800.00"), ("Steps", "14"), ("Minimum volume", "2000"), ("Exits", "18"),
        ("Waiting units", "40"), ("Spot price", "95.00"), ("Children", "150"),
        ("Notice months", "3"), ("Begins", "01/09/2024"), ("Ends", "31/08/2027"),
        ("Breaks", "31/08/2025 31/08/2026"), ("Renewal", "01/09/2027"),
        ("Instalments", "monthly"), ("Page", "14"),
      ]
    ),
    (
      "requests",
      request + [
        ("Next review", "10/03/2027"), ("Asks", "cash"), ("Replacement units", "12"),
        ("Overheads", "120.00"), ("On premises", "no"), ("Starts", "01/01/2027"),
        ("Replaces", "SPB-004217/3"), ("Paid as", "4"),
      ]
    ),
    ("evidence", evidence + [("Page", "1"), ("Basis", "assumed")]),
  ]

  /// Requests and evidence, for a ledger that holds the contract and a request.
  static let requests = [
    request(
      ["Decision": "D-2026-0403", "Child": "SPB-009999"],
      """
      requests.csv:2: error line-not-on-contract: SALT-2026 does not serve plan line SPB-009999/2
        why     only a part of what a child is given can be asked for
        next    correct the line, or import a version of the contract that names it

      """),
    request(
      ["Decision": "D-2026-0403", "Units": "19"],
      """
      requests.csv:2: error units-beyond-served: 19 units are asked for, and the child uses 18 of \
      the contract
        next    correct the units, or import a version of the contract

      """),
    request(
      ["Decision": "D-2026-0403", "Contract": "OT-2026"],
      """
      requests.csv:2: error contract-not-known: there is no contract OT-2026
        next    import it first: sendledger import preview FILE --as contracts

      """),
    request(
      ["Asks": "statement"],
      """
      requests.csv:2: error request-taken: there is a request D-2026-0402 already
        next    give this one another reference, or take the other import back

      """),
    request(
      ["Units": "0"],
      """
      requests.csv:2: error units-not-positive: the request is about no units
        next    give the units that the child uses, of a full year or of what is left of one

      """),
    request(
      ["Overheads": "-1.00"],
      """
      requests.csv:2: error overheads-negative: the overheads are −£1.00
        why     they are what a direct payment costs besides its price
        next    give a sum that is not negative, or leave the cell empty

      """),
    request(
      ["Replaces": "SPB-004655/2"],
      """
      requests.csv:2: error request-replaces-itself: SPB-004655/2 would give up its place and \
      take it
        next    name the line of another child who waits, or leave the cell empty

      """),
    request(
      ["Paid as": "SPB-004217/3"],
      """
      requests.csv:2: error line-of-another-child: the direct payment would be SPB-004217/3, \
      which is another child’s line
        next    name a line of the child who asks, or leave the cell empty

      """),
    request(
      ["Starts": "30/09/2026"],
      """
      requests.csv:2: error request-starts-before-asked: money is asked for from 2026-09-30, and \
      was asked for on 2026-10-01
        next    correct one of the two days, or leave the start empty

      """),
    evidence(
      ["Finding": "0.00"],
      """
      evidence.csv:2: error price-nil-or-negative: the price of a unit is £0.00
        why     nobody provides help for nothing, so it is a price that is not known
        next    find out the price; until then leave it out

      """),
    evidence(
      ["Shows": "eligible", "Finding": "40"],
      """
      evidence.csv:2: error finding-of-another-form: evidence of “eligible” finds something else \
      than yes or no
        next    write yes or no

      """),
    evidence(
      ["About": "SALT-2026", "Shows": "eligible", "Finding": "yes"],
      """
      evidence.csv:2: error evidence-of-request-only: “eligible” is said of a contract
        why     it differs from one child to another
        next    say of which request it was found, by its reference

      """),
    evidence(
      ["About": "D-2026-0999"],
      """
      evidence.csv:2: error request-not-known: there is no request D-2026-0999
        next    import it first: sendledger import preview FILE --as requests

      """),
  ]

  private static func request(_ changes: [String: String], _ words: String) -> ContractFile {
    ContractFile(kind: "requests", text: text(request, changes), words: words)
  }

  private static func evidence(_ changes: [String: String], _ words: String) -> ContractFile {
    ContractFile(kind: "evidence", text: text(evidence, changes), words: words)
  }
}
