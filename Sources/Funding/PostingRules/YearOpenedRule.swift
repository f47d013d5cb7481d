import Bookkeeping

extension YearOpened {
  /// The first year of a ledger.
  ///
  /// | | Actual: debit / credit | Budget: debit / credit |
  /// |---|---|---|
  /// | deficit | DSG Adjustment Account / Bank | brought forward / held over |
  /// | surplus | Bank / DSG reserve | held over / brought forward |
  /// | advanced | the asset / DSG reserve, General Fund balance or Held for partners | advanced / brought forward |
  public var proposal: Proposal { Proposal(.yearOpened, on: day, movements) }

  /// Where it stands that the fund, or a plan line of it, has begun.
  public var told: Coding {
    switch what {
    case .deficit, .surplus: Coding(fund, .heldOver)
    case .advanced(let use): Coding(fund, .advanced, use)
    }
  }

  private var movements: [Movement<Coding>] {
    let broughtForward = Coding(fund, .broughtForward)
    let heldOver = Coding(fund, .heldOver)
    switch what {
    case .deficit:
      return [
        Movement(amount, debit: Coding(fund, .grantAdjustment), credit: Coding(fund, .bank)),
        Movement(amount, debit: broughtForward, credit: heldOver),
      ]
    case .surplus:
      return [
        Movement(amount, debit: Coding(fund, .bank), credit: Coding(fund, .grantReserve)),
        Movement(amount, debit: heldOver, credit: broughtForward),
      ]
    case .advanced(let use):
      let asset: Heading = use.planLine == nil ? .paidIntoPool : .directPaymentsAdvanced
      return [
        Movement(amount, debit: Coding(fund, asset, use), credit: Coding(fund, fund.reserve)),
        Movement(amount, debit: Coding(fund, .advanced, use), credit: broughtForward),
      ]
    }
  }
}

extension Fund {
  /// Where what the fund has and has not spent stands between years.
  fileprivate var reserve: Heading {
    switch nature {
    case .agent, .memorandum: .heldForPartners
    case .own: isBlock ? .grantReserve : .generalFundBalance
    }
  }
}
