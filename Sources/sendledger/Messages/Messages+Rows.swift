extension MessageGroup {
  /// What a row comes to, once the ledger has been looked at.
  static let rows = MessageGroup(
    "rows", title: "Rows that a person should look at",
    [
      Explanation(
        "matched",
        """
        The row is an entry that another file has posted already. A payment to a family stands in
        the council's payments and in the family's bank statement, and counts once. The commit
        records the match and moves no money. There is nothing to do, unless the match is wrong.
        """,
        run: "sendledger audit log --record 164"),
      Explanation(
        "twin-one-more",
        """
        An earlier file covers the day of this row and holds fewer rows like it. It may be listed
        once too often, or it may be a real payment that came late. Equal rows of one file are all
        real: 138 equal rows are 138 payments. Say which it is, with a reason.
        """,
        run: "sendledger import twins B-0007",
        "sendledger import twins B-0007 --row 44 real --reason 'Two sessions on one day'"),
      Explanation(
        "twin-other-day",
        """
        A row with the same payee, amount and reference stands on another day, in this file or in an
        earlier one. It may be one payment listed when it was sent and again when it cleared, or two
        real ones. How many days apart still count is the setting twin-days. Say which it is, with a
        reason.
        """,
        run: "sendledger import twins B-0007",
        "sendledger import twins B-0007 --row 45 twin --reason 'Listed again when it cleared'"),
      Explanation(
        "row-not-a-twin",
        """
        The row that was named is not a possible twin. The number is that of the row in the file,
        headings counted. List those that wait for a word, and take the number from there.
        """,
        run: "sendledger import twins B-0007"),
      Explanation(
        "nothing-to-compare",
        """
        The mapping says that another import posts such payments, and no entry of that amount is
        near that day. The direct payments of the month may not be imported yet, or the amount
        differs. Import them first, then preview this file again. How near is the setting twin-days.
        """,
        run: "sendledger import preview FILE --as direct-payments"),
      Explanation(
        "credit-not-known",
        """
        Money came into a family's account, and no payment of ours of that amount is near that day.
        It may be a payment that is not imported yet, a refund from a provider, or the family's own
        money. Import the payment, or name the payee and its plan line in the mapping if it is a
        refund. Then preview the statement again.
        """,
        run: "sendledger import preview FILE --as direct-payments"),
      Explanation(
        "payee-not-known",
        """
        The mapping does not say which plan line the payee is for, so the row proves nothing yet. A
        direct payment is for the agreed provision only (of education, SI 2014/1652, regulation 8),
        and a person has to say that this was. Find out what was bought. Write the payee and the number of
        the plan line under payees: in the mapping, and preview the statement again.
        """,
        run: "sendledger import preview FILE --as bank --mapping NAME --child SPB-004655"),
      Explanation(
        "return-not-recorded",
        """
        A family's statement shows money paid back to the council, and no such return is recorded
        near that day. Usually it is not recorded yet. Record it, and preview the statement again.
        """,
        run: "sendledger event record direct-payment-returned --day 2026-10-30 --amount 40.00 "
          + "--child SPB-004655 --plan-line 1 --document 'Bank statement of 30 October'"),
    ])
}
