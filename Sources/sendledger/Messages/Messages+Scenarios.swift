extension MessageGroup {
  /// What stands in the way of an agreement, a risk share, a projection or a deficit by year.
  static let scenarios = MessageGroup(
    "scenarios", title: "Agreements and scenarios",
    agreements + projections + deficits)

  private static let agreements = [
    Explanation(
      "shares-not-whole",
      """
      The shares that an agreement fixes have to come to 100%. At 95% a part of every overspend is
      nobody's, and at 105% a part is charged twice. A share that is left to nobody on purpose is a
      tier of its own, and is then shown as a gap. Whose services a cost is comes to 100% as well.
      """),
    Explanation(
      "tier-not-usable",
      """
      The rules of a risk share are tiers, gone through in order, each with the clause that says so.
      One of them takes nothing, cannot be reached, or is of a kind that cannot stand there. Each
      partner bearing its own services is a rule by itself, and an overspend cannot be reinvested.
      """),
    Explanation(
      "partner-without-contribution",
      """
      A pooled fund is made up of its partners' contributions (SI 2000/617, regulation 7). Whoever
      puts nothing into it shares neither in an overspend nor in an underspend. Give what each
      partner puts in for the first year.
      """),
    Explanation(
      "partner-named-twice",
      """
      One partner stands in two places where it can stand in one. Its money or its share would be
      counted twice. Put the two together.
      """),
    Explanation(
      "partner-not-in-agreement",
      """
      A rule, a contribution, the host or the deliverer names somebody who has not made the
      agreement. An agreement binds its partners and nobody else. A reference that is misspelt is
      the commonest cause.
      """),
    Explanation(
      "grant-outside-ring-fence",
      """
      The Dedicated Schools Grant pays for the schools budget and for nothing else (Education Act
      2002, sections 14 and 16, and the conditions of grant). In a pool it stands in a restricted
      part with one partner, and bears nobody else's overspend. A council that shares in the risk
      does so with other money of its own, in the general part. Whether a pool may hold the grant at
      all is a question for legal advice.
      """),
    Explanation(
      "aligned-shares-nothing",
      """
      Aligned budgets are planned together and kept apart: each partner accounts for its own money.
      They are not a form of section 75 of the NHS Act 2006, so they have no host and share no
      variance. Name the form that the agreement has.
      """),
    Explanation(
      "agreements-overlap",
      """
      Two agreements of one reference hold on the same day, so that one fund's variance would be
      shared twice. An agreement that takes another's place begins on the day after it ends.
      """),
    Explanation(
      "reserve-below-nothing",
      """
      The reserve of a pool is said to hold less than nothing. What a year drew beyond the reserve
      was that year's overspend, and is shared by the rules of that year. Give what is there.
      """),
    Explanation(
      "tags-do-not-add",
      """
      A variance that is divided by services or by cause needs each partner's part of it. The parts
      that are tagged are more than the variance, go the other way, or, for own services, do not add
      up to it. Tag each part once.
      """),
    Explanation(
      "services-not-said",
      """
      A clause leaves each partner the variance of its own services, or divides it by tagged spend.
      Nobody has said whose services the cost is, so nobody can say whose variance it is. Give each
      partner's share of the cost in per cent, with its source.
      """),
  ]

  private static let projections = [
    Explanation(
      "price-not-positive",
      """
      What help costs in the first year is nothing or less. A saving is not a price below nothing:
      it is a lever of a scenario, with its own day, size and risk. Give the units and the price of
      one for a year.
      """),
    Explanation(
      "rate-out-of-range",
      """
      A rate of growth is below -50% or above 100% a year. England's education, health and care
      plans grew by 9% to 13% in each year from 2020 to 2026, so such a rate is most likely a point
      in the wrong place. Rates are given in per cent: 3.5, and not 0.035 or 350.
      """),
    Explanation(
      "years-too-many",
      """
      More years are asked for than are projected. Thirty years are the most, and what is known of
      growth seldom reaches beyond five.
      """),
    Explanation(
      "projection-outgrown",
      """
      At these rates some year costs a trillion pounds or more, or as much would be put in for it.
      Amounts are kept below that, so that every sum is exact. High rates over many years do it: at
      20% a year a cost is 237 times as much after thirty years.
      """),
    Explanation(
      "lever-before-ledger",
      """
      Something that would be done begins, or costs money, before the ledger does. Its effect is in
      the figures of the ledger already, and would be counted twice. Give a day within the ledger.
      """),
    Explanation(
      "lever-not-usable",
      """
      A lever saves a share of a year's cost, above nothing and no more than all of it, alone and
      together with the others. Its ramp rises from year to year to 1 at most. What it costs to
      deliver is no less than nothing, and its delivery risk is a share of the saving.
      """),
    Explanation(
      "assumption-without-source",
      """
      An assumption has no source, no day of it, no text or no owner. A figure that nobody can check
      is not put before people who decide, so there is no pack with such a row. Say where it comes
      from and who answers for it.
      """),
    Explanation(
      "assumption-not-usable",
      """
      The values of an assumption are out of order or of the wrong kind, or two rows have one
      reference or one use. Each figure that is moved has one row, with a low, a central and a high
      value. A rate that changes has another row for the years from that one on, which is the third
      year at the earliest: the first rate reaches the second. The first year's cost has no later
      year. A policy that may change has a row as well, and is on or off.
      """),
    Explanation(
      "assumption-missing",
      """
      A projection needs a figure for which the table of assumptions has no row. None is supposed in
      its place. Add the row, with its source, its owner and how sure they are.
      """),
  ]

  private static let deficits = [
    Explanation(
      "deficit-years-not-whole",
      """
      A deficit is carried from each year into the next. A year is missing, or its funding or its
      cost is below nothing. Give both for every year from the first to the last.
      """),
    Explanation(
      "transfer-not-usable",
      """
      A transfer out of the schools block is supposed that cannot be: of nothing, of more than its
      base, outside the years, or beside another of the same year. The forum's agreement is for one
      year only, up to 0.5% of the stored base; more needs the Secretary of State.
      """,
      run: "sendledger block transfers"),
    Explanation(
      "grant-not-usable",
      """
      The High Needs Stability Grant was announced for 90% of the eligible deficit at 31 March 2026
      (explanatory note of 9 February 2026), to be paid in autumn 2026. The years have to begin with
      2026-27, and what is eligible is no more than what is brought forward. Of the published
      figures the lowest counts.
      """),
  ]
}
