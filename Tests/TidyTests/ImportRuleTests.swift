import Testing

@Suite struct ImportRuleTests {
  @Test func `every module imports only what it may`() {
    #expect(ProjectFiles.sources.flatMap(Imports.findings) == [])
  }

  @Test(arguments: [
    ("Sources/Funding/Funds/Fund.swift", "import Foundation"),
    ("Sources/Reporting/Report.swift", "public import struct Foundation.Date"),
    ("Sources/Rendering/HTML.swift", "@preconcurrency import Storage"),
    ("Sources/Bookkeeping/Money/Money.swift", "import Glibc"),
    ("Sources/sendledger/SendLedger.swift", "import GRDB"),
    ("Sources/Storage/Ledger/Head.swift", "internal import GRDBSQLite"),
    ("Sources/Importing/Sheets/SheetReader.swift", "import CLibCSV"),
    ("Sources/Rendering/HTML.swift", "import Workbooks"),
    ("Sources/sendledger/Session/Options.swift", "import CLibXlsxWriter"),
  ])
  func `an import that may not be is found`(path: String, code: String) {
    #expect(Imports.findings(in: SwiftText(path, code)).count == 1)
  }

  @Test(arguments: [
    ("Sources/Funding/Funds/Fund.swift", "public import Bookkeeping"),
    ("Sources/StorageSQLite/Ledger/RecordInserts.swift", "import GRDB"),
    ("Sources/Importing/CSV/CSVReader.swift", "import CLibCSV"),
    ("Sources/Workbooks/WorkbookFile.swift", "import CLibXlsxWriter"),
    ("Sources/sendledger/SendLedger.swift", "import Foundation"),
    ("Sources/Funding/Funds/Fund.swift", "// import Foundation"),
    ("Sources/Funding/Funds/Fund.swift", "let a = \"import Foundation\""),
  ])
  func `an import that may be is let be`(path: String, code: String) {
    #expect(Imports.findings(in: SwiftText(path, code)) == [])
  }
}
