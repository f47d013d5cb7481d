extension MessageGroup {
  /// What stands in the way of recording, approving or sending a decision.
  static let decisions = MessageGroup(
    "decisions", title: "Decisions on requests",
    [
      Explanation(
        "decision-not-recorded",
        """
        Nobody has recorded a decision on the request, so that there is nothing to approve and no letter
        to be made. The program's finding is not a decision.
        """,
        run: "sendledger decision record D-2026-0402 decisions/D-2026-0402.yaml"),
      Explanation(
        "decision-not-approved",
        """
        A letter goes out only once a second person has put a name to the decision. Until then it is one
        person's word.
        """,
        run: "sendledger decision approve D-2026-0402"),
      Explanation(
        "decider-cannot-approve",
        """
        Whoever records a decision and whoever approves it are two people. Only approval posts, and so it
        takes both names.
        """,
        run: "SENDLEDGER_USER=h.lowe sendledger decision approve D-2026-0402"),
      Explanation(
        "figures-have-moved",
        """
        Something was granted, found out or changed between the decision and its approval, and the
        figures are no longer those on which it was decided. A place that another family was granted
        can be what makes the difference. Assess the request again, and record a decision anew.
        """,
        run: "sendledger decision assess D-2026-0402"),
      Explanation(
        "decision-rests-on-it",
        """
        The import holds the request, the contract or the evidence of a decision that two people have
        put their names to, and that may have moved money. Without it the decision could not be read
        again. What has changed since is said by a later version of the contract, or by later
        evidence, and a new request is decided on that.
        """,
        run: "sendledger decision show D-2026-0402"),
      Explanation(
        "line-under-notice",
        """
        What is bought for one child goes on being paid for until its notice has run, and the sum in
        its place would be paid before that. Until then the two stand side by side, and one plan line
        cannot be both. Make a new request that names another line of the child under “paid as”, or
        that starts once the notice has run.
        """,
        run: "sendledger decision show D-2026-0402"),
      Explanation(
        "test-without-reason",
        """
        A refusal answers each question that the law asks: would it harm help for other children with
        plans, and is it a good use of public money. Each answer is in words, for this child. There is
        no third question, and none may be left out.
        """),
      Explanation(
        "reason-reused",
        """
        The same words stand on the refusals of more other children this year than the setting
        reason-reuse allows. A reason that fits every child was not found for this one.
        """,
        run: "sendledger policy show"),
      Explanation(
        "nothing-instead",
        """
        Whoever is told no, or not yet, is told what can be done now. SEND Code of Practice, 9.106.
        """),
      Explanation(
        "difference-unexplained",
        """
        A person may decide otherwise than the program finds, as far as the law leaves it open. Both are
        kept, with the reason for the difference.
        """),
      Explanation(
        "evidence-missing",
        """
        Something is not known without which nothing can be found. That is never a refusal, and never a
        grant: what can be recorded is INSUFFICIENT_EVIDENCE, and the letter says what is needed.
        """,
        run: "sendledger decision assess D-2026-0402",
        "sendledger import preview evidence.csv --as evidence"),
      Explanation(
        "outcome-not-open",
        """
        The gates come before the sums, and nobody can decide against them. A place is never divided, the
        two grounds of regulation 4A do not count for social care, health, travel or a service of the
        council's own, and no cash is paid without the consents that the regulations ask for.
        """,
        run: "sendledger decision assess D-2026-0402"),
      Explanation(
        "review-before-decision",
        """
        The last day on which the family may ask for the decision to be looked at again comes from the
        setting review-days. It would be no later than the decision itself.
        """,
        run: "sendledger policy show"),
      Explanation(
        "before-the-law",
        """
        Nobody could ask for a budget before September 2014, when section 49 of the Children and Families
        Act 2014 began. No rule is applied to an earlier day.
        """),
      Explanation(
        "letter-held",
        """
        A letter goes only to an address that was confirmed with the family within the last twelve months.
        No file is made until it has been.
        """,
        run: "sendledger import preview families.csv --as families"),
      Explanation(
        "papers-not-ready",
        """
        A letter cannot be made of the decision as it stands. A reason is empty, the day until
        which a review may be asked for is missing, or nothing is said of what can be done instead.
        """,
        run: "sendledger decision show D-2026-0402"),
    ])
}
