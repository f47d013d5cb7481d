import Bookkeeping
import Funding
import Modelling
import Reporting

/// What the first year costs, part by part, and what each partner puts in for it.
struct PoolInputs {
  let plan: PackPlan

  var firstCost: Workbook.Expression { PackSheet.cost.cell(2, plan.base.parts.count) }

  /// What a partner puts in for the first year, by its place.
  func contribution(_ partner: Int) -> Workbook.Expression { PackSheet.partners.cell(2, partner) }

  var cost: Workbook.Sheet {
    let parts = plan.base.parts
    let sheet = PackSheet.cost
    let total: Workbook.Cell =
      parts.isEmpty
      ? .money(plan.base.amount)
      : sheet.formula(.sum(sheet.range(2...2, 0...(parts.count - 1))), .money(plan.base.amount))
    return Workbook.Sheet(
      sheet.rawValue, title: "The first year’s cost, and where it comes from",
      note: "Amounts in pounds. An address is followed with sendledger trace",
      headings: ["Part", "Address in the ledger", "Amount"],
      rows: parts.map { part in
        [
          .text(part.words), part.address.map { .text($0.description) } ?? .empty,
          .money(part.amount),
        ]
      } + [[.text("The first year’s cost"), .empty, total]], totals: [parts.count])
  }

  var partners: Workbook.Sheet {
    let put = plan.outlook.contributions
    let sheet = PackSheet.partners
    return Workbook.Sheet(
      sheet.rawValue, title: "What each partner puts in for the first year",
      note: "Amounts in pounds", headings: ["Partner", "Name", "Contribution"],
      rows: zip(plan.partners, put).map { partner, one in
        [.text(partner.reference.code), .text(partner.name), .money(one.amount)]
      } + [
        [
          .text("All"), .empty,
          sheet.formula(.sum(sheet.range(2...2, 0...(put.count - 1))), .money(put.total)),
        ]
      ], totals: [put.count])
  }
}
