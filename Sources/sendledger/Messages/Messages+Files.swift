extension MessageGroup {
  /// A file that is to be read, before any row of it counts.
  static let files = MessageGroup(
    "files", title: "Reading a file",
    [
      Explanation(
        "file-not-found",
        """
        There is no file at the path that was typed. Usually a letter of the name is wrong, or the
        path starts from another folder than the one you are in. Check the path, and put one that
        holds spaces between quotation marks.
        """),
      Explanation(
        "file-is-folder",
        """
        The path is that of a folder, and one file is read at a time. Name one file in it.
        """),
      Explanation(
        "file-unreadable",
        """
        The file is there, and you may not read it. Ask whoever owns it for the right to read it,
        or have it copied to a folder of yours.
        """),
      Explanation(
        "file-empty",
        """
        The file holds no bytes. Most often an export or a download was stopped. Export it again
        from where it came from.
        """),
      Explanation(
        "file-utf-16",
        """
        The file is written in UTF-16, which is not read. Some spreadsheets write it when they save
        as "Unicode text". Save the file again as "CSV UTF-8".
        """),
      Explanation(
        "file-not-text",
        """
        The first bytes of the file are those of a workbook, a PDF, a picture or another thing that
        is no text, whatever its name ends in. Open it where it came from, save or export it as "CSV
        UTF-8", and preview that file.
        """),
      Explanation(
        "rows-missing",
        """
        The file has the headings of its kind and no rows under them. That is right where there was
        nothing to list; else the export stopped early. Export it again, or leave it.
        """),
      Explanation(
        "file-failed",
        """
        Reading stopped part way, and nothing of the file was used. A network drive that went away
        or a failing disk are the commonest causes. Copy the file to a disk of this machine, and
        preview it again.
        """),
      Explanation(
        "columns-not-found",
        """
        No row near the top of the file holds the headings that its kind needs. The message lists
        those that are missing and those that were found. Either the file is of another kind, or
        its publisher calls a column by another name. Check --as first; then name the columns in a
        mapping. A file without headings is known by the order of its columns, which its mapping
        gives.
        """,
        run: "sendledger import preview FILE --as KIND --mapping NAME"),
      Explanation(
        "headings-not-by-commas",
        """
        The headings stand in one cell, parted by semicolons, tabs or bars. Spreadsheets write so
        under some regional settings. Save the file again as CSV with commas.
        """),
      Explanation(
        "heading-twice",
        """
        Two columns have one heading, and the file's kind reads it; or two headings may both be
        one field. Neither can be trusted to be the right one. Give one of the columns another
        heading, or name the right one in a mapping, and preview the file again.
        """),
      Explanation(
        "quoting-broken",
        """
        A quotation mark stands inside a cell where it may not. Every row after it is in doubt, so
        nothing of the file is used. Put the cell between quotation marks and double those within
        it, or export the file again with quoting switched on.
        """),
      Explanation(
        "quote-never-closed",
        """
        A quotation mark opens a cell, and nothing closes it by the end of the file. All that
        follows would be one cell, so nothing of the file is used. Go to the line that is named,
        and close the mark or take it out.
        """),
      Explanation(
        "record-too-long",
        """
        One row is longer than 16 megabytes. Such a row is nearly always a quotation mark that is
        opened and never closed. Go to the line that is named and look for it.
        """),
      Explanation(
        "control-total-missed",
        """
        A total that the file states is not what its rows add to. Rows were lost or doubled on
        their way, or an amount could not be read. The message gives the difference, and the rows
        whose amount could not be read. Nothing of the file can be committed until it ties. Mend
        the file, or ask for it again, and preview it.
        """,
        run: "sendledger import show B-0007"),
      Explanation(
        "figures-do-not-add",
        """
        In a row of the department's sheet, the four blocks do not add to the total. A figure was
        changed or rounded after the sheet was published. Use the sheet as the department publishes
        it.
        """),
      Explanation(
        "control-row-missing",
        """
        The allocation sheet has no row for England. That row is the total by which the authorities
        are checked, so without it nothing can be committed. Save the whole sheet as CSV, not a
        part of it.
        """),
      Explanation(
        "authority-not-in-sheet",
        """
        The allocation sheet has no row for the ledger's authority. Either rows are missing from
        the sheet, or the code in ledger.yaml is not the three digits by which the department knows
        the authority.
        """,
        run: "sendledger status"),
      Explanation(
        "year-not-stated",
        """
        No heading of the allocation sheet names its year, such as "2026 to 2027". The year is never
        guessed, since a grant belongs to one year. Save the sheet with its title and all rows of
        its headings.
        """),
    ])
}
