/// An invented payment of a council, known by its transaction number.
public struct Payment: Hashable, Sendable {
  public let number: Int
  public let pence: Int
  public let line: String

  public init(_ number: Int, _ chance: inout Seeded) {
    self.number = number
    pence = Int.random(in: 1_00...9_999_99, using: &chance)
    let payee = number % 40
    let day = Payment.twoDigits(1 + number % 28)
    let month = Payment.twoDigits(4 + number % 6)
    line =
      "INVENTED SUPPLIER \(payee) LTD,\(200_000 + payee),\(day)/\(month)/2026,\(number),Education,"
      + "Top-ups,HN122,\(pence / 100).\(Payment.twoDigits(pence % 100))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A file of payments, of which the first may be the last of the file before.
public struct PaymentFile: Sendable {
  public let name: String
  public let payments: [Payment]

  public init(name: String, payments: [Payment]) {
    self.name = name
    self.payments = payments
  }

  public var text: String {
    let headings =
      "Supplier name,Supplier ID,Date paid,Transaction number,Expense area,Expense type,"
      + "Expense code,Amount"
    return ([headings] + payments.map(\.line)).joined(separator: "\n") + "\n"
  }

  /// Files of different lengths, every other one of which overlaps the one before it.
  ///
  /// A quarter of the earlier file is repeated, and never as much as is new: a file with most of an earlier
  /// one's rows is asked about, since it may be that file put right.
  public static func some(_ count: Int, upTo rows: Int, _ chance: inout Seeded) -> [PaymentFile] {
    var files: [PaymentFile] = []
    var next = 51_000_000
    for index in 1...count {
      let before = files.last?.payments ?? []
      let size = Int.random(in: (rows + 9) / 10...max(rows, 1), using: &chance)
      let overlap = index.isMultiple(of: 2) ? min(before.count / 4, size / 2) : 0
      let repeated = Array(before.suffix(overlap))
      let new = (0..<size).map { Payment(next + $0, &chance) }
      next += size
      files.append(PaymentFile(name: "payments-\(index).csv", payments: repeated + new))
    }
    return files
  }
}
