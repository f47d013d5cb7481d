extension MessageGroup {
  /// What has been divided, and does not add up.
  static let divisions = MessageGroup(
    "divisions", title: "What has been divided",
    [
      Explanation(
        "division-unit-twice",
        """
        A unit of a contract is promised twice. The contract names more units than it holds, two
        contracts name one plan line, or a new version names units that were given up for a direct
        payment which is still paid. The commonest cause is a version that was written before a
        grant and imported after it. Import a version that names only who is served.
        """,
        run: "sendledger check", "sendledger import preview FILE --as contracts"),
      Explanation(
        "division-line-twice",
        """
        A child's plan line is funded twice. A contract is paid one sum that covers the line, and
        the line has money of its own, or it was granted twice. What was granted is set aside for
        the line, and leaves the contract, in one step. A line that was imported with packages and
        is also named by a contract is the commonest cause, so end the one or take it out of the
        other.
        """,
        run: "sendledger check"),
      Explanation(
        "division-place",
        """
        Place money is divided. Place funding is not attached to a child, and a direct payment
        cannot pay for a place (the high needs funding operational guide; SI 2014/1652). So a place
        names no children, and nothing is granted out of it. Take the record back, or say in a new
        version what the money is.
        """,
        run: "sendledger check"),
      Explanation(
        "division-fund",
        """
        A contract or a plan line would be paid from a fund that may not pay for it. The Dedicated
        Schools Grant may be used for the schools budget and for nothing else (Education Act 2002,
        sections 14 and 16, and the conditions of grant of each year). So it never pays for health
        or social care. Name the fund that may pay, in a new version.
        """,
        run: "sendledger check", "sendledger explain fund-may-not-pay"),
      Explanation(
        "division-part-lost",
        """
        A part of a contract's sum is lost, or counted more than once. What is committed for the
        contract, what is stated for children and what grants gave back have to be what its versions
        set aside for the year, and the parts shown have to be parts of the sum. A commitment that
        was released by hand is the commonest cause. Look at the records that are named, and reverse
        what is wrong.
        """,
        run: "sendledger check"),
      Explanation(
        "division-unreadable",
        """
        A contract, a plan line or a grant is recorded and cannot stand as it is given, so that it
        is counted nowhere. It may lack something, or rest on a version that was taken back. Nothing
        that is posted in the usual way can be so. Take the import of the record back, and import it
        again.
        """,
        run: "sendledger check", "sendledger audit verify"),
    ])
}
