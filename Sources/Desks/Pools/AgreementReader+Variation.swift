import Bookkeeping
import Funding
import Modelling
import Yams

extension AgreementReader {
  /// `varies`: from when the agreement reads so, by which clause, why, and who agreed when.
  mutating func variation(in root: Node.Mapping) -> AgreementVariation? {
    guard let node = root["varies"], let mapping = mapping(node, of: "a variation") else {
      return nil
    }
    expect(mapping, only: ["from", "clause", "reason", "agreed"])
    let from = value(mapping, "from", as: "the first day on which it holds, such as 2026-10-01") {
      Day($0)
    }
    let clause = clause(mapping)
    let reason = value(mapping, "reason", as: "why the agreement is varied") { $0 }
    let agreed = agreed(mapping)
    guard let from, let clause, let reason, let agreed else { return nil }
    return AgreementVariation(from: from, by: clause, because: reason, agreed: agreed)
  }

  /// `ICB: 2026-09-20`, for each partner.
  private mutating func agreed(_ mapping: Node.Mapping) -> [PartnerReference: Day]? {
    guard let list = mapping["agreed"]?.mapping, !list.isEmpty else {
      fault(
        mapping["agreed"] ?? Node.mapping(mapping), "nobody is said to have agreed",
        "write agreed: and under it each partner and its day, such as ICB: 2026-09-20")
      return nil
    }
    var agreed: [PartnerReference: Day] = [:]
    for (key, node) in list {
      guard let partner = key.string.flatMap({ PartnerReference($0) }),
        let day = node.string.flatMap({ Day($0) })
      else {
        fault(key, "this is not a partner and a day", "write ICB: 2026-09-20")
        continue
      }
      if known(partner, at: key) { agreed[partner] = day }
    }
    return agreed.count == list.count ? agreed : nil
  }

  /// Where a file says that it varies an agreement; none where it does not.
  static func placeOfVariation(in text: String, file: String) -> Place? {
    guard let root = try? YAMLFile.mapping(text, file: file),
      let key = root.first(where: { $0.key.string == "varies" })?.key
    else { return nil }
    let line = key.mark?.line ?? 1
    return Place(file: file, row: line, line: line)
  }
}
