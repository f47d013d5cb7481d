import Bookkeeping
import Funding
import Modelling
import Yams

extension AgreementReader {
  // MARK: Partners and what they put in

  mutating func partners(in root: Node.Mapping) -> [AgreementPartner] {
    guard let mapping = root["partners"]?.mapping else {
      fault(root["partners"], "no partners are given", "write partners: and under it ICB: health")
      return []
    }
    var partners: [AgreementPartner] = []
    for (key, node) in mapping {
      guard let partner = key.string.flatMap({ PartnerReference($0) }),
        let body = node.string.flatMap({ AgreementPartner.Body(rawValue: $0) })
      else {
        fault(key, "this is not a partner and its body", "write ICB: health, or CODE: council")
        continue
      }
      if known(partner, at: key) { partners.append(AgreementPartner(partner, body)) }
    }
    return partners
  }

  mutating func contributions(in root: Node.Mapping) -> [AgreedContribution] {
    guard let list = root["contributions"]?.sequence else {
      fault(
        root["contributions"], "no contributions are given",
        "write contributions: and under it what each partner puts in")
      return []
    }
    return list.compactMap { node -> AgreedContribution? in
      guard let mapping = mapping(node, of: "a contribution") else { return nil }
      expect(mapping, only: ["partner", "part", "fund", "amount"])
      let partner = partner(mapping, "partner")
      let part = value(mapping, "part", as: "general or restricted") {
        AgreedContribution.Part(rawValue: $0)
      }
      let fund = value(mapping, "fund", as: "the code of the fund that it comes out of") {
        Fund($0)
      }
      let amount = amount(mapping, "amount")
      guard let partner, let part, let fund, let amount else { return nil }
      return AgreedContribution(partner, to: part, from: fund, amount)
    }
  }

  mutating func mapping(_ node: Node, of what: String) -> Node.Mapping? {
    if let mapping = node.mapping { return mapping }
    fault(node, "this is not \(what)", "write names and values, each on a line of its own")
    return nil
  }

  // MARK: What may be missing

  mutating func terms(in root: Node.Mapping) -> Agreement.Terms {
    let host = root["host"] == nil ? nil : partner(root, "host")
    let deliverer = root["delivered by"] == nil ? nil : partner(root, "delivered by")
    return Agreement.Terms(
      host: host, deliveredBy: deliverer, uplift: uplift(in: root), riskShare: riskShare(in: root),
      required: required(in: root))
  }

  private mutating func uplift(in root: Node.Mapping) -> AgreedUplift? {
    guard let node = root["uplift"], let mapping = mapping(node, of: "an uplift") else {
      return nil
    }
    expect(mapping, only: ["clause", "rate"])
    let clause = clause(mapping)
    let rate = value(mapping, "rate", as: "a rate a year, such as 3%") { Percentage($0) }
    guard let clause, let rate else { return nil }
    return AgreedUplift(clause, rate)
  }

  private mutating func required(in root: Node.Mapping) -> [RequiredTerm: Clause] {
    guard let node = root["required"], let list = mapping(node, of: "a list of terms") else {
      return [:]
    }
    var found: [RequiredTerm: Clause] = [:]
    for (key, node) in list {
      guard let term = key.string.flatMap({ RequiredTerm(rawValue: $0) }) else {
        fault(key, "regulation 7(3) has no item “\(key.string ?? "?")”", "write one of a to g")
        continue
      }
      guard let mapping = mapping(node, of: "a clause") else { continue }
      expect(mapping, only: ["clause", "words"])
      let clause = clause(mapping)
      let words = value(mapping, "words", as: "what the clause says, in short") { $0 }
      if let clause, let words { found[term] = Clause(clause, words) }
    }
    return found
  }

  mutating func reserve(in root: Node.Mapping) -> AgreedReserve? {
    guard let node = root["reserve"], let mapping = mapping(node, of: "a reserve") else {
      return nil
    }
    expect(mapping, only: ["clause", "amount", "each year"])
    let clause = clause(mapping)
    let words = AgreedReserve.EachYear.allCases.map(\.rawValue).joined(separator: " or ")
    let eachYear = optional(mapping, "each year", as: words, AgreedReserve.EachYear.init(rawValue:))
    guard let clause, let amount = amount(mapping, "amount") else { return nil }
    guard amount >= .zero else {
      refuse(RiskShare.Refusal.reserveBelowNothing(amount).diagnostic(at: place(mapping["amount"])))
      return nil
    }
    return AgreedReserve(clause, amount, eachYear: eachYear)
  }

  mutating func lineage(in root: Node.Mapping) -> AgreedLineage? {
    guard let node = root["lineage"], let mapping = mapping(node, of: "a rule") else { return nil }
    expect(mapping, only: ["clause", "rule", "lines"])
    let clause = clause(mapping)
    let rule = value(mapping, "rule", as: "first-in, pro-rata or named-line") { text in
      ["first-in", "pro-rata", "named-line"].contains(text) ? text : nil
    }
    guard let clause, let rule else { return nil }
    if rule != "named-line", let lines = mapping["lines"] {
      fault(
        lines, "lines are named, and the rule is \(rule)", "leave them out, or write named-line")
    }
    switch rule {
    case "first-in": return AgreedLineage(clause, .firstIn)
    case "pro-rata": return AgreedLineage(clause, .proRata)
    case let rule:
      precondition(rule == "named-line", "a rule that is not one of the three")
      return namedLines(mapping).map { AgreedLineage(clause, .namedLine($0)) }
    }
  }

  /// `3.4.2: COUNCIL-SOCIAL-CARE`, and `others: ICB` for what is on no named line.
  private mutating func namedLines(_ mapping: Node.Mapping) -> NamedLines? {
    guard let list = mapping["lines"]?.mapping, !list.isEmpty else {
      fault(
        mapping["lines"] ?? mapping["rule"], "no line is named",
        "write lines: and under it 3.4.2: and the partner whose money pays it")
      return nil
    }
    var lines: [Section251Line: PartnerReference] = [:]
    var others: PartnerReference?
    for (key, node) in list {
      guard let partner = node.string.flatMap({ PartnerReference($0) }) else {
        fault(node, "this is not a partner", "write the partner whose money pays the line")
        continue
      }
      if key.string == "others" {
        others = partner
      } else if let line = key.string.flatMap({ Section251Line(rawValue: $0) }) {
        lines[line] = partner
      } else {
        fault(
          key, "“\(key.string ?? "?")” is not a section 251 line",
          "write one such as 3.4.2, or others for all the rest")
      }
    }
    return NamedLines(lines, others: others)
  }
}
