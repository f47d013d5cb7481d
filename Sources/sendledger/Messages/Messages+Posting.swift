extension MessageGroup {
  /// Why an event cannot be posted.
  static let posting = MessageGroup(
    "posting", title: "Posting an event",
    [
      Explanation(
        "entry-empty",
        """
        The entry would move no money. Every amount in it is nothing, or it has no amount at all.
        Give at least one amount of more than nothing.
        """),
      Explanation(
        "entry-one-sided",
        """
        A movement has an amount of nothing or less. A movement has a direction, so its amount is
        always more than nothing. Give a positive amount, and swap the two accounts if money moved
        the other way.
        """),
      Explanation(
        "entry-unbalanced",
        """
        One amount would be debited in one layer or fund and credited in another. An entry balances
        in each layer of each fund by itself. Post each half within its own fund. Money crosses
        between funds only by a transfer that names its authority.
        """),
      Explanation(
        "amount-not-positive",
        """
        The amount is nothing or less, where the event itself says which way money moved. A refund
        entered with a minus is the commonest cause. Give a positive amount, or record the event
        that runs the other way. To end a plan line, give its last day and not a rate of nothing.
        """,
        run: "sendledger event record --help"),
      Explanation(
        "line-not-known",
        """
        There is no such line. Where a child stands before it, such as SPB-004655/2, the ledger has
        no such plan line: the child's packages are not imported yet, or the number is wrong.
        Elsewhere it is a section 251 line that no table holds, and is written as 1.2.11.
        """,
        run: "sendledger child show SPB-004655",
        "sendledger import preview FILE --as packages"),
      Explanation(
        "line-held-otherwise",
        """
        The plan line is held in another way than the event needs. Only a direct payment or a third
        party has money paid over and evidenced later. The money of an organised arrangement, or of
        a setting, goes straight to whoever provides. The SEND Code of Practice, 9.101, names the forms. Name another
        line, or import a new version of this one.
        """,
        run: "sendledger child show SPB-004655"),
      Explanation(
        "line-ends-before-it-begins",
        """
        The plan line would end on a day before the one on which it begins. One of the two days is
        wrong, and often the year. Correct it in the packages file, and preview it again.
        """,
        run: "sendledger import preview FILE --as packages"),
      Explanation(
        "line-of-another-child",
        """
        The row states a plan line, and its money is for another one. A row was copied and only half
        changed. Correct the child or the number of the line.
        """),
      Explanation(
        "section-not-allowed",
        """
        The fund would pay for provision of a section of the plan that it may not pay for. Section F
        is special educational provision, G health and H social care (Special Educational Needs and
        Disability Regulations 2014, regulation 12). The schools budget pays for education alone.
        Name the fund that pays for that section.
        """),
      Explanation(
        "term-dates-missing",
        """
        A plan line counts school weeks, and no term dates are adopted for the year. Term dates
        differ between councils, so the program has none of its own. Write term-dates in
        policy.yaml, with the source of the dates, and adopt them.
        """,
        run: "sendledger policy adopt"),
      Explanation(
        "release-beyond-commitment",
        """
        More would be released than is committed. An instalment was released already, or was paid
        and so is no longer committed. See what stands for the line, and release at most that.
        """,
        run: "sendledger child show SPB-004655"),
      Explanation(
        "invoice-not-known",
        """
        More would be paid on invoices than is owed on them. Either the invoice is not recorded, or
        it was for another amount. Record the invoice first. If there was none, record a payment
        made without one.
        """,
        run: "sendledger event record invoice-received --help"),
      Explanation(
        "return-beyond-advance",
        """
        More would be paid back than the family or the third party has of ours. Spending that is
        proved no longer counts as out. Check the amount, and whether evidence was recorded that
        does not hold. Record at most what is out.
        """,
        run: "sendledger child show SPB-004655"),
      Explanation(
        "credit-not-due",
        """
        More would be received from a school than is due from it. A school owes money back from the
        day on which a placement ends. Record the end of the placement first, or correct the amount.
        """,
        run: "sendledger event record placement-ended --help"),
      Explanation(
        "publication-day-taken",
        """
        Other figures for the same year were published on that day. The day of publication decides
        which figures supersede which, so each day has one set. Either --published is wrong, or the
        sheet was changed after it was imported. Give the day on which these figures came out.
        """,
        run: "sendledger import preview FILE --as dsg-allocation --published 2026-07-16"),
      Explanation(
        "version-not-newer",
        """
        The budget has a version that is not above the one in force. A budget is changed by a new
        version, and the difference is posted. See which version is in force, and give the new one a
        higher number.
        """,
        run: "sendledger budget show --fund high-needs"),
      Explanation(
        "pool-not-agreed",
        """
        Nobody has agreed to put anything into that part of the pool, so what it spends cannot be
        shared. The written agreement of a pooled fund names each partner's contribution (NHS Act
        2006 section 75; SI 2000/617, regulation 7). Record what each partner agreed, then the
        spending.
        """,
        run: "sendledger event record pool-agreed --help"),
      Explanation(
        "not-in-suspense",
        """
        The record is not a payment in suspense. It was placed already, or the number is that of
        another record. List what is in suspense and take the number from there.
        """,
        run: "sendledger event suspense"),
      Explanation(
        "already-corrected",
        """
        The record was placed or taken back already, by the record that is named. One entry is
        corrected once, and a correction is not taken back. Look at both. If the money should count
        after all, record the event anew.
        """,
        run: "sendledger audit log --record 212"),
      Explanation(
        "version-stands",
        """
        The record is a version of a published grant or of a budget. It is not reversed by itself,
        because the version would still be said to hold. Give the next version with the right
        amounts, or take back the import that brought it.
        """,
        run: "sendledger budget show"),
      Explanation(
        "not-an-entry",
        """
        The record moves no money, so there is nothing to take back. It is a fact, such as a plan
        line or an import. To take back what an import posted, undo the import.
        """,
        run: "sendledger audit log", "sendledger import undo B-0007 --reason 'Wrong month'"),
      Explanation(
        "names-a-child",
        """
        A reason, a document, a setting, a text of a scenario or the name of a file holds the name of a
        child whom the register knows. The ledger is kept so that it can be shown to anyone, and a pack
        goes to partners and families, so no name may stand in either. Use the child's reference, which
        the message gives, leave the name out, or rename the file.
        """,
        run: "sendledger child list"),
    ])
}
