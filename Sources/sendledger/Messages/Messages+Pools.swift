extension MessageGroup {
  /// What stands in the way of adopting an agreement, and of saying whose money a pool holds.
  static let pools = MessageGroup(
    "pools", title: "Pools and their agreements",
    [
      Explanation(
        "agreement-not-adopted",
        """
        Whose money is left in a pool, and who bears a result, is what its agreement says. None that
        began by that day stands in the ledger, or, for a scenario that takes its terms from it, none
        that holds in its first year. Write it down and adopt it.
        """,
        run: "sendledger pool agree FILE"),
      Explanation(
        "variation-without-agreement",
        """
        A file says that it varies an agreement, and the ledger holds none of that reference. Adopt the
        agreement as it was first made, and then its variation. The reference may be misspelt.
        """,
        run: "sendledger pool agree FILE"),
      Explanation(
        "variation-outside-period",
        """
        A variation holds from a day within the period of the agreement, to the end of that period. For
        days after it a new agreement is adopted, which may be in other words.
        """),
      Explanation(
        "variation-in-closed-month",
        """
        The varied terms would hold in a month that is closed. What was reported of it stands, and so do
        the terms that it was reported by. Let the variation hold from the first open day, or open the
        month again, which takes a reason.
        """,
        run: "sendledger period reopen 2026-10 --reason REASON"),
      Explanation(
        "variation-needs-new-agreement",
        """
        A variation changes contributions, uplift, host, whose services they are, risk share, reserve,
        whose money is used and the required terms. With other partners, another form, other funds or
        other days it is a new agreement.
        """),
      Explanation(
        "variation-not-allowed",
        """
        An agreement on a pooled fund has to say what each partner puts in and how that may be varied
        (SI 2000/617, regulation 7(3)(b)), and how the agreement itself is reviewed, varied and ended
        (regulation 7(3)(f)). This one was adopted without such a clause, so nothing in it allows the
        change. The item may have been left out of the file.
        """,
        run: "sendledger pool show POOL-2026"),
      Explanation(
        "variation-day-taken",
        """
        A variation from that day has been adopted, and says something else. What was adopted is never
        changed. Agree on one text, and let it hold from another day.
        """),
      Explanation(
        "variation-out-of-order",
        """
        A variation that holds from a later day has been adopted. It is the whole agreement as it reads
        from its day on, so it would undo this one without anybody having agreed to that. Write one that
        holds from a day after the last.
        """),
      Explanation(
        "variation-changes-nothing",
        """
        The file says what the agreement says already. A variation holds the whole agreement as it reads
        from its first day on: the terms that are varied as they are to be, the others as they are.
        """),
      Explanation(
        "variation-not-agreed",
        """
        A partner is missing under those who agreed to a variation, or somebody stands there who is no
        partner, or a day that is still to come. An agreement is varied by all who made it.
        """),
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
