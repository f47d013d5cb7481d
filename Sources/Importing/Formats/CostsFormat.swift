import Bookkeeping
import Modelling

/// What a child with a need costs in a setting in a year.
struct CostsFormat: RowFormat {
  let fields = [
    FieldSpec("need", required: true), FieldSpec("setting", required: true),
    FieldSpec("cost", .price, required: true),
  ]

  private enum Column: Int, FieldPlace {
    case need, setting, cost
  }

  func meaning(of row: TypedRow) throws(Diagnostic) -> StateCost? {
    let state = SupportState(
      setting: try row.filled(Column.setting), need: try row.filled(Column.need))
    let price = try row.amount(Column.cost).money
    guard price.magnitude < Figure.mostSaving else {
      throw row.fault(.notA(Figure.savingForm), Column.cost)
    }
    guard price >= .zero else { throw row.fault(.negativeCost(price)) }
    return StateCost(state, price)
  }
}
