package import Funding
package import Importing

/// The settings of an authority as they stand in `policy.yaml`: the working copy of what is adopted.
package struct PolicyFile {
  package let settings: [Policy.Adopted]

  package init(_ text: String) throws(WrittenFaults) {
    let all: [Policy.Adopted] = try WrittenFile(text, named: SettingsFolder.policy, as: .settings)
      .read(["settings"]) { root in
        guard root.needed("settings", as: "under it each of them") != nil else { return nil }
        return root.each("settings", ["setting", "from", "value", "source"], PolicyFile.setting)
      }
    // Of two for one day the later holds, as in what is adopted.
    settings = all.enumerated().filter { place, one in
      !all[(place + 1)...].contains { $0.setting == one.setting && $0.from == one.from }
    }.map(\.element)
  }

  private static func setting(_ part: WrittenPart) -> Policy.Adopted? {
    let names = Setting.allCases.map(\.rawValue).joined(separator: ", ")
    let setting = part.value("setting", as: "one of \(names)", Setting.init(rawValue:))
    let from = part.day("from")
    let source = part.words("source", as: "the minute, the policy or the person")
    guard let setting else { return nil }
    let value = part.words("value", as: setting.form)
    if let value, setting.value(value) == nil { part.refuse("value", as: setting.form) }
    guard let from, let value, let source else { return nil }
    return Policy.Adopted(setting, from: from, value, source: source)
  }
}
