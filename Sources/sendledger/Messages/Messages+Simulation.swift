extension MessageGroup {
  /// What stands in the way of a simulation.
  static let simulation = MessageGroup(
    "simulation", title: "Simulations",
    [
      Explanation(
        "simulation-no-years",
        """
        There is no year to simulate. Contributions are given for each year, and say how many there are.
        """),
      Explanation(
        "simulation-no-options",
        """
        There is no option to simulate. The first is no change, and the others are held against it.
        """),
      Explanation(
        "simulation-cost-below-nothing",
        """
        The first year's cost is less than nothing. Income stands in the contributions.
        """),
      Explanation(
        "simulation-years-differ",
        """
        An option has savings for another number of years than contributions are given for. Each year
        has one of both; where nothing is saved it is 0.
        """),
      Explanation(
        "simulation-saving-past-whole",
        """
        A saving is a share of the cost of a year, so that 0.05 is 5%. No more than all of it can be
        saved; a share below nothing is a cost of the option, and may double the cost at most.
        """),
      Explanation(
        "simulation-rate-out-of-range",
        """
        A rate of growth, of prices or of inflation lies above −100% a year, at which nothing is left, and
        is no more than 100%. A rate outside these is mostly one that was written as a share: 3.5% is 3.5.
        """),
      Explanation(
        "simulation-deviation-out-of-range",
        """
        A standard deviation says how sure anybody is: two years in three are no further from the middle.
        It is nothing or more, and no more than 100%.
        """),
      Explanation(
        "simulation-correlation-past-one",
        """
        A correlation says how far growth and price go together. It is 1 where they always do, 0 where
        they have nothing to do with each other, and −1 where one rises when the other falls.
        """),
      Explanation(
        "simulation-too-few-runs",
        """
        The ends of a fan are a tenth of the runs, and a few runs have no tenth worth the name. 20,000 runs
        take less than a second.
        """),
    ])
}
