/// Something that a history is to come across, besides the kinds of step.
enum Happening: String, CaseIterable {
  case knownRow = "known row"
  case realTwin = "twin ruled real"
  case twin = "twin ruled a twin"
  case paymentsUndone = "payments undone"
  case papersUndone = "papers undone"
  case paid = "granted in cash"
  case stated = "stated"
  case nothing = "nothing granted"
  case statedThenPaid = "stated, then paid"
  case movedOn = "moved to an open month"
  case carriedOver = "carried into the next year"
}
