import CLibXlsxWriter

/// How cells look: amounts in pounds and pence, days as years, months and days, totals in bold.
struct SheetStyles {
  typealias Format = UnsafeMutablePointer<lxw_format>

  let title: Format?
  let heading: Format?
  /// Over numbers, which stand to the right.
  let numberHeading: Format?
  private let plain: [Form: Format]
  private let bold: [Form: Format]

  /// What a cell's look follows from.
  private enum Form: CaseIterable {
    case text, money, number, share, quantity, day, link

    /// How a spreadsheet prints it; none where it is left to the spreadsheet.
    var numbers: String? {
      switch self {
      // A quantity has as many decimals as it needs.
      case .text, .quantity, .link: nil
      case .money: "#,##0.00"
      case .number: "0"
      case .share: "0.0##%"
      case .day: "yyyy-mm-dd"
      }
    }
  }

  init(_ book: UnsafeMutablePointer<lxw_workbook>) {
    title = workbook_add_format(book)
    format_set_bold(title)
    format_set_font_size(title, 14)
    heading = SheetStyles.heading(book)
    numberHeading = SheetStyles.heading(book)
    SheetStyles.setRight(numberHeading)
    plain = SheetStyles.formats(book, isBold: false)
    bold = SheetStyles.formats(book, isBold: true)
  }

  func style(_ cell: Workbook.Cell, isTotal: Bool) -> Format? {
    let form: Form =
      switch cell {
      case .empty, .text, .formula(_, .text): .text
      case .money, .formula(_, .money): .money
      case .number, .formula(_, .number): .number
      case .share, .formula(_, .share): .share
      case .quantity, .formula(_, .quantity): .quantity
      case .day: .day
      case .link: .link
      }
    return isTotal ? bold[form] : plain[form]
  }

  private static func heading(_ book: UnsafeMutablePointer<lxw_workbook>) -> Format? {
    let heading = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    format_set_align(heading, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
    return heading
  }

  /// To the right, and not so far that it runs into words in the next column.
  private static func setRight(_ format: Format?) {
    format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    format_set_indent(format, 1)
  }

  private static func formats(_ book: UnsafeMutablePointer<lxw_workbook>, isBold: Bool)
    -> [Form: Format]
  {
    var formats: [Form: Format] = [:]
    for form in Form.allCases {
      let format = workbook_add_format(book)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if let numbers = form.numbers { format_set_num_format(format, numbers) }
      switch form {
      case .text: format_set_text_wrap(format)
      case .money, .number, .share, .quantity: setRight(format)
      case .day: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
      case .link: break
      }
      if form == .link { format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue)) }
      if isBold {
        format_set_bold(format)
        format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
      formats[form] = format
    }
    return formats
  }
}
