extension MessageGroup {
  /// What stands in the way of reading what people write: settings, mappings, agreements, scenarios,
  /// decisions and cases.
  static let written = MessageGroup(
    "written", title: "Files that people write",
    [
      Explanation(
        "written-not-yaml",
        """
        Settings, mappings, agreements, scenarios and decisions are YAML in UTF-8, and cases are JSON:
        names, colons and values, set in by spaces. The file stops being that at the line that is named.
        A tab at the beginning of a line, and a colon within a text that stands in no quotation marks,
        are the commonest causes. Nothing of the file is used, since nobody knows what comes after that
        place.
        """),
      Explanation(
        "written-out-of-bounds",
        """
        The file is longer than people write, or its parts stand in one another too deep, or a part
        stands for another by an anchor and an alias. A few such lines can stand for a thousand million
        values. Name the file that is meant, or write out what the alias stands for.
        """),
      Explanation(
        "written-name-unknown",
        """
        A name is not one that may stand there. Were it passed over, its value would be too, and what
        follows would rest on something else than its author wrote. The message lists the names that may
        stand in that part. What may be somebody's name is not repeated.
        """),
      Explanation(
        "written-name-twice",
        """
        One name stands twice in one part. Which of the two values is meant, nobody can say. The line is
        that of the first. Take out the one that is not meant.
        """),
      Explanation(
        "written-value-missing",
        """
        A part does not say something that it has to say. Nothing is filled in: what is printed and
        posted is only what somebody has written and answers for. A term that an agreement does not have
        is left out with its name, and is then shown as a gap.
        """),
      Explanation(
        "written-value-unreadable",
        """
        A value is not of the form that its name asks for. Rates are in per cent, amounts in pounds and
        pence, days as 2027-01-31 and financial years as 2026-27. A word such as off, and a code of
        digits such as "0123", stand in quotation marks.
        """),
      Explanation(
        "written-parts-unfit",
        """
        Each part can be read, and together they cannot hold. Years or an agreement end before they
        begin, two options have one code, a fund or a partner is not the ledger's, two names stand there
        of which only one can hold, or something stands in the file that the adopted agreement says. A
        mapping may extend another, but not itself by a detour. The message says which parts they are.
        """),
    ])
}
