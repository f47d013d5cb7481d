extension MessageGroup {
  /// What was typed, and where results go.
  static let commands = MessageGroup(
    "commands", title: "Commands",
    [
      Explanation(
        "child-not-known",
        """
        No plan line of that child is in the ledger. The reference is wrong, or the child's packages
        are not imported yet. A child is named by SPB- and six digits, and never by name.
        """,
        run: "sendledger child list"),
      Explanation(
        "address-not-known",
        """
        No report prints a figure at that address. An address says which report, which month and
        which cell, with strokes between. List the addresses of the report and copy one.
        """,
        run: "sendledger trace position/2026-10/high-needs --addresses"),
      Explanation(
        "code-unknown",
        """
        No message has that code. A code is the word behind error, warning or note in a message,
        without the colon. List them all, or copy the one you were given.
        """,
        run: "sendledger explain"),
      Explanation(
        "output-exists",
        """
        The file that the result should go to is there already. It was not touched. Give another
        name, or replace it with --force.
        """),
      Explanation(
        "output-not-written",
        """
        The result could not be written to that place. The folder is not there, may not be written
        to, or is full. A file is written whole or not at all. Name another place, or make the
        folder.
        """),
      Explanation(
        "step-unreadable",
        """
        A line of steps.txt, which the example is made from, does not begin with a day. Each line
        gives a day, a person, a kind, a file and its options. Correct the line.
        """,
        run: "sendledger demo ledgers/demo --output-folder out"),
      Explanation(
        "not-foreseen",
        """
        Something happened that the program did not foresee. It is a mistake of the program and not
        of yours. What was being written was given up whole. Report it, with the command that led to
        it and the message, and verify the ledger.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "usage",
        """
        The command was typed with a word or an option that it does not take, or without one that it
        needs. Nothing was done. Each command's help lists its options, with examples.
        """,
        run: "sendledger import preview --help"),
      Explanation(
        "user-unknown",
        """
        Nobody is named as the person who acts. What is written to a ledger is kept with a name, and
        a period is closed by another person than prepared it. Where the machine does not say who is
        signed in, set SENDLEDGER_USER to your name.
        """),
    ])
}
