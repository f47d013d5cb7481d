/// Kinds of file that are no text, known by their first bytes.
///
/// People choose the wrong file, and a workbook more often than any other.
public enum FileSignature: String, Hashable, Sendable, CaseIterable {
  case workbook = "a workbook"
  case oldWorkbook = "a workbook of the old kind"
  case document = "a PDF"
  case picture = "a picture"
  case photograph = "a photograph"
  case compressed = "a compressed file"
  case database = "a database"
  case openFinance = "a bank’s file in OFX"
  case quicken = "a bank’s file in QIF"
  case markup = "XML, as a bank’s CAMT.053 is"

  /// How many of a file's first bytes are looked at.
  static let length = 8

  private var bytes: [UInt8] {
    switch self {
    // Workbooks are folders packed as ZIP does.
    case .workbook: [0x50, 0x4B, 0x03, 0x04]
    case .oldWorkbook: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    case .document: Array("%PDF-".utf8)
    case .picture: [0x89, 0x50, 0x4E, 0x47]
    case .photograph: [0xFF, 0xD8, 0xFF]
    case .compressed: [0x1F, 0x8B]
    case .database: Array("SQLite f".utf8)
    case .openFinance: Array("OFXHEADE".utf8)
    case .quicken: Array("!Type:".utf8)
    case .markup: Array("<?xml".utf8)
    }
  }

  init?(_ lead: [UInt8]) {
    guard let found = FileSignature.allCases.first(where: { lead.starts(with: $0.bytes) }) else {
      return nil
    }
    self = found
  }
}
