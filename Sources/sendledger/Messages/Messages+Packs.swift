extension MessageGroup {
  /// What stands in the way of a pack.
  static let packs = MessageGroup(
    "packs", title: "Packs",
    [
      Explanation(
        "partner-not-in-pack",
        """
        An extract is for one partner of the scenario, called by its reference. The message lists them.
        """,
        run: "sendledger scenario pack FILE --output-folder DIR --partner ICB")
    ])
}
