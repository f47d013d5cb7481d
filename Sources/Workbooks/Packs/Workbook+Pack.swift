import Bookkeeping
public import Reporting

extension Workbook {
  /// A pack as a model that can be changed: its inputs, formulas that follow from them, the pack’s
  /// own figures, and checks of the one against the other.
  ///
  /// - Throws: a ``Refusal`` where a spreadsheet could not keep a figure.
  public init(_ pack: ScenarioPack) throws(Refusal) {
    let pool = PoolInputs(plan: pack.plan)
    let projection = ProjectionSheet(pack)
    let steps = StepsSheet(pack, projection)
    let sharing = SharingSheet(pack: pack, projection: projection, steps: steps)
    let outputs = OutputSheets(pack: pack)
    let sheets = PackSheet.allCases.dropFirst().map { sheet in
      switch sheet {
      case .contents: preconditionFailure("the contents are of the sheets behind them")
      case .inputs: AssumptionInputs(table: pack.plan.table).sheet
      case .cost: pool.cost
      case .partners: pool.partners
      case .levers: LeverInputs(pack.plan).sheet
      case .rules: RuleInputs(plan: pack.plan).sheet
      case .projection: projection.sheet
      case .steps: steps.sheet
      case .sharing: sharing.sheet
      case .outputs: outputs.sheet
      case .percentiles: outputs.percentiles
      case .tornado: outputs.tornado
      case .switching: outputs.switching
      case .checks: PackChecks(pack, projection, sharing).sheet
      case .about: PackAbout(pack: pack).sheet
      }
    }
    try self.init(
      "Scenario pack: \(pack.plan.name)",
      [Workbook.contents(of: pack, Array(zip(PackSheet.allCases.dropFirst(), sheets)))] + sheets)
  }

  private static func contents(
    of pack: ScenarioPack, _ sheets: [(PackSheet, Sheet)]
  ) -> Sheet {
    Sheet(
      PackSheet.contents.rawValue, title: "Scenario pack: \(pack.plan.name)",
      note: pack.plan.words.remark ?? "",
      headings: ["Sheet", "What it holds", "Part", "Rows"],
      rows: sheets.map { place, sheet in
        [
          .link(sheet.name), .text(sheet.title), place.part.isEmpty ? .empty : .text(place.part),
          .number(sheet.rows.count),
        ]
      })
  }
}
