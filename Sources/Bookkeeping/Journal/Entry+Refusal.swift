extension Entry.Refusal where S: CustomStringConvertible, S.Objection: ExplainedObjection {
  /// The refusal as a person should read it.
  public func diagnostic(at place: Place?) -> Diagnostic {
    switch self {
    case .nothingMoves:
      Diagnostic(
        .error, "entry-empty", at: place,
        problem: "the entry moves no money",
        next: "give at least one positive amount")
    case .amountNotPositive(let movement):
      Diagnostic(
        .error, "entry-one-sided", at: place,
        problem: "\(movement.amount) would move from \(movement.credit) to \(movement.debit)",
        why: "a movement has a direction, so its amount is always positive",
        next: "give a positive amount, and swap the two accounts if money moved the other way")
    case .unbalanced(let movement):
      Diagnostic(
        .error, "entry-unbalanced", at: place,
        problem:
          "\(movement.amount) is debited to \(movement.debit) and credited to \(movement.credit)",
        why: "an entry balances in each layer of each fund by itself",
        next: "post each half within its own fund, by a transfer that names its authority")
    case .forbidden(let objection):
      objection.diagnostic(at: place)
    }
  }
}

/// An objection that can say what is wrong, and what to do.
public protocol ExplainedObjection {
  func diagnostic(at place: Place?) -> Diagnostic
}
