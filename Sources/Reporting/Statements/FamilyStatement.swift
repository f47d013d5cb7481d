public import Bookkeeping
import Funding

/// A family's month: what came in, what was spent, what is left, and where each figure comes from.
public struct FamilyStatement: Sendable {
  public let books: ChildBooks
  public let period: Month
  public let issued: Day
  let authority: String
  let words: Words
  let lines: [LineStanding]
  let parts: [StatementPart]
  /// What is known of the family's payments: what was told later of one takes the place of what was told before.
  let receipts: [Receipt]

  /// What the statement says of the authority, from its policy.
  public struct Words: Hashable, Sendable {
    /// Who answers questions, where the family has nobody of its own.
    public let contact: String
    /// The independent advice service.
    public let advice: String

    public init(contact: String, advice: String) {
      self.contact = contact
      self.advice = advice
    }
  }

  public init(
    _ books: ChildBooks, _ period: Month, issued: Day, authority: String, words: Words
  ) {
    self.books = books
    self.period = period
    self.issued = issued
    self.authority = authority
    self.words = words
    lines = books.lines
    receipts = Receipt.standing(of: books.facts.map(\.fact)).map(\.receipt)
    let current = lines.compactMap { $0.line(on: period.last) }.filter { $0.from <= period.last }
    parts = StatementPart.parts(of: current) { line in
      books.text(line.use.provider?.code) ?? "someone else"
    }
  }

  /// The child's given name.
  var name: String { books.family.givenName }

  var contact: String { books.family.contact ?? words.contact }

  func root(_ name: String) -> Address {
    Address(["child", books.child.code, period.description, name])
  }

  func figures(_ parts: [StatementPart], _ name: String, from first: Day? = nil) -> PartFigures {
    PartFigures(parts, root(name), from: first ?? period.first, through: period.last)
  }

  func amount(_ figure: Figure) -> Money { books.amount(of: figure) }

  /// The figure's amount; where it is negative, what that means in words.
  func cell(_ figure: Figure) -> Cell {
    let words =
      switch figure.address.parts.last {
      case "in": "taken back"
      case "spent": "came back"
      case "paid-back": "given back"
      default: "more was spent than came in"
      }
    return .money(amount(figure), figure.address, below: words)
  }

  /// Every figure of the statement that can be followed.
  public var traced: [Figure] {
    parts.flatMap { figures([$0], $0.address).all } + figures(parts, "all-parts").all
      + figures(accountParts, "account").all + settingFigures
  }

  /// The parts whose money is in the family's own account.
  var accountParts: [StatementPart] { parts.filter { $0.holder == .family } }

  public var report: Report {
    Report(
      schema: "sendledger/statement@1", title: "\(name)’s money report: \(spoken(period))",
      blocks: mainThings + whatCameIn + everyPayment + accountAndRecord + whereItComesFrom
        + whatHasChanged + ifSomethingIsWrong)
  }
}

extension FamilyStatement {
  /// S1: the main things, in words and in figures.
  var mainThings: [Report.Block] {
    let all = figures(parts, "all-parts")
    let account = figures(accountParts, "account")
    let left = amount(all.left)
    let mine = amount(account.left)
    var sentences = [
      "This is your money report for \(spoken(period)).",
      "It shows what came in, what was spent and what is left.",
    ]
    if left >= .zero {
      sentences.append("You have \(left.inWords) left in \(name)’s personal budget.")
    } else {
      sentences.append(
        "\((-left).inWords) more was spent than came in. You do not need to pay this today.")
    }
    if left >= .zero, mine >= .zero, left >= mine {
      sentences.append("\(mine.inWords) of this is in your direct payment account.")
      sentences.append("\((left - mine).inWords) is with people who look after it for you.")
    }
    sentences.append("You do not owe us any money.")
    return [
      .facts([
        Report.Fact("To", .text(books.family.addressee)),
        Report.Fact("Address", .text(books.family.address.joined(separator: ", "))),
        Report.Fact("From", .text(authority)), Report.Fact("Date", .text(spoken(issued))),
        Report.Fact("Ref", .text(books.child.code)),
      ]),
      .heading("The main things"), .paragraph(sentences.joined(separator: " ")),
      .facts([
        Report.Fact("Left in \(name)’s personal budget", cell(all.left)),
        Report.Fact("In your direct payment account", cell(account.left)),
        Report.Fact("Do you owe us anything?", .text("No")),
      ]),
      .paragraph("Something not right? Ask for \(contact)."),
    ]
  }

  /// S4: what came in and what was spent, a part a row.
  var whatCameIn: [Report.Block] {
    let before = spokenMonth(period.previous)
    let hasBack = amount(figures(parts, "all-parts").back) != .zero
    let rows = parts.map { part in
      Table.Row([.text(part.title)] + cells(figures([part], part.address), hasBack: hasBack))
    }
    let total = Table.Row(
      [.text("All parts")] + cells(figures(parts, "all-parts"), hasBack: hasBack), isTotal: true)
    let columns =
      [
        Table.Column("part", "Part", .text),
        Table.Column("left-before", "Left from \(before)", .money),
        Table.Column("in", "Money in", .money), Table.Column("spent", "Spent", .money),
      ] + (hasBack ? [Table.Column("paid-back", "Paid back", .money)] : [])
      + [Table.Column("left", "Left", .money)]
    return [
      .heading("What came in and what was spent"), .paragraph(holders),
      .table(
        Table(
          "parts", caption: "Each part of \(name)’s money in \(spoken(period))", columns: columns,
          rows: rows + [total])),
      .paragraph("Each part can only be used for the help it was given for."),
      .bars(bars), .paragraph(yearSoFar),
    ]
  }

  private func cells(_ figures: PartFigures, hasBack: Bool) -> [Cell] {
    [figures.before, figures.into, figures.spent].map(cell)
      + (hasBack ? [cell(figures.back)] : []) + [cell(figures.left)]
  }

  private func spokenMonth(_ month: Month) -> String {
    String(spoken(month).split(separator: " ")[0])
  }

  /// Who holds what, in a sentence for each holder.
  private var holders: String {
    var sentences: [String] = []
    if !accountParts.isEmpty { sentences.append("Some of the money is paid to you.") }
    if parts.contains(where: { $0.holder == .council }) {
      sentences.append("Some of it we look after.")
    }
    for part in parts {
      if case .thirdParty(let name) = part.holder {
        sentences.append("Some of it is looked after by \(name).")
      }
    }
    return sentences.joined(separator: " ")
  }

  private var bars: Report.Bars {
    Report.Bars(
      title: "What was spent and what is left",
      subtitle: "\(name)’s personal budget, \(spoken(period)), pounds",
      bars: parts.map { part in
        let figures = figures([part], part.address)
        return Report.Bars.Bar(
          part.title,
          [
            Report.Bars.Part("Spent", amount(figures.spent)),
            Report.Bars.Part("Left", amount(figures.left)),
          ].filter { $0.amount >= .zero })
      })
  }

  /// The year of account so far, in sentences.
  private var yearSoFar: String {
    let year = FinancialYear(of: period.first)
    let figures = figures(parts, "year", from: year.first)
    let amounts = [figures.before, figures.into, figures.spent, figures.left].map(amount)
    guard amounts.allSatisfy({ $0 >= .zero }) else {
      return "The year so far is on the next report, once it has been put right."
    }
    var sentences = [
      "The year so far, from April \(year.start).",
      "Left from last year: \(amounts[0].inWords).", "Came in: \(amounts[1].inWords).",
      "Spent: \(amounts[2].inWords).",
    ]
    let back = amount(figures.back)
    if back > .zero { sentences.append("Paid back: \(back.inWords).") }
    sentences.append("Left: \(amounts[3].inWords).")
    return sentences.joined(separator: " ")
  }
}

extension Cell {
  /// An amount as a family reads it: none is negative, and what one means is said in `words`.
  static func money(_ amount: Money, _ address: Address? = nil, below words: String) -> Cell {
    amount < .zero ? .text("\((-amount).inWords) \(words)") : .money(amount, address)
  }
}
