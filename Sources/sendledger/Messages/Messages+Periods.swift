extension MessageGroup {
  /// Months and years, and who closes them.
  static let periods = MessageGroup(
    "periods", title: "Months and years",
    [
      Explanation(
        "period-closed",
        """
        The month is closed, so it takes no entry and is not closed again. A row of a closed month is
        posted on the first day of the first open month, and keeps its own day. If the month itself
        has to change, open it again with a reason, and have it prepared and closed once more. A
        year is closed while its March is open, so a March that was closed is opened again first.
        """,
        run: "sendledger period reopen 2026-10 --reason 'Bank file of 30 October was late'"),
      Explanation(
        "period-not-closed",
        """
        The month is open, so there is nothing to open again. If it should be closed, one person
        prepares it and another closes it.
        """,
        run: "sendledger period prepare 2026-10"),
      Explanation(
        "period-not-prepared",
        """
        Nobody has prepared the month, or it was opened again since, so it cannot be closed.
        Whoever prepares a month says that its imports are in and its exceptions settled. A second
        person closes it. A year is closed in the same way, once its March has been prepared.
        """,
        run: "sendledger period prepare 2026-10", "sendledger period close 2026-10"),
      Explanation(
        "preparer-cannot-close",
        """
        You prepared the month, and whoever closes it is somebody else. The same holds of a year and
        its March. No setting turns this off. Have somebody else close it, under their own name.
        """,
        run: "sendledger period close 2026-10"),
      Explanation(
        "period-not-over",
        """
        The month is not over yet. More may still happen in it, so it is not prepared. Prepare it
        after its last day.
        """,
        run: "sendledger status"),
      Explanation(
        "year-closed",
        """
        The year is closed, so it is not closed again and its months are not opened. Its closing
        entries rest on what the months hold. Post in the first open month; the entry keeps its own day, so that reports
        can tell when it belonged.
        """,
        run: "sendledger year show 2026-27"),
      Explanation(
        "deficit-not-settled",
        """
        The schools budget closes the year in deficit, and no rule says where such a deficit goes.
        Regulation 30L keeps a deficit in an account of its own, and its extension was announced up
        to 31 March 2028 only. The program does not make up a rule. Find the regulation for the
        year, and have it added to the program with its date.
        """),
      Explanation(
        "deficit-rule-not-confirmed",
        """
        The deficit of this year was kept apart under a rule that is not confirmed. Regulation 30L of
        the Local Authorities (Capital Finance and Accounting) (England) Regulations 2003 (inserted
        by SI 2020/1212) was extended to 31 March 2026 by SI 2022/1328. A further extension to
        31 March 2028 was announced on 20 June 2025, and its instrument was not found. Confirm the
        instrument before the accounts are signed.
        """,
        run: "sendledger year show 2026-27"),
    ])
}
