import Bookkeeping

/// What is wrong with a cell.
enum CellFault: Error, Hashable {
  case missing
  case amount(Money.ParsingFailure)
  case day(DayText.Failure)
  /// Longer than a spreadsheet's cell can be.
  case tooLong(Int)
  case holdsNul
  /// Not one of the words that may stand there.
  case notOneOf([String])
  /// Filled, where nothing is made of it.
  case notUsed
  /// A sign, in a column that says by itself which way money went.
  case againstItsColumn
  /// No word says which way the money went, where the mapping says that one does.
  case withoutItsWord
  /// A word that says which way the money went, where nothing says what such words mean.
  case directionNotKnown
  /// Money paid out and money paid in, in one row.
  case bothWays
  /// Not such a reference or code.
  case notA(String)
  /// A sum of other rows, by its words.
  case mayBeTotal
  /// A code of the mapping, in another column than that of the codes.
  case ofAnotherColumn
  /// A word that says that no money has gone.
  case notBooked(String)
  /// Other money than pounds.
  case notPounds
}

extension CellFault {
  /// The most characters that a spreadsheet's cell holds.
  static let mostBytes = 32_767

  /// The fault as a person should read it.
  func diagnostic(at place: Place, column: String, text: String) -> Diagnostic {
    let place = Place(file: place.file, row: place.row, line: place.line, column: column)
    let cell = "\(column) is \(Quotable.text(text))"
    switch self {
    case .missing:
      return .error(
        "cell-missing", "\(column) is empty", at: place, next: "fill it in, or leave the row out")
    case .amount(let failure):
      return failure.diagnostic(at: place, column: column, cell: cell)
    case .day(let failure):
      return failure.diagnostic(at: place, column: column, cell: cell)
    case .tooLong(let count):
      return .error(
        "cell-too-long", "\(column) is \(count) bytes long", at: place,
        why: "a spreadsheet's cell holds \(CellFault.mostBytes) at most",
        next: "look for a quotation mark that is opened and never closed")
    case .holdsNul:
      return .error(
        "cell-holds-nul", "\(column) holds a NUL byte", at: place,
        next: "export the file again as text")
    case .notOneOf(let words):
      return .error(
        "word-not-known", cell, at: place, next: "write one of: \(words.joined(separator: ", "))")
    case .notUsed:
      return .error(
        "cell-not-used", "\(column) is filled, and this row makes nothing of it", at: place,
        why: "what is not looked at may be anything, and is not kept",
        next: "empty the cell, or move what stands in it to where it belongs")
    case .againstItsColumn:
      return .error(
        "amount-against-its-column", cell, at: place,
        why: "the column says which way money went, and the sign may say the other",
        next: "find out which by the balance, and write it without a sign in its own column")
    case .withoutItsWord:
      return .error(
        "amount-without-its-word", cell, at: place,
        why: "the mapping says that a word behind each amount says which way the money went",
        next: "find out which way, and write the word behind it")
    case .directionNotKnown:
      return .error(
        "direction-without-signs",
        "\(column) says which way money went, and the mapping does not say how",
        at: place, why: "without it what came back would be spent once more",
        next: "add to the mapping: signs: {out: [DR], in: [CR]} with the words of the file")
    case .bothWays:
      return .error(
        "amount-both-ways", "money is paid out and paid in in one row", at: place,
        why: "a row of a statement is one or the other",
        next: "find out which by the balance, and empty the other cell")
    case .mayBeTotal:
      return .error(
        "row-may-be-total", "by its \(column) the row is the sum of others, and has no number",
        at: place, why: "a sum that is read as a payment counts its rows twice",
        next: "leave it out; where it is a payment, give it the number that it was paid under")
    case .ofAnotherColumn:
      return .error(
        "cells-differ", "\(cell), which the mapping looks for in another column", at: place,
        why: "what stands there it does not know, so that two cells may have been exchanged",
        next: "put each where it belongs, or name in the mapping what the row has")
    case .notBooked(let word):
      return .error(
        "row-not-booked", "the row is \(word.lowercased()), as its \(column) says", at: place,
        why: "no money has gone yet, or none will, so that it proves nothing",
        next: "import the row that the bank has booked; leave this one out")
    case .notPounds:
      return .error(
        "units-not-pounds", cell, at: place, why: "the ledger keeps pounds, and changes no money",
        next: "find out what was paid in pounds, and write that")
    case .notA(let what):
      return .error("code-not-known", cell, at: place, next: "write \(what)")
    }
  }
}

extension Money.ParsingFailure {
  fileprivate func diagnostic(at place: Place, column: String, cell: String) -> Diagnostic {
    switch self {
    case .empty:
      .error(
        "amount-missing", "\(column) is empty", at: place, next: "fill it in, or leave the row out")
    case .notAnAmount:
      .error(
        "amount-unreadable", cell, at: place, why: "it is not wholly an amount in pounds and pence",
        next: "write it as 1234.50")
    case .fractionOfAPenny:
      .error(
        "amount-fraction-of-penny", cell, at: place,
        why: "it is not a whole number of pence, and the program does not choose one",
        next: "find out what was paid, and write that")
    case .tooLarge:
      .error(
        "amount-too-large", cell, at: place, why: "no payment is a trillion pounds",
        next: "look for a point that is missing")
    }
  }
}

extension DayText.Failure {
  fileprivate func diagnostic(at place: Place, column: String, cell: String) -> Diagnostic {
    switch self {
    case .empty:
      return .error(
        "date-missing", "\(column) is empty", at: place, next: "fill it in, or leave the row out")
    case .notADay:
      return .error(
        "date-unreadable", cell, at: place, why: "it is not a day, month and year",
        next: "write it as 31/10/2026")
    case .noSuchDay(let month, let length):
      let why =
        length.map { "\(monthNames[month - 1].capitalizedWord) has \($0) days" }
        ?? "there is no month \(month)"
      return .error(
        "date-impossible", cell, at: place, why: why, next: "find out the day, and write that")
    case .outOfRange(let year):
      return .error(
        "date-out-of-range", "\(cell), of the year \(year)", at: place,
        why: "no payment is of such a year",
        next: "correct the year")
    case .twoDigitYear:
      return .error(
        "date-two-digit-year", cell, at: place, why: "two digits do not say which century",
        next: "write four, or say in the mapping: two-digit-years-from: 1990")
    case .serialNumber(let day):
      return .error(
        "date-is-number", "\(cell), which would be \(day)", at: place,
        why: "a spreadsheet counts days so",
        next: "write the date out")
    }
  }
}

extension String {
  /// The word with a capital first letter.
  var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
