/// Which module may import what.
enum Imports {
  /// The modules that compute: they import nothing but each other.
  static let computing: Set<String> = [
    "Bookkeeping", "Funding", "Disaggregation", "Modelling", "Reporting", "Rendering",
  ]

  /// What only some files may import, and the beginning of their paths.
  private static let reserved: [(modules: Set<String>, path: String)] = [
    (["GRDB", "GRDBSQLite", "CLibSQLite"], "Sources/StorageSQLite/"),
    (["CLibCSV"], "Sources/Importing/CSV/"),
    (["CLibXlsxWriter"], "Sources/Workbooks/"),
  ]

  static func findings(in file: SwiftText) -> [Finding] {
    file.code.enumerated().flatMap { index, line -> [Finding] in
      guard let module = module(of: line) else { return [] }
      var found: [Finding] = []
      if let own = own(file.path), computing.contains(own), !computing.contains(module) {
        found.append(Finding(file.path, index + 1, "\(own) imports \(module)"))
      }
      for rule in reserved where rule.modules.contains(module) && !file.path.hasPrefix(rule.path) {
        found.append(Finding(file.path, index + 1, "\(module) is imported outside \(rule.path)"))
      }
      return found
    }
  }

  private static func own(_ path: String) -> String? {
    let parts = path.split(separator: "/")
    return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
  }

  /// What a line imports: `public import struct Foundation.URL` imports `Foundation`.
  private static func module(of line: String) -> String? {
    let words = line.split(separator: " ")
    guard let place = words.firstIndex(of: "import"),
      words[..<place].allSatisfy({ levels.contains(String($0)) || $0.hasPrefix("@") })
    else { return nil }
    let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias", "var"]
    let name = words[(place + 1)...].first { !kinds.contains($0) }
    return name.map { String($0.prefix { $0 != "." }) }
  }

  private static let levels: Set<String> = [
    "public", "package", "internal", "fileprivate", "private",
  ]
}
