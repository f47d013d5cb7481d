package import Bookkeeping
package import Funding
import Yams

/// The settings of an authority as they stand in `policy.yaml`: the working copy of what is adopted.
package struct PolicyFile {
  package let settings: [Policy.Adopted]

  package init(_ text: String) throws(Diagnostic) {
    let file = "policy.yaml"
    let root = try YAMLFile.mapping(text, file: file)
    guard let list = root["settings"]?.sequence else {
      throw YAMLFile.fault(
        nil, file, "the file lists no settings", next: "write settings: and under it each of them")
    }
    var settings: [Policy.Adopted] = []
    for node in list {
      guard let parts = node.mapping, let name = parts["setting"]?.string,
        let setting = Setting(rawValue: name)
      else {
        throw YAMLFile.fault(
          node, file, "this is not a setting that the program knows",
          next:
            "write setting: and one of \(Setting.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      guard let from = parts["from"]?.string.flatMap({ Day($0) }) else {
        throw YAMLFile.fault(
          node, file, "\(name) does not say from which day it holds", next: "write from: 2026-04-01"
        )
      }
      guard let value = parts["value"]?.string, setting.value(value) != nil else {
        throw YAMLFile.fault(
          parts["value"] ?? node, file, "the value of \(name) cannot be read",
          next: "write \(setting.form)")
      }
      guard let source = parts["source"]?.string, !source.isEmpty else {
        throw YAMLFile.fault(
          node, file, "\(name) does not say where it was decided",
          next: "write source: and the minute, the policy or the person")
      }
      settings.append(Policy.Adopted(setting, from: from, value, source: source))
    }
    self.settings = settings
  }
}
