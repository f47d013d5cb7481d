extension MessageGroup {
  /// The text files that say what a publisher's columns mean.
  static let mappings = MessageGroup(
    "mappings", title: "Mappings",
    [
      Explanation(
        "mapping-not-found",
        """
        The ledger has no mapping of that name. A mapping is a file in the ledger's folder
        mappings/, and its name is that of the file without .yaml. The message lists those that
        there are. Name one of them, or write the one that is missing.
        """,
        run: "sendledger import preview FILE --as payments --mapping NAME"),
      Explanation(
        "mapping-of-another-kind",
        """
        The mapping was written for another kind of file than --as says. Its columns would be taken
        for what they are not. Name another mapping, or the kind that the file is of. A mapping of
        kind bank also reads a card's file.
        """),
      Explanation(
        "option-missing",
        """
        A file of this kind cannot be read without the option that is named. Payments and
        statements need --mapping, which says what the columns mean. A statement needs --child,
        which says whose it is. An allocation needs --published, which says on which day the
        department published it.
        """,
        run: "sendledger import preview FILE --as bank --mapping lloyds --child SPB-004655",
        "sendledger import preview FILE --as dsg-allocation --published 2026-03-26"),
    ])
}
