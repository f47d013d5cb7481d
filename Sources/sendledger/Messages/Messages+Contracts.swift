extension MessageGroup {
  /// Why a contract, a request, a piece of evidence or a case cannot be recorded.
  static let contracts = MessageGroup(
    "contracts", title: "Contracts, requests and evidence",
    prices + volumes + requests + standing)

  private static let prices = [
    Explanation(
      "price-of-nothing",
      """
      A price of one unit is nothing or less. In a quote, a variable rate or a spot price that
      means a price nobody knows, and a sum worked out with it would be wrong. Find out the
      price. Until then leave the cell empty, and what is missing is named and refuses nobody.
      """,
      run: "sendledger import preview FILE --as evidence"),
    Explanation(
      "step-of-nothing",
      """
      A contract gives up capacity only in steps, and this step has no units, no saving, or there
      are none of it. Give the units that have to leave together and what the contract then falls
      by. Leave all three columns empty where it gives up any volume.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "steps-do-not-cover",
      """
      The number of steps by the units of one is less than the contract holds. What lies beyond
      the last step could never be given up, and a table of families would stop short of it. The
      units of one step may stand where those of all were meant. Correct one of the two, or leave
      the number out: then there are as many as the capacity holds.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "steps-beyond-sum",
      """
      All steps together would give back more than the contract costs. The saving may be of all
      steps and not of one, or the sum may be of less than a year. Correct the figure that is
      wrong.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "dates-out-of-order",
      """
      Two days of a contract are in the wrong order. It begins, may be broken, ends and is let
      anew, and a version of it cannot begin when it has ended. Often the year is the mistake. On
      these days a sum may be put off until, so they have to be right.
      """,
      run: "sendledger import preview FILE --as contracts"),
  ]

  private static let volumes = [
    Explanation(
      "capacity-of-nothing",
      """
      The contract is said to hold no units. The price of one is the sum over the capacity, and
      there is none for nothing. Give the units of a full year, or leave the cell empty where the
      papers do not say.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "contract-used-beyond-capacity",
      """
      What the named children use, and what was given up before, is more than the contract holds.
      Their shares would add to more than its sum. The capacity may be of a term and the units of
      a year, or a child who left is still named. Correct one of them.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "band-beyond-capacity",
      """
      The volume band, within which the price stays as it is, is wider than the contract. A share
      needs its sign: 5% and not 5. Correct the band or the capacity.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "minimum-beyond-capacity",
      """
      The provider is said to need more units than the contract holds. Nobody could leave such a
      contract, and nobody could have agreed it. Correct the minimum or the capacity.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "exits-beyond-capacity",
      """
      More is said to have been given up before this version than the contract holds. Exits are
      units of this contract that stand in its sum and are no longer used. Correct them or the
      capacity.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "line-named-twice",
      """
      One plan line is named twice among those that a contract serves. It has one number of
      units, and its share of the sum follows from that. Name it once, with all that it uses.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "place-names-children",
      """
      A contract of the kind place names children as served. Place funding is paid for places and
      belongs to no child, so no part of it can be asked for (High needs funding operational
      guide). Leave the children out. A top-up, which does belong to a child, is of the kind
      top-up.
      """,
      run: "sendledger import preview FILE --as contracts"),
  ]

  private static let requests = [
    Explanation(
      "units-of-nothing",
      """
      A request is about no units, or would buy none elsewhere. It is about what the child uses
      of the contract, counted in the contract's unit. Give that number.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "overheads-below-nothing",
      """
      What a direct payment costs besides its price cannot be less than nothing. It is for
      payroll, insurance, support and checks, and is part of what is enough (SI 2014/1652,
      regulation 10). Give the sum of a year, or leave the cell empty.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "request-replaces-itself",
      """
      The line that would take the freed place is the line that gives it up. The column names a
      line of another child, who waits and is helped elsewhere meanwhile. Correct it, or leave it
      empty.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "request-starts-before-asked",
      """
      Money is asked for from a day before it was asked for. Correct one of the two days. Where
      the start is left empty, it is the day of asking.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "finding-of-another-form",
      """
      Each kind of evidence finds one thing: a price, a number of units, a percentage, or yes or
      no. This row finds another. The message says which is wanted.
      """,
      run: "sendledger import preview FILE --as evidence"),
    Explanation(
      "evidence-of-request-only",
      """
      This kind of evidence is about one child, and the row names a contract. Whether a recipient
      may be paid and will use it well (SI 2014/1652, regulations 5 and 6) differs from family to
      family. Name the request it was found for.
      """,
      run: "sendledger import preview FILE --as evidence"),
    Explanation(
      "case-unclear",
      """
      What a case says can be taken in two ways, or lacks what another key needs. Hours and
      nights in one case, two sums for one contract, or a waiting list without its units are
      such. The program does not choose. Say it in one way, and preview the file again.
      """,
      run: "sendledger import preview FILE --as cases"),
  ]

  private static let standing = [
    Explanation(
      "contract-day-taken",
      """
      Another version of the contract begins on the same day, in the ledger or in the same file.
      The first day of a version decides which one holds, so there cannot be two. Give the day
      from which this one holds. If the other one is wrong, take its import back first.
      """,
      run: "sendledger import list", "sendledger import undo B-0007 --reason TEXT"),
    Explanation(
      "contract-not-known",
      """
      A request or a piece of evidence names a contract that is not in the ledger. The contract
      may not be imported yet, or the reference is written otherwise there. Import contracts
      first, then requests, then evidence.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "line-not-on-contract",
      """
      A request is about a plan line that the contract does not name as served. Only a part of
      what a child is given can be asked for, and how much that is stands in the contract. Correct
      the line, or import a version of the contract that names it with its units.
      """,
      run: "sendledger import preview FILE --as contracts"),
    Explanation(
      "request-taken",
      """
      There is another request under that reference. A reference stands for one request and what
      is decided on it. Give the new one a reference of its own, or take the other import back.
      """,
      run: "sendledger import list"),
    Explanation(
      "request-not-known",
      """
      A piece of evidence or a decision is about a request that is not in the ledger. Import the
      request first. A reference that begins with D- is a request's, and any other a contract's.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "decision-approved-already",
      """
      Two people have decided that request, and what was decided stands. A change is a new
      request, with what has changed since as its reason. A mistake is corrected by an entry
      that reverses what was posted.
      """,
      run: "sendledger import preview FILE --as requests"),
    Explanation(
      "units-beyond-served",
      """
      A request is about more units than the contract says the child uses. Nobody can give up what
      they do not have. Correct the units, or import a version of the contract.
      """,
      run: "sendledger import preview FILE --as contracts"),
  ]
}
