import Bookkeeping
import Funding
import Importing
import Modelling
import Reporting

extension AgreedPartners {
  private static let inAgreement = ["body", "fund", "contribution"]
  private static let names = WrittenNames(
    ["partner", "name", "short", "affordable", "note"] + inAgreement)

  /// The partners of a scenario file and what they have agreed, or none where something is wrong with
  /// it: the agreement is adopted, or is written in the file.
  static func read(
    _ root: WrittenPart, _ frame: ScenarioFile.Frame?, among adopted: [AgreedPool]
  ) -> AgreedPartners? {
    guard let agreement = root.needed("agreement", as: "adopted, or its terms") else { return nil }
    if agreement.text == "adopted" {
      return AgreedPartners.adopted(root, frame, among: adopted)
    }
    guard agreement.node.names != nil else {
      agreement.refuse(as: "adopted, or the terms of the agreement")
      return nil
    }
    let today = ["agreement", "document", "partners", "contributions"]
    if !today.contains(where: { agreement.node[$0] != nil }) {
      return earlier(root, agreement, frame)
    }
    return written(root, agreement, frame)
  }

  /// An agreement that is written in the file, in the form of every agreement.
  private static func written(
    _ root: WrittenPart, _ value: WrittenValue, _ frame: ScenarioFile.Frame?
  ) -> AgreedPartners? {
    let shown = shown(root)
    let pool = value.whole { value.part(AgreementReader.names).flatMap(AgreementReader.read) }
    guard let shown, let pool, let frame else { return nil }
    if pool.agreement.reference != frame.pool {
      value.refuse(
        "the agreement is on \(pool.agreement.reference), and the scenario on \(frame.pool)",
        next: "write one of them for both")
    }
    guard expect(pool.agreement, shown, root), let rise = Rise(of: pool.agreement, root, frame)
    else { return nil }
    return AgreedPartners(
      agreement: pool.agreement, shown: shown, growth: rise.growth, reserve: pool.reserve,
      gaps: pool.agreement.gaps, taken: rise.words, said: .written(pool.agreement.terms.uplift))
  }

  /// The partners as they are printed, of whom nothing is said that the agreement says.
  static func shown(_ root: WrittenPart) -> [PackPartner]? {
    root.each("partners", names) { part in
      for name in inAgreement where part.has(name) {
        part.refuse(
          "the \(name) of a partner is in the agreement, and is written again", at: name,
          next: "leave it out, so that it stands in one place")
      }
      return PackPartner(part)
    }
  }

  /// Whether the file names the partners of the agreement and nobody else.
  static func expect(
    _ agreement: Modelling.Agreement, _ shown: [PackPartner], _ root: WrittenPart
  ) -> Bool {
    let (agreed, named) = (agreement.partners.map(\.reference), shown.map(\.reference))
    let place = root.place(of: "partners")
    let faults =
      named.indices.filter { named[..<$0].contains(named[$0]) }.map {
        Modelling.Agreement.Refusal.partnerTwice(named[$0]).diagnostic(at: place)
      }
      + named.filter { !agreed.contains($0) }.map {
        Modelling.Agreement.Refusal.stranger($0).diagnostic(at: place)
      }
    faults.forEach(root.refuse)
    let missing = agreed.filter { !named.contains($0) }
    for one in missing {
      root.refuse(
        "\(one) is a partner to the agreement, and is not among the partners", at: "partners",
        next: "give its partner, name, short and affordable")
    }
    return faults.isEmpty && missing.isEmpty
  }

  /// How contributions rise to the first year of a scenario, which may be a later one of the agreement.
  struct Rise {
    let growth: [Fraction]
    let words: [String]

    init?(
      of agreement: Modelling.Agreement, _ root: WrittenPart, _ frame: ScenarioFile.Frame
    ) {
      let first = FinancialYear(of: agreement.period.lowerBound)
      let year = frame.years.lowerBound
      let since = year.start - first.start
      guard since > 0 else {
        (growth, words) = ([], [])
        return
      }
      guard let uplift = agreement.terms.uplift else {
        root.refuse(
          "the agreement says what is put in in \(first), and not by how much it rises each year",
          at: "years", next: "begin with \(first), or agree an uplift")
        return nil
      }
      growth = [Fraction](repeating: uplift.rate.growth, count: since)
      words = [
        "Contributions of \(year) are those of \(first), raised by \(uplift.rate) a year (clause "
          + "\(uplift.clause))."
      ]
    }
  }

  // MARK: Agreements of scenarios as they were written before

  /// An agreement whose partners stand outside it, each with what it puts in in the first year of the
  /// scenario.
  private static func earlier(
    _ root: WrittenPart, _ value: WrittenValue, _ frame: ScenarioFile.Frame?
  ) -> AgreedPartners? {
    let rows = root.each("partners", names) { Row($0) }
    let part = value.part(AgreementReader.earlierNames)
    guard let rows, let part else { return nil }
    let pool = value.whole {
      AgreementReader.read(
        earlier: part, on: frame?.pool, partners: rows.map(\.partner),
        contributions: rows.map(\.agreed), at: root.place(of: "partners"))
    }
    guard let pool else { return nil }
    return AgreedPartners(
      agreement: pool.agreement, shown: rows.map(\.shown), growth: [], reserve: nil,
      gaps: pool.agreement.gaps, taken: [], said: .written(pool.agreement.terms.uplift))
  }

  /// A partner, with what it has agreed.
  private struct Row {
    let agreed: AgreedContribution
    let partner: AgreementPartner
    let shown: PackPartner

    init?(_ part: WrittenPart) {
      let fund = part.value("fund", as: "a fund’s code such as general-fund") { Fund($0) }
      let body = part.value("body", as: "council or health", AgreementPartner.Body.init(rawValue:))
      let amount = part.amount("contribution")
      guard let shown = PackPartner(part), let fund, let body, let amount else { return nil }
      self.shown = shown
      partner = AgreementPartner(shown.reference, body)
      agreed = AgreedContribution(
        shown.reference, to: fund.isBlock ? .restricted : .general, from: fund, amount)
    }
  }
}

extension PackPartner {
  /// A partner as a file says that it is printed.
  fileprivate init?(_ part: WrittenPart) {
    let (reference, name, short) = (part.partner("partner"), part.text("name"), part.text("short"))
    let affordable = part.value("affordable", as: "per cent from 0 on, such as 5") {
      Percentage($0).flatMap { $0 < .zero ? nil : $0 }
    }
    let note = part.textOrNothing("note")
    guard let reference, let name, let short, let affordable else { return nil }
    self.init(reference, name: name, short: short, affordable: affordable, note: note)
  }
}
