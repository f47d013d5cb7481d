extension MessageGroup {
  /// The file that a ledger stands in.
  static let ledgerFile = MessageGroup(
    "ledger-file", title: "The ledger's files",
    [
      Explanation(
        "ledger-not-found",
        """
        There is no ledger in that folder. A ledger is a folder with ledger.sqlite in it. Name the
        folder with --ledger or in SENDLEDGER_LEDGER, or make a new one.
        """,
        run: "sendledger init ledgers/anyshire --from ledgers/example"),
      Explanation(
        "ledger-exists",
        """
        The folder holds a ledger already, and a ledger is never erased by the program. Name another
        folder for the new one.
        """),
      Explanation(
        "not-a-ledger",
        """
        The file is not a ledger of this program. It is another kind of file under the same name.
        Name the folder of a ledger with --ledger.
        """),
      Explanation(
        "ledger-newer",
        """
        A later version of the program has written to the ledger. This one does not know what was
        added, and so does not touch it. Use the later version.
        """,
        run: "sendledger --version"),
      Explanation(
        "ledger-locked",
        """
        Another run is writing to the ledger. One run writes at a time, so that nothing is
        half-written. Wait for it to end, and try again. If no other run is there, a backup or a
        synchronising drive may hold the file.
        """),
      Explanation(
        "ledger-read-only",
        """
        The ledger may be read and not written to. Its folder or its file is protected, or stands on
        a drive that is. Ask for the right to write to the folder.
        """),
      Explanation(
        "disk-full",
        """
        There is no room left on the disk. A ledger is written whole or not at all, so nothing was
        written. Make room, and run the command again.
        """),
      Explanation(
        "storage-failed",
        """
        The system stopped reading or writing the ledger. A ledger is written whole or not at all,
        so nothing was written. A disk that fails or a network drive that went away are the
        commonest causes. Look after the disk, then verify the ledger before going on.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "store-refused",
        """
        The ledger file itself refused to take what was to be written. Its rules hold for every
        program: what is posted is not changed, and an entry balances. Nothing was written. Correct
        the cause that the message gives. If it gives none that you know, report it with the command
        that led to it.
        """),
      Explanation(
        "clock-behind",
        """
        Today would be a day before the ledger's last record. The day of recording never goes back,
        since the chain shows what was known when. Either the machine's clock is wrong, or
        SENDLEDGER_TODAY was set to a later day before. Set it to that day or later.
        """,
        run: "sendledger audit log --last 1"),
      Explanation(
        "ledger-damaged",
        """
        The ledger file is damaged, so that the database cannot read it as it was written. A failing
        disk, or a copy taken while it was written to, are the commonest causes. Keep the file as it
        is. Go back to the last copy that verifies, and import again what came after it.
        """,
        run: "sendledger audit verify"),
      Explanation(
        "register-not-found",
        """
        The folder holds the ledger and not the register that belongs to it. In the register stand
        the names and texts that the ledger may not hold, and the secret by which rows are known
        again. It cannot be made anew. Put the latest copy of register.sqlite back into the folder.
        """),
    ])
}
