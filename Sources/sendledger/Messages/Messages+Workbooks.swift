extension MessageGroup {
  /// What stands in the way of a workbook.
  static let workbooks = MessageGroup(
    "workbooks", title: "Workbooks",
    [
      Explanation(
        "workbook-needs-file",
        """
        A workbook is a file for a spreadsheet, and would be of no use on a screen. Name a file for it
        with --output, ending in .xlsx.
        """,
        run: "sendledger block position --period 2026-10 --format xlsx --output position.xlsx"),
      Explanation(
        "workbook-not-written",
        """
        The file could not be made. Its folder may not be there, may not be written to, or may be full.
        Nothing is left at the place that was named, and what stood there before still does.
        """),
      Explanation(
        "workbook-number-too-long",
        """
        A spreadsheet keeps fifteen digits of a number and puts noughts for the rest, without saying so.
        An amount of ten million million pounds has more. Files of csv and json keep every digit.
        """),
      Explanation(
        "workbook-text-too-long",
        """
        A cell of a spreadsheet holds 32,767 letters. The text is not cut, because nobody would see that
        it had been. Files of csv and json keep all of it.
        """),
      Explanation(
        "workbook-too-many-rows",
        """
        A sheet holds 1,048,576 rows. The table is not spread over several, because its total could not
        be seen beside its rows. Ask for fewer days, or write it as csv.
        """),
    ])
}
