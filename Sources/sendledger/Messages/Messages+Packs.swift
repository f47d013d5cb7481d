extension MessageGroup {
  /// What stands in the way of reading a scenario file, and of a pack.
  static let packs = MessageGroup(
    "packs", title: "Scenario files and packs",
    [
      Explanation(
        "scenario-not-yaml",
        """
        The file of a scenario is YAML in UTF-8: names, colons and values, set in by spaces. A tab at the
        beginning of a line, a colon within a text that stands in no quotation marks, and a name that
        stands twice are the commonest causes. `docs/formats/scenarios.md` shows the form.
        """,
        run: "sendledger scenario check FILE"),
      Explanation(
        "scenario-name-unknown",
        """
        A name in a scenario file is not one that may stand there. Were it passed over, its value would be
        too, and a pack would rest on something else than its author wrote. The message lists the names
        that may stand in that part.
        """),
      Explanation(
        "scenario-value-missing",
        """
        A part of a scenario file does not say something that it has to say. Nothing is filled in: a pack
        shows only what somebody has written and answers for.
        """),
      Explanation(
        "scenario-value-unreadable",
        """
        A value of a scenario file is not of the form that its name asks for. Rates are in per cent, amounts
        in pounds and pence, days as 2027-01-31 and financial years as 2026-27. A word such as off stands in
        quotation marks.
        """),
      Explanation(
        "scenario-not-whole",
        """
        The parts of a scenario do not fit each other: years or an agreement that end before they begin, two
        options with one code, a recommended option or a shown year that is not there, a base cost both
        given and read, a fund that the ledger does not keep, a cost to deliver in a year that is not
        projected, or two names of which only one can hold, as with up-to and up-to-percent. A cap is for
        tiers that partners share. What the first year's cost may be away from
        itself is centrally 0, because the base cost says what it is.
        """),
      Explanation(
        "partner-not-in-pack",
        """
        An extract is for one partner of the scenario, called by its reference. The message lists them.
        """,
        run: "sendledger scenario pack FILE --output-folder DIR --partner ICB"),
    ])
}
