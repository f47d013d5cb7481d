extension MessageGroup {
  /// What stands in the way of adopting an agreement, and of saying whose money a pool holds.
  static let pools = MessageGroup(
    "pools", title: "Pools and their agreements",
    [
      Explanation(
        "agreement-unreadable",
        """
        Something in the file of an agreement is missing, misspelt or of the wrong form. Every such
        fault is named with its line. Names and values are written as docs/formats/agreements.md
        shows. A term that the agreement does not have is left out, and is then shown as a gap.
        """,
        run: "sendledger pool agree FILE --dry-run"),
      Explanation(
        "agreement-not-adopted",
        """
        Whose money is left in a pool, and who bears a result, is what its agreement says. None that
        began by that day stands in the ledger, or, for a scenario that takes its terms from it, none
        that holds in its first year. Write it down and adopt it.
        """,
        run: "sendledger pool agree FILE"),
      Explanation(
        "pool-not-known",
        """
        The ledger keeps no fund of that pool, and nothing was posted to one. The parts of a pool are
        funds of ledger.yaml: pool-general-POOL-2026, and pool-education-POOL-2026 where there is
        grant money in it. The reference may be misspelt.
        """),
      Explanation(
        "backtest-not-usable",
        """
        A projection from an earlier point cannot be held against what happened since. Years have to
        follow one another, each with a cost above nothing. A trend needs three years that were known
        then.
        """,
        run: "sendledger pool costs"),
    ])
}
