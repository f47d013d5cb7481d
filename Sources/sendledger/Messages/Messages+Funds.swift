extension MessageGroup {
  /// What a fund may hold and pay for, and how money crosses between funds.
  static let funds = MessageGroup(
    "funds", title: "Funds and transfers",
    [
      Explanation(
        "fund-not-known",
        """
        The ledger keeps no fund of that name. The funds of an authority stand in ledger.yaml, by
        code and by name, and the message lists them. Name one of them. A fund that is new is
        written there and adopted.
        """,
        run: "sendledger policy adopt"),
      Explanation(
        "fund-may-not-pay",
        """
        The fund would pay for something that its table does not allow. The Dedicated Schools Grant
        may be used for the schools budget and for nothing else (Education Act 2002, sections 14 and
        16, and the conditions of grant of each year). So it never pays for health or social care.
        A wrong code in the mapping is the commonest cause. Name the fund that may pay, or the line
        that the spending belongs to.
        """),
      Explanation(
        "line-missing",
        """
        Money of this fund has to name the section 251 line that it is for, and none is given. The
        returns that an authority makes under section 251 are drawn up by these lines. Give the
        line, such as 1.2.11.
        """),
      Explanation(
        "use-not-known",
        """
        The day is before the first table of what a fund may pay for, which begins on 1 April 2013.
        The high needs block began on that day. Leave rows before it out of the file.
        """),
      Explanation(
        "use-not-applicable",
        """
        The account has no use, and one was given. Only spending, what is set aside for it and what
        is owed for it are for something. Leave out the line, the child and the contract.
        """),
      Explanation(
        "account-not-kept",
        """
        The fund does not keep that account. Grant income stands in the blocks, and money held for
        partners in an agent fund, to name two. Name the fund that keeps the account, or record the
        event that belongs to this fund.
        """,
        run: "sendledger trial-balance --as-of 2026-10-31"),
      Explanation(
        "partner-missing",
        """
        The account is kept by partner, and no partner is named. What an integrated care board owes
        is not what the council owes. Name the partner, such as ICB.
        """),
      Explanation(
        "partner-not-applicable",
        """
        A partner is named, and the account is not kept by partner. Leave the partner out, or name
        the fund whose money is shared.
        """),
      Explanation(
        "transfer-not-whole",
        """
        What leaves one fund is not what arrives in the other. Money crosses between funds only by a
        transfer of which both halves are posted together. Record it as a block transfer, as a
        contribution to a pool, or as a placing from suspense.
        """,
        run: "sendledger block transfer --help"),
      Explanation(
        "transfer-without-authority",
        """
        Money would cross between funds, and nothing says who allowed it. For a block transfer it is
        the schools forum's date and minute, or the Secretary of State's reference. For a placing
        from suspense it is a person and a reason. Give the authority.
        """,
        run: "sendledger block transfer --help"),
      Explanation(
        "transfer-needs-secretary-of-state",
        """
        The schools forum alone may not allow this transfer. It may agree up to 0.5% of the schools
        block, for one year only; more, or anything without the forum, needs the Secretary of State
        (the conditions of grant, and the School and Early Years Finance (England) Regulations of
        each year). The year's transfers count together, against the base that the forum was told.
        Check the base, or give the Secretary of State's reference.
        """,
        run: "sendledger block transfers", "sendledger block transfer --help"),
      Explanation(
        "not-between-blocks",
        """
        A block transfer runs between two of the four blocks of the Dedicated Schools Grant: schools,
        central, early-years and high-needs. One of the two is another fund, or they are the same.
        Name two blocks. Money for a pool is a contribution.
        """),
      Explanation(
        "setting-not-known",
        """
        The word is not one of the columns into which a section 251 line is divided. They are the
        kinds of setting, and the message lists them. Write one of those, or leave --setting out
        where the line is not divided.
        """),
    ])
}
