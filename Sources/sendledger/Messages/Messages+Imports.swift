extension MessageGroup {
  /// Previews, commits and what is taken back.
  static let imports = MessageGroup(
    "imports", title: "Previews and commits",
    [
      Explanation(
        "twins-undecided",
        """
        Rows that may be twins have no decision yet, so the import was not committed. A row may be
        one payment listed twice, or two real ones, and the program does not guess. Look at each,
        and say whether it is real or a twin, with a reason. Then commit.
        """,
        run: "sendledger import twins B-0007",
        "sendledger import twins B-0007 --row 44 real --reason 'Two sessions on one day'",
        "sendledger import commit B-0007"),
      Explanation(
        "file-changed",
        """
        The file or its mapping is not what it was when it was previewed. Nobody commits what they
        have not seen, so nothing was written. Preview it again, look, and commit that preview.
        """,
        run: "sendledger import preview FILE --as KIND"),
      Explanation(
        "preview-stale",
        """
        The ledger has moved on since the preview, and the rows would come to something else now.
        Another import or a person's entry came between. Nobody commits what they have not seen, so
        nothing was written. Preview the file again and commit that preview.
        """,
        run: "sendledger import preview FILE --as KIND"),
      Explanation(
        "import-settled",
        """
        The import no longer waits for anything, because it was committed or taken back. A decision
        on a row would change nothing. To change what was posted, take the import back and import
        the file again.
        """,
        run: "sendledger import undo B-0007 --reason 'Wrong month'"),
      Explanation(
        "import-not-known",
        """
        No import has that reference. A reference is B- and four digits, as its preview printed it.
        A preview with --dry-run keeps none. Take the reference from the list.
        """,
        run: "sendledger import list"),
      Explanation(
        "import-undone",
        """
        The import was taken back already, and is not taken back twice. Its rows count as new again.
        If they should stand after all, import the file again.
        """,
        run: "sendledger import preview FILE --as KIND"),
      Explanation(
        "import-given-up",
        """
        The import was previewed and never committed, and has been given up: the same file was
        previewed again, or a person dropped it. Commit the later preview, or make a new one.
        """,
        run: "sendledger import list"),
      Explanation(
        "later-record-rests-on-it",
        """
        What would be taken back is the base of something later: a newer version of a grant, a
        budget or a plan line, or a payment that was placed from suspense. Only the difference
        between the two was posted, so the later one would be left without its base. Take the
        later one back first.
        """,
        run: "sendledger audit log --record 212"),
      Explanation(
        "reason-missing",
        """
        The command needs a reason, and none was given. A decision on a payment, and the opening of
        a closed month, are kept in the ledger with the person and the reason. Give it with
        --reason, and name no child in it.
        """,
        run: "sendledger period reopen 2026-10 --reason 'Bank file of 30 October was late'"),
      Explanation(
        "text-missing",
        """
        A reason, an authority or a document was given without any words in it. It is kept in the
        ledger with what it is given for. Say it in a few words, and name nobody.
        """),
    ])
}
