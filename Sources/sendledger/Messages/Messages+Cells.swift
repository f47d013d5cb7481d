extension MessageGroup {
  /// A cell that cannot be used, while the rest of the file goes on.
  static let cells = MessageGroup(
    "cells", title: "Cells of a row",
    [
      Explanation(
        "cell-missing",
        """
        A cell that has to be filled in is empty. Fill it in, or leave the row out. The rest of the
        file is not held up by it.
        """),
      Explanation(
        "cells-differ",
        """
        The row has more cells than the heading, or fewer. A cell that holds a comma stands between
        quotation marks.
        """),
      Explanation(
        "cell-too-long",
        """
        A cell is longer than a spreadsheet's cell can be, which is 32,767 bytes. Nearly always a
        quotation mark is opened and never closed, so that many rows became one cell. Look for it
        on the line that is named.
        """),
      Explanation(
        "cell-holds-nul",
        """
        A cell holds a NUL byte, which no text does. The file was damaged, or was exported as
        something else than text. Export it again as CSV.
        """),
      Explanation(
        "word-not-known",
        """
        The cell takes one of a few words, and holds another. The message lists them; capitals make
        no difference. Correct the spelling, or see in the page of the file's kind what each word
        means.
        """),
      Explanation(
        "code-not-known",
        """
        The cell is not a code of the kind that stands there. A child is SPB- and six digits, a line
        is written as 1.2.11, and funds and partners are those that ledger.yaml names. The
        period that a direct payment covers takes months, numbers and a few words. Correct the
        cell. If the fund or partner is new, write it in ledger.yaml and adopt it.
        """,
        run: "sendledger policy adopt"),
      Explanation(
        "amount-missing",
        """
        The cell of the amount is empty. A row without an amount is not taken as a row of nothing.
        Fill it in, or leave the row out.
        """),
      Explanation(
        "amount-unreadable",
        """
        The text is not wholly an amount in pounds and pence. Words such as REDACTED, two amounts in
        one cell, and commas for points are the commonest causes. Write it as 1234.50. Commas
        between thousands, a pound sign, a minus and brackets are read as well.
        """),
      Explanation(
        "amount-fraction-of-penny",
        """
        The amount is not a whole number of pence. The program does not choose a penny for you,
        since a ledger that can be a penny out cannot be reconciled. Find out what was paid, and
        write that. The noise of a spreadsheet, such as 1136.8400000000001, is read as the penny
        that it stands for.
        """),
      Explanation(
        "amount-too-large",
        """
        The amount is a trillion pounds or more. Look for a point that is missing, or for two cells
        that were joined.
        """),
      Explanation(
        "date-missing",
        """
        The row gives no day, and it counts on a day. Either the cell is empty, or the mapping names
        no column of days. Fill in the cell, or name the column in the mapping.
        """),
      Explanation(
        "date-unreadable",
        """
        The text is not a day, a month and a year. Write it as 31/10/2026; 2026-10-31 and 31 Oct 2026
        are read as well. A slip such as 17/042015 is not guessed at.
        """),
      Explanation(
        "date-impossible",
        """
        The calendar has no such day. September has 30 days, and there is no month 20. The day comes
        before the month, so a file written with the month first shows this as well. Find out the
        day, and write that.
        """),
      Explanation(
        "date-out-of-range",
        """
        The year is before 1990 or after 2099. A digit is missing or doubled. Correct the year.
        """),
      Explanation(
        "date-is-number",
        """
        The cell holds a spreadsheet's number for a day, such as 41180. The message says which day
        it would be, and does not take it as read. Format the column as a date in the spreadsheet,
        save it again, and preview the file.
        """),
      Explanation(
        "date-before-ledger",
        """
        The row is of a day before the ledger's first year began. What happened before is part of
        the openings. Leave the row out, or use the ledger of the earlier year.
        """,
        run: "sendledger status"),
    ])
}
