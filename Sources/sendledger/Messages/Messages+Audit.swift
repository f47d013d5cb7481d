extension MessageGroup {
  /// What verifying the chain may find.
  static let audit = MessageGroup(
    "audit", title: "Verifying the ledger",
    [
      Explanation(
        "chain-broken",
        """
        A record does not follow from the one before it. Each record is hashed together with the
        digest of the record before, so it was changed, added or moved after it was recorded. The
        program itself never does that. A digest typed after --digest that is not the one printed
        shows this as well. Keep the file as it is, and compare it with the last copy that verifies.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "record-missing",
        """
        A number is missing from the chain, so a record was taken out. The program never deletes a
        record. Keep the file as it is, and compare it with the last copy that verifies.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "record-unreadable",
        """
        A record cannot be read as one that may stand. Its bytes were changed, or what it holds
        would never have been accepted, such as an entry that does not balance. Keep the file as it
        is, and find out what else has changed.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "chain-cut",
        """
        The chain ends earlier than it did. The last records were taken away, or an older copy of
        the ledger stands beside a newer register. Put back the two files of one copy, or find the
        ledger file with the later head.
        """,
        run: "sendledger audit log --last 1"),
      Explanation(
        "kept-figure-differs",
        """
        A balance that the file keeps is not what follows from the chain. The chain is whole, so the
        figure was changed beside it. Reports rest on such figures. Keep the file as it is, and
        compare it with the last copy that verifies.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "rule-changed",
        """
        A rule of the ledger file is missing or was changed. The rules are triggers that refuse to
        change what is posted, whichever program asks. Somebody opened the file with another
        program. Keep the file as it is, and compare it with the last copy that verifies.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "record-not-known",
        """
        The ledger has no record of that number. Records are numbered from 1 without gaps, and the
        head says which is the last. List the last ones.
        """,
        run: "sendledger audit log --last 20"),
      Explanation(
        "point-not-known",
        """
        What was given is neither a day nor a record of the ledger. A report can be read as it was
        known at the end of a day, or at a record. Give a day such as 2026-10-31, or a number from
        the log.
        """,
        run: "sendledger audit log"),
    ])
}
