extension MessageGroup {
  /// What stands in the way of projecting children's moves.
  static let transitions = MessageGroup(
    "transitions", title: "Children's moves between settings",
    transitionForms + transitionFigures + censuses)

  private static let transitionForms = [
    Explanation(
      "transitions-file-empty",
      """
      The file has no heading. Its first line names the columns, and each line after it is a row.
      """),
    Explanation(
      "transitions-not-by-commas",
      """
      The headings stand in one cell, parted by semicolons, tabs or bars. Spreadsheets write so under
      some regional settings. Save the file again as CSV with commas.
      """),
    Explanation(
      "transitions-column-unknown",
      """
      The file has a column that nothing is known of. It is not passed over, because it may be one of
      those that are needed, misspelt.
      """),
    Explanation(
      "transitions-column-missing",
      """
      A column that is needed is not there. Transitions have calendar-year, setting-1, need-1,
      academic-year-1, setting-2, need-2 and academic-year-2; populations have calendar-year,
      academic-year and population; costs have need, setting and cost; a census has child,
      calendar-year, academic-year and need.
      """),
    Explanation(
      "transitions-cells-differ",
      """
      The row has more cells than the heading, or fewer. A cell that holds a comma stands between
      quotation marks.
      """),
    Explanation(
      "transitions-cell-empty",
      """
      A cell is empty that has to say something. A child who is in no setting for such needs has
      NONSEND for both setting and need.
      """),
    Explanation(
      "transitions-number-unreadable",
      """
      A year or a count is not a whole number in digits. Academic years before reception are written
      with a minus: -1.
      """),
    Explanation(
      "transitions-cost-unreadable",
      """
      The cost is not wholly an amount of pounds and pence. Write it as 1234.50, without words.
      """),
    Explanation(
      "transitions-row-twice",
      """
      A column, a population, a cost or a child's census is given twice. The program does not choose
      between two figures, nor add them. Transitions may be alike, because each is a child.
      """),
    Explanation(
      "transitions-year-group-unknown",
      """
      Academic years go from -4, the year after birth, over 0, which is reception, to 20. A plan ends
      at 25 at the latest.
      """),
    Explanation(
      "transitions-state-unknown",
      """
      A child is outside by the setting and not by the need, or the other way about. NONSEND stands in
      both cells or in neither.
      """),
    Explanation(
      "transitions-cost-missing",
      """
      Children moved out of or into a setting and a need for which no cost is given. It may be
      misspelt, so that there is no such state; or its cost is not known. Nothing is filled in: give
      the cost, or have such children counted without one, and the report names what it leaves out.
      """),
    Explanation(
      "transitions-outside-throughout",
      """
      The child is outside before and after. Children without such needs are counted in the population,
      and only those who join or leave have a row.
      """),
    Explanation(
      "transitions-year-groups-not-next",
      """
      From one calendar year to the next the academic year goes up by one, for every child. A child who
      is kept back at school is counted by age.
      """),
    Explanation(
      "transitions-past-the-last",
      """
      The child would be in a setting after academic year 20. A plan ends at 25 at the latest, so that
      everybody leaves then.
      """),
  ]

  private static let transitionFigures = [
    Explanation(
      "transitions-count-below-nothing",
      """
      A population is less than nothing. Nobody can say how many children that is.
      """),
    Explanation(
      "transitions-cost-below-nothing",
      """
      A child in a state costs less than nothing. What others pay for the child is not taken off here.
      """),
    Explanation(
      "transitions-year-missing",
      """
      There are transitions before a calendar year and after it, and none out of it. A rate that is
      worked out of the others would be too low. Add them, or leave the earlier years out.
      """),
    Explanation(
      "transitions-population-missing",
      """
      How many children join is a share of those who live in the area. The population is needed for
      every academic year out of which children join, in the years that are known and in those to come.
      """),
    Explanation(
      "transitions-rate-past-one",
      """
      More children of an academic year joined than lived in the area. One of the two files is of
      another area or another year.
      """),
    Explanation(
      "transitions-none",
      """
      There is no move to learn from. The moves from one year to the next are enough for a start,
      and three to five years are usual.
      """),
    Explanation(
      "transitions-weight-out-of-range",
      """
      What was seen of few children is mixed with what was seen of many, who count for as many children
      as the weight says. It is nothing or more, and 10 is usual.
      """),
    Explanation(
      "transitions-no-years",
      """
      A projection has one year at least. Five are usual.
      """),
  ]
}
