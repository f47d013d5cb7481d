import Bookkeeping
import Funding
import Importing
import Modelling

extension AgreementReader {
  // MARK: Partners and what they put in

  func partners(in root: WrittenPart) -> [AgreementPartner]? {
    let form = "each partner and its body: ICB: health, or CODE: council"
    guard let pairs = root.needed("partners", as: form)?.pairs(as: form) else { return nil }
    var partners: [AgreementPartner] = []
    for (name, value) in pairs {
      guard let partner = partner(name),
        let body = value.value(as: "council or health", AgreementPartner.Body.init(rawValue:))
      else { continue }
      partners.append(AgreementPartner(partner, body))
    }
    return partners.count == pairs.count ? partners : nil
  }

  func contributions(in root: WrittenPart) -> [AgreedContribution]? {
    let names = Self.names("partner", "part", "fund", "amount")
    guard root.needed("contributions", as: "under it what each partner puts in") != nil else {
      return nil
    }
    return root.each("contributions", names) { one in
      let partner = partner(one, "partner")
      let part = one.value("part", as: "general or restricted") {
        AgreedContribution.Part(rawValue: $0)
      }
      let fund = one.value("fund", as: "the code of the fund that it comes out of") { Fund($0) }
      let amount = one.amount("amount")
      guard let partner, let part, let fund, let amount else { return nil }
      return AgreedContribution(partner, to: part, from: fund, amount)
    }
  }

  /// A partner, who has to be one of the ledger’s where a file is adopted.
  func partner(_ value: WrittenValue?) -> PartnerReference? {
    guard let value,
      let partner = value.value(as: "a partner’s reference such as ICB", PartnerReference.init)
    else { return nil }
    guard case .file(let chart) = origin,
      !chart.partners.contains(where: { $0.value == partner })
    else { return partner }
    let all = chart.partners.map(\.value.code).joined(separator: ", ")
    value.refuse(
      "the ledger knows no partner \(partner)",
      next: "name one of: \(all); or add it to ledger.yaml")
    return nil
  }

  func partner(_ part: WrittenPart, _ name: String) -> PartnerReference? {
    partner(part.needed(name, as: "a partner’s reference such as ICB"))
  }

  func clause(_ part: WrittenPart) -> String? {
    part.words("clause", as: "the number of the clause, such as 9.2")
  }

  // MARK: What may be missing

  func terms(in root: WrittenPart, riskShare: RiskShare?) -> Agreement.Terms? {
    let host = root.has("host") ? partner(root, "host") : nil
    let deliverer = root.has("delivered by") ? partner(root, "delivered by") : nil
    let (uplift, required) = (uplift(in: root), required(in: root))
    return riskShare.map {
      Agreement.Terms(
        host: host, deliveredBy: deliverer, uplift: uplift, riskShare: $0, required: required)
    }
  }

  private func uplift(in root: WrittenPart) -> AgreedUplift? {
    guard let part = root.optionalPart("uplift", ["clause", "rate"]) else { return nil }
    let clause = clause(part)
    guard let rate = part.percent("rate"), let clause else { return nil }
    // What stands in a ledger was adopted, whatever its rate.
    if case .scenario = origin, !Outlook.rates.contains(rate) {
      part.refuse(
        Outlook.Refusal.rateOutOfRange(.contributionUplift, rate).diagnostic(
          at: part.place(of: "rate")))
    }
    return AgreedUplift(clause, rate)
  }

  private func required(in root: WrittenPart) -> [RequiredTerm: Clause] {
    let letters = WrittenNames(RequiredTerm.allCases.map(\.rawValue))
    guard let part = root.optionalPart("required", letters) else { return [:] }
    var found: [RequiredTerm: Clause] = [:]
    for term in RequiredTerm.allCases {
      guard let value = part.find(term.rawValue) else { continue }
      // A scenario once gave the number of the clause alone.
      if let number = value.text {
        found[term] = Clause(number, "clause \(number)")
        continue
      }
      guard let inner = value.part(["clause", "words"]) else { continue }
      let clause = clause(inner)
      if let words = inner.words("words", as: "what the clause says, in short"), let clause {
        found[term] = Clause(clause, words)
      }
    }
    return found
  }

  func reserve(in root: WrittenPart) -> AgreedReserve? {
    let names = Self.names("clause", "amount", "each year")
    guard let part = root.optionalPart("reserve", names) else { return nil }
    let clause = clause(part)
    let words = AgreedReserve.EachYear.allCases.map(\.rawValue).joined(separator: " or ")
    let eachYear = part.optional("each year", as: words, AgreedReserve.EachYear.init(rawValue:))
    guard let amount = part.amount("amount"), let clause else { return nil }
    if amount < .zero {
      part.refuse(
        RiskShare.Refusal.reserveNegative(amount).diagnostic(at: part.place(of: "amount")))
    }
    return AgreedReserve(clause, amount, eachYear: eachYear)
  }

  func lineage(in root: WrittenPart) -> AgreedLineage? {
    guard let part = root.optionalPart("lineage", ["clause", "rule", "lines"]) else { return nil }
    let clause = clause(part)
    let rules = LineageWord.allCases.map(\.rawValue).joined(separator: ", ")
    let word = part.value("rule", as: "one of \(rules)", LineageWord.init(rawValue:))
    guard let clause, let word else { return nil }
    if word != .namedLine, part.has("lines") {
      part.refuse(
        "lines are named, and the rule is \(word.rawValue)", at: "lines",
        next: "leave them out, or write named-line")
    }
    switch word {
    case .firstIn: return AgreedLineage(clause, .firstIn)
    case .proRata: return AgreedLineage(clause, .proRata)
    case .namedLine: return namedLines(part).map { AgreedLineage(clause, .namedLine($0)) }
    }
  }

  /// The words of the rules on whose money is used.
  enum LineageWord: String, CaseIterable {
    case firstIn = "first-in"
    case proRata = "pro-rata"
    case namedLine = "named-line"

    /// The name under which whose money pays all other lines stands.
    static let others = "others"
  }

  /// `3.4.2: COUNCIL-SOCIAL-CARE`, and `others: ICB` for what is on no named line.
  private func namedLines(_ part: WrittenPart) -> NamedLines? {
    let form = "3.4.2: and the partner whose money pays it, or others: for all the rest"
    guard let value = part.needed("lines", as: form), let pairs = value.pairs(as: form) else {
      return nil
    }
    if pairs.isEmpty { value.refuse(as: form) }
    var lines: [Section251Line: PartnerReference] = [:]
    var others: PartnerReference?
    for (name, value) in pairs {
      let partner = value.value(as: "the partner whose money pays the line", PartnerReference.init)
      if name.text == LineageWord.others {
        others = partner
      } else if let line = name.value(as: form, Section251Line.init(rawValue:)) {
        lines[line] = partner
      }
    }
    return NamedLines(lines, others: others)
  }

  // MARK: Variations

  /// `varies`: from when the agreement reads so, by which clause, why, and who agreed when.
  func variation(in root: WrittenPart) -> AgreementVariation? {
    let names: WrittenNames = ["from", "clause", "reason", "agreed"]
    guard let part = root.optionalPart("varies", names) else { return nil }
    let (from, clause) = (part.day("from"), clause(part))
    let reason = part.words("reason", as: "why the agreement is varied")
    guard let agreed = agreed(part), let from, let clause, let reason else { return nil }
    return AgreementVariation(from: from, by: clause, because: reason, agreed: agreed)
  }

  /// `ICB: 2026-09-20`, for each partner.
  private func agreed(_ part: WrittenPart) -> [PartnerReference: Day]? {
    let form = "each partner and its day, such as ICB: 2026-09-20"
    guard let value = part.needed("agreed", as: form), let pairs = value.pairs(as: form) else {
      return nil
    }
    if pairs.isEmpty { value.refuse(as: form) }
    var agreed: [PartnerReference: Day] = [:]
    for (name, value) in pairs {
      let day = value.value(as: "a day such as 2026-09-20") { Day($0) }
      if let partner = partner(name) { agreed[partner] = day }
    }
    return agreed
  }
}
