import Bookkeeping
import Funding
import Importing
import Modelling

extension AgreedPool {
  /// The names under which people write as they like; codes and amounts stand under the others.
  static let namesOfWords: Set<String> = ["words", "clause", "document", "reason"]

  /// The agreement in the form in which every agreement is written: a file’s, a scenario’s, and the
  /// chain’s.
  var written: WrittenNode {
    let terms = agreement.terms
    return WrittenNode([
      "agreement": WrittenNode(text: agreement.reference.code),
      "document": WrittenNode(text: document),
      "form": WrittenNode(text: agreement.form.written),
      "varies": variation.map(written),
      "from": WrittenNode(day: agreement.period.lowerBound),
      "to": WrittenNode(day: agreement.period.upperBound),
      "host": terms.host.map { WrittenNode(text: $0.code) },
      "delivered by": terms.deliveredBy.map { WrittenNode(text: $0.code) },
      "partners": WrittenNode(
        pairs: agreement.partners.map { ($0.reference.code, WrittenNode(text: $0.body.rawValue)) }),
      "contributions": WrittenNode(list: agreement.contributions.map(\.written)),
      "uplift": terms.uplift.map {
        WrittenNode([
          "clause": WrittenNode(text: $0.clause), "rate": WrittenNode(text: $0.rate.description),
        ])
      },
      "required": terms.required.isEmpty ? nil : required,
      "reserve": reserve.map(\.written),
      "lineage": lineage.map(\.written),
      "risk share": terms.riskShare == .silent ? nil : terms.riskShare.written,
    ])
  }

  private var required: WrittenNode {
    WrittenNode(
      pairs: RequiredTerm.allCases.compactMap { term in
        agreement.terms.required[term].map { clause in
          (
            term.rawValue,
            WrittenNode([
              "clause": WrittenNode(text: clause.number), "words": WrittenNode(text: clause.words),
            ])
          )
        }
      })
  }

  private func written(_ variation: AgreementVariation) -> WrittenNode {
    let partners = agreement.partners.map(\.reference)
    let others = variation.agreed.keys.filter { !partners.contains($0) }.sorted()
    return WrittenNode([
      "from": WrittenNode(day: variation.from),
      "clause": WrittenNode(text: variation.clause),
      "reason": WrittenNode(text: variation.reason),
      "agreed": WrittenNode(
        pairs: (partners + others).compactMap { partner in
          variation.agreed[partner].map { (partner.code, WrittenNode(day: $0)) }
        }),
    ])
  }
}

extension WrittenNode {
  fileprivate init(day: Day) { self.init(text: day.description) }
}

extension AgreedContribution {
  fileprivate var written: WrittenNode {
    WrittenNode([
      "partner": WrittenNode(text: partner.code), "part": WrittenNode(text: part.rawValue),
      "fund": WrittenNode(text: source.description), "amount": WrittenNode(text: amount.plain),
    ])
  }
}

extension AgreedReserve {
  fileprivate var written: WrittenNode {
    WrittenNode([
      "clause": WrittenNode(text: clause), "amount": WrittenNode(text: amount.plain),
      "each year": eachYear.map { WrittenNode(text: $0.rawValue) },
    ])
  }
}

extension AgreedLineage {
  fileprivate var written: WrittenNode {
    let word: AgreementReader.LineageWord
    var lines: WrittenNode?
    switch rule {
    case .firstIn: word = .firstIn
    case .proRata: word = .proRata
    case .namedLine(let names):
      word = .namedLine
      lines = names.written
    }
    return WrittenNode([
      "clause": WrittenNode(text: clause), "rule": WrittenNode(text: word.rawValue), "lines": lines,
    ])
  }
}

extension NamedLines {
  fileprivate var written: WrittenNode {
    let named = lines.sorted { $0.key.rawValue < $1.key.rawValue }
    let rest = others.map { (AgreementReader.LineageWord.others, WrittenNode(text: $0.code)) }
    return WrittenNode(
      pairs: named.map { ($0.key.rawValue, WrittenNode(text: $0.value.code)) }
        + [rest].compactMap(\.self))
  }
}

extension RiskShare {
  fileprivate var written: WrittenNode {
    WrittenNode([
      "overspend": overspend.isEmpty ? nil : WrittenNode(list: overspend.map(\.written)),
      "underspend": underspend.isEmpty ? nil : WrittenNode(list: underspend.map(\.written)),
    ])
  }
}

extension Tier {
  fileprivate var written: WrittenNode {
    let rule = rule.written
    return WrittenNode([
      "clause": WrittenNode(text: clause), "takes": WrittenNode(text: extent.written),
      "rule": WrittenNode(text: rule.word.rawValue),
      "partner": rule.partner.map { WrittenNode(text: $0.code) },
      "shares": rule.shares.map { shares in
        WrittenNode(
          pairs: shares.map { ($0.partner.code, WrittenNode(text: $0.share.description)) })
      },
      "cap": rule.cap.map { WrittenNode(text: $0.description) },
    ])
  }
}

/// The parts of a tier’s rule, as they are written.
private struct WrittenRule {
  let word: RuleWord
  var partner: PartnerReference?
  var shares: [Tier.FixedShare]?
  var cap: Percentage?
}

extension Tier.Rule {
  fileprivate var written: WrittenRule {
    switch self {
    case .reserve: WrittenRule(word: .reserve)
    case .reinvested: WrittenRule(word: .reinvested)
    case .ownServices: WrittenRule(word: .ownServices)
    case .host: WrittenRule(word: .host)
    case .partner(let partner): WrittenRule(word: .partner, partner: partner)
    case .shared(.contribution, let cap): WrittenRule(word: .byContribution, cap: cap)
    case .shared(.equally, let cap): WrittenRule(word: .equally, cap: cap)
    case .shared(.fixed(let shares), let cap):
      WrittenRule(word: .fixedShares, shares: shares, cap: cap)
    case .shared(.beneficiary, let cap): WrittenRule(word: .bySpend, cap: cap)
    }
  }
}
