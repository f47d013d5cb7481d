/// The pictures of a pack, each of which stands before the table that holds the same.
extension ScenarioPack {
  /// Cost and contributions of every option as lines, before the table `years`.
  var lineChart: [Report.Block] { [] }

  /// The bands of the base by year and its contributions, before the table `fan`.
  var fanChart: [Report.Block] { [] }

  /// The bars of the tornado around their centre, before the table `tornado`.
  var tornadoChart: [Report.Block] { [] }
}
