/// Where the columns of the sharing, tier by tier, stand.
struct StepsColumns {
  let partners: Int

  let left = 5
  let reach = 6
  let takes = 7
  let reserve = 8

  func borne(_ partner: Int) -> Int { 9 + partner }
  var after: Int { 9 + partners }
  /// What a partner is due in pence, before whole pence are made of it.
  func due(_ partner: Int) -> Int { after + 1 + partner }
  func remainder(_ partner: Int) -> Int { due(partners) + partner }
  /// How many pence the parts of a penny come to.
  var pence: Int { remainder(partners) }

  /// The parts of all partners.
  var allBorne: ClosedRange<Int> { borne(0)...borne(partners - 1) }
  var remainders: ClosedRange<Int> { remainder(0)...remainder(partners - 1) }

  func headings(_ names: [String]) -> [String] {
    ["Option", "Year", "Way", "Clause", "Rule", "To be shared", "Reach", "Takes", "Reserve"]
      + names + ["Left after"] + names.map { "Pence due: \($0)" }
      + names.map { "Part of a penny: \($0)" } + ["Pence over"]
  }
}
