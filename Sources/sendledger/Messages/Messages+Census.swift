extension MessageGroup {
  /// What stands in the way of reading children's moves from a ledger and a census.
  static let censuses = [
    Explanation(
      "census-reference-unreadable",
      """
      The file of children names each by the reference that the ledger has: SPB- and six digits. It
      holds no names, and what stands in the cell is not shown.
      """),
    Explanation(
      "census-need-not-code",
      """
      A need is a code of up to 24 letters, digits and hyphens, such as SEN2 has. Words could name the
      child, and would stand in a file that holds no names. NONSEND is the word for no need at all; a
      need that nobody knows is left empty.
      """),
    Explanation(
      "census-year-not-reached",
      """
      The file has a census that lies before the first year of the ledger, or after the day up to
      which it is read. Where the child was then is not known. Take such rows out of the file, or give
      a later day.
      """,
      run: "sendledger pool moves --children FILE --output-folder FOLDER --as-of DAY"),
    Explanation(
      "census-year-groups-not-next",
      """
      From one census to the next the academic year goes up by one, also for a child who is kept back
      at school. One of the two rows is wrong, and the program does not choose. The child's move
      between them is left out and counted; everything else is written.
      """),
    Explanation(
      "census-too-few",
      """
      A move goes from one census to the next. The ledger begins too late, or is read up to too early
      a day, to have seen two of them. The census day is 15 January unless --census says another.
      """),
    Explanation(
      "census-without-children",
      """
      None of the children in the file has a plan line that counts at a census, so that there is no
      move to write. The references may be those of another ledger, or the funds and lines asked for
      may be others than those of the plan lines.
      """,
      run: "sendledger pool costs"),
  ]
}
