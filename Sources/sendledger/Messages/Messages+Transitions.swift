extension MessageGroup {
  /// What stands in the way of projecting children's moves.
  static let transitions = MessageGroup(
    "transitions", title: "Children's moves between settings",
    transitionForms + transitionFigures + censuses)

  private static let transitionForms = [
    Explanation(
      "transitions-row-twice",
      """
      A population, a cost or a child's census is given twice. The program does not choose between two
      figures, nor add them. Transitions may be alike, because each is a child.
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
