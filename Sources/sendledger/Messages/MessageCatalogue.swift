import Importing

/// Every explanation there is: one a code, read from the pages of `docs/messages`.
///
/// The pages are built into the program, so that it has them wherever it is put.
struct MessageCatalogue {
  let pages: [MessagePage]

  /// - Throws: what is wrong with a page. A test reads them all, so no program is built with one.
  init() throws(MessagePage.Fault) {
    pages = try MessageCatalogue.texts.map { (page) throws(MessagePage.Fault) in
      try MessagePage(page.name, text: String(decoding: page.bytes, as: UTF8.self))
    }
  }

  /// The pages in the order in which they are listed.
  private static let texts: [(name: String, bytes: [UInt8])] = [
    ("files", PackageResources.files_md),
    ("written", PackageResources.written_md),
    ("mappings", PackageResources.mappings_md),
    ("cells", PackageResources.cells_md),
    ("rows", PackageResources.rows_md),
    ("imports", PackageResources.imports_md),
    ("posting", PackageResources.posting_md),
    ("contracts", PackageResources.contracts_md),
    ("decisions", PackageResources.decisions_md),
    ("divisions", PackageResources.divisions_md),
    ("scenarios", PackageResources.scenarios_md),
    ("transitions", PackageResources.transitions_md),
    ("simulation", PackageResources.simulation_md),
    ("pools", PackageResources.pools_md),
    ("packs", PackageResources.packs_md),
    ("workbooks", PackageResources.workbooks_md),
    ("funds", PackageResources.funds_md),
    ("periods", PackageResources.periods_md),
    ("ledger-file", PackageResources.ledger_file_md),
    ("audit", PackageResources.audit_md),
    ("keys", PackageResources.keys_md),
    ("settings", PackageResources.settings_md),
    ("commands", PackageResources.commands_md),
  ]

  var explanations: [Explanation] { pages.flatMap(\.explanations) }

  func explanation(of code: String) -> Explanation? { explanations.first { $0.code == code } }

  /// The code that is nearest to what was typed, or none where nothing is near.
  func nearest(to typed: String) -> String? {
    explanations.map { (code: $0.code, apart: NearName.distance($0.code, typed)) }
      .min { ($0.apart, $0.code) < ($1.apart, $1.code) }
      .flatMap { $0.apart <= max(3, typed.count / 3) ? $0.code : nil }
  }

  /// Every code with its first sentence, subject by subject.
  var list: String {
    pages.map { page in
      let items = page.explanations.map { explanation in
        "  \(explanation.code)\n" + Explanation.lines(of: explanation.firstSentence, setIn: 6)
      }
      return ([page.title] + items).joined(separator: "\n")
    }.joined(separator: "\n\n")
  }
}
