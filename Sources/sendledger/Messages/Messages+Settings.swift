extension MessageGroup {
  /// The settings of an authority, and what the program takes from its surroundings.
  static let settings = MessageGroup(
    "settings", title: "Settings",
    [
      Explanation(
        "policy-missing",
        """
        A setting is needed for a day, and none is adopted for it. What an authority decides is never
        a default hidden in the program. Write the setting in policy.yaml, with the day from which
        it holds and where it was decided. Then adopt it.
        """,
        run: "sendledger policy adopt", "sendledger policy show"),
      Explanation(
        "settings-not-found",
        """
        The ledger's folder lacks one of its settings files, ledger.yaml or policy.yaml. They are the
        working copies of what was adopted. Write the file, or copy it from ledgers/example and
        change it.
        """),
      Explanation(
        "settings-not-copied",
        """
        The settings of the other ledger could not be copied into the new folder. One of the two
        folders is not there, or may not be used. Check both paths.
        """,
        run: "sendledger init ledgers/anyshire --from ledgers/example"),
      Explanation(
        "ledger-of-another",
        """
        ledger.yaml names another authority, or another first year, than the ledger was opened with.
        A ledger is opened once, for one authority and from one year. Put ledger.yaml back, or make
        a new ledger.
        """,
        run: "sendledger status"),
      Explanation(
        "today-unknown",
        """
        The program could not tell what day it is. SENDLEDGER_TODAY is set to something that is no
        day. Set it to a day such as 2026-10-31, or leave it unset for the machine's clock to count.
        """),
      Explanation(
        "salt-unreadable",
        """
        SENDLEDGER_SALT is set and is not 64 hexadecimal digits. The salt keeps names from being
        guessed from their digests, and is needed when a ledger is made. Leave it unset, and the
        program will choose one by chance.
        """),
      Explanation(
        "statement-held",
        """
        The statement of a family was not written. A statement holds a child's money and help, so it
        goes only to an address that was confirmed within twelve months. Either the register does
        not know the family, or the address is not confirmed. Confirm it with the family, and
        import it.
        """,
        run: "sendledger import preview FILE --as families"),
    ])
}
